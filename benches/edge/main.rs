//! Reading and writing requests of the Media Edge API, compared with alternatives.
//!
//! ```text
//! cargo bench --bench edge                      # all groups
//! cargo bench --bench edge -- edge_decode_one   # some of them
//! ```
//!
//! `benches/support/rounds.rs` says how it is measured. For reading the first contender is `serde_json`'s
//! `IgnoredAny`, which tokenises and stores nothing; for writing it is serde's derive on plain types.
//! Writes `target/peers.json`.
#![forbid(unsafe_code)]

mod contenders;
#[path = "../support/figures.rs"]
mod figures;
mod inputs;
#[path = "../support/rounds.rs"]
mod rounds;
mod typed;

fn main() {
    rounds::run(contenders::groups(), &inputs::all());
}
