//! An ad starts only when no other is open.

use media_collection::{AdStartParams, LiveAd, PlayerTime};

fn wrong(session: LiveAd, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
