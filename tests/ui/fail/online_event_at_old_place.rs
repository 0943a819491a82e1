//! A session stands in one place: the one outside the break is gone.

use media_collection::typed::OnlineSession;
use media_collection::{AdBreakStartParams, PlayerTime};

fn wrong(mut session: OnlineSession, at: PlayerTime) {
    let moved = session.ad_break_start(at, AdBreakStartParams::new(1, 12.0));
    let _ = (session.play(at), moved);
}

fn main() {}
