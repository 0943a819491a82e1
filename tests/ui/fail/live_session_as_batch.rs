//! An online session is no downloaded one.

use media_collection::{Collector, LiveSession};

fn wrong(to: Collector, session: LiveSession) {
    let _ = to.upload(&session);
}

fn main() {}
