//! Only an open ad break can be completed.

use media_collection::{PlayerTime, SessionBuilder};

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.ad_break_complete(at);
}

fn main() {}
