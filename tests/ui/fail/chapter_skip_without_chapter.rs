//! Only an open chapter can be skipped.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.chapter_skip(at);
}

fn main() {}
