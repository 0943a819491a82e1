//! Sessions that are uploaded in one request. They are judged before they are among the others, so that nobody
//! waits for that.

use std::sync::Arc;

use super::about::About;
use super::reported::Reported;
use super::session::Session;
use super::{Closed, EdgeAbout, Origin, Sessions, Written};
use crate::connections::Client;

/// What has to be known of the others.
#[derive(Debug)]
pub(crate) struct Ready {
    now: u64,
    /// How many bytes, and events, can be shown.
    room: usize,
    most: usize,
    is_watched: bool,
}

impl Ready {
    /// Judges a session; `None` if it has no events.
    pub(crate) fn judge(
        self,
        id: &str,
        origin: Origin,
        edge: Option<EdgeAbout>,
        events: Vec<Written>,
    ) -> Option<Box<Session>> {
        let Self { now, mut room, most, is_watched } = self;
        let first = &events.first()?.event;
        let about = (edge.map(Arc::new), Arc::new(About::of(first)));
        let mut session = Box::new(Session::new(0, id, origin, about, now, first));
        if is_watched {
            session.set_reported(Some(Box::new(Reported::new(origin, id, session.edge.is_some()))));
        }
        for written in events {
            room -= session.add(now, written, room, most).0;
        }
        session.close(Closed::Uploaded);
        Some(session)
    }
}

impl Sessions {
    /// For a session that is uploaded now.
    pub(crate) fn ready(&self, now: u64) -> Ready {
        Ready {
            now,
            room: self.limits.bytes.saturating_sub(self.bytes),
            most: self.limits.events,
            is_watched: now < self.watched,
        }
    }

    /// Adds a session that was judged.
    pub(crate) fn uploaded(&mut self, session: Option<Box<Session>>) {
        let Some(session) = session else { return };
        self.bytes += session.bytes();
        let place = self.enter(session, Client::UNKNOWN);
        self.has_closed(place);
    }

    /// Adds a session that was uploaded in one request.
    pub(crate) fn upload(
        &mut self,
        now: u64,
        id: &str,
        origin: Origin,
        edge: Option<EdgeAbout>,
        events: Vec<Written>,
    ) {
        let session = self.ready(now).judge(id, origin, edge, events);
        self.uploaded(session);
    }
}
