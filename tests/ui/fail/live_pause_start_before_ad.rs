//! Nothing is paused between the start of a break and that of its ad.

use media_collection::{LiveAdBreak, PlayerTime};

fn wrong(mut session: LiveAdBreak, at: PlayerTime) {
    let _ = session.pause_start(at);
}

fn main() {}
