//! What the list says about a session. Sessions have much of it in common, and share that.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use media_collection::{Event, EventBody};
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::{MAX_NAME, shortened};

/// What the list says about a session, from its `sessionStart`. It is one text, since there are many sessions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct About {
    text: Box<str>,
    /// Where each of its texts ends.
    ends: [u16; NAMES.len()],
}

/// The texts, as the page knows them.
const NAMES: [&str; 5] = ["title", "content", "content_type", "player", "suite"];
const PLAYER: usize = 3;

impl About {
    pub(super) fn of(event: &Event) -> Self {
        let EventBody::SessionStart(start) = &event.body else {
            return Self::with(["its start cannot be read", "", "", "", ""].map(str::to_owned));
        };
        let name = start.name.as_ref().filter(|name| !name.is_empty());
        Self::with([
            shortened(name.unwrap_or(&start.id).as_str(), 200),
            shortened(&start.id, 200),
            shortened(start.content_type.as_str(), 40),
            shortened(&start.player_name, MAX_NAME),
            shortened(&start.analytics_report_suite, MAX_NAME),
        ])
    }

    fn with(texts: [String; NAMES.len()]) -> Self {
        let mut end = 0;
        let ends = texts.each_ref().map(|text| {
            end += text.len();
            u16::try_from(end).unwrap_or(u16::MAX)
        });
        Self { text: texts.concat().into(), ends }
    }

    fn part(&self, index: usize) -> &str {
        let from = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(from.into()..self.ends[index].into()).unwrap_or_default()
    }

    pub(super) fn player(&self) -> &str {
        self.part(PLAYER)
    }
}

impl Serialize for About {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut about = serializer.serialize_struct("About", NAMES.len())?;
        for (index, name) in NAMES.into_iter().enumerate() {
            about.serialize_field(name, self.part(index))?;
        }
        about.end()
    }
}

/// The most values that are found again; after that it begins anew.
const MAX_SHARED: usize = 4_096;

/// Values that many sessions have in common.
#[derive(Debug)]
pub(super) struct Shared<T>(HashSet<Arc<T>>);

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(HashSet::new())
    }
}

impl<T: Hash + Eq> Shared<T> {
    /// This value, or an equal one that others have.
    pub(super) fn share(&mut self, value: T) -> Arc<T> {
        if let Some(shared) = self.0.get(&value) {
            return Arc::clone(shared);
        }
        if self.0.len() >= MAX_SHARED {
            self.0.clear();
        }
        let value = Arc::new(value);
        self.0.insert(Arc::clone(&value));
        value
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{About, MAX_SHARED, Shared};

    #[test]
    fn every_text_comes_back() {
        let texts = ["ü".repeat(200), String::new(), "vod".into(), "\u{1F600}".into(), "s".into()];
        let about = About::with(texts.clone());
        for (index, text) in texts.iter().enumerate() {
            assert_eq!(about.part(index), text);
        }
        let json = serde_json::to_value(&about).unwrap();
        assert_eq!((&json["player"], about.player()), (&"\u{1F600}".into(), "\u{1F600}"));
        assert_eq!(json["content_type"], "vod");
    }

    #[test]
    fn equal_values_are_shared_and_not_all_are_kept() {
        let mut shared = Shared::default();
        let first = shared.share(0);
        assert!(Arc::ptr_eq(&first, &shared.share(0)));
        for value in 1..=MAX_SHARED {
            shared.share(value);
        }
        assert!(shared.0.len() <= MAX_SHARED);
    }
}
