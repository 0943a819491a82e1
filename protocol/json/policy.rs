//! How texts are read.

use crate::schema::Mode;

/// How texts are read: strictly or tolerantly, and up to which size.
///
/// Nesting is limited to 127 levels whatever the policy; the schemas need five.
///
/// ```
/// use media_collection::{Event, Policy};
///
/// let newer = br#"{"eventType":"play","playerTime":{"playhead":0,"ts":1},"mood":"good"}"#;
/// assert!(Event::decode(newer, &Policy::strict()).is_err());
///
/// let event = Event::decode(newer, &Policy::tolerant()).unwrap();
/// assert_eq!(event.encode().unwrap(), newer);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// What happens to members and event types that the schemas do not have.
    pub mode: Mode,
    /// The most bytes of a text; a larger one is refused unread. 8 MiB unless changed: a day of
    /// one ping a second takes 7 MB.
    pub max_bytes: usize,
    /// The most events of a batch. 200,000 unless changed.
    pub max_events: usize,
    /// The most violations that are listed; the rest is counted. 1,000 unless changed.
    pub max_violations: usize,
}

impl Policy {
    /// What the back end does: the schemas decide, unknown members are violations.
    #[must_use]
    pub const fn strict() -> Self {
        Self {
            mode: Mode::Strict,
            max_bytes: 8 * 1024 * 1024,
            max_events: 200_000,
            max_violations: 1_000,
        }
    }

    /// For relays, archives and tools: what is not known is kept.
    #[must_use]
    pub const fn tolerant() -> Self {
        Self { mode: Mode::Tolerant, ..Self::strict() }
    }

    /// The same with another limit of bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// The same with another limit of events.
    #[must_use]
    pub const fn with_max_events(mut self, events: usize) -> Self {
        self.max_events = events;
        self
    }

    /// The same with another limit of listed violations.
    #[must_use]
    pub const fn with_max_violations(mut self, violations: usize) -> Self {
        self.max_violations = violations;
        self
    }
}

/// Strict.
impl Default for Policy {
    fn default() -> Self {
        Self::strict()
    }
}
