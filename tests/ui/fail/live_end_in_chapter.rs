//! A session does not end inside a chapter without saying so.

use media_collection::{LiveSession, PlayerTime, places::Content, places::InChapter};

fn wrong(session: LiveSession<Content, InChapter>, at: PlayerTime) {
    let _ = session.end(at);
}

fn main() {}
