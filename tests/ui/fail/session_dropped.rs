//! An ended session must still be sent.
#![deny(unused_must_use)]

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    session.end(at);
}

fn main() {}
