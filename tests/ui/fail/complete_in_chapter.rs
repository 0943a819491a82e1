//! A session does not end inside a chapter without saying so.

use media_collection::{PlayerTime, SessionBuilder, places::Content, places::InChapter};

fn wrong(session: SessionBuilder<Content, InChapter>, at: PlayerTime) {
    let _ = session.complete(at);
}

fn main() {}
