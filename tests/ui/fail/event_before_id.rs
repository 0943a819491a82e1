//! Nothing can be reported before the collector has given the session an id.

use media_collection::PlayerTime;
use media_collection::typed::Opening;

fn wrong(opening: Opening, at: PlayerTime) {
    let _ = opening.play(at);
}

fn main() {}
