//! Decodes the parts of requests, and says what is wrong with them.

use media_collection::edge::{Content, MAX_BODY_BYTES, ReadOptions, Request};
use media_collection::error::DecodeError;
use media_collection::{Event, EventBody, Policy};
use serde_json::{Map, Value, json};

use super::parts::Part;
use crate::input::Options;
use crate::input::mending::mended;
use crate::input::session::{Api, Origin, Problem, Requests, Sent, Session, unlimited};

/// What stands for the settings of a datastream, which are not in the requests: the rules of a session
/// have nothing to say about these.
pub(in crate::input) fn settings() -> Map<String, Value> {
    let settings = json!({
        "analytics.trackingServer": "datastream.invalid",
        "analytics.reportSuite": "datastream",
        "visitor.marketingCloudOrgId": "datastream@AdobeOrg",
    });
    settings.as_object().cloned().unwrap_or_default()
}

/// What is known when a part is read.
struct Reader<'a> {
    part: &'a Part,
    options: &'a Options,
    /// The name of the session's player.
    player: Option<&'a str>,
    at: Option<i64>,
}

/// A part as it was decoded.
struct Read<T> {
    request: Option<Request<T>>,
    is_guessed: bool,
    error: Option<DecodeError>,
}

impl Reader<'_> {
    /// Strictly, then tolerantly, then as if what is missing were empty.
    fn read<T: Content>(
        &self,
        decode: impl Fn(&[u8], &ReadOptions) -> Result<Request<T>, DecodeError>,
    ) -> Read<T> {
        let body = &self.part.body;
        let mut strict = ReadOptions::new().with_policy(unlimited(Policy::strict()));
        strict.settings = self.options.settings.clone();
        strict.tenant.clone_from(&self.options.tenant);
        let error = match decode(body, &strict) {
            Ok(request) => {
                return Read { request: Some(request), is_guessed: false, error: None };
            }
            Err(error) => error,
        };
        let mut tolerant = strict.with_policy(unlimited(Policy::tolerant()));
        tolerant.player_name = self.player.map(str::to_owned);
        tolerant.arrived = self.at;
        let read = decode(body, &tolerant).ok();
        let is_guessed = read.is_none();
        let request = read.or_else(|| mended(body, |body| decode(body, &tolerant)));
        Read { request, is_guessed, error: Some(error) }
    }
}

/// The player that a session's start names.
fn player_of(session: &Session) -> Option<&str> {
    match &session.events.first()?.body {
        EventBody::SessionStart(start) => Some(&start.player_name),
        _ => None,
    }
}

impl Session {
    /// Adds an event: an item of a request.
    pub(in crate::input) fn add_part(&mut self, part: &Part, sent: Sent, options: &Options) {
        let index = self.next();
        let read = {
            let reader = Reader { part, options, player: player_of(self), at: sent.at };
            reader.read(|body, options| match &part.endpoint {
                Some(endpoint) => Request::<Event>::decode(endpoint, body, options),
                None => Request::decode_any(body, options),
            })
        };
        self.add_length(part, index);
        self.add_faults(read.error.as_ref(), part, |_| index);
        let Some(mut request) = read.request else { return };
        // A body has one event: the others are parts of their own.
        let Some(item) = request.items.first_mut() else { return };
        if read.is_guessed {
            self.guessed.push(index);
        }
        if item.session_id.as_deref() == Some("") {
            item.session_id = None;
        }
        self.events.push(item.content.clone());
        self.origins.push(Origin { index, sent });
        self.add_request(request);
    }

    /// A session of downloaded content: an item of a request.
    pub(in crate::input) fn of_downloaded(
        id: Option<String>,
        part: &Part,
        sent: Sent,
        options: &Options,
    ) -> Self {
        let mut session = Self::new(id, Api::Edge);
        session.is_batch = true;
        let reader = Reader { part, options, player: None, at: None };
        let read =
            reader.read(|body, options| Request::<Vec<Event>>::decode("downloaded", body, options));
        session.count = inner(part).max(1);
        session.add_length(part, 0);
        session.add_faults(read.error.as_ref(), part, event_inside);
        let Some(request) = read.request else { return session };
        let Some(item) = request.items.first() else { return session };
        session.events.clone_from(&item.content);
        session.count = session.events.len();
        if read.is_guessed {
            let places = session.problems.iter().filter_map(|problem| problem.event());
            session.guessed = places.collect();
            session.guessed.dedup();
        }
        session.origins = (0..session.count).map(|index| Origin { index, sent }).collect();
        session.requests = Requests::Downloaded(Box::new(request));
        session
    }

    fn add_length(&mut self, part: &Part, index: usize) {
        let Some(bytes) = part.bytes.filter(|bytes| part.index == 0 && *bytes > MAX_BODY_BYTES)
        else {
            return;
        };
        self.problems.push(Problem {
            pointer: format!("/{}", self.first + index),
            path: Some("$".to_owned()),
            keyword: media_collection::Keyword::Limit.as_str(),
            message: format!("the body has {bytes} bytes; Media Edge takes up to {MAX_BODY_BYTES}"),
        });
    }

    /// Adds what is wrong with a part; `event` is the event that a pointer into its body leads to.
    fn add_faults(
        &mut self,
        error: Option<&DecodeError>,
        part: &Part,
        event: impl Fn(&str) -> usize,
    ) {
        for violation in error.into_iter().flat_map(DecodeError::violations) {
            let place = self.first + event(&violation.pointer);
            self.problems.push(Problem::of_edge(violation, place, part));
        }
    }
}

/// How many events a downloaded session has.
fn inner(part: &Part) -> usize {
    let body: Value = serde_json::from_slice(&part.body).unwrap_or_default();
    body["events"][0]["xdm"]["mediaDownloadedEvents"].as_array().map_or(0, Vec::len)
}

/// The event of a downloaded session that a pointer leads to.
fn event_inside(pointer: &str) -> usize {
    let inside = pointer.split_once("/mediaDownloadedEvents/").map(|(_, inside)| inside);
    let index = inside.and_then(|inside| inside.split('/').next()?.parse().ok());
    index.unwrap_or_default()
}
