//! Errors of values: they violate sender constraints, cannot be written as JSON, or cannot be parsed.

use super::check::{Check, Checker};
use super::violation::{Keyword, Violation, Violations};
use crate::schema::Limits;

/// Why events could not be written: a number is infinite or NaN, a key in `extra` has a field of its
/// own, or the Media Edge API has no form for a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the event cannot be encoded: {violations}")]
#[non_exhaustive]
pub struct EncodeError {
    /// Everything that prevents writing.
    pub violations: Violations,
}

impl EncodeError {
    pub(crate) fn new(violations: Vec<Violation>) -> Self {
        Self { violations: Violations::new(violations, 0) }
    }

    /// The same error about the one item of a request, to which its index does not lead.
    #[cfg(feature = "edge")]
    pub(crate) fn without_index(self) -> Self {
        let violation = |found: Violation| match found.pointer.strip_prefix("/0") {
            Some(rest) => Violation { pointer: rest.to_owned(), ..found },
            None => found,
        };
        Self::new(self.violations.into_iter().map(violation).collect())
    }

    /// The error for a body that a collector of another API cannot take.
    #[cfg(feature = "edge")]
    pub(crate) fn other_api(api: &str) -> Self {
        let message = format!("is of Media Edge, but the collector's API is {api}");
        Self::new(vec![Violation::new("", Keyword::Enum, message)])
    }

    /// The error for a `sessionStart` that is sent to an open session.
    pub(crate) fn start_to_events() -> Self {
        let message = "a `sessionStart` goes to the sessions endpoint, not to another session";
        Self::new(vec![Violation::new("/eventType", Keyword::Enum, message)])
    }

    /// The error for a failure of serde that the checks did not find.
    pub(crate) fn unplaced(error: &serde_json::Error) -> Self {
        Self::new(vec![Violation::new("", Keyword::Json, error.to_string())])
    }
}

/// The sender constraints that a value violates.
///
/// Such a value is valid by the schemas and can be sent, but the back end may misread it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the value violates sender constraints: {violations}")]
#[non_exhaustive]
pub struct ConstraintError {
    /// Every violated constraint.
    pub violations: Violations,
}

impl ConstraintError {
    pub(crate) fn check<T: Check>(value: &T) -> Result<(), Self> {
        let mut checker = Checker::sender();
        value.check_into(&Limits::NONE, &mut checker);
        match checker.violations() {
            none if none.is_empty() => Ok(()),
            violations => Err(Self { violations: Violations::new(violations, 0) }),
        }
    }
}

/// Why a text is not a session id, a session's key, a collector's address, a key of custom metadata, a
/// method or a name that the schemas define; or why an event is not a session start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what} {problem}")]
pub struct ParseError {
    what: &'static str,
    problem: &'static str,
}

impl ParseError {
    pub(crate) const fn new(what: &'static str, problem: &'static str) -> Self {
        Self { what, problem }
    }

    /// The error for a text that is not in a closed set.
    pub(crate) const fn unknown_name(what: &'static str) -> Self {
        Self::new(what, "is not one that the schemas define")
    }
}
