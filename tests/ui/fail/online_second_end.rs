//! A session ends once.

use media_collection::PlayerTime;
use media_collection::typed::Completed;

fn wrong(session: Completed, at: PlayerTime) {
    let last = session.end(at);
    let _ = (session.end(at), last);
}

fn main() {}
