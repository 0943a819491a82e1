#!/usr/bin/env bash
# The public API of the three libraries, as it is committed in docs/public-api/.
#
#   scripts/public-api.sh            write the listings anew
#   scripts/public-api.sh --check    compare; what differs is printed
#
# The listings are made of what rustdoc writes as JSON, with all features. That form is not stable:
# the library that reads it, in scripts/public-api/, knows one version of it. If the toolchain in
# use writes another one, the pinned toolchain below is taken, and fetched if it is missing.
#
# Ends with 0, with 1 where a listing differs, and with 3 where no listing can be made.
set -euo pipefail
cd "$(dirname "$0")/.."

# What public-api 0.52 reads, and a toolchain that writes it. Raise them together.
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

# A stable rustdoc writes JSON as well if this is set. It is set for rustdoc alone: the
# dependencies are compiled as ever, and those of an earlier build are used.
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
    command -v rustup >/dev/null || skip "$(rustdoc --version) writes its JSON in another version than $format, and there is no rustup to fetch Rust $toolchain with"
    rustup run "$toolchain" rustc --version >/dev/null 2>&1 ||
        rustup toolchain install "$toolchain" --profile minimal --no-self-update >/dev/null ||
        skip "Rust $toolchain cannot be fetched"
    export RUSTUP_TOOLCHAIN=$toolchain
    writes_it || { cat "$work/log" >&2; echo "Rust $toolchain does not write version $format" >&2; exit 1; }
fi

# The listing is of the documents that are here.
unset MEDIA_COLLECTION_SCHEMAS
tool=scripts/public-api/Cargo.toml
cargo fetch --quiet --locked --manifest-path "$tool" || skip "the crates of scripts/public-api cannot be fetched"
cargo build --quiet --locked --manifest-path "$tool" --target-dir "$target/public-api"
# Nothing of an earlier run is taken for the present.
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
        diff -U 0 --label "$listing" --label "what the code says" "$listing" "$work/$crate.txt" || differs=1
    fi
done
if [ $differs = 1 ]; then
    echo "The public API has changed. If that is meant: scripts/public-api.sh, and commit the listings."
fi
exit $differs
