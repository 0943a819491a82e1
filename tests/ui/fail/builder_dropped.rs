//! A session that is not ended is never sent.
#![deny(unused_must_use)]

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    session.play(at);
}

fn main() {}
