//! Chapters do not overlap.

use media_collection::typed::OnlineSession;
use media_collection::typed::state::{Content, InChapter};
use media_collection::{ChapterStartParams, PlayerTime};

fn wrong(session: OnlineSession<Content, InChapter>, at: PlayerTime, next: ChapterStartParams) {
    let _ = session.chapter_start(at, next);
}

fn main() {}
