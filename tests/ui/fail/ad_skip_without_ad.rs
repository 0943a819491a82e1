//! Only an open ad can be skipped.

use media_collection::{AdBreakBuilder, PlayerTime};

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.ad_skip(at);
}

fn main() {}
