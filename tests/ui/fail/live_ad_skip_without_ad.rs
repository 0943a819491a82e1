//! Only an open ad can be skipped.

use media_collection::{LiveSession, PlayerTime};

fn wrong(session: LiveSession, at: PlayerTime) {
    let _ = session.ad_skip(at);
}

fn main() {}
