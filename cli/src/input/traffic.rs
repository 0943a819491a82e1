//! The requests of an input: which are to a collector, and which are of other services.

use std::collections::HashMap;

use media_collection::edge::Answer;
use media_collection::http::Method;
use media_collection::{OtherService, Route, SessionId};
use serde_json::value::RawValue;

use super::edge::{self, Part, Path};
use super::exchange::{Body, Exchange};
use super::fields::Fields;
use super::joining::{Call, Joiner, Target};
use super::near_miss::{self, counted};
use super::{Input, NoSession, Options};

/// The requests of an input, in order.
#[derive(Debug)]
pub(super) struct Traffic<'a> {
    options: &'a Options,
    calls: Vec<Call>,
    heartbeats: usize,
    analytics: usize,
    preflights: usize,
    /// Requests below a collector's paths that are no endpoint.
    no_endpoint: usize,
    other: usize,
    /// Values among them that are no requests.
    no_requests: usize,
}

/// A part of a request of Media Edge of which nothing else is known.
fn of(mut part: Part) -> Call {
    let body = Body::Text(std::mem::take(&mut part.body));
    Call {
        target: Target::Edge(part),
        host: String::new(),
        body,
        status: None,
        opened: None,
        is_refused: false,
        at: None,
    }
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

impl<'a> Traffic<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        Self {
            options,
            calls: Vec::new(),
            heartbeats: 0,
            analytics: 0,
            preflights: 0,
            no_endpoint: 0,
            other: 0,
            no_requests: 0,
        }
    }

    /// Whether there is no request.
    pub(super) fn is_empty(&self) -> bool {
        self.requests() == 0
    }

    fn requests(&self) -> usize {
        let others = self.heartbeats + self.analytics + self.preflights + self.no_endpoint;
        self.calls.len() + others + self.other
    }

    pub(super) fn add(&mut self, exchange: Exchange) {
        let Exchange { method, host, path, query, body, status, location, response, at } = exchange;
        if method.as_deref() == Some("OPTIONS") {
            self.preflights += 1;
            return;
        }
        let is_heartbeat =
            |text: &str| text.contains("s:event:type=") || text.contains("s%3Aevent");
        match OtherService::at(&host, &path) {
            Some(OtherService::Heartbeat) => return self.heartbeats += 1,
            // Domains of Media Edge can be of the same kind.
            Some(OtherService::Analytics) if Path::of(&path).is_none() => {
                return self.analytics += 1;
            }
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
            _ => {
                let sent =
                    Exchange { host, path, body, status, response, at, ..Exchange::default() };
                return self.add_edge(&method, sent);
            }
        };
        let opened = location.as_deref().and_then(SessionId::from_location);
        let opened = opened.map(|id| id.to_string());
        self.calls.push(Call { target, host, body, status, opened, is_refused: false, at });
    }

    /// Adds a request to Media Edge, or to another service.
    fn add_edge(&mut self, method: &Method, sent: Exchange) {
        let Exchange { host, path, body, status, response, at, .. } = sent;
        let parts = match (&body, Path::of(&path)) {
            _ if *method != Method::POST => Vec::new(),
            (Body::Text(text), Some(Path::Endpoint(endpoint))) => {
                edge::of_request(text, Some(endpoint))
            }
            // Only its body is missing.
            (_, Some(Path::Endpoint(endpoint))) => edge::of_request(&[], Some(endpoint)),
            (Body::Text(text), _) => edge::of_interact(text),
            _ => Vec::new(),
        };
        if parts.is_empty() {
            return self.add_other(method, &host, &path, &body);
        }
        let answer = match &response {
            Body::Text(text) => Answer::read(text).unwrap_or_default(),
            _ => Answer::default(),
        };
        for part in parts {
            let index = part.index as u64;
            let opened = answer.session_id_of(index).map(|id| id.to_string());
            let is_refused = opened.is_none() && answer.errors_of(index).next().is_some();
            let mut call = Call { host: host.clone(), opened, is_refused, at, status, ..of(part) };
            if !matches!(body, Body::Text(_)) {
                call.body = body.clone();
            }
            self.calls.push(call);
        }
    }

    fn add_other(&mut self, method: &Method, host: &str, path: &str, body: &Body) {
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
        if let Some(exchange) = Exchange::of(value) {
            return self.add(exchange);
        }
        match self.parts(value) {
            Some(parts) => self.calls.extend(parts.into_iter().map(of)),
            None => self.no_requests += 1,
        }
    }

    fn parts(&self, value: &RawValue) -> Option<Vec<Part>> {
        let endpoint = self.options.endpoint.as_deref();
        match endpoint {
            Some(endpoint) if value.get().starts_with('{') => Some(edge::read_as(value, endpoint)),
            _ => edge::of_value(value, endpoint),
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
        let mut joiner = Joiner::new(self.options);
        for call in self.calls {
            joiner.add(call);
        }
        notes.extend(joiner.notes());
        let sessions = joiner.sessions;
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
            "contains {}, none to the Media Collection API or to Media Edge",
            counted(self.requests(), "request")
        );
        for note in self.notes() {
            message.push_str("; ");
            message.push_str(&note);
        }
        message
    }
}
