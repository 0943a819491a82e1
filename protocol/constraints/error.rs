//! What is wrong with a value: it violates sender constraints, or JSON cannot hold it.

use super::check::{Check, Checker};
use super::violation::{Keyword, Violation, Violations};
use crate::schema::Limits;

/// Why events could not be written: a number that JSON cannot hold, or a member of `extra` whose
/// key has a field of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the event cannot be encoded as JSON: {violations}")]
#[non_exhaustive]
pub struct EncodeError {
    /// Everything that stands in the way.
    pub violations: Violations,
}

impl EncodeError {
    pub(crate) fn new(violations: Vec<Violation>) -> Self {
        Self { violations: Violations::new(violations, 0) }
    }

    /// A start opens a session of its own.
    pub(crate) fn start_to_events() -> Self {
        let message = "a `sessionStart` goes to the sessions endpoint, not to another session";
        Self::new(vec![Violation::new("/eventType", Keyword::Enum, message)])
    }

    /// A refusal of serde's that the checks do not know.
    pub(crate) fn unplaced(error: &serde_json::Error) -> Self {
        Self::new(vec![Violation::new("", Keyword::Json, error.to_string())])
    }
}

/// Which sender constraints a value violates.
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

/// Why a text is not what it should be: a session id, a collector's address, a key of custom
/// metadata, or one of the names that the schemas know.
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

    /// The text is none of a closed set.
    pub(crate) const fn unknown_name(what: &'static str) -> Self {
        Self::new(what, "is not one that the schemas know")
    }
}
