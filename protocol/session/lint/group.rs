//! Equal findings, told once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use super::finding::Finding;
use crate::session::rules::{Rule, Severity};

/// The same finding at one or more events.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Group {
    /// The rule.
    pub rule: Rule,
    /// The indices of the events, in order. There is at least one.
    pub events: Vec<usize>,
    /// What is wrong there. It may name keys, but never contains values.
    pub message: Cow<'static, str>,
}

impl Group {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The index of the first event.
    #[must_use]
    pub fn event(&self) -> usize {
        self.events[0]
    }

    /// How many findings were equal.
    #[must_use]
    pub fn count(&self) -> usize {
        self.events.len()
    }

    /// What the rule says, in a sentence.
    #[must_use]
    pub fn why(&self) -> &'static str {
        self.rule.sentence()
    }
}

/// The most places that are listed.
const MAX_LISTED: usize = 5;

/// As a finding, with the first five places: `events 1, 2, 3, 4, 5 and 7 more: ...`.
impl fmt::Display for Group {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(if self.count() == 1 { "event " } else { "events " })?;
        for (nth, event) in self.events.iter().take(MAX_LISTED).enumerate() {
            write!(to, "{}{event}", if nth == 0 { "" } else { ", " })?;
        }
        if self.count() > MAX_LISTED {
            write!(to, " and {} more", self.count() - MAX_LISTED)?;
        }
        write!(to, ": {} ({}, {})", self.message, self.rule, self.severity())
    }
}

/// Puts findings with the same rule and message into one group each, in the order of their first
/// events.
///
/// ```
/// use media_collection::lint::{grouped, lint};
/// use media_collection::{Event, PlayerTime};
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// // Events of a session whose start is missing.
/// let groups = grouped(lint(&[Event::ping(at(0)), Event::ping(at(10)), Event::session_end(at(12))]));
/// assert_eq!(groups.len(), 1);
/// assert_eq!((groups[0].event(), groups[0].count()), (0, 3));
/// assert!(groups[0].to_string().starts_with("events 0, 1, 2: the session does not begin"));
/// ```
#[must_use]
pub fn grouped(findings: impl IntoIterator<Item = Finding>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<(Rule, Cow<'static, str>), usize> = HashMap::new();
    for Finding { rule, event, message } in findings {
        if let Some(&place) = places.get(&(rule, message.clone())) {
            groups[place].events.push(event);
        } else {
            places.insert((rule, message.clone()), groups.len());
            groups.push(Group { rule, events: vec![event], message });
        }
    }
    for group in &mut groups {
        group.events.sort_unstable();
    }
    groups.sort_by_key(Group::event);
    groups
}
