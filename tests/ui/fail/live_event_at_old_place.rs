//! A session stands in one place: the one outside the break is gone.

use media_collection::{AdBreakStartParams, LiveSession, PlayerTime};

fn wrong(mut session: LiveSession, at: PlayerTime) {
    let moved = session.ad_break_start(at, AdBreakStartParams::new(1, 12.0));
    let _ = (session.play(at), moved);
}

fn main() {}
