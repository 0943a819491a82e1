//! A session is live only when its answer was looked at.

use media_collection::{Collector, Opening, PlayerTime, http::Response};

fn wrong(opening: Opening, to: Collector, answer: Response<Vec<u8>>, at: PlayerTime) {
    let _ = opening.created(&to, &answer).ping(at);
}

fn main() {}
