//! An ad starts only inside an ad break.

use media_collection::{AdStartParams, LiveSession, PlayerTime};

fn wrong(session: LiveSession, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
