//! After its completion an online session can only end.

use media_collection::{Completed, PlayerTime};

fn wrong(mut session: Completed, at: PlayerTime) {
    let _ = session.ping(at);
}

fn main() {}
