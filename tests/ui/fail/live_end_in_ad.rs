//! A session does not end inside an ad without saying so.

use media_collection::{LiveAd, PlayerTime};

fn wrong(session: LiveAd, at: PlayerTime) {
    let _ = session.end(at);
}

fn main() {}
