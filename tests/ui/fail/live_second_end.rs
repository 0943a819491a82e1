//! A session ends once.

use media_collection::{Completed, PlayerTime};

fn wrong(session: Completed, at: PlayerTime) {
    let last = session.end(at);
    let _ = (session.end(at), last);
}

fn main() {}
