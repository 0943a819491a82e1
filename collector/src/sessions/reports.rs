//! Which sessions have a report.
//!
//! A report costs time with every event and memory with every session, so there is one only for
//! sessions that somebody can see: those in the page's list while it is looked at, and a few others
//! that were asked for. For all others it is made of their events when it is asked for.

use media_collection::report::{explain, explain_record};
use media_collection::{Event, Policy};
use serde_json::value::RawValue;

use super::reported::{self, Reported};
use super::session::ShownEvent;
use super::view::MAX_LISTED;
use super::{Known, Origin, Session, Sessions};

/// For so long after the last request of the page sessions that begin have a report, in milliseconds.
const WATCHED: u64 = 10_000;
/// The most events of which reports are made for the list at once. That of a longer session is made
/// when it is shown.
const MAX_EVENTS: usize = 20_000;
/// The most bytes of these events.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most sessions that are not in the page's list and have a report.
const MAX_ADOPTED: usize = 50;

/// The events of a session as texts, to work with while the collector goes on.
#[derive(Debug)]
pub(crate) struct Texts {
    origin: Origin,
    id: String,
    /// With their indices; in the order of arrival when all are here.
    events: Vec<(usize, Box<RawValue>)>,
    /// How many of them have left the window.
    settled: usize,
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
    /// None yet.
    pub(crate) fn of(id: &str) -> Self {
        Self {
            origin: Origin::Online,
            id: id.to_owned(),
            events: Vec::new(),
            settled: 0,
            is_finished: false,
            can_be_reported: false,
        }
    }

    /// All events are here.
    pub(crate) fn sorted(mut self) -> Self {
        self.events.sort_by_key(|(index, _)| *index);
        self
    }

    /// The events. They were accepted before, perhaps with another policy.
    fn decoded(&self) -> Option<Vec<Event>> {
        let policy = Policy::tolerant();
        let decoded =
            self.events.iter().map(|(_, text)| Event::decode(text.get().as_bytes(), &policy));
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
    /// Adds the next events of a session that can be shown to its texts. Returns whether there are more;
    /// `None` if it was dropped.
    pub(crate) fn more_texts(&self, texts: &mut Texts) -> Option<bool> {
        let session = self.all.get(&texts.id)?;
        let more = |shown: &ShownEvent| texts.events.push((shown.index, shown.event.clone()));
        texts.settled += self.pass(&texts.id, texts.settled, more)?;
        if texts.settled < session.events().len() {
            return Some(true);
        }
        let waiting = session.waiting().into_iter();
        texts.events.extend(waiting.map(|shown| (shown.index, shown.event)));
        texts.origin = session.origin;
        texts.is_finished = session.is_finished();
        texts.can_be_reported = session.can_be_reported();
        Some(false)
    }

    /// Somebody looks at the page.
    pub(crate) fn watch(&mut self, now: u64) {
        self.watched = now.saturating_add(WATCHED);
    }

    /// The ids of sessions in the page's list that have no report yet, the newest first: not all of
    /// them at once.
    pub(crate) fn lacking_reports(&self) -> Vec<String> {
        let (mut events, mut bytes) = (0, 0);
        let is_short =
            |session: &Session| session.received <= MAX_EVENTS && session.bytes() <= MAX_BYTES;
        let lacking = self.all.newest().take(MAX_LISTED);
        let lacking = lacking
            .filter(|session| Self::lacks_report(session) && is_short(session))
            .take_while(|session| {
                events += session.received;
                bytes += session.bytes();
                events <= MAX_EVENTS && bytes <= MAX_BYTES
            });
        lacking.map(|session| session.id.to_string()).collect()
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
