//! Whether a session takes an event.

use media_collection::{Api, Event, EventBody};

use super::id::Id;
use super::{Closed, EdgeAbout, Origin, Sessions, Written};
use crate::connections::Client;

/// Whether an event may be added to its session.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Admission {
    /// Yes.
    Admitted,
    /// No: it is a `sessionEnd` that was already received. The request still succeeds.
    Repeated,
    /// No: its session is unknown.
    Unknown,
    /// No: its session is closed.
    Closed,
}

impl Admission {
    /// For an event of a session that is open or closed for this reason. `ended` is when its `sessionEnd`
    /// arrived, and the timestamp of that, while events that it overtook are taken.
    pub(crate) fn of(
        closed: Option<Closed>,
        ended: Option<(u64, i64)>,
        now: u64,
        event: &Event,
    ) -> Self {
        match closed {
            None => Self::Admitted,
            Some(Closed::Ended) if is_end(event) => Self::Repeated,
            Some(Closed::Ended) if ended.is_some_and(|end| overtook(end, now, event)) => {
                Self::Admitted
            }
            Some(_) => Self::Closed,
        }
    }
}

/// What became of a stored event.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Restored {
    Added,
    /// It is the end of its session.
    Ended,
    /// The session begins with it, since its start could not be read: only that is missing.
    Began,
    /// It came after its session was closed, and is dropped.
    Dropped,
    /// It is a `sessionEnd` that was received before.
    Repeated,
}

/// What became of an event that arrived.
#[derive(Debug)]
pub(crate) struct Arrival {
    /// Why its session was closed just now: one of its timeouts had passed.
    pub(crate) expired: Option<Closed>,
    pub(crate) admission: Admission,
}

impl Sessions {
    /// An event arrives. It is added to its session, if it may be.
    pub(crate) fn event(&mut self, now: u64, api: Api, id: &str, written: Written) -> Arrival {
        let id = Id::from(id);
        // There are many sessions, so it is looked for once.
        let found = self.all.place(&id);
        let expired = found.and_then(|place| self.expire(now, place));
        let place = if expired.is_none() { found } else { self.all.place(&id) };
        let admission = self.admission(now, api, &id, place, &written);
        if let (Admission::Admitted, Some(place)) = (&admission, place) {
            self.admitted(now, place, written);
        }
        Arrival { expired, admission }
    }

    /// Closes the session at this place if one of its timeouts has passed.
    fn expire(&mut self, now: u64, place: u32) -> Option<Closed> {
        let session = self.all.at(place).filter(|session| session.closed.is_none())?;
        let reason = session.expired(now, &self.limits)?;
        self.close_at(place, reason);
        Some(reason)
    }

    /// Whether an event may be added to its session. The id of a session is known to one API only.
    pub(crate) fn admits(&self, now: u64, api: Api, id: &str, written: &Written) -> Admission {
        let id = Id::from(id);
        self.admission(now, api, &id, self.all.place(&id), written)
    }

    fn admission(
        &self,
        now: u64,
        api: Api,
        id: &Id,
        place: Option<u32>,
        written: &Written,
    ) -> Admission {
        match place.and_then(|place| self.all.at(place)) {
            Some(session) if session.api() != api => Admission::Unknown,
            Some(session) => {
                Admission::of(session.closed, session.overtaking(), now, &written.event)
            }
            None => match self.forgotten.closed(api, id) {
                None => Admission::Unknown,
                closed => Admission::of(closed, None, now, &written.event),
            },
        }
    }

    /// Adds an event that was stored. If the start of its session could not be read, the session begins
    /// with it.
    pub(crate) fn restore(
        &mut self,
        now: u64,
        id: &str,
        written: Written,
        edge: Option<EdgeAbout>,
    ) -> Restored {
        let api = if edge.is_some() { Api::MediaEdge } else { Api::MediaCollection };
        let key = Id::from(id);
        let place = self.all.place(&key);
        match self.admission(now, api, &key, place, &written) {
            Admission::Admitted => {
                let restored =
                    if is_end(&written.event) { Restored::Ended } else { Restored::Added };
                if let Some(place) = place {
                    self.admitted(now, place, written);
                }
                return restored;
            }
            Admission::Repeated => return Restored::Repeated,
            Admission::Unknown if place.is_none() => {}
            Admission::Unknown | Admission::Closed => return Restored::Dropped,
        }
        let is_end = is_end(&written.event);
        let client = Client::UNKNOWN;
        self.insert(now, client, id, Origin::Online, edge, std::iter::once(written));
        if is_end {
            self.close(id, Closed::Ended);
        }
        Restored::Began
    }
}

/// For so long an event may arrive after the `sessionEnd` that overtook it, in milliseconds.
pub(super) const MAX_OVERTAKEN: u64 = 5_000;

/// Whether an event that arrives now was sent before the end of its session, and overtaken by it. `end` is
/// when that arrived, and its timestamp.
fn overtook((end, ts): (u64, i64), now: u64, event: &Event) -> bool {
    let before = match event.body {
        EventBody::SessionEnd => false,
        // With the time of the end it says nothing that the end does not, and more often it is
        // of a player that goes on.
        EventBody::Ping => event.player_time.ts < ts,
        _ => event.player_time.ts <= ts,
    };
    before && now.saturating_sub(end) <= MAX_OVERTAKEN
}

pub(super) fn is_end(event: &Event) -> bool {
    matches!(event.body, EventBody::SessionEnd)
}
