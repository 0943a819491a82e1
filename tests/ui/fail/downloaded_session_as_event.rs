//! A downloaded session does not go to the events endpoint.

use media_collection::{Collector, DownloadedSession, SessionId};

fn wrong(to: Collector, id: SessionId, session: DownloadedSession) {
    let _ = to.event(&id, &session);
}

fn main() {}
