//! Nothing follows the end.

use media_collection::PlayerTime;
use media_collection::typed::OnlineSession;

fn wrong(mut session: OnlineSession, at: PlayerTime) {
    let last = session.end(at);
    let _ = (session.ping(at), last);
}

fn main() {}
