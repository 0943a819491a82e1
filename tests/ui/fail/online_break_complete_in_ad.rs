//! An ad is closed before its break.

use media_collection::PlayerTime;
use media_collection::typed::OnlineAd;

fn wrong(session: OnlineAd, at: PlayerTime) {
    let _ = session.ad_break_complete(at);
}

fn main() {}
