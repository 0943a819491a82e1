//! A session is open only when the collector's response was read.

use media_collection::typed::Opening;
use media_collection::{PlayerTime, http::Response};

fn wrong(opening: Opening, response: Response<Vec<u8>>, at: PlayerTime) {
    let _ = opening.created(&response).ping(at);
}

fn main() {}
