//! Only an open chapter can be completed.

use media_collection::PlayerTime;
use media_collection::typed::OnlineSession;

fn wrong(session: OnlineSession, at: PlayerTime) {
    let _ = session.chapter_complete(at);
}

fn main() {}
