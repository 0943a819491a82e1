//! A session does not end inside an ad break without saying so.

use media_collection::{LiveAdBreak, PlayerTime};

fn wrong(session: LiveAdBreak, at: PlayerTime) {
    let _ = session.complete(at);
}

fn main() {}
