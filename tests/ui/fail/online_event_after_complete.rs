//! After its completion an online session can only end.

use media_collection::PlayerTime;
use media_collection::typed::Completed;

fn wrong(mut session: Completed, at: PlayerTime) {
    let _ = session.ping(at);
}

fn main() {}
