#!/bin/sh
# Measures what this crate adds to a clean build of a crate that depends on it.
#
#   scripts/build-cost.sh [RUNS]      (default: 1)
#
# Builds small crates from scratch, in a temporary folder, offline and in the dev profile: one with
# hand-written serde types, and one for each set of features of this crate. Prints the number of
# compiled crates, the wall-clock and CPU seconds (medians of the runs), and their ratios to the
# first variant. The variants alternate, so that a drift of the machine's speed affects all of them.
# On a busy machine only the CPU seconds are meaningful.
set -eu

runs=${1:-1}
repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Creates a crate NAME with these DEPENDENCIES; standard input is its main.rs.
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

# The hand-written types are a library, as this crate is.
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
    # Updates the lock file before the measurement.
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
        # The second line of `times` is about the children: user time, then system time.
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
