//! Which sessions have a report.
//!
//! A report costs time with every event and memory with every session, so there is one only for
//! sessions that somebody can see: those in the page's list while it is looked at, and a few others
//! that were asked for. For all others it is made of their events when it is asked for.

use media_collection::report::{explain, explain_record};
use media_collection::{Event, Policy};

use super::MAX_WHOLE;
use super::event_text::EventText;
use super::judging::{Details, Judging, ShownEvent};
use super::reported::{self, Reported};
use super::view::MAX_LISTED;
use super::{Known, Origin, Session, Sessions, Written};

/// For so long after the last request of the page sessions that begin have a report, in milliseconds.
const WATCHED: u64 = 10_000;
/// The most events of which reports are made for the list at once. That of a longer session is made
/// when it is shown.
const MAX_EVENTS: usize = 20_000;
/// The most bytes of these events.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The most events, and bytes, of a session that are read from the log.
pub(crate) const MAX_READ: (usize, usize) = (MAX_EVENTS, MAX_BYTES);
/// The most sessions that are not in the page's list and have a report.
const MAX_ADOPTED: usize = 50;

/// The events of a session as texts, to work with while the collector goes on.
#[derive(Debug)]
pub(crate) struct Texts {
    origin: Origin,
    id: String,
    /// In the order of arrival when all are here.
    events: Vec<ShownEvent>,
    /// How many of them have left the window.
    settled: usize,
    is_finished: bool,
    can_be_reported: bool,
    is_edge: bool,
    /// If what is found in the session has to be made again, too: how much of that is counted.
    packed: Option<usize>,
    /// Since when its events are in the log, and nowhere else.
    logged: Option<u64>,
}

/// A report that was made of the events.
#[derive(Debug)]
pub(crate) struct Made {
    id: String,
    events: usize,
    is_finished: bool,
    reported: Option<Box<Reported>>,
    /// What is found in a session that is packed, and the bytes of its events.
    judged: Option<(Judging, usize)>,
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
            is_edge: false,
            packed: None,
            logged: None,
        }
    }

    /// All events are here.
    pub(crate) fn sorted(mut self) -> Self {
        self.events.sort_by_key(|shown| shown.index);
        self
    }

    /// Since when the events have to be read from the log.
    pub(crate) fn logged(&self) -> Option<u64> {
        self.logged
    }

    /// Takes the events that the log has: when each was received, and its text.
    pub(crate) fn with_log(mut self, events: Vec<(u64, EventText)>) -> Self {
        let events = events.into_iter().enumerate();
        let shown = |(index, (received, event))| ShownEvent { index, received, event };
        self.events = events.map(shown).collect();
        self
    }

    /// The events. They were accepted before, perhaps with another policy.
    fn decoded(&self) -> Option<Vec<Event>> {
        let policy = Policy::tolerant();
        let decoded =
            self.events.iter().map(|it| Event::decode(it.event.get().as_bytes(), &policy));
        decoded.collect::<Result<_, _>>().ok()
    }

    /// Makes the report.
    pub(crate) fn reported(&self) -> Option<Made> {
        self.made(|events| {
            let reported = Reported::new(self.origin, &self.id, self.is_edge);
            Some(Box::new(reported.with(events, self.is_finished)))
        })
    }

    /// Finds what was not found yet.
    pub(crate) fn found(&self) -> Option<Made> {
        self.made(|_| None)
    }

    fn made(&self, report: impl FnOnce(&[Event]) -> Option<Box<Reported>>) -> Option<Made> {
        let events = self.decoded()?;
        let Self { id, is_finished, .. } = self;
        let reported = report(&events);
        let count = events.len();
        let judged = self.packed.map(|counted| self.judged(counted, events));
        Some(Made { id: id.clone(), events: count, is_finished: *is_finished, reported, judged })
    }

    /// Judges the events of a packed session again. Returns their bytes, too.
    fn judged(&self, counted: usize, events: Vec<Event>) -> (Judging, usize) {
        let mut judging = Judging::new(self.is_edge);
        let mut bytes = 0;
        for (shown, event) in self.events.iter().zip(events) {
            bytes += shown.event.get().len() + size_of::<ShownEvent>();
            let written = Written { event, text: shown.event.clone() };
            judging.add(shown.received, written, true);
        }
        if self.is_finished {
            judging.finish();
        }
        judging.counted = counted.min(judging.found.findings.len());
        (judging, bytes)
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
        let more = |shown: &ShownEvent| texts.events.push(shown.clone());
        texts.settled += self.pass(&texts.id, texts.settled, more)?;
        if texts.settled < session.events().len() {
            return Some(true);
        }
        texts.events.extend(session.waiting());
        texts.packed = match &session.details {
            Details::Packed(packed) => Some(packed.counted),
            Details::Judged(_) => None,
        };
        texts.logged = session.is_in_log().then_some(session.opened);
        texts.origin = session.origin;
        texts.is_edge = session.edge.is_some();
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
        let is_short = |session: &Session| {
            session.received as usize <= MAX_EVENTS && session.bytes() <= MAX_BYTES
        };
        let lacking = self.all.newest().take(MAX_LISTED);
        let lacking = lacking
            // What is in the log is read when the session is shown.
            .filter(|session| !session.is_in_log() && is_short(session))
            .filter(|session| Self::lacks_report(session))
            .take_while(|session| {
                events += session.received as usize;
                bytes += session.bytes();
                events <= MAX_EVENTS && bytes <= MAX_BYTES
            });
        lacking.map(|session| session.id.to_string()).collect()
    }

    /// Whether a session has no report for its last part. The parts before it have none, so that
    /// something of a long session is shown at once.
    pub(crate) fn lacks_report_for(&self, id: &str, known: Known) -> bool {
        self.all.get(id).is_some_and(|session| {
            (session.details.is_packed()
                || session.events().len() <= known.events.saturating_add(known.most()))
                && Self::lacks_report(session)
        })
    }

    /// Whether a session has no report, and one can be made of its events.
    fn lacks_report(session: &Session) -> bool {
        session.reported().is_none() && session.can_be_reported()
    }

    /// Takes the report of a session, unless it went on since.
    pub(crate) fn adopt(&mut self, made: Made) {
        let Some(session) = self.all.get_mut(&made.id) else { return };
        if session.received as usize != made.events || session.is_finished() != made.is_finished {
            return;
        }
        let mut packed = None;
        if let Some((judging, bytes)) = made.judged.filter(|_| session.details.is_packed()) {
            let more = bytes.saturating_sub(session.bytes());
            if self.bytes + more > self.limits.bytes {
                return;
            }
            let (more, before) = session.unpack(judging, bytes);
            self.bytes += more;
            session.newly_found(|rule| self.tally.found(rule));
            packed = Some(before);
        }
        let has_report = made.reported.is_some();
        if has_report {
            session.set_reported(made.reported);
        }
        self.version += 1;
        session.version = self.version;
        let number = session.number;
        if has_report && !Self::is_listed(number, self.arrived) {
            self.adopted.push_back(made.id);
        }
        if let Some(events) = packed {
            self.all.keep_events(number, events);
        }
        if self.adopted.len() > MAX_ADOPTED
            && let Some(oldest) = self.adopted.pop_front()
            && let Some(session) = self.all.get_mut(&oldest)
        {
            session.set_reported(None);
            let number = session.number;
            if number + MAX_WHOLE as u64 <= self.arrived {
                self.pack(Some(number));
            }
        }
    }

    /// Takes the report from the session that leaves the page's list when this one begins.
    pub(super) fn forget_unlisted(&mut self, newest: u64) {
        let number = newest.checked_sub(MAX_LISTED as u64);
        if let Some(session) = number.and_then(|number| self.all.numbered_mut(number)) {
            session.set_reported(None);
        }
    }

    fn is_listed(number: u64, arrived: u64) -> bool {
        number + MAX_LISTED as u64 >= arrived
    }
}
