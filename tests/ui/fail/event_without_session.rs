//! Nothing can be reported where no session was begun.

use media_collection::{PlayerTime, Session};

fn wrong(at: PlayerTime) {
    let _ = Session::play(at);
}

fn main() {}
