//! Nothing plays between the start of a break and that of its ad.

use media_collection::{LiveAdBreak, PlayerTime};

fn wrong(mut session: LiveAdBreak, at: PlayerTime) {
    let _ = session.play(at);
}

fn main() {}
