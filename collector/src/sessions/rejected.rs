//! Rejected requests, which the page shows.

use std::borrow::Cow;
use std::collections::VecDeque;

use media_collection::http::StatusCode;
use media_collection::http::request::Parts;
use media_collection::{Rejection, ReportedViolation, Route};
use serde::Serialize;

use super::id::Id;
use super::shortened;

/// The most rejected requests in memory; the oldest are dropped.
const MAX_REJECTED: usize = 200;
/// The most violations of a request in memory; the others are counted.
const MAX_VIOLATIONS: usize = 50;
/// The most characters of a pointer, message or path, which a client can make of any length.
const MAX_LETTERS: usize = 300;
/// The most bytes of a body in memory.
const MAX_BYTES: usize = 4 * 1024;

/// A rejected request.
#[derive(Debug, Serialize)]
pub(crate) struct Rejected {
    at: u64,
    method: String,
    path: String,
    pub(super) session: Option<String>,
    status: u16,
    message: String,
    violations: Vec<ReportedViolation>,
    more: usize,
    /// The beginning of the body, with bytes that are not UTF-8 replaced.
    body: String,
    bytes: usize,
}

impl Rejected {
    pub(crate) fn new(at: u64, parts: &Parts, body: &[u8], rejection: &Rejection) -> Self {
        let mut rejected =
            Self::because(at, parts, body, rejection.status(), rejection.to_string());
        if let Rejection::Invalid { violations, more } = rejection {
            let kept = violations.iter().take(MAX_VIOLATIONS).map(|violation| {
                let short = |text: &str| shortened(text, MAX_LETTERS);
                let keyword = short(&violation.keyword);
                ReportedViolation::new(
                    short(&violation.pointer),
                    keyword,
                    short(&violation.message),
                )
            });
            rejected.violations = kept.collect();
            rejected.more = more + violations.len().saturating_sub(MAX_VIOLATIONS);
        }
        rejected
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
            if self.violations.len() < MAX_VIOLATIONS {
                let short = |text: &str| shortened(text, MAX_LETTERS);
                self.violations.push(ReportedViolation::new(short(&place), "", short(reason)));
            } else {
                self.more += 1;
            }
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
            body: String::from_utf8_lossy(&body[..body.len().min(MAX_BYTES)]).into_owned(),
            bytes: body.len(),
        }
    }
}

/// The latest rejected requests, the newest first.
#[derive(Debug, Default, Serialize)]
pub(crate) struct RejectedList {
    list: VecDeque<Rejected>,
    /// How many older ones were dropped.
    older: usize,
    /// The value of `Sessions::version` when the last one was added.
    #[serde(skip)]
    version: u64,
}

impl RejectedList {
    pub(crate) fn push(&mut self, rejected: Rejected, version: u64) {
        self.version = version;
        self.list.push_front(rejected);
        if self.list.len() > MAX_REJECTED {
            self.list.pop_back();
            self.older += 1;
        }
    }

    pub(crate) fn version(&self) -> u64 {
        self.version
    }

    /// The rejected requests that name this session.
    pub(super) fn of(&self, session: &Id) -> impl Iterator<Item = &Rejected> {
        let session = session.to_string();
        self.list.iter().filter(move |rejected| rejected.session.as_ref() == Some(&session))
    }
}
