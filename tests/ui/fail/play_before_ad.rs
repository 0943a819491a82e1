//! Nothing plays between the start of a break and that of its ad.

use media_collection::{AdBreakBuilder, PlayerTime};

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.play(at);
}

fn main() {}
