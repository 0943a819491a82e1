//! A completed session stays open until its end is sent.
#![deny(unused_must_use)]

use media_collection::{PlayerTime, typed::OnlineSession};

fn complete(session: OnlineSession, at: PlayerTime) -> media_collection::typed::Completed {
    session.complete(at).unwrap().1
}

fn wrong(session: OnlineSession, at: PlayerTime) {
    complete(session, at);
}

fn main() {}
