//! A request must be sent.
#![deny(unused_must_use)]

use media_collection::{Collector, EventType};

fn wrong(collector: &Collector) {
    collector.schema(EventType::Play);
}

fn main() {}
