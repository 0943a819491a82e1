#!/bin/sh
# What this crate adds to a clean build of a crate that depends on it.
#
#   scripts/build-cost.sh [RUNS]      (1 unless given)
#
# Builds small crates from nothing, in a temporary folder, without the network and in the dev
# profile: one with serde types written by hand, and one on this crate with each set of features.
# Prints the crates compiled, the seconds by the clock and of all processors (the medians of the
# runs), and the ratios to the first. The variants take turns, so that a drift of the machine meets
# all of them. On a busy machine only the seconds of the processors mean something.
set -eu

runs=${1:-1}
repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A crate NAME with the given dependencies; its main function comes from standard input.
crate() {
    mkdir -p "$folder/$1/src"
    cat >"$folder/$1/src/main.rs"
    cp "$repository/Cargo.lock" "$folder/$1/"
    cat >"$folder/$1/Cargo.toml" <<TOML
[package]
name = "dependent"
version = "0.0.0"
edition = "2024"

[dependencies]
$2

[workspace]
TOML
}

# The types by hand, as a library as this crate is one.
mkdir -p "$folder/by-hand/src"
cp "$repository/benches/build-cost/by_hand.rs" "$folder/by-hand/src/lib.rs"
cat >"$folder/by-hand/Cargo.toml" <<'TOML'
[package]
name = "by-hand"
version = "0.0.0"
edition = "2024"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
TOML
crate hand 'by-hand = { path = "../by-hand" }
serde_json = "1"' <<'RUST'
fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let event = serde_json::from_str::<by_hand::Event>(&text);
    println!("{}", event.is_ok_and(|event| serde_json::to_string(&event).is_ok()));
}
RUST

uses() {
    crate "$1" "media-collection = { path = \"$repository\"$2 }" <<'RUST'
use media_collection::{Event, Policy};

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let event = Event::decode(text.as_bytes(), &Policy::strict());
    println!("{}", event.is_ok_and(|event| event.encode().is_ok()));
}
RUST
}

uses none ', default-features = false'
uses default ''
uses validator ', features = ["validator"]'
uses schemars ', features = ["schemars"]'
uses typify ', features = ["typify"]'
uses both ', features = ["schemars", "validator"]'

variants='hand none default typify schemars validator both'
for variant in $variants; do
    # So that the lock file is settled before the clock runs.
    (cd "$folder/$variant" && cargo metadata --offline --format-version 1 >/dev/null)
done
for run in $(seq "$runs"); do
    for variant in $variants; do
        rm -rf "$folder/target"
        start=$(date +%s.%N)
        (cd "$folder/$variant" && CARGO_TARGET_DIR="$folder/target" RUSTFLAGS='' \
            cargo build --offline 2>"$folder/$variant/log" && times >"$folder/$variant/times") || {
            cat "$folder/$variant/log" >&2
            exit 1
        }
        end=$(date +%s.%N)
        echo "$end $start" | awk '{ print $1 - $2 }' >>"$folder/$variant/clock"
        # The second line is the children's: minutes and seconds in them, then in the kernel.
        tail -n 1 "$folder/$variant/times" | tr 'ms' '  ' |
            awk '{ print ($1 + $3) * 60 + $2 + $4 }' >>"$folder/$variant/processors"
        grep -c '^ *Compiling ' "$folder/$variant/log" >"$folder/$variant/crates"
    done
done

median() {
    sort -n "$folder/$1/$2" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'
}

printf '%-10s %7s %8s %6s %11s %6s\n' features crates seconds ratio processors ratio
for variant in $variants; do
    echo "$variant $(cat "$folder/$variant/crates") $(median "$variant" clock) $(median hand clock)" \
        "$(median "$variant" processors) $(median hand processors)" |
        awk '{ printf "%-10s %7d %8.1f %6.2f %11.1f %6.2f\n", $1, $2, $3, $3 / $4, $5, $5 / $6 }'
done
