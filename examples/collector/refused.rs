//! Requests that were refused, for whoever tests a player and wants to see why.

use std::collections::VecDeque;

use media_collection::http::StatusCode;
use media_collection::http::request::Parts;
use media_collection::{Rejection, ReportedViolation, Route};
use serde::Serialize;

use crate::sessions::shortened;

/// The last so many are kept.
const MOST: usize = 200;
/// Violations of each that are kept; the rest are counted.
const MOST_VIOLATIONS: usize = 50;
/// Letters of a pointer, message or path. Keys and paths come from outside, of any length.
const MOST_LETTERS: usize = 300;
/// Bytes of the body that are kept.
const MOST_BYTES: usize = 4 * 1024;

/// One of them.
#[derive(Debug, Serialize)]
pub struct Refused {
    at: u64,
    method: String,
    path: String,
    pub session: Option<String>,
    status: u16,
    message: String,
    violations: Vec<ReportedViolation>,
    more: usize,
    /// The body's beginning, with what is not UTF-8 replaced.
    body: String,
    bytes: usize,
}

impl Refused {
    pub fn new(at: u64, parts: &Parts, body: &[u8], rejection: &Rejection) -> Self {
        let mut refused = Self::because(at, parts, body, rejection.status(), rejection.to_string());
        if let Rejection::Invalid { violations, more } = rejection {
            let kept = violations.iter().take(MOST_VIOLATIONS).map(|violation| {
                let short = |text: &str| shortened(text, MOST_LETTERS);
                let keyword = short(&violation.keyword);
                ReportedViolation::new(
                    short(&violation.pointer),
                    keyword,
                    short(&violation.message),
                )
            });
            refused.violations = kept.collect();
            refused.more = more + violations.len().saturating_sub(MOST_VIOLATIONS);
        }
        refused
    }

    /// For what is no rejection of the protocol's, such as a body that does not arrive.
    pub fn because(
        at: u64,
        parts: &Parts,
        body: &[u8],
        status: StatusCode,
        message: String,
    ) -> Self {
        let path = parts.uri.path();
        let session = match Route::of(&parts.method, path) {
            Ok(Route::Event(id)) => Some(shortened(id.as_str(), MOST_LETTERS)),
            _ => None,
        };
        Self {
            at,
            method: shortened(parts.method.as_str(), 20),
            path: shortened(path, MOST_LETTERS),
            session,
            status: status.as_u16(),
            message: shortened(&message, MOST_LETTERS),
            violations: Vec::new(),
            more: 0,
            body: String::from_utf8_lossy(&body[..body.len().min(MOST_BYTES)]).into_owned(),
            bytes: body.len(),
        }
    }
}

/// The last of them, the newest first.
#[derive(Debug, Default, Serialize)]
pub struct RefusedList {
    list: VecDeque<Refused>,
    /// How many there were before these.
    older: usize,
}

impl RefusedList {
    pub fn push(&mut self, refused: Refused) {
        self.list.push_front(refused);
        if self.list.len() > MOST {
            self.list.pop_back();
            self.older += 1;
        }
    }

    /// Those that were meant for a session.
    pub fn of<'a>(&'a self, session: &str) -> impl Iterator<Item = &'a Refused> {
        self.list.iter().filter(move |refused| refused.session.as_deref() == Some(session))
    }
}
