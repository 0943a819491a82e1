//! What `chapterStart` requires must be set.

use media_collection::ChapterStartParams;

fn wrong() {
    let _ = ChapterStartParams::builder().index(1).length(60.0).build();
}

fn main() {}
