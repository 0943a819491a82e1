//! The time and the allocations of a tracker's calls and timers.
//!
//! ```text
//! cargo bench --bench tracker
//! ```
//!
//! All contenders run in one process, in many rounds of different order. A figure is the median of
//! the rounds; allocations are exact. The peer of a ping and of an hour is the same by
//! `Recorder<Online>` alone. Adds `tracker` and `allocs_tracker` to `target/peers.json`.

// The peak is of no interest here.
#[path = "../support/contest.rs"]
mod contest;
#[allow(dead_code)]
#[path = "../allocations/counting.rs"]
mod counting;
#[path = "../support/figures.rs"]
mod figures;
mod player;
mod stored;

use player::contenders;

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

fn main() {
    contest::run("tracker", contenders);
}
