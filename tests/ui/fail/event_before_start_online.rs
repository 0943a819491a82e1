//! A session begins with its start, not with a play.

use media_collection::{Collector, Event, PlayerTime, Session};

fn wrong(at: PlayerTime, collector: Collector) {
    let _ = Session::online(Event::play(at), collector);
}

fn main() {}
