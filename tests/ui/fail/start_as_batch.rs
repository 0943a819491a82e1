//! A single start is no downloaded session.

use media_collection::{Collector, SessionStart};

fn wrong(to: Collector, start: SessionStart) {
    let _ = to.upload(&start);
}

fn main() {}
