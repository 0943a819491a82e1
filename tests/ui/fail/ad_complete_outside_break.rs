//! Only an open ad can be completed.

use media_collection::{PlayerTime, SessionBuilder};

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.ad_complete(at);
}

fn main() {}
