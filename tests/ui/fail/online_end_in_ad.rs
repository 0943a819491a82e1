//! A session does not end inside an ad without saying so.

use media_collection::PlayerTime;
use media_collection::typed::OnlineAd;

fn wrong(session: OnlineAd, at: PlayerTime) {
    let _ = session.end(at);
}

fn main() {}
