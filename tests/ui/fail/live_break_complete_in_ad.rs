//! An ad is closed before its break.

use media_collection::{LiveAd, PlayerTime};

fn wrong(session: LiveAd, at: PlayerTime) {
    let _ = session.ad_break_complete(at);
}

fn main() {}
