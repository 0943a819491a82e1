#!/usr/bin/env bash
# Checks that the libraries and the tool compile with the oldest dependencies that the manifests
# allow.
#
#   scripts/minimal-versions.sh [--test]
#
# Works in a copy, so that Cargo.lock does not change. Direct dependencies get the lowest version of
# their range, indirect ones the newest. The libraries and the tool are checked with all features,
# but without tests, examples and benches: dependents never build those, and the bounds of the
# dev-dependencies would hide ours.
#
# With --test, also runs all tests with these versions, to find bounds that compile but do not work.
# The dev-dependencies then have their newest versions. This takes about ten minutes.
#
# Exits with 0 if the bounds are right, with 3 if the registry cannot be reached, and otherwise if a
# bound is too low.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
'' | --test) ;;
*) echo "usage: scripts/minimal-versions.sh [--test]" >&2; exit 2 ;;
esac

# If the lock file matches the manifests, an update fails only if the registry cannot be reached.
cargo tree --quiet --locked --workspace >/dev/null
if ! cargo update --quiet --dry-run; then
    echo "skipped: the registry cannot be reached"
    exit 3
fi

target="${CARGO_TARGET_DIR:-target}"
mkdir -p "$target"
target=$(cd "$target" && pwd)
copy="$target/minimal-versions/tree"
rm -rf "$copy"
mkdir -p "$copy"
cp -R Cargo.toml Cargo.lock ./*.md build.rs benches cli codegen collector docs examples protocol schemas tests \
    "$copy/"
cd "$copy"
export CARGO_TARGET_DIR="$target/minimal-versions/target"

for manifest in Cargo.toml {cli,codegen,collector}/Cargo.toml; do
    mv "$manifest" "$manifest.whole"
    awk '/^\[/ { dropped = /^\[dev-dependencies[].]/ } !dropped' "$manifest.whole" >"$manifest"
done

# The option is unstable; the variable makes a stable cargo accept it. Only the lock file is made
# this way: the build below is an ordinary one.
RUSTC_BOOTSTRAP=1 cargo update --quiet -Z direct-minimal-versions
cargo tree --quiet --locked --workspace --all-features --depth 1 --edges normal,build --prefix none --no-dedupe |
    sed 's: (.*::; /^media-collection/d; /^$/d' | sort -u
cargo check --locked --workspace --lib --bins --all-features

if [ $# = 1 ]; then
    for manifest in Cargo.toml {cli,codegen,collector}/Cargo.toml; do
        mv "$manifest.whole" "$manifest"
    done
    # Keeps the versions of the lock file unless a dev-dependency needs a newer one, and prints those.
    cargo update --workspace
    cargo test --locked --no-fail-fast --workspace --all-features
fi
