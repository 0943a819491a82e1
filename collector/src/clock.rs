//! The clock of the collector.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Returns milliseconds since the Unix epoch, which never decrease, even if the system clock is set
/// back.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    started: Instant,
    at: Duration,
}

impl Clock {
    pub(crate) fn start() -> Self {
        Self { started: Instant::now(), at: since_epoch() }
    }

    /// When it was started.
    pub(crate) fn started(self) -> u64 {
        millis(self.at)
    }

    pub(crate) fn now(self) -> u64 {
        millis(self.at + self.started.elapsed())
    }
}

/// The time of the system clock since the Unix epoch.
pub(crate) fn since_epoch() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// That in milliseconds.
pub(crate) fn system_time() -> u64 {
    millis(since_epoch())
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
