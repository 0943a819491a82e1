//! Redaction: what identifies or locates a viewer is dropped, or replaced by a keyed hash, before
//! anything is stored, shown or forwarded.
//!
//! What that is, the schemas' annotations say (`personal`). What no schema describes is dropped, since nobody
//! knows what it says.

mod event;
mod find;
mod pseudonym;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use media_collection::Event;
use media_collection::edge::{Envelope, Identity};

pub(crate) use self::find::{has_id, says_id};
use self::pseudonym::Key;

/// What becomes of members that identify or locate a viewer.
#[derive(Clone)]
pub struct Redaction {
    key: Option<Arc<Key>>,
}

/// The fewest bytes of a key.
const MIN_KEY_BYTES: usize = 16;

/// A key that is too short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key has {bytes} bytes: it needs at least {MIN_KEY_BYTES}, which nobody can guess")]
pub struct WeakKey {
    /// How many bytes it has.
    pub bytes: usize,
}

impl fmt::Debug for Redaction {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(if self.key.is_some() { "Redaction(with a key)" } else { "Redaction" })
    }
}

impl Redaction {
    /// They are dropped.
    #[must_use]
    pub const fn dropping() -> Self {
        Self { key: None }
    }

    /// Ids are replaced by their HMAC-SHA-256 with this key, so that the same viewer has the same id in all
    /// sessions, of either API. What is no id, as a location, is dropped.
    ///
    /// An id keeps its form, so that it stays valid where it goes to: decimal digits become as many decimal
    /// digits, and groups of hexadecimal digits as many of these. All others become 64 hexadecimal digits.
    ///
    /// # Errors
    ///
    /// When the key has fewer than 16 bytes.
    pub fn hashing(key: &[u8]) -> Result<Self, WeakKey> {
        if key.len() < MIN_KEY_BYTES {
            return Err(WeakKey { bytes: key.len() });
        }
        Ok(Self { key: Some(Arc::new(Key::new(key))) })
    }

    /// What stands in place of an id; `None` if it is dropped.
    ///
    /// ```
    /// use media_collection_collector::Redaction;
    ///
    /// let redaction = Redaction::hashing(b"a key of 16 bytes or more")?;
    /// let ecid = "12345678901234567890123456789012345678";
    /// let hashed = redaction.pseudonym(ecid).unwrap();
    /// assert!(hashed != ecid && hashed.len() == 38 && hashed.bytes().all(|it| it.is_ascii_digit()));
    /// # Ok::<(), media_collection_collector::WeakKey>(())
    /// ```
    #[must_use]
    pub fn pseudonym(&self, id: &str) -> Option<String> {
        self.key.as_ref().map(|key| key.pseudonym(id))
    }

    /// An event without what is personal.
    pub(crate) fn event(&self, event: Event) -> Result<Event, String> {
        event::redacted(event, self)
    }

    /// What stands around an event or a request of Media Edge, without what is personal: it keeps the
    /// id of the event, the sender's library, and the identities if they are hashed.
    pub(crate) fn envelope(&self, from: Envelope) -> Envelope {
        let mut envelope = Envelope::default();
        envelope.id = from.id.clone();
        envelope.implementation = from.implementation.clone();
        envelope.identities = self.identities(&from.identities);
        envelope
    }

    fn identities(
        &self,
        from: &BTreeMap<String, Vec<Identity>>,
    ) -> BTreeMap<String, Vec<Identity>> {
        let Some(key) = &self.key else { return BTreeMap::new() };
        let hashed = |identity: &Identity| {
            let mut identity = identity.clone();
            identity.id = identity.id.map(|id| key.pseudonym(&id));
            identity
        };
        let hashed = |(namespace, identities): (&String, &Vec<Identity>)| {
            (namespace.clone(), identities.iter().map(hashed).collect())
        };
        from.iter().map(hashed).collect()
    }
}
