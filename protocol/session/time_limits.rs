//! How long a session of the collector may last, stand still and be silent, in milliseconds.
//!
//! Sources: the documentation of the Media Collection API ("timeouts") for silence and
//! standstill, Adobe's SDKs for the day. Each limit is reached, not passed.

/// The back end closes a session after so long without an event.
pub(crate) const MAX_SILENCE: i64 = 10 * 60 * 1_000;

/// The back end closes a session whose playhead has not moved for so long.
pub(crate) const MAX_STANDSTILL: i64 = 30 * 60 * 1_000;

/// The official SDKs replace a session that is so old.
pub(crate) const MAX_AGE: i64 = 24 * 60 * 60 * 1_000;
