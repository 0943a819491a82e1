//! Options for reading.

use crate::schema::Mode;

/// Options for reading: strict or tolerant, and limits.
///
/// Objects and arrays may be nested up to 127 levels, or 126 in an event whose `params` come before
/// its `eventType`, independent of the policy. The schemas need five.
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
    /// How members and event types are treated that the schemas do not describe.
    pub mode: Mode,
    /// Maximum size of a text in bytes. A larger text is an error and is not read. Default: 8 MiB;
    /// one ping per second for a day takes 7 MB.
    pub max_bytes: usize,
    /// Maximum number of events in a batch. Default: 200,000.
    pub max_events: usize,
    /// Maximum number of violations that are listed; further ones are only counted. Of an event with
    /// more than 200,000 values only those are looked at. Default: 1,000.
    pub max_violations: usize,
}

impl Policy {
    /// Accepts exactly what the schemas accept, like the back end: unknown members are violations.
    #[must_use]
    pub const fn strict() -> Self {
        Self {
            mode: Mode::Strict,
            max_bytes: 8 * 1024 * 1024,
            max_events: 200_000,
            max_violations: 1_000,
        }
    }

    /// For relays, archives and tools: unknown members and event types are accepted and preserved.
    #[must_use]
    pub const fn tolerant() -> Self {
        Self { mode: Mode::Tolerant, ..Self::strict() }
    }

    /// Without limits for the size: what was written by this library can be read.
    #[cfg(any(feature = "edge", feature = "store"))]
    pub(crate) const fn unlimited(self) -> Self {
        self.with_max_bytes(usize::MAX).with_max_events(usize::MAX)
    }

    /// Sets the maximum size of a text in bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Sets the maximum number of events in a batch.
    #[must_use]
    pub const fn with_max_events(mut self, events: usize) -> Self {
        self.max_events = events;
        self
    }

    /// Sets the maximum number of violations that are listed.
    #[must_use]
    pub const fn with_max_violations(mut self, violations: usize) -> Self {
        self.max_violations = violations;
        self
    }
}

/// [`Policy::strict`].
impl Default for Policy {
    fn default() -> Self {
        Self::strict()
    }
}
