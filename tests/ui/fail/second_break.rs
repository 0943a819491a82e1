//! An ad break starts only when no other is open.

use media_collection::typed::AdBreakBuilder;
use media_collection::{AdBreakStartParams, PlayerTime};

fn wrong(session: AdBreakBuilder, at: PlayerTime) {
    let _ = session.ad_break_start(at, AdBreakStartParams::new(2, 12.0));
}

fn main() {}
