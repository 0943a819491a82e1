//! Custom metadata: key-value pairs that the customer defines.

use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::constraints::{Check, Checker, ITEM_BYTES, Keyword, Look, ParseError, is_key_byte};
use crate::schema::Limits;

/// Key-value pairs that the customer defines, on session, ad and chapter starts.
///
/// A key is one or more letters, digits, `_` or `.`; a value is a string. Analytics shows each
/// as `c.<key>`. The back end adds the session's pairs to those of its ads and chapters. The
/// prefixes `a.` and `media.` are reserved for Adobe: the schemas accept such keys, and `check`
/// reports them ([`is_reserved`](Self::is_reserved)).
///
/// `Debug` shows the keys and hides the values.
///
/// ```
/// use media_collection::CustomMetadata;
///
/// let mut metadata = CustomMetadata::new();
/// metadata.insert("subscription.tier", "gold")?;
/// assert_eq!(metadata.get("subscription.tier"), Some("gold"));
/// assert!(metadata.insert("not a key", "").is_err());
/// # Ok::<(), media_collection::error::ParseError>(())
/// ```
///
/// Source: <https://experienceleague.adobe.com/en/docs/media-analytics/using/implementation/media-collection-api/mc-api-impl/mc-api-sed-pings>.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CustomMetadata(
    /// Sorted by key; each key occurs once.
    Vec<Pair>,
);

impl CustomMetadata {
    /// Makes metadata without pairs.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Sets a pair and returns the previous value of the key.
    ///
    /// # Errors
    ///
    /// If the key is empty or has characters other than letters, digits, `_` and `.`.
    pub fn insert(
        &mut self,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> Result<Option<String>, ParseError> {
        let key = key.into();
        if !Self::is_key(&key) {
            return Err(INVALID_KEY);
        }
        let pair = Pair::new(&key, &value.into());
        Ok(match self.find(&key) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place], pair).value().to_owned()),
            Err(place) => {
                self.0.insert(place, pair);
                None
            }
        })
    }

    /// Removes a pair and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<String> {
        let place = self.find(key).ok()?;
        Some(self.0.remove(place).value().to_owned())
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.find(key).ok().map(|place| self.0[place].value())
    }

    /// The pairs, sorted by key.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|pair| (pair.key(), pair.value()))
    }

    /// The number of pairs.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no pairs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a key is valid: the published pattern `^[a-zA-Z0-9_\.]+$`.
    #[must_use]
    pub fn is_key(key: &str) -> bool {
        !key.is_empty() && key.bytes().all(is_key_byte)
    }

    /// Whether a key begins with a prefix that is reserved for Adobe.
    #[must_use]
    pub fn is_reserved(key: &str) -> bool {
        key.starts_with("a.") || key.starts_with("media.")
    }

    /// The index of the pair with this key, or the index at which to insert it.
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|pair| pair.key().cmp(key))
    }

    /// Makes metadata of pairs in any order; `None` if a key occurs twice.
    pub(crate) fn of(mut pairs: Vec<Pair>) -> Option<Self> {
        pairs.sort_by(|one, other| one.key().cmp(other.key()));
        let is_unique = pairs.windows(2).all(|two| two[0].key() != two[1].key());
        is_unique.then_some(Self(pairs))
    }
}

/// A key and its value in one allocation.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    both: Box<str>,
    /// Where the key ends.
    key: usize,
}

impl Pair {
    pub(crate) fn new(key: &str, value: &str) -> Self {
        Self { both: [key, value].concat().into_boxed_str(), key: key.len() }
    }

    fn key(&self) -> &str {
        &self.both[..self.key]
    }

    fn value(&self) -> &str {
        &self.both[self.key..]
    }
}

/// No schema has rules for its values beyond their type.
impl Look for CustomMetadata {
    fn texts(&self) -> Option<usize> {
        Some(self.0.iter().map(|pair| ITEM_BYTES + pair.both.len()).sum())
    }
}

impl Check for CustomMetadata {
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        for (key, _) in self.iter().filter(|(key, _)| Self::is_reserved(key)) {
            checker.key(key, |checker| {
                checker.constraint(
                    Keyword::Reserved,
                    "the prefixes `a.` and `media.` are reserved for Adobe: choose another key",
                );
            });
        }
    }
}

impl fmt::Debug for CustomMetadata {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_set().entries(self.iter().map(|(key, _)| key)).finish()
    }
}

impl<K: Into<String>, V: Into<String>> TryFrom<Vec<(K, V)>> for CustomMetadata {
    type Error = ParseError;

    fn try_from(pairs: Vec<(K, V)>) -> Result<Self, ParseError> {
        let mut metadata = Self::new();
        for (key, value) in pairs {
            metadata.insert(key, value)?;
        }
        Ok(metadata)
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> TryFrom<[(K, V); N]> for CustomMetadata {
    type Error = ParseError;

    fn try_from(pairs: [(K, V); N]) -> Result<Self, ParseError> {
        Self::try_from(Vec::from(pairs))
    }
}

pub(crate) const INVALID_KEY: ParseError =
    ParseError::new("a key of custom metadata", "must be one or more letters, digits, `_` or `.`");

/// The parameters of an event, with its custom metadata.
///
/// Parameters convert into it, so a call without metadata passes just those. It dereferences to the
/// parameters.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct WithMetadata<P> {
    /// The parameters of the event type.
    pub params: P,
    /// The custom metadata; an empty one is written as an empty object.
    pub custom_metadata: Option<CustomMetadata>,
}

impl<P> WithMetadata<P> {
    /// Combines parameters and metadata.
    #[must_use]
    pub const fn new(params: P, custom_metadata: Option<CustomMetadata>) -> Self {
        Self { params, custom_metadata }
    }
}

impl<P> From<P> for WithMetadata<P> {
    fn from(params: P) -> Self {
        Self::new(params, None)
    }
}

impl<P> From<(P, CustomMetadata)> for WithMetadata<P> {
    fn from((params, metadata): (P, CustomMetadata)) -> Self {
        Self::new(params, Some(metadata))
    }
}

impl<P> Deref for WithMetadata<P> {
    type Target = P;

    fn deref(&self) -> &P {
        &self.params
    }
}

impl<P> DerefMut for WithMetadata<P> {
    fn deref_mut(&mut self) -> &mut P {
        &mut self.params
    }
}
