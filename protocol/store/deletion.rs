//! What the store tells of a session that it deleted by itself.

use super::format::SessionKey;

/// A session that the store deleted by itself, as its options say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeletedSession {
    /// The session's key.
    pub key: SessionKey,
    /// Why it was deleted.
    pub why: WhyDeleted,
    /// Whether it was an online session, parts of which may have been sent.
    pub is_online: bool,
    /// The number of events, including the start.
    pub events: u32,
    /// The size of the events in bytes.
    pub bytes: u64,
    /// The timestamp of the start, in milliseconds since the Unix epoch.
    pub began: i64,
}

/// Why the store deleted a session by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WhyDeleted {
    /// It was older than [`StoreOptions::max_age`](super::StoreOptions::max_age).
    Age,
    /// It gave way to others: [`StoreOptions::when_full`](super::StoreOptions::when_full).
    Full,
}

impl WhyDeleted {
    /// The reason as a word, for command lines and logs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Full => "full",
        }
    }
}
