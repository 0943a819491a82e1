//! Only an open ad can be completed.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.ad_complete(at);
}

fn main() {}
