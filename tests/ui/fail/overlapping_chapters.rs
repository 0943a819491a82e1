//! Chapters do not overlap.

use media_collection::{
    ChapterStartParams, PlayerTime, SessionBuilder, places::Content, places::InChapter,
};

fn wrong(session: SessionBuilder<Content, InChapter>, at: PlayerTime, next: ChapterStartParams) {
    let _ = session.chapter_start(at, next);
}

fn main() {}
