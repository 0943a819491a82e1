//! Nothing follows the end.

use media_collection::{PlayerTime, SessionBuilder};

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.end(at).ping(at);
}

fn main() {}
