//! A session begins with its start, not with a play.

use media_collection::{Event, PlayerTime, Session};

fn wrong(at: PlayerTime) {
    let _ = Session::online(Event::play(at));
}

fn main() {}
