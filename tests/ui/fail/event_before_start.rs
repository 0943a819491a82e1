//! A session begins with its start, not with a play.

use media_collection::{Event, PlayerTime, Session};

fn wrong(at: PlayerTime) {
    let _ = Session::downloaded(Event::play(at));
}

fn main() {}
