//! Sessions as a snapshot has them.

use std::sync::Arc;

use media_collection::Api;

use super::super::Sessions;
use super::super::session::Session;
use super::{Line, Order};
use crate::connections::Client;
use crate::options::Limits;

/// The version of what was changed before a page could see it. It is above those of sessions that are empty yet.
const VERSION: u64 = 1 << 32;

/// Reads the lines of a snapshot.
#[derive(Debug)]
pub(crate) struct Restoring {
    sessions: Sessions,
    /// Closed sessions that were last heard of before this time are left out, in milliseconds.
    oldest: u64,
    order: Option<Box<Order>>,
    /// The session whose events are read, and how many are missing.
    current: Option<(Box<Session>, usize)>,
    count: u64,
    is_whole: bool,
}

impl Restoring {
    pub(crate) fn new(limits: Limits, oldest: u64) -> Self {
        let mut sessions = Sessions::new(limits);
        sessions.version = VERSION;
        Self { sessions, oldest, order: None, current: None, count: 0, is_whole: false }
    }

    /// Reads a line, without its end.
    ///
    /// # Errors
    ///
    /// When it is none of a snapshot, or not in its place.
    pub(crate) fn line(&mut self, text: &[u8]) -> Result<(), String> {
        let line = serde_json::from_slice(text).map_err(|error| error.to_string())?;
        match (line, self.current.take()) {
            _ if self.is_whole => Err("a line stands behind the end".to_owned()),
            (Line::Event(event), Some((mut session, missing))) => {
                session.details.events_mut().push(event);
                self.current = Some((session, missing - 1));
                self.add_whole();
                Ok(())
            }
            (Line::Order(mut order), None) if self.order.is_none() => {
                self.sessions.arrived = order.arrived;
                for (id, is_edge, reason) in order.forgotten.drain(..) {
                    let api = if is_edge { Api::MediaEdge } else { Api::MediaCollection };
                    self.sessions.forgotten.remember(api, id, reason);
                }
                self.order = Some(order);
                Ok(())
            }
            (Line::Session(session, events), None) if self.fits(&session, events) => {
                self.count += 1;
                self.current = Some((session, events));
                self.add_whole();
                Ok(())
            }
            (Line::End(count), None) if self.order.is_some() && count == self.count => {
                self.is_whole = true;
                Ok(())
            }
            _ => Err("a line is not in its place".to_owned()),
        }
    }

    /// Whether a session with so many events can follow those before.
    fn fits(&self, session: &Session, events: usize) -> bool {
        let newest = self.sessions.all.newest().next();
        self.order.is_some()
            && session.number < self.sessions.arrived
            && events <= session.received as usize
            && newest.is_none_or(|newest| newest.number < session.number)
    }

    /// Adds the session that is read, if no events are missing.
    fn add_whole(&mut self) {
        let Some((mut session, _)) = self.current.take_if(|(_, missing)| *missing == 0) else {
            return;
        };
        let Self { sessions, oldest, .. } = self;
        if let Some(reason) = session.closed.filter(|_| session.heard < *oldest) {
            return sessions.forgotten.remember(session.api(), session.id, reason);
        }
        session.version = VERSION;
        session.about = sessions.abouts.share(Arc::unwrap_or_clone(session.about));
        let edge = session.edge.take();
        session.edge = edge.map(|edge| sessions.edges.share(Arc::unwrap_or_clone(edge)));
        sessions.bytes += session.bytes();
        let (is_closed, most) = (session.closed.is_some(), sessions.limits.open);
        let place = sessions.all.insert(session, Client::UNKNOWN, most);
        if is_closed {
            sessions.all.closed(place, most);
        }
    }

    /// The sessions, and how many they are.
    ///
    /// # Errors
    ///
    /// When lines are missing.
    pub(crate) fn finish(self) -> Result<Sessions, String> {
        let Self { mut sessions, order: Some(order), is_whole: true, .. } = self else {
            return Err("it has no end".to_owned());
        };
        let here = |number: &u64| sessions.all.numbered(*number).is_some();
        sessions.finished = order.finished.iter().copied().filter(here).collect();
        sessions.ending = order.ending.into();
        sessions.unjudged = order.unjudged.into();
        sessions.all.put_in_order(&order.heard, &order.moved);
        // Another collector may have had other limits.
        sessions.make_room();
        Ok(sessions)
    }
}

impl Sessions {
    /// Goes on with these, in place of those that are here: nothing was added yet.
    pub(crate) fn go_on_with(&mut self, restored: Self) {
        let before = std::mem::replace(self, restored);
        self.is_shared = before.is_shared;
        self.watched = before.watched;
        self.version = self.version.max(before.version) + 1;
        self.rejected = before.rejected;
    }
}
