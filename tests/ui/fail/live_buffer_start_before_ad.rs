//! Nothing buffers between the start of a break and that of its ad.

use media_collection::{LiveAdBreak, PlayerTime};

fn wrong(mut session: LiveAdBreak, at: PlayerTime) {
    let _ = session.buffer_start(at);
}

fn main() {}
