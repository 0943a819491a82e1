//! Finds requests in plain text: the output of a proxy or of curl, the log of an app or a server.
//!
//! What all of these have in common: a request shows its address, then its body; the response shows
//! a status and a `Location`. Everything else is skipped.

use std::collections::VecDeque;

use media_collection::edge::Handle;
use media_collection::{OtherService, SessionId};
use serde_json::value::RawValue;

use super::exchange::{Body, Exchange, METHODS, host_of};
use super::fields::Fields;
use super::near_miss::counted;
use super::traffic::Traffic;
use super::{Input, NoSession, Options, edge, events};

/// `None` if the text contains neither a request nor an event.
pub(super) fn read(text: &str, options: &Options) -> Option<Result<Input, NoSession>> {
    let mut scanner = Scanner::new(text);
    scanner.scan();
    let Scanner { requests, events, .. } = scanner;
    let mut traffic = Traffic::new(options);
    requests.into_iter().filter(is_request).for_each(|request| traffic.add(request));
    if !traffic.is_empty() {
        return Some(traffic.into_input());
    }
    if events.is_empty() || is_json(text) {
        return None;
    }
    let note = format!("{} found in text without requests", counted(events.len(), "event"));
    if events.iter().any(|event| edge::may_be(event)) {
        for event in &events {
            // What is not JSON was not found.
            serde_json::from_str(event).map(|value| traffic.add_value(value)).ok()?;
        }
        return Some(traffic.into_input().map(|mut input| {
            input.notes.push(note);
            input
        }));
    }
    Some(events::read(&events.join("\n")).map(|mut input| {
        input.notes.push(note);
        input
    }))
}

/// Whether the text is meant to be JSON: its events are not picked out of it.
fn is_json(text: &str) -> bool {
    let start = text.trim_start();
    start.strip_prefix('[').unwrap_or(start).trim_start().starts_with('{')
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    requests: Vec<Exchange>,
    /// Events that follow no request.
    events: Vec<String>,
    /// Starts whose response has shown no `Location` yet.
    starts: VecDeque<usize>,
    /// The word before.
    before: &'a str,
    /// How many bytes may still be read as JSON in vain: bounds the time.
    budget: usize,
}

/// JSON in a text.
enum Found<'a> {
    Json(&'a RawValue),
    /// JSON in a string, where its quotes are escaped.
    Quoted(String),
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            requests: Vec::new(),
            events: Vec::new(),
            starts: VecDeque::new(),
            before: "",
            budget: text.len().saturating_mul(8).saturating_add(64 * 1024),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn scan(&mut self) {
        while let Some(next) = self.rest().chars().next() {
            if matches!(next, '{' | '[' | '"')
                && let Some(found) = self.json(next)
            {
                self.take(found);
            } else if is_delimiter(next) {
                self.at += next.len_utf8();
            } else {
                let rest = self.rest();
                let word = &rest[..rest.find(is_delimiter).unwrap_or(rest.len())];
                self.at += word.len();
                self.word(word);
                self.before = word;
            }
        }
    }

    /// Reads the JSON here, and moves behind it.
    fn json(&mut self, first: char) -> Option<Found<'a>> {
        if self.budget == 0 {
            return None;
        }
        let rest = self.rest();
        if first == '"' {
            // Other strings are words.
            if !(rest.starts_with("\"{\\\"") || rest.starts_with("\"[{\\\"")) {
                return None;
            }
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<String>();
            return match values.next()? {
                Ok(text) => {
                    self.at += values.byte_offset();
                    Some(Found::Quoted(text))
                }
                Err(error) => self.in_vain(&error),
            };
        }
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&'a RawValue>();
        match values.next()? {
            Ok(value) => {
                self.at += values.byte_offset();
                Some(Found::Json(value))
            }
            Err(error) => self.in_vain(&error),
        }
    }

    fn in_vain<T>(&mut self, error: &serde_json::Error) -> Option<T> {
        let lines = self.rest().split_inclusive('\n').take(error.line().saturating_sub(1));
        let read = lines.map(str::len).sum::<usize>() + error.column();
        self.budget = self.budget.saturating_sub(read);
        None
    }

    fn take(&mut self, found: Found<'a>) {
        let body = match &found {
            Found::Json(value) => value.get(),
            Found::Quoted(text) => text,
        };
        if let Found::Json(value) = &found
            && let Some(request) = Exchange::of(value)
        {
            return self.requests.push(request);
        }
        // As the browser's developer tools copy a call of `fetch`: an address, then options.
        if let Found::Json(value) = &found
            && let Some(inner) = Fields::of(value).and_then(|fields| fields.text(&["body"]))
            && is_body(&inner)
        {
            return self.take(Found::Quoted(inner));
        }
        if is_response(body) {
            if let Some(request) = self.requests.last_mut() {
                request.response = Body::Text(body.as_bytes().to_vec());
            }
            return;
        }
        if !is_body(body) {
            return;
        }
        match self.requests.last_mut() {
            Some(request) if request.body == Body::Missing => {
                request.body = Body::Text(body.as_bytes().to_vec());
            }
            _ => self.events.push(body.trim().replace(['\r', '\n'], " ")),
        }
    }

    fn word(&mut self, word: &'a str) {
        let lower = word.to_ascii_lowercase();
        match self.before.to_ascii_lowercase().as_str() {
            "location:" => return self.location(word),
            "host:" | "authority:" | ":authority:" => {
                if let Some(request) = self.requests.last_mut().filter(|r| r.host.is_empty()) {
                    request.host = host_of(word);
                }
                return;
            }
            before if before.contains("http/") || before == "<<" || before == "status:" => {
                self.status(word);
            }
            _ => {}
        }
        if let Some(status) = lower.strip_prefix("status=") {
            self.status(status);
        }
        if let Some(address) = address(word) {
            self.address(address);
        } else if let Some(location) = lower.starts_with("location=").then(|| &word[9..]) {
            self.location(location);
        }
    }

    fn status(&mut self, word: &str) {
        let status = word.parse().ok().filter(|status| (100..600).contains(status));
        if let (Some(status), Some(request)) = (status, self.requests.last_mut()) {
            request.status.get_or_insert(status);
            if !(200..300).contains(&status) {
                let failed = self.requests.len() - 1;
                self.starts.retain(|start| *start != failed);
            }
        }
    }

    /// The oldest start without a `Location` gets it.
    fn location(&mut self, location: &str) {
        if SessionId::from_location(location).is_none() {
            return;
        }
        while let Some(start) = self.starts.pop_front() {
            let request = &mut self.requests[start];
            if is_request(request) {
                request.location = Some(location.to_owned());
                break;
            }
        }
    }

    fn address(&mut self, address: &str) {
        let mut request = Exchange::at(address);
        let path = &*request.path;
        let is_event = path.ends_with("/events");
        if path.contains("/sessions/") && !is_event {
            return self.location(address);
        }
        let is_start = path.ends_with("/sessions");
        let is_edge = edge::Path::of(path).is_some();
        let is_known = is_start || is_event || is_edge || path.contains("/api/v1/");
        if !is_known && OtherService::at(&request.host, path).is_none() {
            return;
        }
        request.method = method(self.before);
        if is_start {
            self.starts.push_back(self.requests.len());
        }
        self.requests.push(request);
    }
}

/// An address that is only mentioned has neither method nor body.
fn is_request(found: &Exchange) -> bool {
    found.method.is_some() || found.body != Body::Missing
}

/// Whether JSON is a response of Media Edge to a start.
fn is_response(text: &str) -> bool {
    text.contains("\"handle\"") && text.contains(Handle::NEW_SESSION)
}

/// Whether JSON is the body of a request.
fn is_body(text: &str) -> bool {
    let is_object = |value: &RawValue| {
        Fields::of(value).is_some_and(|fields| fields.has("eventtype") || fields.has("playertime"))
    };
    let is_event = text.contains("\"eventType\"") || text.contains("\"playerTime\"");
    let value = serde_json::from_str::<&RawValue>(text);
    is_event && (text.starts_with('[') || value.is_ok_and(is_object)) || edge::may_be(text)
}

fn is_delimiter(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '{' | '}' | '[' | ']' | '|' | '`' | '\\')
}

/// The address in a word: a URL, or the path of an endpoint.
fn address(word: &str) -> Option<&str> {
    let begin = match word.find("https://").or_else(|| word.find("http://")) {
        Some(begin) => begin,
        None if word.starts_with('/') => 0,
        None => word.find("=/")? + 1,
    };
    Some(word[begin..].trim_end_matches([',', '.', ';', ')', '>', ':']))
}

/// The method before an address: `POST`, `method=POST`, or `-XPOST` of curl.
fn method(word: &str) -> Option<String> {
    let word = word.trim_start_matches("-X");
    let word = word.rsplit(['=', ':', '(']).find(|part| !part.is_empty()).unwrap_or(word);
    let word = word.trim_end_matches(')').to_ascii_uppercase();
    METHODS.contains(&&*word).then_some(word)
}
