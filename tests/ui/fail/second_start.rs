//! A session has one start.

use media_collection::SessionStart;
use media_collection::typed::SessionBuilder;

fn wrong(session: SessionBuilder, start: SessionStart) {
    let _ = session.session_start(start);
}

fn main() {}
