//! Only a start goes to the sessions endpoint.

use media_collection::{Collector, Event};

fn wrong(to: Collector, event: Event) {
    let _ = to.start(&event);
}

fn main() {}
