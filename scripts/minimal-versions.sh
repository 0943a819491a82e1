#!/usr/bin/env bash
# Do the libraries and the command compile with the oldest dependencies that the manifests allow?
#
#   scripts/minimal-versions.sh [--test]
#
# In a copy, so that Cargo.lock stays as it is: every crate that a manifest names is taken in the
# lowest version of its range, what those need in the newest. Then the libraries and the command are
# checked with all features. Tests, examples and benches are left out, and with them the dev-dependencies:
# whoever depends on this crate never builds them, and their own bounds would hide ours.
#
# With --test, all tests are run with the same versions, for bounds that compile and do not hold;
# the dev-dependencies are then back, in the newest versions. That takes some ten minutes.
#
# Ends with 0, with 3 where the registry cannot be reached, and otherwise where a bound is too low.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
'' | --test) ;;
*) echo "usage: scripts/minimal-versions.sh [--test]" >&2; exit 2 ;;
esac

# Where the lock file answers to the manifests, an update only fails for want of the registry.
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

# The option is unstable; the variable has a stable cargo take it. Only the lock file is made so:
# the build below is an ordinary one.
RUSTC_BOOTSTRAP=1 cargo update --quiet -Z direct-minimal-versions
cargo tree --quiet --locked --workspace --all-features --depth 1 --edges normal,build --prefix none --no-dedupe |
    sed 's: (.*::; /^media-collection/d; /^$/d' | sort -u
cargo check --locked --workspace --lib --bins --all-features

if [ $# = 1 ]; then
    for manifest in Cargo.toml {cli,codegen,collector}/Cargo.toml; do
        mv "$manifest.whole" "$manifest"
    done
    # What is in the lock file stays, but where a dev-dependency asks for more: that is printed.
    cargo update --workspace
    cargo test --locked --no-fail-fast --workspace --all-features
fi
