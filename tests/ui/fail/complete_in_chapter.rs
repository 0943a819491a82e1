//! A session does not end inside a chapter without saying so.

use media_collection::PlayerTime;
use media_collection::typed::SessionBuilder;
use media_collection::typed::state::{Content, InChapter};

fn wrong(session: SessionBuilder<Content, InChapter>, at: PlayerTime) {
    let _ = session.complete(at);
}

fn main() {}
