//! An ad is closed before its break.

use media_collection::PlayerTime;
use media_collection::typed::AdBuilder;

fn wrong(session: AdBuilder, at: PlayerTime) {
    let _ = session.ad_break_complete(at);
}

fn main() {}
