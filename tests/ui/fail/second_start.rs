//! A session has one start.

use media_collection::{SessionBuilder, SessionStart};

fn wrong(session: SessionBuilder, start: SessionStart) {
    let _ = session.session_start(start);
}

fn main() {}
