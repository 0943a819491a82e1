//! Chapters do not overlap.

use media_collection::{
    ChapterStartParams, LiveSession, PlayerTime, places::Content, places::InChapter,
};

fn wrong(session: LiveSession<Content, InChapter>, at: PlayerTime, next: ChapterStartParams) {
    let _ = session.chapter_start(at, next);
}

fn main() {}
