//! An ad starts only when no other is open.

use media_collection::typed::OnlineAd;
use media_collection::{AdStartParams, PlayerTime};

fn wrong(session: OnlineAd, at: PlayerTime, spot: AdStartParams) {
    let _ = session.ad_start(at, spot);
}

fn main() {}
