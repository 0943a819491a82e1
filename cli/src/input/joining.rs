//! Which request belongs to which session.

use std::collections::{HashMap, VecDeque};

use media_collection::SessionId;

use super::Options;
use super::edge::{Part, Role};
use super::exchange::Body;
use super::near_miss::counted;
use super::session::{Api, Sent, Session};

/// A request to a collector.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) target: Target,
    pub(super) host: String,
    pub(super) body: Body,
    pub(super) status: Option<u16>,
    /// The id of the session that it began, by the response.
    pub(super) opened: Option<String>,
    /// Whether the response says that a start was refused, whatever its status.
    pub(super) is_refused: bool,
    pub(super) at: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Start,
    Event,
    Upload,
    /// The same of Media Edge.
    Edge(Role),
}

#[derive(Debug)]
pub(super) enum Target {
    /// A start, or a batch in the deprecated form.
    Sessions,
    Event(SessionId),
    Downloaded,
    /// An event of Media Edge, or a session of downloaded content.
    Edge(Part),
}

impl Call {
    fn failed(&self) -> bool {
        self.is_refused || self.status.is_some_and(|status| !(200..300).contains(&status))
    }

    /// Whether the body is an array.
    fn is_batch(&self) -> bool {
        matches!(&self.body, Body::Text(text) if text.trim_ascii_start().starts_with(b"["))
    }

    /// What two attempts of a request have in common, besides the body. After a lost session the
    /// event goes to a new one.
    pub(super) fn key(&self) -> (&str, Kind) {
        let kind = match &self.target {
            Target::Sessions if !self.is_batch() => Kind::Start,
            Target::Event(_) => Kind::Event,
            Target::Sessions | Target::Downloaded => Kind::Upload,
            Target::Edge(part) => Kind::Edge(part.role),
        };
        (&self.host, kind)
    }

    /// Whether a client sends the same again.
    pub(super) fn is_sent_again(&self) -> bool {
        let is_start = match &self.target {
            Target::Edge(part) => part.role == Role::Start && part.session.is_none(),
            _ => self.key().1 == Kind::Start,
        };
        // Without its body nobody knows whether it is the same request.
        matches!(self.body, Body::Text(_))
            && !self.is_refused
            && (self.failed() || (is_start && self.opened.is_none()))
    }
}

/// The key of a session: the host and the id there.
type Key = (String, String);

/// Puts requests into sessions.
#[derive(Debug)]
pub(super) struct Joiner<'a> {
    pub(super) sessions: Vec<Session>,
    options: &'a Options,
    /// The latest session of each host and id.
    places: HashMap<Key, usize>,
    /// The latest session of each id whose start has been seen, at any host: a `Location` may lead to
    /// another one, and requests to Media Edge need not show a host.
    begun: HashMap<String, usize>,
    /// Sessions whose id is unknown, since the input does not have the response, or nothing usable in
    /// it.
    unnamed: Unnamed,
    /// The latest session of Media Edge, for events that do not say to which they belong.
    latest: Option<usize>,
}

#[derive(Debug, Default)]
struct Unnamed {
    collection: VecDeque<usize>,
    edge: VecDeque<usize>,
    /// How many of each were joined with the next id.
    guessed: (usize, usize),
}

impl<'a> Joiner<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        Self {
            sessions: Vec::new(),
            options,
            places: HashMap::new(),
            begun: HashMap::new(),
            unnamed: Unnamed::default(),
            latest: None,
        }
    }

    pub(super) fn add(&mut self, call: Call) {
        let (failed, is_batch) = (call.failed(), call.is_batch());
        let Call { target, host, body, status, opened, is_refused, at } = call;
        let sent = Sent { at, status, is_refused };
        match target {
            Target::Sessions if !is_batch => {
                let place = self.start(host, opened, Api::Collection, failed);
                self.add_event(place, body, sent);
            }
            Target::Event(id) => {
                let place = self.place_of(host, id.to_string(), Api::Collection);
                self.add_event(place, body, sent);
            }
            Target::Sessions | Target::Downloaded => match body {
                Body::Text(text) => {
                    let batch = Session::of_batch(None, &text);
                    self.sessions.push(Session { is_batch: true, ..batch });
                }
                body => {
                    let place = self.begin(None, Api::Collection);
                    self.add_event(place, body, sent);
                }
            },
            Target::Edge(part) => self.add_edge(host, opened, failed, part, body, sent),
        }
    }

    fn add_edge(
        &mut self,
        host: String,
        opened: Option<String>,
        failed: bool,
        mut part: Part,
        body: Body,
        sent: Sent,
    ) {
        // The body is kept in one place.
        let body = match body {
            Body::Text(text) => {
                part.body = text;
                None
            }
            unreadable => Some(unreadable),
        };
        let place = match (part.role, part.session.take()) {
            (Role::Downloaded, id) => {
                if body.is_none() {
                    let id = opened.or(id);
                    let session = Session::of_downloaded(id, &part, sent, self.options);
                    return self.sessions.push(session);
                }
                self.begin(None, Api::Edge)
            }
            (Role::Start, id) => self.start(host, opened.or(id), Api::Edge, failed),
            (Role::Event, Some(id)) => self.place_of(host, id, Api::Edge),
            (Role::Event, None) => match self.latest {
                Some(place) => place,
                None => self.begin(None, Api::Edge),
            },
        };
        self.latest = Some(place);
        match body {
            None => self.sessions[place].add_part(&part, sent, self.options),
            Some(body) => self.add_event(place, body, sent),
        }
    }

    /// The session of a start.
    fn start(&mut self, host: String, id: Option<String>, api: Api, failed: bool) -> usize {
        let place = self.begin(id.clone(), api);
        match id {
            Some(id) => {
                self.begun.insert(id.clone(), place);
                self.places.insert((host, id), place);
            }
            None if !failed => self.unnamed.of(api).push_back(place),
            None => {}
        }
        place
    }

    fn begin(&mut self, id: Option<String>, api: Api) -> usize {
        self.sessions.push(Session::new(id, api));
        self.sessions.len() - 1
    }

    /// The session of an event; one without a start if there is none.
    fn place_of(&mut self, host: String, id: String, api: Api) -> usize {
        let key = (host, id);
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let id = key.1.clone();
        let moved = self.begun.get(&id).copied().filter(|place| {
            let session = &self.sessions[*place];
            session.api == api && (session.count == 1 || api == Api::Edge)
        });
        let place = match moved.or_else(|| self.unnamed.of(api).pop_front()) {
            Some(place) if moved.is_some() => place,
            Some(place) => {
                self.unnamed.count(api);
                self.sessions[place].id = Some(id);
                place
            }
            None => self.begin(Some(id), api),
        };
        self.places.insert(key, place);
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

    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let Unnamed { collection, guessed, .. } = &self.unnamed;
        if guessed.0 > 0 {
            let sessions = counted(guessed.0, "session");
            notes.push(format!(
                "{sessions} without a usable `Location` in the response to the start: joined with \
                 the next session id"
            ));
        }
        if guessed.1 > 1 {
            let sessions = counted(guessed.1, "session");
            notes.push(format!(
                "{sessions} of Media Edge without the response to the start: joined with the \
                 events of the next session id"
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
        if !collection.is_empty() {
            let sessions = counted(collection.len(), "session");
            notes.push(format!(
                "{sessions} without a usable `Location` in the response to the start: no events \
                 can follow"
            ));
        }
        notes
    }
}

impl Unnamed {
    fn of(&mut self, api: Api) -> &mut VecDeque<usize> {
        match api {
            Api::Collection => &mut self.collection,
            Api::Edge => &mut self.edge,
        }
    }

    fn count(&mut self, api: Api) {
        match api {
            Api::Collection => self.guessed.0 += 1,
            Api::Edge => self.guessed.1 += 1,
        }
    }
}
