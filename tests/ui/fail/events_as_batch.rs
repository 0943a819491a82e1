//! Events in a list may be in any order: they become a session first.

use media_collection::{Collector, Event};

fn wrong(to: Collector, events: Vec<Event>) {
    let _ = to.upload(&events);
}

fn main() {}
