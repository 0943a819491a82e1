//! Reading and writing events, compared with alternatives.
//!
//! ```text
//! cargo bench --bench peers                       # all groups
//! cargo bench --bench peers -- decode_batch lint  # some of them
//! ```
//!
//! `benches/support/rounds.rs` says how it is measured. For reading the first contender is `serde_json`'s
//! `IgnoredAny`, which tokenises and stores nothing; for writing it is serde's derive on the same types.
//! Writes `target/peers.json`.
#![forbid(unsafe_code)]

mod contenders;
#[path = "../support/figures.rs"]
mod figures;
mod inputs;
#[path = "../support/rounds.rs"]
mod rounds;
mod tagged;

fn main() {
    rounds::run(contenders::groups(), &inputs::all());
}
