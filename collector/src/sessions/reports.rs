//! Which sessions have a report.
//!
//! A report costs time with every event and memory with every session, so there is one only for
//! sessions that somebody can see: those in the page's list while it is looked at, and a few others
//! that were asked for. For all others it is made of their events when it is asked for.

use media_collection::report::{explain, explain_record};
use media_collection::{Event, Policy};
use serde_json::value::RawValue;

use super::reported::{self, Reported};
use super::view::MAX_LISTED;
use super::{Known, Origin, Session, Sessions};

/// For so long after the last request of the page sessions that begin have a report, in milliseconds.
const WATCHED: u64 = 10_000;
/// The most events of which reports are made for the list at once. That of a longer session is made
/// when it is shown.
const MAX_EVENTS: usize = 20_000;
/// The most sessions that are not in the page's list and have a report.
const MAX_ADOPTED: usize = 50;

/// The events of a session as texts, to work with while the collector goes on.
#[derive(Debug)]
pub(crate) struct Texts {
    origin: Origin,
    id: String,
    /// In the order of arrival.
    pub(crate) events: Vec<Box<RawValue>>,
    is_finished: bool,
    can_be_reported: bool,
}

/// A report that was made of the events.
#[derive(Debug)]
pub(crate) struct Made {
    id: String,
    events: usize,
    is_finished: bool,
    reported: Box<Reported>,
}

impl Texts {
    /// The events. They were accepted before, perhaps with another policy.
    fn decoded(&self) -> Option<Vec<Event>> {
        let policy = Policy::tolerant();
        let decoded = self.events.iter().map(|text| Event::decode(text.get().as_bytes(), &policy));
        decoded.collect::<Result<_, _>>().ok()
    }

    /// Makes the report.
    pub(crate) fn reported(&self) -> Option<Made> {
        let events = self.decoded()?;
        let Self { origin, id, is_finished, .. } = self;
        let reported = Box::new(Reported::of(*origin, id, &events, *is_finished));
        Some(Made { id: id.clone(), events: events.len(), is_finished: *is_finished, reported })
    }

    /// The indices of the events that made a value of the report, in one record or in all; `None` if
    /// the events are not all in memory.
    pub(crate) fn explain(&self, record: Option<usize>, xdm: &str) -> Option<Vec<usize>> {
        let events = self.can_be_reported.then(|| self.decoded())??;
        let options = reported::options(self.origin, &self.id);
        Some(match record {
            Some(record) => explain_record(&options, &events, record, xdm),
            None => explain(&events, xdm),
        })
    }
}

impl Sessions {
    /// The events of a session that can be shown.
    pub(crate) fn texts(&self, id: &str) -> Option<Texts> {
        self.all.get(id).map(Self::texts_of)
    }

    fn texts_of(session: &Session) -> Texts {
        let mut events = session.waiting();
        events.extend_from_slice(session.events());
        events.sort_by_key(|shown| shown.index);
        Texts {
            origin: session.origin,
            id: session.id.to_string(),
            events: events.into_iter().map(|shown| shown.event).collect(),
            is_finished: session.is_finished(),
            can_be_reported: session.can_be_reported(),
        }
    }

    /// Somebody looks at the page.
    pub(crate) fn watch(&mut self, now: u64) {
        self.watched = now.saturating_add(WATCHED);
    }

    /// The events of sessions in the page's list that have no report yet, the newest first: not those
    /// of all of them at once.
    pub(crate) fn lacking_reports(&self) -> Vec<Texts> {
        let mut events = 0;
        let lacking = self.all.newest().take(MAX_LISTED);
        let lacking = lacking
            .filter(|session| Self::lacks_report(session) && session.received <= MAX_EVENTS)
            .take_while(|session| {
                events += session.received;
                events <= MAX_EVENTS
            });
        lacking.map(Self::texts_of).collect()
    }

    /// Whether a session has no report for its last part. The parts before it have none, so that
    /// something of a long session is shown at once.
    pub(crate) fn lacks_report_for(&self, id: &str, known: Known) -> bool {
        self.all.get(id).is_some_and(|session| {
            session.events().len() <= known.events.saturating_add(known.most())
                && Self::lacks_report(session)
        })
    }

    /// Whether a session has no report, and one can be made of its events.
    fn lacks_report(session: &Session) -> bool {
        session.reported.is_none() && session.can_be_reported()
    }

    /// Takes the report of a session, unless it went on since.
    pub(crate) fn adopt(&mut self, made: Made) {
        let Some(session) = self.all.get_mut(&made.id) else { return };
        if session.received != made.events || session.is_finished() != made.is_finished {
            return;
        }
        session.reported = Some(made.reported);
        self.version += 1;
        session.version = self.version;
        if !Self::is_listed(session.number, self.arrived) {
            self.adopted.push_back(made.id);
        }
        if self.adopted.len() > MAX_ADOPTED
            && let Some(oldest) = self.adopted.pop_front()
            && let Some(session) = self.all.get_mut(&oldest)
        {
            session.reported = None;
        }
    }

    /// Takes the report from the session that leaves the page's list when this one begins.
    pub(super) fn forget_unlisted(&mut self, newest: u64) {
        let number = newest.checked_sub(MAX_LISTED as u64);
        if let Some(session) = number.and_then(|number| self.all.numbered_mut(number)) {
            session.reported = None;
        }
    }

    fn is_listed(number: u64, arrived: u64) -> bool {
        number + MAX_LISTED as u64 >= arrived
    }
}
