//! Only an open ad can be completed.

use media_collection::PlayerTime;
use media_collection::typed::AdBreakBuilder;

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.ad_complete(at);
}

fn main() {}
