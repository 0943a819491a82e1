//! A session that is opening has no id yet.

use media_collection::typed::Opening;
use media_collection::{Collector, Event};

fn wrong(to: Collector, opening: Opening, event: Event) {
    let _ = to.event(&opening, &event);
}

fn main() {}
