//! Only an open ad can be completed.

use media_collection::{AdBreakBuilder, PlayerTime};

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.ad_complete(at);
}

fn main() {}
