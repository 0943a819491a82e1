//! Nothing follows the end of a downloaded session, not even another end.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, at: PlayerTime) {
    let _ = session.complete(at).end(at);
}

fn main() {}
