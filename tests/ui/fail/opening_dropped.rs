//! A session is open only when its start was sent.
#![deny(unused_must_use)]

use media_collection::{Collector, Session, SessionStart};

fn wrong(start: SessionStart, collector: Collector) {
    Session::online(start, collector);
}

fn main() {}
