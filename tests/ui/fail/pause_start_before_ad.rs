//! Nothing is paused between the start of a break and that of its ad.

use media_collection::PlayerTime;
use media_collection::typed::AdBreakBuilder;

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.pause_start(at);
}

fn main() {}
