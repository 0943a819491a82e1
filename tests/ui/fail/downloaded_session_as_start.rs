//! A downloaded session does not begin an online one.

use media_collection::{Collector, DownloadedSession};

fn wrong(to: Collector, session: DownloadedSession) {
    let _ = to.start(&session);
}

fn main() {}
