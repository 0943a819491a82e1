//! The members of a JSON object, found by names that differ from tool to tool.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// Objects in objects down to this depth are looked into.
const MAX_DEPTH: usize = 5;

/// A longer key is none of those that are looked for.
const MAX_KEY_BYTES: usize = 64;

/// The members of an object, and those of the objects in it.
///
/// A name is in lower case, without punctuation, and contains the keys on the way to it:
/// `requestbody` is the name of `requestBody`, of `request_body`, of `request.body`, and of `body` in
/// `request`.
#[derive(Debug, Default)]
pub(super) struct Fields<'a>(BTreeMap<String, &'a RawValue>);

impl<'a> Fields<'a> {
    /// `None` if the value is not an object.
    pub(super) fn of(value: &'a RawValue) -> Option<Self> {
        let mut fields = Self::default();
        fields.add(value, "", 0).then_some(fields)
    }

    fn add(&mut self, value: &'a RawValue, above: &str, depth: usize) -> bool {
        if depth == MAX_DEPTH || !value.get().starts_with('{') {
            return false;
        }
        let Ok(members) = serde_json::from_str::<BTreeMap<String, &'a RawValue>>(value.get())
        else {
            return false;
        };
        // An event is a value: its keys are not those of a tool.
        let is_event = depth > 0 && members.contains_key("eventType");
        for (key, value) in members.into_iter().filter(|(key, _)| key.len() <= MAX_KEY_BYTES) {
            let name = above.to_owned() + &plain(&key);
            if !is_event {
                self.add(value, &name, depth + 1);
            }
            self.0.entry(name).or_insert(value);
        }
        true
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The value of the first of these names that is present and not null.
    pub(super) fn first(&self, names: &[&str]) -> Option<&'a RawValue> {
        self.all(names).next()
    }

    /// The values of these names that are present and not null.
    pub(super) fn all(&self, names: &[&str]) -> impl Iterator<Item = &'a RawValue> {
        names.iter().filter_map(|name| self.0.get(*name).copied()).filter(|v| v.get() != "null")
    }

    /// The first of these names that is a string that is not empty.
    pub(super) fn text(&self, names: &[&str]) -> Option<String> {
        self.all(names).filter_map(text).find(|text| !text.is_empty())
    }

    /// The first of these names that is a number, or a string that contains one.
    pub(super) fn number(&self, names: &[&str]) -> Option<u16> {
        self.all(names).find_map(|value| value.get().trim_matches('"').trim().parse().ok())
    }
}

fn plain(key: &str) -> String {
    key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The string, if the value is one.
pub(super) fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}

/// The elements, if the value is an array.
pub(super) fn elements(value: &RawValue) -> Option<Vec<&RawValue>> {
    value.get().starts_with('[').then(|| serde_json::from_str(value.get()).ok())?
}
