//! A session has one course: a builder is gone once it has moved on.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let played = session.play(at);
    let _ = (session.ping(at), played);
}

fn main() {}
