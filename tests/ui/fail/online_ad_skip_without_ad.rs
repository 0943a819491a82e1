//! Only an open ad can be skipped.

use media_collection::PlayerTime;
use media_collection::typed::OnlineSession;

fn wrong(session: OnlineSession, at: PlayerTime) {
    let _ = session.ad_skip(at);
}

fn main() {}
