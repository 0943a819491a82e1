//! What the lint finds.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::constraints::Violation;
use crate::session::rules::{Rule, Severity};

/// The most findings of one kind at one event: about the order of its player states, about their
/// names, and about sender constraints. More of them would say nothing new.
pub(super) const MAX_AT_EVENT: usize = 100;
/// The most bytes of a pointer in a message; it may name keys that a client chose.
const MAX_POINTER: usize = 200;

/// A rule that a session breaks, and the event that does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The index of the event.
    pub event: usize,
    /// What is wrong there, in a few hundred bytes at most. It may name keys, but never contains values.
    pub message: Cow<'static, str>,
}

impl Finding {
    /// A value that violates a sender constraint.
    pub(super) fn of_value(event: usize, violation: &Violation) -> Self {
        let Violation { pointer, message, .. } = violation;
        let message = if pointer.len() <= MAX_POINTER {
            format!("`{pointer}` {message}")
        } else {
            let end = (0..=MAX_POINTER).rfind(|at| pointer.is_char_boundary(*at));
            format!("`{}...` {message}", &pointer[..end.unwrap_or_default()])
        };
        Self { rule: Rule::SenderConstraint, event, message: message.into() }
    }

    /// A rule broken at an event.
    pub(crate) const fn of(rule: Rule, event: usize) -> Self {
        Self { rule, event, message: Cow::Borrowed(rule.fault()) }
    }

    /// What the rule says, in a sentence.
    #[must_use]
    pub fn why(&self) -> &'static str {
        self.rule.sentence()
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "event {}: {} ({}, {})", self.event, self.message, self.rule, self.severity())
    }
}

/// Takes the faults of one event.
pub(super) struct Place<'a, F> {
    pub(super) event: usize,
    pub(super) found: &'a mut F,
}

impl<F: FnMut(Finding)> Place<'_, F> {
    pub(super) fn add(&mut self, rule: Rule) {
        (self.found)(Finding::of(rule, self.event));
    }

    /// Adds a fault in other words than those of the rule.
    pub(super) fn say(&mut self, rule: Rule, message: &'static str) {
        (self.found)(Finding { rule, event: self.event, message: Cow::Borrowed(message) });
    }
}
