//! A session is ended before it is sent.

use media_collection::Collector;
use media_collection::typed::SessionBuilder;

fn wrong(to: Collector, session: SessionBuilder) {
    let _ = to.upload(&session);
}

fn main() {}
