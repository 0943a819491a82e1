//! A session does not end inside an ad without saying so.

use media_collection::PlayerTime;
use media_collection::typed::AdBuilder;

fn wrong(session: AdBuilder, at: PlayerTime) {
    let _ = session.end(at);
}

fn main() {}
