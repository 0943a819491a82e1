//! An ad starts only when no other is open.

use media_collection::{AdBuilder, AdStartParams, PlayerTime};

fn wrong(session: AdBuilder, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
