//! Members that the schemas do not describe.

use std::fmt;

use serde_json::{Map, Value};

use crate::constraints::Keys;

/// Members of an object that the schemas do not describe, by key.
///
/// A [tolerant](crate::Mode::Tolerant) reader stores them here, and they are written back with the
/// same value, so that a relay loses nothing. A client can insert keys that are newer than this
/// crate. Writing a key that has a field of its own is an error.
///
/// An empty `Extra` has the size of a pointer. `Debug` shows the keys and hides the values.
///
/// ```
/// use media_collection::QoeData;
///
/// let mut qoe = QoeData::builder().bitrate(4_000_000).build();
/// qoe.extra.insert("media.qoe.rebufferRatio", 0.02);
/// assert_eq!(
///     serde_json::to_string(&qoe).unwrap(),
///     r#"{"media.qoe.bitrate":4000000,"media.qoe.rebufferRatio":0.02}"#,
/// );
/// ```
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Map<String, Value>>>);

impl Extra {
    /// Makes an `Extra` without members.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Sets a member and returns its previous value.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.0.get_or_insert_default().insert(key.into(), value.into())
    }

    /// Removes a member and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        self.0.as_mut()?.remove(key)
    }

    /// The value of a member.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.as_ref()?.get(key)
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|members| members.is_empty())
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |members| members.len())
    }

    /// The members, ordered by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().flat_map(|members| members.iter()).map(|(key, value)| (key.as_str(), value))
    }
}

impl Keys for Extra {
    fn is_empty(&self) -> bool {
        Self::is_empty(self)
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(key, _)| key)
    }
}

/// Compares the members: an `Extra` whose members were all removed equals a new one.
impl PartialEq for Extra {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(key, value)| other.get(key) == Some(value))
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_set().entries(self.iter().map(|(key, _)| key)).finish()
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut extra = Self::new();
        for (key, value) in members {
            extra.insert(key, value);
        }
        extra
    }
}
