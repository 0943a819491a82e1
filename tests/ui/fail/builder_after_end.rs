//! The builder is gone once the session has ended.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let ended = session.end(at);
    let _ = (session.ping(at), ended);
}

fn main() {}
