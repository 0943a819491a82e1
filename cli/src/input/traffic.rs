//! Requests to sessions: which request belongs to which session, and which are of other services.

use std::collections::{HashMap, VecDeque};

use media_collection::http::Method;
use media_collection::{OtherService, Route, SessionId};
use serde_json::value::RawValue;

use super::edge::{self, EdgeSessions};
use super::exchange::{Body, Exchange};
use super::fields::Fields;
use super::near_miss::{self, counted};
use super::session::{Api, Sent, Session};
use super::{Input, NoSession};

/// The requests of an input, in order.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    calls: Vec<Call>,
    edge: EdgeSessions,
    heartbeats: usize,
    analytics: usize,
    preflights: usize,
    /// Requests below a collector's paths that are no endpoint.
    no_endpoint: usize,
    other: usize,
    /// Values among them that are no requests.
    no_requests: usize,
}

/// A request to a collector.
#[derive(Debug)]
struct Call {
    target: Target,
    host: String,
    body: Body,
    status: Option<u16>,
    location: Option<String>,
    at: Option<i64>,
}

fn is_collector(host: &str) -> bool {
    host.ends_with(".hb-api.omtrdc.net")
}

/// Whether a body has nothing of an event: other APIs have a path `/api/v1/sessions` as well.
fn is_of_another_api(host: &str, body: &Body) -> bool {
    let Body::Text(text) = body else { return false };
    let fields = serde_json::from_slice::<&RawValue>(text).ok().and_then(Fields::of);
    !is_collector(host)
        && fields.is_some_and(|fields| {
            !["eventtype", "playertime", "params"].into_iter().any(|name| fields.has(name))
        })
}

impl Call {
    fn failed(&self) -> bool {
        self.status.is_some_and(|status| !(200..300).contains(&status))
    }

    /// Whether the body is an array.
    fn is_batch(&self) -> bool {
        matches!(&self.body, Body::Text(text) if text.trim_ascii_start().starts_with(b"["))
    }

    /// What two attempts of a request have in common, besides the body. After a lost session the
    /// event goes to a new one.
    fn key(&self) -> (&str, Kind) {
        let kind = match self.target {
            Target::Sessions if !self.is_batch() => Kind::Start,
            Target::Event(_) => Kind::Event,
            Target::Sessions | Target::Downloaded => Kind::Upload,
        };
        (&self.host, kind)
    }

    /// Whether a client sends the same again.
    fn is_sent_again(&self) -> bool {
        let opened = || self.location.as_deref().and_then(SessionId::from_location).is_some();
        // Without its body nobody knows whether it is the same request.
        matches!(self.body, Body::Text(_))
            && (self.failed() || (self.key().1 == Kind::Start && !opened()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Start,
    Event,
    Upload,
}

#[derive(Debug)]
enum Target {
    /// A start, or a batch in the deprecated form.
    Sessions,
    Event(SessionId),
    Downloaded,
}

impl Traffic {
    /// Whether there is no request.
    pub(super) fn is_empty(&self) -> bool {
        self.requests() == 0 && self.edge.is_empty()
    }

    fn requests(&self) -> usize {
        let others = self.heartbeats + self.analytics + self.preflights + self.no_endpoint;
        self.calls.len() + others + self.other
    }

    pub(super) fn add(&mut self, exchange: Exchange) {
        let Exchange { method, host, path, query, body, status, location, at } = exchange;
        if method.as_deref() == Some("OPTIONS") {
            self.preflights += 1;
            return;
        }
        let is_heartbeat =
            |text: &str| text.contains("s:event:type=") || text.contains("s%3Aevent");
        match OtherService::at(&host, &path) {
            Some(OtherService::Heartbeat) => return self.heartbeats += 1,
            Some(OtherService::Analytics) => return self.analytics += 1,
            _ if is_heartbeat(&query) => return self.heartbeats += 1,
            _ => {}
        }
        // A log may leave out the method; all of these are posted.
        let method = method.as_deref().unwrap_or("POST");
        let method = Method::from_bytes(method.as_bytes()).unwrap_or(Method::GET);
        let target = match Route::of(&method, &path) {
            Ok(Route::Sessions) if !is_of_another_api(&host, &body) => Target::Sessions,
            Ok(Route::Event(id)) => Target::Event(id),
            Ok(Route::Downloaded) => Target::Downloaded,
            _ => return self.add_other(&method, &host, &path, &body),
        };
        self.calls.push(Call { target, host, body, status, location, at });
    }

    fn add_other(&mut self, method: &Method, host: &str, path: &str, body: &Body) {
        if let Body::Text(bytes) = body
            && let Ok(text) = std::str::from_utf8(bytes)
            && edge::may_be(text)
            && serde_json::from_str(text).is_ok_and(|value| self.edge.add(value))
        {
            return;
        }
        let is_like_ours = *method == Method::POST
            && ["/api/v1/session", "/api/v1/download"].iter().any(|part| path.contains(part));
        if is_collector(host) || (is_like_ours && !is_of_another_api(host, body)) {
            self.no_endpoint += 1;
        } else {
            self.other += 1;
        }
    }

    /// Adds a value of a list or of JSON Lines: a request, or a body of Media Edge.
    pub(super) fn add_value(&mut self, value: &RawValue) {
        match Exchange::of(value) {
            Some(exchange) => self.add(exchange),
            None if edge::may_be(value.get()) && self.edge.add(value) => {}
            None => self.no_requests += 1,
        }
    }

    /// Puts the requests in the order in which they began, if all times are known.
    pub(super) fn sort(&mut self) {
        if self.calls.iter().all(|call| call.at.is_some()) {
            self.calls.sort_by_key(|call| call.at);
        }
    }

    /// Makes the sessions.
    pub(super) fn into_input(mut self) -> Result<Input, NoSession> {
        let repeated = self.drop_repeated();
        let mut notes = self.notes();
        if repeated > 0 {
            let requests = counted(repeated, "request");
            notes.push(format!("{requests} got no success and were sent again: counted once"));
        }
        let message = self.nothing();
        let mut joiner = Joiner::default();
        for call in self.calls {
            joiner.add(call);
        }
        notes.extend(joiner.notes());
        let mut sessions: Vec<_> = joiner.sessions;
        sessions.extend(self.edge.into_sessions());
        if sessions.is_empty() { Err(NoSession { message }) } else { Ok(Input { sessions, notes }) }
    }

    /// Removes the attempts that got no success and were repeated; returns their number.
    fn drop_repeated(&mut self) -> usize {
        let mut last = HashMap::new();
        for (index, call) in self.calls.iter().enumerate() {
            last.insert((call.key(), &call.body), index);
        }
        let is_repeated = |(index, call): (usize, &Call)| {
            call.is_sent_again() && last[&(call.key(), &call.body)] > index
        };
        let repeated: Vec<bool> = self.calls.iter().enumerate().map(is_repeated).collect();
        let mut is_repeated = repeated.iter();
        self.calls.retain(|_| is_repeated.next() == Some(&false));
        repeated.iter().filter(|repeated| **repeated).count()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (count, what) in
            [(self.heartbeats, near_miss::HEARTBEATS), (self.analytics, near_miss::ANALYTICS)]
        {
            if count > 0 {
                notes.push(format!("{} to other services: {what}", counted(count, "request")));
            }
        }
        if self.no_endpoint > 0 {
            let requests = counted(self.no_endpoint, "request");
            notes.push(format!(
                "{requests} to paths that are no endpoint: a start is posted to \
                 /api/v1/sessions, its events to /api/v1/sessions/ID/events"
            ));
        }
        for (count, what) in [
            (self.preflights, "preflight"),
            (self.other, "request to other addresses"),
            (self.no_requests, "value that is no request"),
        ] {
            if count > 0 {
                notes.push(format!("left out: {count} × {what}"));
            }
        }
        notes
    }

    /// What to say if no request is of a session.
    fn nothing(&self) -> String {
        let mut message = format!(
            "contains {}, none to the Media Collection API",
            counted(self.requests(), "request")
        );
        for note in self.notes() {
            message.push_str("; ");
            message.push_str(&note);
        }
        message
    }
}

/// Puts requests into sessions.
#[derive(Debug, Default)]
struct Joiner {
    sessions: Vec<Session>,
    /// The latest session of each host and id.
    places: HashMap<(String, SessionId), usize>,
    /// The latest session of each id whose start has been seen, at any host: a `Location` may lead to
    /// another one.
    begun: HashMap<SessionId, usize>,
    /// Sessions whose id is unknown, since the input has no usable `Location`.
    unnamed: VecDeque<usize>,
    /// How many of them were joined with the next id.
    guessed: usize,
}

impl Joiner {
    fn add(&mut self, call: Call) {
        let (failed, is_batch) = (call.failed(), call.is_batch());
        let Call { target, host, body, status, location, at } = call;
        let sent = Sent { at, status };
        match target {
            Target::Sessions if !is_batch => {
                let id = location.as_deref().and_then(SessionId::from_location);
                let place = self.begin(id.as_ref().map(ToString::to_string));
                match id {
                    Some(id) => {
                        self.begun.insert(id.clone(), place);
                        self.places.insert((host, id), place);
                    }
                    None if !failed => self.unnamed.push_back(place),
                    None => {}
                }
                self.add_event(place, body, sent);
            }
            Target::Event(id) => {
                let place = self.place_of(host, id);
                self.add_event(place, body, sent);
            }
            Target::Sessions | Target::Downloaded => match body {
                Body::Text(text) => {
                    let batch = Session::of_batch(None, &text);
                    self.sessions.push(Session { is_batch: true, ..batch });
                }
                body => {
                    let place = self.begin(None);
                    self.add_event(place, body, sent);
                }
            },
        }
    }

    fn begin(&mut self, id: Option<String>) -> usize {
        self.sessions.push(Session::new(id, Api::Collection));
        self.sessions.len() - 1
    }

    /// The session of an event; one without a start if there is none.
    fn place_of(&mut self, host: String, id: SessionId) -> usize {
        let text = id.to_string();
        if let Some(place) = self.places.get(&(host.clone(), id.clone())) {
            return *place;
        }
        let moved = self.begun.get(&id).copied().filter(|place| self.sessions[*place].count == 1);
        let place = match moved.or_else(|| self.unnamed.pop_front()) {
            Some(place) if moved.is_some() => place,
            Some(place) => {
                self.guessed += 1;
                self.sessions[place].id = Some(text);
                place
            }
            None => self.begin(Some(text)),
        };
        self.places.insert((host, id), place);
        place
    }

    fn add_event(&mut self, place: usize, body: Body, sent: Sent) {
        let session = &mut self.sessions[place];
        match body {
            Body::Text(text) => session.add(&text, sent),
            Body::Missing => session.add_missing(
                "the file does not contain the request's body: export it with content",
            ),
            Body::Unreadable(problem) => {
                session.add_missing(format!("the request's body {problem}"))
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.guessed > 0 {
            let sessions = counted(self.guessed, "session");
            notes.push(format!(
                "{sessions} without a usable `Location` in the response to the start: joined with \
                 the next session id"
            ));
        }
        // Of `https://host/api/v1/sessions/ID` the SDK takes the fifth segment for the id.
        if self.sessions.iter().any(|session| session.id.as_deref() == Some("v1")) {
            notes.push(
                "events of a session `v1`: Adobe's JavaScript SDK reports them if `Location` has a \
                 host; it has to be the path alone"
                    .to_owned(),
            );
        }
        if !self.unnamed.is_empty() {
            let sessions = counted(self.unnamed.len(), "session");
            notes.push(format!(
                "{sessions} without a usable `Location` in the response to the start: no events \
                 can follow"
            ));
        }
        notes
    }
}
