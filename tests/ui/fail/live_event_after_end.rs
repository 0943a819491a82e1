//! Nothing follows the end.

use media_collection::{LiveSession, PlayerTime};

fn wrong(mut session: LiveSession, at: PlayerTime) {
    let last = session.end(at);
    let _ = (session.ping(at), last);
}

fn main() {}
