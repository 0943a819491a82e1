//! The player states of a session.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rules::Rule;
use crate::constraints::Look;
use crate::event::EventBody;
use crate::schema::keys;

/// The most player states that the back end keeps by name.
pub(crate) const MAX_STATES: usize = 10;

/// The usual names, with both spellings of full screen. They are not copied.
const COMMON: [&str; 6] =
    ["fullscreen", "fullScreen", "mute", "closedCaptioning", "pictureInPicture", "inFocus"];

/// Every state name of the session, and whether it is active, in alphabetical order.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct States(Vec<(Cow<'static, str>, bool)>);

/// Shows how many there are, but no names: an app may put anything into a name.
impl fmt::Debug for States {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("States")
            .field("names", &self.0.len())
            .field("active", &self.active().count())
            .finish()
    }
}

impl States {
    /// The names of the states that are active.
    pub(crate) fn active(&self) -> impl Iterator<Item = &str> {
        self.iter().filter(|(_, active)| *active).map(|(name, _)| name)
    }

    /// Whether the session has a state whose name differs from this one, but only in letter case.
    pub(crate) fn has_in_other_case(&self, name: &str) -> bool {
        self.iter().any(|(known, _)| known.eq_ignore_ascii_case(name) && known != name)
    }

    /// Whether the session has, or had, a state of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The rule that the start of a state would break.
    pub(crate) fn start(&self, name: &str) -> Option<Rule> {
        broken_by_start(self.get(name), self.0.len())
    }

    /// The rule that the end of a state would break.
    pub(crate) fn end(&self, name: &str) -> Option<Rule> {
        broken_by_end(self.get(name))
    }

    /// The rules that an update would break. Ends come first, so that one update can swap
    /// states.
    pub(crate) fn update(&self, body: &EventBody, mut broken: impl FnMut(Rule)) {
        let mut after: BTreeMap<&str, bool> = self.iter().collect();
        changed_states(body, &mut |name, starts| {
            let names = after.len();
            let known = after.insert(name, starts);
            let rule = if starts { broken_by_start(known, names) } else { broken_by_end(known) };
            rule.into_iter().for_each(&mut broken);
        });
    }

    /// Only ten names are remembered, as in the back end.
    pub(crate) fn set(&mut self, name: &str, active: bool) {
        if let Some((_, known)) = self.0.iter_mut().find(|(known, _)| *known == name) {
            *known = active;
        } else if active && self.0.len() < MAX_STATES {
            let common = COMMON.iter().find(|common| **common == name);
            let at = self.0.partition_point(|(known, _)| **known < *name);
            let name = common.map_or_else(|| name.to_owned().into(), |name| (*name).into());
            self.0.insert(at, (name, true));
        }
    }

    fn iter(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().map(|(name, active)| (&**name, *active))
    }

    fn get(&self, name: &str) -> Option<bool> {
        self.iter().find(|(known, _)| *known == name).map(|(_, active)| active)
    }
}

/// The name of the state that begins or ends.
#[inline]
pub(crate) fn state_name(body: &EventBody) -> Option<&str> {
    body.params()?.member(keys::STATE_NAME)?.text()
}

/// Calls `changed` with each state of an update, and whether it starts: first those that end.
pub(crate) fn changed_states<'a>(body: &'a EventBody, changed: &mut dyn FnMut(&'a str, bool)) {
    for (key, starts) in [(keys::STATES_END, false), (keys::STATES_START, true)] {
        let states = body.params().and_then(|params| params.member(key));
        let Some(states) = states else { continue };
        states.each(&mut |_, state: &'a dyn Look| {
            if let Some(name) = state.member(keys::STATE_NAME).and_then(|name| name.text()) {
                changed(name, starts);
            }
        });
    }
}

fn broken_by_start(known: Option<bool>, names: usize) -> Option<Rule> {
    match known {
        Some(true) => Some(Rule::StateNotActive),
        None if names >= MAX_STATES => Some(Rule::TenStates),
        _ => None,
    }
}

fn broken_by_end(known: Option<bool>) -> Option<Rule> {
    (known != Some(true)).then_some(Rule::StateActive)
}

/// An object of truth values, by name.
impl Serialize for States {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for States {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let states = BTreeMap::<String, bool>::deserialize(deserializer)?;
        Ok(Self(states.into_iter().map(|(name, active)| (name.into(), active)).collect()))
    }
}
