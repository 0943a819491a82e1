#!/usr/bin/env bash
# Lists the public API of the three libraries. The listings are committed in docs/public-api/.
#
#   scripts/public-api.sh            write the listings
#   scripts/public-api.sh --check    compare them with the committed ones; print the differences
#
# The listings are made from rustdoc's JSON, with all features. Its format is not stable: the tool in
# scripts/public-api/ reads one version of it. If the current toolchain writes another version, the
# pinned toolchain below is used, and installed if it is missing.
#
# Exits with 0, with 1 if a listing differs, and with 3 if no listing can be made.
set -euo pipefail
cd "$(dirname "$0")/.."

# The format version that public-api 0.52 reads, and a toolchain that writes it. Raise them together.
format=57
toolchain=1.95.0

case "${1:-}" in
'' | --check) ;;
*) echo "usage: scripts/public-api.sh [--check]" >&2; exit 2 ;;
esac

target="${CARGO_TARGET_DIR:-$PWD/target}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

skip() {
    echo "skipped: $1"
    exit 3
}

# With this variable a stable rustdoc writes JSON. It is set for rustdoc only, so that dependencies
# of an earlier build are reused.
cat >"$work/rustdoc" <<'SH'
#!/bin/sh
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
SH
chmod +x "$work/rustdoc"

writes_it() {
    echo '//! Nothing.' >"$work/probe.rs"
    "$work/rustdoc" --crate-name probe -Z unstable-options --output-format json -o "$work" \
        "$work/probe.rs" >"$work/log" 2>&1 && grep -q "\"format_version\":$format[,}]" "$work/probe.json"
}

if ! writes_it; then
    command -v rustup >/dev/null || skip "$(rustdoc --version) writes another JSON format than version $format, and there is no rustup to install Rust $toolchain"
    rustup run "$toolchain" rustc --version >/dev/null 2>&1 ||
        rustup toolchain install "$toolchain" --profile minimal --no-self-update >/dev/null ||
        skip "Rust $toolchain cannot be installed"
    export RUSTUP_TOOLCHAIN=$toolchain
    writes_it || { cat "$work/log" >&2; echo "Rust $toolchain does not write JSON format $format" >&2; exit 1; }
fi

# The listings are for the schemas in this repository.
unset MEDIA_COLLECTION_SCHEMAS
tool=scripts/public-api/Cargo.toml
cargo fetch --quiet --locked --manifest-path "$tool" || skip "the crates of scripts/public-api cannot be fetched"
cargo build --quiet --locked --manifest-path "$tool" --target-dir "$target/public-api"
# Output of an earlier run must not be used.
rm -f "$target"/doc/media_collection{,_codegen,_collector}.json
RUSTDOC="$work/rustdoc" RUSTDOCFLAGS="-Z unstable-options --output-format json" \
    cargo doc --quiet --workspace --lib --no-deps --all-features

differs=0
for crate in media-collection media-collection-codegen media-collection-collector; do
    listing="docs/public-api/$crate.txt"
    "$target/public-api/debug/media-collection-public-api" "$target/doc/${crate//-/_}.json" >"$work/$crate.txt"
    if [ $# = 0 ]; then
        cp "$work/$crate.txt" "$listing"
    else
        diff -U 0 --label "$listing" --label "the code" "$listing" "$work/$crate.txt" || differs=1
    fi
done
if [ $differs = 1 ]; then
    echo "The public API has changed. If this is intended, run scripts/public-api.sh and commit the listings."
fi
exit $differs
