//! A start does not go to the events endpoint.

use media_collection::{Collector, SessionId, SessionStart};

fn wrong(to: Collector, id: SessionId, start: SessionStart) {
    let _ = to.event(&id, &start);
}

fn main() {}
