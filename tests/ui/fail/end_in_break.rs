//! A session does not end inside an ad break without saying so.

use media_collection::PlayerTime;
use media_collection::typed::AdBreakBuilder;

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.end(at);
}

fn main() {}
