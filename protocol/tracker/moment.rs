//! When something happens.

use serde::{Deserialize, Serialize};

use crate::event::PlayerTime;

/// When something happens, by two clocks.
///
/// One number sets both: take it from a [`SteadyClock`](crate::SteadyClock), whose
/// [`now`](crate::SteadyClock::now) goes on while the device sleeps and never steps.
///
/// ```
/// use media_collection::tracker::Moment;
///
/// let both = Moment::from(1_700_000_000_000);
/// assert_eq!(both, Moment::new(1_700_000_000_000, 1_700_000_000_000));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Moment {
    /// A clock that never goes back and counts while the device sleeps, in milliseconds since any
    /// fixed moment. All timers follow it.
    pub now: i64,
    /// The wall clock, in milliseconds since the Unix epoch.
    pub ts: i64,
}

impl Moment {
    /// A moment by a monotonic clock and by the wall clock, both in milliseconds.
    #[must_use]
    pub const fn new(now: i64, ts: i64) -> Self {
        Self { now, ts }
    }

    /// The same, as far as differences of such times are numbers.
    pub(super) fn bounded(self) -> Self {
        const FURTHEST: i64 = i64::MAX / 4;
        let Self { now, ts } = self;
        Self::new(now.clamp(-FURTHEST, FURTHEST), ts.clamp(-FURTHEST, FURTHEST))
    }
}

impl From<i64> for Moment {
    fn from(both: i64) -> Self {
        Self::new(both, both)
    }
}

/// The time of an event that has none yet.
pub(crate) fn no_time() -> PlayerTime {
    PlayerTime::of_ts(0)
}
