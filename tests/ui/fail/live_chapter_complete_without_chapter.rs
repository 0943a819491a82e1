//! Only an open chapter can be completed.

use media_collection::{LiveSession, PlayerTime};

fn wrong(session: LiveSession, at: PlayerTime) {
    let _ = session.chapter_complete(at);
}

fn main() {}
