//! A session does not end inside an ad break without saying so.

use media_collection::PlayerTime;
use media_collection::typed::OnlineAdBreak;

fn wrong(session: OnlineAdBreak, at: PlayerTime) {
    let _ = session.complete(at);
}

fn main() {}
