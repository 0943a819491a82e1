//! The sessions: which are open, what they received, and what the lint says of it.
//!
//! Nothing here reads a clock or does I/O. Times are milliseconds since 1970 and come from the
//! caller, so that what was stored is read back by the same rules.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::time::Duration;

use media_collection::{Event, EventBody, Finding, Linter, Severity};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::refused::{Refused, RefusedList};

/// What bounds the memory, and when a session is over.
#[derive(Debug, Clone)]
pub struct Limits {
    /// So long without an event.
    pub idle: Duration,
    /// So long without movement of the playhead.
    pub still: Duration,
    /// Open sessions.
    pub open: usize,
    /// Finished sessions that the page can show.
    pub finished: usize,
    /// Events of one session that the page can show.
    pub events: usize,
    /// Bytes of all events that the page can show.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(10 * 60),
            still: Duration::from_secs(30 * 60),
            open: 10_000,
            finished: 500,
            events: 5_000,
            bytes: 256 * 1024 * 1024,
        }
    }
}

/// Findings of one session that are kept; the rest are counted.
const MOST_FINDINGS: usize = 1_000;
/// Ids of closed sessions that are remembered after the session itself was dropped.
const MOST_CLOSED: usize = 100_000;
/// Sessions in the page's list.
const MOST_LISTED: usize = 500;

/// How a session reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Event by event.
    Online,
    /// As a whole, to the downloaded endpoint.
    Downloaded,
    /// As a whole, in the deprecated form.
    LegacyBatch,
}

/// Why a session is no longer open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Closed {
    /// By its `sessionEnd`.
    Ended,
    /// It came as a whole.
    Uploaded,
    /// No event for too long.
    Idle,
    /// No movement of the playhead for too long.
    Still,
    /// Too many sessions were open.
    Crowded,
    /// An event of it could not be stored.
    NotStored,
}

/// What became of an event.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was added.
    Added,
    /// A `sessionEnd` that had been received before: safe to repeat, nothing to do.
    Repeated,
    /// Its session is unknown.
    Unknown,
    /// Its session is closed.
    Closed,
}

#[derive(Debug)]
struct Session {
    /// Counts the sessions in the order of their arrival.
    number: u64,
    origin: Origin,
    title: String,
    content_type: String,
    opened: u64,
    /// When the last event arrived.
    heard: u64,
    /// When the playhead last moved, and where it is.
    moved: u64,
    playhead: f64,
    /// The first and the last timestamp of the player.
    from: i64,
    to: i64,
    complete: bool,
    closed: Option<Closed>,
    events: Vec<Kept>,
    received: usize,
    linter: Linter,
    findings: Vec<Finding>,
    more_findings: usize,
    /// The state of everything when this session last changed.
    version: u64,
}

#[derive(Debug, Serialize)]
struct Kept {
    received: u64,
    event: Box<RawValue>,
}

impl Session {
    fn new(number: u64, origin: Origin, now: u64, first: &Event) -> Self {
        let (title, content_type) = match &first.body {
            EventBody::SessionStart(start) => {
                let title = start.name.as_ref().filter(|name| !name.is_empty());
                (title.unwrap_or(&start.id).as_str(), start.content_type.as_str())
            }
            _ => ("", ""),
        };
        Self {
            number,
            origin,
            title: shortened(title, 200),
            content_type: shortened(content_type, 40),
            opened: now,
            heard: now,
            moved: now,
            playhead: first.player_time.playhead,
            from: first.player_time.ts,
            to: first.player_time.ts,
            complete: false,
            closed: None,
            events: Vec::new(),
            received: 0,
            linter: Linter::new(),
            findings: Vec::new(),
            more_findings: 0,
            version: 0,
        }
    }

    /// Which timeout has passed, if any.
    fn expired(&self, now: u64, limits: &Limits) -> Option<Closed> {
        let passed =
            |since: u64, limit: Duration| u128::from(now.saturating_sub(since)) > limit.as_millis();
        if passed(self.heard, limits.idle) {
            Some(Closed::Idle)
        } else if passed(self.moved, limits.still) {
            Some(Closed::Still)
        } else {
            None
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    fn bytes(&self) -> usize {
        self.events.iter().map(|kept| kept.event.get().len()).sum()
    }
}

/// An event with its text.
#[derive(Debug)]
pub struct Written {
    pub event: Event,
    pub text: Box<RawValue>,
}

/// All sessions, and the requests that were refused.
#[derive(Debug)]
pub struct Sessions {
    limits: Limits,
    by_id: HashMap<String, Session>,
    /// The ids in the order of arrival.
    order: BTreeMap<u64, String>,
    /// The ids of finished sessions, the longest finished first.
    finished: VecDeque<String>,
    forgotten: Forgotten,
    refused: RefusedList,
    arrived: u64,
    open: usize,
    bytes: usize,
    version: u64,
}

impl Sessions {
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            by_id: HashMap::new(),
            order: BTreeMap::new(),
            finished: VecDeque::new(),
            forgotten: Forgotten::default(),
            refused: RefusedList::default(),
            arrived: 0,
            open: 0,
            bytes: 0,
            version: 1,
        }
    }

    /// Opens an online session. If that makes too many, returns the one that was closed for it.
    pub fn start(&mut self, now: u64, id: &str, start: Written) -> Option<String> {
        let crowded = if self.open >= self.limits.open { self.longest_idle() } else { None };
        if let Some(idle) = &crowded {
            self.close(idle, Closed::Crowded);
        }
        self.insert(now, id, Origin::Online, std::iter::once(start));
        crowded
    }

    /// Adds a session that came as a whole.
    pub fn upload(&mut self, now: u64, id: &str, origin: Origin, events: Vec<Written>) {
        self.insert(now, id, origin, events.into_iter());
        self.close(id, Closed::Uploaded);
    }

    /// What would become of an event.
    pub fn accepts(&self, id: &str, written: &Written) -> Taken {
        let closed = match self.by_id.get(id) {
            Some(session) => session.closed,
            None => match self.forgotten.closed(id) {
                None => return Taken::Unknown,
                closed => closed,
            },
        };
        match closed {
            None => Taken::Added,
            Some(Closed::Ended) if is_end(&written.event) => Taken::Repeated,
            Some(_) => Taken::Closed,
        }
    }

    /// Adds an event to an open session.
    pub fn event(&mut self, now: u64, id: &str, written: Written) -> Taken {
        let taken = self.accepts(id, &written);
        if taken == Taken::Added {
            let is_end = is_end(&written.event);
            self.add(now, id, written);
            if is_end {
                self.close(id, Closed::Ended);
            }
        }
        taken
    }

    /// An event of the session could not be stored: whatever it was closed by, it is lost.
    pub fn lose(&mut self, id: &str) {
        self.close(id, Closed::NotStored);
        if let Some(session) = self.by_id.get_mut(id) {
            session.closed = Some(Closed::NotStored);
        }
    }

    /// Closes the session if one of its timeouts has passed.
    pub fn expire(&mut self, now: u64, id: &str) -> Option<Closed> {
        let session = self.by_id.get(id).filter(|session| session.closed.is_none())?;
        let reason = session.expired(now, &self.limits)?;
        self.close(id, reason);
        Some(reason)
    }

    /// Closes every session whose timeouts have passed.
    pub fn sweep(&mut self, now: u64) -> Vec<(String, Closed)> {
        let open = self.by_id.iter().filter(|(_, session)| session.closed.is_none());
        let expired: Vec<_> = open
            .filter_map(|(id, session)| Some((id.clone(), session.expired(now, &self.limits)?)))
            .collect();
        for (id, reason) in &expired {
            self.close(id, *reason);
        }
        expired
    }

    /// Closes a session that is open.
    pub fn close(&mut self, id: &str, reason: Closed) {
        let Some(session) = self.by_id.get_mut(id).filter(|session| session.closed.is_none())
        else {
            return;
        };
        session.closed = Some(reason);
        let (findings, more) = (&mut session.findings, &mut session.more_findings);
        std::mem::take(&mut session.linter).finish(|finding| keep(findings, more, finding));
        self.version += 1;
        session.version = self.version;
        self.open -= 1;
        self.finished.push_back(id.to_owned());
        self.make_room();
    }

    /// Notes a request that was refused, for the page.
    pub fn refuse(&mut self, refused: Refused) {
        self.version += 1;
        if let Some(session) = refused.session.as_ref().and_then(|id| self.by_id.get_mut(id)) {
            session.version = self.version;
        }
        self.refused.push(refused);
    }

    /// How many sessions are open.
    pub fn open(&self) -> usize {
        self.open
    }

    /// How many sessions there are, open and finished.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    fn insert(
        &mut self,
        now: u64,
        id: &str,
        origin: Origin,
        mut events: impl Iterator<Item = Written>,
    ) {
        let Some(first) = events.next() else { return };
        let number = self.arrived;
        self.arrived += 1;
        self.open += 1;
        let session = Session::new(number, origin, now, &first.event);
        self.by_id.insert(id.to_owned(), session);
        self.order.insert(number, id.to_owned());
        for written in std::iter::once(first).chain(events) {
            self.add(now, id, written);
        }
    }

    fn add(&mut self, now: u64, id: &str, Written { event, text }: Written) {
        let Some(session) = self.by_id.get_mut(id) else { return };
        let time = event.player_time;
        if session.playhead != time.playhead {
            (session.playhead, session.moved) = (time.playhead, now);
        }
        session.heard = now;
        session.to = session.to.max(time.ts);
        session.complete |= matches!(event.body, EventBody::SessionComplete);
        session.received += 1;
        let (findings, more) = (&mut session.findings, &mut session.more_findings);
        session.linter.event(&event, |finding| keep(findings, more, finding));
        // The first events are kept, without a hole: a timeline with holes would mislead.
        let room = self.bytes + text.get().len() <= self.limits.bytes;
        if room
            && session.events.len() + 1 == session.received
            && session.events.len() < self.limits.events
        {
            self.bytes += text.get().len();
            session.events.push(Kept { received: now, event: text });
        }
        self.version += 1;
        session.version = self.version;
        self.make_room();
    }

    /// Drops the longest finished sessions when there are too many, or too many bytes.
    fn make_room(&mut self) {
        while self.finished.len() > self.limits.finished
            || (self.bytes > self.limits.bytes / 8 * 7 && self.finished.len() > 1)
        {
            let Some(id) = self.finished.pop_front() else { return };
            let Some(session) = self.by_id.remove(&id) else { continue };
            self.bytes -= session.bytes();
            self.order.remove(&session.number);
            if let Some(reason) = session.closed {
                self.forgotten.remember(id, reason);
            }
            self.version += 1;
        }
    }

    fn longest_idle(&self) -> Option<String> {
        let open = self.by_id.iter().filter(|(_, session)| session.closed.is_none());
        open.min_by_key(|(_, session)| (session.heard, session.number)).map(|(id, _)| id.clone())
    }
}

fn is_end(event: &Event) -> bool {
    matches!(event.body, EventBody::SessionEnd)
}

fn keep(findings: &mut Vec<Finding>, more: &mut usize, mut finding: Finding) {
    if findings.len() < MOST_FINDINGS {
        finding.sentence = shortened(&finding.sentence, 300).into();
        findings.push(finding);
    } else {
        *more += 1;
    }
}

/// The text, cut after so many letters.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", &text[..at]),
    }
}

/// Closed sessions that were dropped: their ids still get 410 instead of 404.
#[derive(Debug, Default)]
struct Forgotten {
    reasons: HashMap<String, Closed>,
    order: VecDeque<String>,
}

impl Forgotten {
    fn remember(&mut self, id: String, reason: Closed) {
        if self.order.len() == MOST_CLOSED
            && let Some(oldest) = self.order.pop_front()
        {
            self.reasons.remove(&oldest);
        }
        self.order.push_back(id.clone());
        self.reasons.insert(id, reason);
    }

    fn closed(&self, id: &str) -> Option<Closed> {
        self.reasons.get(id).copied()
    }
}

/// A line of the page's list.
#[derive(Debug, Serialize)]
pub struct Summary<'a> {
    id: &'a str,
    origin: Origin,
    title: &'a str,
    content_type: &'a str,
    opened: u64,
    heard: u64,
    span: i64,
    playhead: f64,
    complete: bool,
    closed: Option<Closed>,
    received: usize,
    errors: usize,
    losses: usize,
    advice: usize,
    more_findings: usize,
    refused: usize,
    version: u64,
}

/// The page's lists.
#[derive(Debug, Serialize)]
pub struct Overview<'a> {
    version: u64,
    sessions: Vec<Summary<'a>>,
    older: usize,
    refused: &'a RefusedList,
}

/// One session, in full.
#[derive(Debug, Serialize)]
pub struct Detail<'a> {
    summary: Summary<'a>,
    events: &'a [Kept],
    findings: Vec<FoundAt<'a>>,
    refused: Vec<&'a Refused>,
}

#[derive(Debug, Serialize)]
struct FoundAt<'a> {
    event: usize,
    rule: &'static str,
    severity: &'static str,
    sentence: &'a str,
    source: &'static str,
}

impl Sessions {
    /// The lists, or `None` if nothing changed since the version.
    pub fn overview(&self, since: Option<u64>) -> Option<Overview<'_>> {
        if since == Some(self.version) {
            return None;
        }
        let newest = self.order.values().rev().take(MOST_LISTED);
        let sessions: Vec<_> = newest.filter_map(|id| self.summary(id)).collect();
        Some(Overview {
            version: self.version,
            older: self.by_id.len() - sessions.len(),
            sessions,
            refused: &self.refused,
        })
    }

    /// One session, if it is still kept.
    pub fn detail(&self, id: &str) -> Option<Detail<'_>> {
        let summary = self.summary(id)?;
        let session = self.by_id.get(id)?;
        let findings = session.findings.iter().map(|finding| FoundAt {
            event: finding.event,
            rule: finding.rule.name(),
            severity: finding.severity().as_str(),
            sentence: &finding.sentence,
            source: finding.rule.source(),
        });
        Some(Detail {
            summary,
            events: &session.events,
            findings: findings.collect(),
            refused: self.refused.of(id).collect(),
        })
    }

    fn summary<'a>(&'a self, id: &str) -> Option<Summary<'a>> {
        let (id, session) = self.by_id.get_key_value(id)?;
        Some(Summary {
            id,
            origin: session.origin,
            title: &session.title,
            content_type: &session.content_type,
            opened: session.opened,
            heard: session.heard,
            span: session.to.saturating_sub(session.from),
            playhead: session.playhead,
            complete: session.complete,
            closed: session.closed,
            received: session.received,
            errors: session.count(Severity::Error),
            losses: session.count(Severity::SilentLoss),
            advice: session.count(Severity::Advice),
            more_findings: session.more_findings,
            refused: self.refused.of(id).count(),
            version: session.version,
        })
    }
}
