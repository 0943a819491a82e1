//! The player states of a session.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rules::Rule;
use crate::constraints::{Look, MAX_NAME_CHARACTERS};
use crate::event::EventBody;
use crate::schema::keys;

/// The most player states that the back end keeps by name.
pub(crate) const MAX_STATES: usize = 10;

/// The usual names, with both spellings of full screen. They are not copied.
const COMMON: [&str; 6] =
    ["fullscreen", "fullScreen", "mute", "closedCaptioning", "pictureInPicture", "inFocus"];

/// Every state name of the session, and whether it is active, in alphabetical order. Those that are
/// not kept come last.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct States(Vec<(Name<'static>, bool)>);

/// The name of a player state.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name<'a> {
    Kept(Cow<'a, str>),
    /// One that is longer than the documentation allows: its digest, which counts and compares.
    Long(u64),
}

impl Name<'_> {
    fn is(&self, name: &str, long: Option<u64>) -> bool {
        match self {
            Self::Kept(kept) => kept == name,
            Self::Long(digest) => Some(*digest) == long,
        }
    }
}

/// The digest of a name that is longer than the documentation allows.
fn long(name: &str) -> Option<u64> {
    let is_long = name.len() > MAX_NAME_CHARACTERS && name.chars().count() > MAX_NAME_CHARACTERS;
    is_long.then(|| digest(name))
}

/// FNV-1a, of eight bytes at a time: it is stored, so it has to stay the same.
fn digest(name: &str) -> u64 {
    name.as_bytes().chunks(8).fold(0xcbf2_9ce4_8422_2325 ^ name.len() as u64, |digest, chunk| {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        let mixed = (digest ^ u64::from_le_bytes(bytes)).wrapping_mul(0x0000_0100_0000_01b3);
        mixed ^ (mixed >> 32)
    })
}

/// Shows how many there are, but no names: an app may put anything into a name.
impl fmt::Debug for States {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("States")
            .field("names", &self.0.len())
            .field("active", &self.0.iter().filter(|(_, active)| *active).count())
            .finish()
    }
}

impl States {
    /// The names of the states that are active.
    pub(crate) fn active(&self) -> impl Iterator<Item = &str> {
        self.kept().filter(|(_, active)| *active).map(|(name, _)| name)
    }

    /// Whether a state is active.
    pub(crate) fn any_active(&self) -> bool {
        self.0.iter().any(|(_, active)| *active)
    }

    /// Whether the session has a state whose name differs from this one, but only in letter case.
    pub(crate) fn has_in_other_case(&self, name: &str) -> bool {
        self.kept().any(|(known, _)| known.eq_ignore_ascii_case(name) && known != name)
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
        let key = |name| long(name).map_or(Name::Kept(Cow::Borrowed(name)), Name::Long);
        let known = self.0.iter().map(|(name, active)| match name {
            Name::Kept(name) => (key(name), *active),
            Name::Long(digest) => (Name::Long(*digest), *active),
        });
        let mut after: BTreeMap<Name<'_>, bool> = known.collect();
        changed_states(body, &mut |name, starts| {
            let names = after.len();
            let known = after.insert(key(name), starts);
            let rule = if starts { broken_by_start(known, names) } else { broken_by_end(known) };
            rule.into_iter().for_each(&mut broken);
        });
    }

    /// Only ten names are remembered, as in the back end. A name that is too long takes a place among
    /// them, but is kept only if `keeps_long`.
    pub(crate) fn set(&mut self, name: &str, active: bool, keeps_long: bool) {
        let digest = long(name);
        if let Some((_, known)) = self.0.iter_mut().find(|(known, _)| known.is(name, digest)) {
            *known = active;
        } else if active && self.0.len() < MAX_STATES {
            let common = COMMON.iter().find(|common| **common == name);
            let name = match (common, digest) {
                (Some(common), _) => Name::Kept((*common).into()),
                (None, Some(digest)) if !keeps_long => Name::Long(digest),
                (None, _) => Name::Kept(name.to_owned().into()),
            };
            let at = self.0.partition_point(|(known, _)| *known < name);
            self.0.insert(at, (name, true));
        }
    }

    /// Without the names that are too long.
    pub(crate) fn shortened(self) -> Self {
        let mut shortened = Self::default();
        for (name, active) in self.0.into_iter().take(MAX_STATES) {
            let digest = match &name {
                Name::Kept(kept) => long(kept),
                Name::Long(_) => None,
            };
            shortened.0.push((digest.map_or(name, Name::Long), active));
        }
        shortened.0.sort();
        shortened
    }

    fn kept(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().filter_map(|(name, active)| match name {
            Name::Kept(kept) => Some((&**kept, *active)),
            Name::Long(_) => None,
        })
    }

    fn get(&self, name: &str) -> Option<bool> {
        let digest = if self.0.is_empty() { None } else { long(name) };
        self.0.iter().find(|(known, _)| known.is(name, digest)).map(|(_, active)| *active)
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

/// An object of truth values, by name. One that is not kept has its digest as the key, and 0 or 1.
impl Serialize for States {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, active) in &self.0 {
            match name {
                Name::Kept(name) => map.serialize_entry(name, active)?,
                Name::Long(digest) => {
                    map.serialize_entry(&format!("{digest:016x}"), &u8::from(*active))?;
                }
            }
        }
        map.end()
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Active {
    Kept(bool),
    Long(u8),
}

impl<'de> Deserialize<'de> for States {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut states = Vec::new();
        for (name, active) in BTreeMap::<String, Active>::deserialize(deserializer)? {
            states.push(match active {
                Active::Kept(active) => (Name::Kept(name.into()), active),
                Active::Long(active) => {
                    let digest = u64::from_str_radix(&name, 16).map_err(serde::de::Error::custom);
                    (Name::Long(digest?), active != 0)
                }
            });
        }
        states.sort();
        Ok(Self(states))
    }
}
