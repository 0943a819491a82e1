//! An online session is not a downloaded one.

use media_collection::Collector;
use media_collection::typed::OnlineSession;

fn wrong(to: Collector, session: OnlineSession) {
    let _ = to.upload(&session);
}

fn main() {}
