//! Nothing follows the end.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.end(at).ping(at);
}

fn main() {}
