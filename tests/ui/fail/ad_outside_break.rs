//! An ad starts only inside an ad break.

use media_collection::{AdStartParams, PlayerTime, SessionBuilder};

fn wrong(session: SessionBuilder, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
