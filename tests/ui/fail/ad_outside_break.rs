//! An ad starts only inside an ad break.

use media_collection::typed::SessionBuilder;
use media_collection::{AdStartParams, PlayerTime};

fn wrong(session: SessionBuilder, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
