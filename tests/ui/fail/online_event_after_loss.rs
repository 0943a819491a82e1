//! A session that the collector has lost takes nothing more.

use media_collection::PlayerTime;
use media_collection::typed::OnlineSession;

fn wrong(mut session: OnlineSession, at: PlayerTime) {
    let reopening = session.reopen(at);
    let _ = (session.ping(at), reopening);
}

fn main() {}
