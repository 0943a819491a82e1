//! A session that the collector has lost takes nothing more.

use media_collection::{LiveSession, PlayerTime};

fn wrong(mut session: LiveSession, at: PlayerTime) {
    let reopening = session.reopen(at);
    let _ = (session.ping(at), reopening);
}

fn main() {}
