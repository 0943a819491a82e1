//! Rejected requests, which the page shows.

use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

use media_collection::http::StatusCode;
use media_collection::http::request::Parts;
use media_collection::{Rejection, ReportedViolation, Route};
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::short::{cut, json_bytes, shortened};

/// The most rejected requests in memory; the oldest are dropped.
pub(crate) const MAX_REJECTED: usize = 200;
/// The most violations of a request in memory; the others are counted.
const MAX_VIOLATIONS: usize = 50;
/// The most characters of a pointer, message or path, which a client can make of any length.
const MAX_LETTERS: usize = 300;
/// The most bytes of a body in memory, and of its violations in JSON.
const MAX_BYTES: usize = 4 * 1024;
const MAX_VIOLATION_BYTES: usize = 16 * 1024;
/// The most bytes of all of them in JSON, about; the oldest are dropped.
const MAX_LIST_BYTES: usize = 512 * 1024;

/// A rejected request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Rejected {
    at: u64,
    method: String,
    path: String,
    pub(crate) session: Option<String>,
    status: u16,
    message: String,
    violations: Vec<ReportedViolation>,
    more: usize,
    /// The beginning of the body, with bytes that are not UTF-8 replaced.
    body: String,
    bytes: usize,
    /// The value of `Sessions::version` when it was added.
    #[serde(skip)]
    version: u64,
}

impl Rejected {
    pub(crate) fn new(at: u64, parts: &Parts, body: &[u8], rejection: &Rejection) -> Self {
        let mut rejected =
            Self::because(at, parts, body, rejection.status(), rejection.to_string());
        if let Rejection::Invalid { violations, more } = rejection {
            rejected.more = *more;
            for violation in violations {
                let ReportedViolation { pointer, keyword, message, .. } = violation;
                rejected.violates(pointer, keyword, message);
            }
        }
        rejected
    }

    /// The same without the body, which has anything that a client sent.
    pub(crate) fn without_body(mut self) -> Self {
        self.body = String::new();
        self
    }

    /// Whether it has this text anywhere.
    #[cfg(feature = "nats")]
    pub(super) fn has(&self, text: &str) -> bool {
        let of = |violation: &ReportedViolation| {
            violation.pointer.contains(text) || violation.message.contains(text)
        };
        [&self.path, &self.message, &self.body].into_iter().any(|one| one.contains(text))
            || self.violations.iter().any(of)
    }

    /// Adds a violation, if there is room.
    fn violates(&mut self, pointer: &str, keyword: &str, message: &str) {
        let short = |text: &str| shortened(text, MAX_LETTERS);
        let violation = ReportedViolation::new(short(pointer), short(keyword), short(message));
        let bytes = violation_bytes(&violation);
        let before: usize = self.violations.iter().map(violation_bytes).sum();
        if self.violations.len() < MAX_VIOLATIONS && before + bytes <= MAX_VIOLATION_BYTES {
            self.violations.push(violation);
        } else {
            self.more += 1;
        }
    }

    /// About how many bytes it has in JSON.
    fn json_bytes(&self) -> usize {
        let texts = [&self.method, &self.path, &self.message, &self.body];
        let texts: usize = texts.into_iter().map(|text| json_bytes(text)).sum();
        let session = self.session.as_ref().map_or(0, |id| json_bytes(id));
        texts + session + self.violations.iter().map(violation_bytes).sum::<usize>() + 200
    }

    /// A request of Media Edge, with the session that its body names, the violations and how many more
    /// there are.
    pub(crate) fn with_details<'a>(
        mut self,
        session: Option<&str>,
        details: impl Iterator<Item = (Cow<'a, str>, &'a str)>,
        more: usize,
    ) -> Self {
        self.session = session.map(|id| shortened(id, MAX_LETTERS));
        self.more = more;
        for (place, reason) in details {
            self.violates(&place, "", reason);
        }
        self
    }

    /// For an error that the API does not define, such as a body that does not arrive.
    pub(crate) fn because(
        at: u64,
        parts: &Parts,
        body: &[u8],
        status: StatusCode,
        message: String,
    ) -> Self {
        let path = parts.uri.path();
        let session = match Route::of(&parts.method, path) {
            Ok(Route::Event(id)) => Some(shortened(id.as_str(), MAX_LETTERS)),
            _ => None,
        };
        Self {
            at,
            method: shortened(parts.method.as_str(), 20),
            path: shortened(path, MAX_LETTERS),
            session,
            status: status.as_u16(),
            message: shortened(&message, MAX_LETTERS),
            violations: Vec::new(),
            more: 0,
            body: cut(String::from_utf8_lossy(&body[..body.len().min(MAX_BYTES)]), MAX_BYTES),
            bytes: body.len(),
            version: 0,
        }
    }
}

fn violation_bytes(violation: &ReportedViolation) -> usize {
    let ReportedViolation { pointer, keyword, message, .. } = violation;
    json_bytes(pointer) + json_bytes(keyword) + json_bytes(message) + 40
}

/// The latest rejected requests, the newest first.
#[derive(Debug, Default)]
pub(crate) struct RejectedList {
    list: VecDeque<Rejected>,
    bytes: usize,
    /// How many older ones were dropped.
    older: usize,
}

/// The list as the page gets it.
#[derive(Debug, Serialize)]
pub(crate) struct ShownRejected {
    /// Those that are new to the page, the newest first.
    list: Vec<Rejected>,
    /// How many the whole list has.
    kept: usize,
    older: usize,
}

impl RejectedList {
    pub(crate) fn push(&mut self, mut rejected: Rejected, version: u64) {
        rejected.version = version;
        self.bytes += rejected.json_bytes();
        self.list.push_front(rejected);
        while self.list.len() > MAX_REJECTED || self.bytes > MAX_LIST_BYTES {
            let Some(oldest) = self.list.pop_back() else { return };
            self.bytes -= oldest.json_bytes();
            self.older += 1;
        }
    }

    /// Drops those for which the function says so.
    pub(super) fn forget(&mut self, is_gone: impl Fn(&Rejected) -> bool) {
        self.list.retain(|rejected| !is_gone(rejected));
        self.bytes = self.list.iter().map(Rejected::json_bytes).sum();
    }

    #[cfg(feature = "nats")]
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// What changed since a version; `None` if nothing did.
    pub(crate) fn since(&self, version: Option<u64>) -> Option<ShownRejected> {
        let is_new = |one: &&Rejected| version.is_none_or(|version| one.version > version);
        let list: Vec<_> = self.list.iter().take_while(is_new).cloned().collect();
        let has_changed = version.is_none() || !list.is_empty();
        has_changed.then_some(ShownRejected { list, kept: self.list.len(), older: self.older })
    }

    /// How many of them name each session.
    pub(super) fn by_session(&self) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        for id in self.list.iter().filter_map(|rejected| rejected.session.clone()) {
            *counts.entry(id).or_default() += 1;
        }
        counts
    }

    /// The rejected requests that name this session.
    pub(super) fn of(&self, session: &Id) -> impl Iterator<Item = &Rejected> {
        let session = session.to_string();
        self.list.iter().filter(move |rejected| rejected.session.as_ref() == Some(&session))
    }
}
