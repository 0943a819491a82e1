//! A session of an input, and what is wrong with its values.

use std::fmt;

use media_collection::edge::{Item, Request, json_path, told_in_edge};
use media_collection::error::DecodeError;
use media_collection::{Event, Policy, Violation};
use serde_json::value::RawValue;

use super::edge::Part;
use super::mending::mended;

/// The API that a session was reported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Api {
    /// The Media Collection API.
    Collection,
    /// The Media Edge API.
    Edge,
}

impl Api {
    /// The name in the output for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Collection => "collection",
            Self::Edge => "edge",
        }
    }
}

/// Something wrong with an input, or with a value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer to the value. It begins with the index of the event; of Media Edge, the rest leads
    /// into the body of the event's request.
    pub pointer: String,
    /// The same as a JSONPath into the body, as Media Edge itself has it in errors.
    pub path: Option<String>,
    /// The violated keyword, or `file`.
    pub keyword: &'static str,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    /// The keyword of what is wrong with the input, not with a value.
    pub const FILE: &'static str = "file";

    /// What is wrong with an input, and not with a value in it.
    pub fn of_file(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), path: None, keyword: Self::FILE, message: message.into() }
    }

    fn of(violation: &Violation, prefix: &str) -> Self {
        Self {
            pointer: format!("{prefix}{}", violation.pointer),
            path: None,
            keyword: violation.keyword.as_str(),
            message: violation.message.clone(),
        }
    }

    /// Of the request of Media Edge that this event is in.
    pub(super) fn of_edge(violation: &Violation, event: usize, part: &Part) -> Self {
        let below = violation.pointer.strip_prefix("/events/0");
        let pointer = match below {
            Some(below) => format!("/events/{}{below}", part.index),
            None => violation.pointer.clone(),
        };
        // As far as the input has it.
        let pointer = pointer.strip_prefix(part.around).unwrap_or_default();
        Self {
            pointer: format!("/{event}{pointer}"),
            path: Some(json_path(pointer)),
            keyword: violation.keyword.as_str(),
            message: violation.message.clone(),
        }
    }

    /// The event that it is about.
    #[must_use]
    pub fn event(&self) -> Option<usize> {
        self.pointer.split('/').nth(1)?.parse().ok()
    }

    /// Where it is, as it is printed.
    #[must_use]
    pub fn place(&self) -> String {
        match (&self.path, self.event()) {
            (Some(path), Some(event)) => format!("/{event} {path}"),
            _ if self.pointer.is_empty() => "(whole text)".to_owned(),
            _ => self.pointer.clone(),
        }
    }

    /// The pointer into the event, or into the body of its request: the same for equal faults of several
    /// events.
    #[must_use]
    pub fn below(&self) -> &str {
        match self.pointer.strip_prefix('/') {
            Some(rest) if self.event().is_some() => rest.find('/').map_or("", |at| &rest[at..]),
            _ => &self.pointer,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {} ({})", self.place(), self.message, self.keyword)
    }
}

/// What an input says of a request besides its body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// When it was sent or received, in milliseconds since the Unix epoch.
    pub at: Option<i64>,
    /// The status of the response; 0 if none came.
    pub status: Option<u16>,
    /// Whether the response says that a start was refused, whatever its status.
    pub is_refused: bool,
}

/// Where an event comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Its index in the session, in which events that cannot be decoded count.
    pub index: usize,
    /// The request that carried it.
    pub sent: Sent,
}

/// The events that got an error, by index, with the status: all of them if the start was rejected. If it
/// is not known whether it was, the statuses say nothing.
#[must_use]
pub fn refused(origins: &[Origin]) -> Vec<(usize, u16)> {
    let start = origins.first().map(|origin| origin.sent);
    let is_opened = start.and_then(|sent| sent.status);
    let is_refused = start.is_some_and(|sent| sent.is_refused);
    // The API itself says so of a start that it does not take; another server says anything.
    if let Some(status) = is_opened.filter(|status| *status == 400 || is_refused) {
        return origins.iter().map(|origin| (origin.index, status)).collect();
    }
    if !is_opened.is_some_and(|status| (200..300).contains(&status)) {
        return Vec::new();
    }
    let failed = origins.iter().filter_map(|origin| {
        let status = origin.sent.status.filter(|status| (400..600).contains(status))?;
        Some((origin.index, status))
    });
    failed.collect()
}

/// What the lint or a report says of an event, as it is for the session's API: of Media Edge, with the place
/// in the request. `None` if it does not concern this API. The index is for an event of a downloaded session.
#[must_use]
pub fn told(api: Api, event: &Event, inside: Option<usize>, message: &str) -> Option<String> {
    if api != Api::Edge {
        return Some(message.to_owned());
    }
    let told = told_in_edge(event, message)?;
    Some(inside.map_or_else(|| told.clone(), |index| in_downloaded(&told, index)))
}

/// The requests of Media Edge in which the events of a session were sent: what stands around the events.
#[derive(Debug, Default)]
pub enum Requests {
    /// The session is of the other API, or nothing could be read.
    #[default]
    None,
    /// One for each of the session's `events`.
    Each(Vec<Request<Event>>),
    /// One for all of them.
    Downloaded(Box<Request<Vec<Event>>>),
}

/// A session of an input.
#[derive(Debug)]
pub struct Session {
    /// The id, where the input has it.
    pub id: Option<String>,
    /// The API that it was reported to.
    pub api: Api,
    /// The index of its first event. It is 0 unless the input is a list of events.
    pub first: usize,
    /// The number of events, including those that cannot be decoded.
    pub count: usize,
    /// The events that can be decoded, or guessed.
    pub events: Vec<Event>,
    /// Where each of them comes from.
    pub origins: Vec<Origin>,
    /// The indices of those that were guessed: as if what is missing were empty.
    pub guessed: Vec<usize>,
    /// The requests of Media Edge.
    pub requests: Requests,
    /// What is wrong with its values.
    pub problems: Vec<Problem>,
    /// Whether it could not be read, so that nothing was checked.
    pub is_unreadable: bool,
    /// Whether it was one request: a session of downloaded content.
    pub is_batch: bool,
    /// Whether it is a single event, not a session: only its values are checked.
    pub is_event: bool,
}

impl Session {
    pub(super) fn new(id: Option<String>, api: Api) -> Self {
        Self {
            id,
            api,
            first: 0,
            count: 0,
            events: Vec::new(),
            origins: Vec::new(),
            guessed: Vec::new(),
            requests: Requests::None,
            problems: Vec::new(),
            is_unreadable: false,
            is_batch: false,
            is_event: false,
        }
    }

    /// A session whose events are an array: the body of one request.
    pub(super) fn of_batch(id: Option<String>, body: &[u8]) -> Self {
        let decoded = decode_with(|policy| Event::decode_batch(body, policy));
        Self::of_decoded(id, decoded, body)
    }

    /// A session whose events are this text.
    pub(super) fn of_decoded(id: Option<String>, decoded: Decoded, text: &[u8]) -> Self {
        let mut session = Self::new(id, Api::Collection);
        session.add_violations(decoded.error.as_ref(), "");
        match decoded.events {
            Some(events) => {
                session.count = events.len();
                let sent = Sent::default();
                session.origins = (0..events.len()).map(|index| Origin { index, sent }).collect();
                session.events = events;
            }
            None => {
                let values = values(text);
                session.count = values.len();
                for (index, value) in values.into_iter().enumerate() {
                    let text = value.get().as_bytes();
                    session.take(index, Event::decode(text, &tolerant()).ok(), text);
                }
            }
        }
        session
    }

    /// Adds an event: the body of one request.
    pub(super) fn add(&mut self, body: &[u8], sent: Sent) {
        let index = self.next();
        let place = self.first + index;
        let decoded = decode_with(|policy| Event::decode(body, policy).map(|event| vec![event]));
        self.add_violations(decoded.error.as_ref(), &format!("/{place}"));
        self.take(index, decoded.events.and_then(|mut events| events.pop()), body);
        if let Some(origin) = self.origins.last_mut().filter(|origin| origin.index == index) {
            origin.sent = sent;
        }
    }

    fn take(&mut self, index: usize, event: Option<Event>, text: &[u8]) {
        let event = event.or_else(|| {
            let event = mended(text, |text| Event::decode(text, &tolerant()))?;
            self.guessed.push(index);
            Some(event)
        });
        if let Some(event) = event {
            if self.api == Api::Edge {
                // As a collector stored it.
                self.add_request(Request::from(Item::new(event.clone())));
            }
            self.events.push(event);
            self.origins.push(Origin { index, sent: Sent::default() });
        }
    }

    pub(super) fn add_request(&mut self, request: Request<Event>) {
        match &mut self.requests {
            Requests::Each(requests) => requests.push(request),
            _ => self.requests = Requests::Each(vec![request]),
        }
    }

    /// Leaves out events, by index.
    pub fn leave_out(&mut self, indices: &[usize]) {
        let is_kept: Vec<_> =
            self.origins.iter().map(|origin| !indices.contains(&origin.index)).collect();
        retain(&mut self.events, &is_kept);
        retain(&mut self.origins, &is_kept);
        if let Requests::Each(requests) = &mut self.requests {
            retain(requests, &is_kept);
        }
        self.count -= is_kept.iter().filter(|is_kept| !**is_kept).count();
        self.guessed.retain(|index| !indices.contains(index));
        let first = self.first;
        let of_one = |problem: &Problem| {
            problem.event().is_some_and(|place| indices.iter().any(|index| first + index == place))
        };
        self.problems.retain(|problem| !of_one(problem));
    }

    /// Whether every event can be decoded. Otherwise the rules of a session cannot be checked.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.events.len() == self.count && self.guessed.is_empty()
    }

    /// The place in the input of one of `events`, as it is printed.
    #[must_use]
    pub fn place(&self, event: usize) -> usize {
        self.first + self.origins.get(event).map_or(event, |origin| origin.index)
    }

    /// Adds an event that is not in the input.
    pub(super) fn add_missing(&mut self, message: impl Into<String>) {
        let index = self.next();
        self.is_unreadable = true;
        self.problems.push(Problem::of_file(format!("/{index}"), message));
    }

    pub(super) fn next(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }

    pub(super) fn add_violations(&mut self, error: Option<&DecodeError>, prefix: &str) {
        let violations = error.into_iter().flat_map(DecodeError::violations);
        self.problems.extend(violations.map(|violation| Problem::of(violation, prefix)));
    }
}

/// Keeps those of which it says so; what it does not speak of stays.
fn retain<T>(list: &mut Vec<T>, is_kept: &[bool]) {
    let mut is_kept = is_kept.iter();
    list.retain(|_| is_kept.next().copied().unwrap_or(true));
}

/// A place in the request of an event as that in the downloaded session that it is in.
fn in_downloaded(told: &str, event: usize) -> String {
    const XDM: &str = "`$.events[0].xdm.";
    let members = [("mediaCollection", "mediaCollection"), ("timestamp", "mediaEventTimestamp")];
    let own = members.iter().find_map(|(of_event, inside)| {
        let rest = told.strip_prefix(XDM)?.strip_prefix(of_event)?;
        Some(format!("{XDM}mediaDownloadedEvents[{event}].{inside}{rest}"))
    });
    own.unwrap_or_else(|| told.to_owned())
}

/// Events, and what is wrong with them.
pub(super) struct Decoded {
    /// `None` if they cannot be decoded.
    pub(super) events: Option<Vec<Event>>,
    pub(super) error: Option<DecodeError>,
}

/// Decodes strictly. If that fails, tolerantly as well: the rules of the session can then still be
/// checked.
pub(super) fn decode_with(decode: impl Fn(&Policy) -> Result<Vec<Event>, DecodeError>) -> Decoded {
    match decode(&unlimited(Policy::strict())) {
        Ok(events) => Decoded { events: Some(events), error: None },
        Err(error) => Decoded { events: decode(&tolerant()).ok(), error: Some(error) },
    }
}

fn tolerant() -> Policy {
    unlimited(Policy::tolerant())
}

/// Removes the policy's limits: a file may be larger than the body of a request.
pub(super) fn unlimited(policy: Policy) -> Policy {
    policy.with_max_bytes(usize::MAX).with_max_events(usize::MAX).with_max_violations(usize::MAX)
}

/// The JSON values of an array, or those that follow each other, including those that are no
/// events.
pub(super) fn values(text: &[u8]) -> Vec<&RawValue> {
    serde_json::from_slice(text).unwrap_or_else(|_| {
        serde_json::Deserializer::from_slice(text).into_iter().map_while(Result::ok).collect()
    })
}
