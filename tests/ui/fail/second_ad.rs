//! An ad starts only when no other is open.

use media_collection::typed::AdBuilder;
use media_collection::{AdStartParams, PlayerTime};

fn wrong(session: AdBuilder, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
