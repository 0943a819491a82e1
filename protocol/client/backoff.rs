//! How long to wait before the next attempt of a request.

use super::response::{ResponseError, RetryAfter};

/// The longest wait that a collector can ask for: a day, in milliseconds.
pub(crate) const MAX_RETRY_AFTER: i64 = 24 * 60 * 60 * 1_000;

/// Delays that double with each attempt, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Backoff {
    /// The delay after the first failure.
    pub(crate) first: i64,
    pub(crate) longest: i64,
}

impl Backoff {
    /// The delay after this many earlier attempts. `jitter`, a random number from 0 to 1, spreads
    /// the second half of it.
    pub(crate) fn delay(self, attempts: u32, jitter: f64) -> i64 {
        let factor = 1_i64.checked_shl(attempts.min(40)).unwrap_or(i64::MAX);
        let delay = self.first.saturating_mul(factor).min(self.longest);
        let jitter = if jitter.is_finite() { jitter.clamp(0.0, 1.0) } else { 1.0 };
        delay / 2 + ((delay - delay / 2) as f64 * jitter) as i64
    }
}

/// Until when the collector asks to wait, in milliseconds since the Unix epoch.
pub(crate) fn asked(reason: Option<&ResponseError>, now: i64) -> Option<i64> {
    match reason {
        Some(ResponseError::Unavailable { retry_after: Some(after), .. }) => {
            let asked = after.moment(now)?;
            Some(asked.min(now.saturating_add(MAX_RETRY_AFTER)))
        }
        _ => None,
    }
}

impl RetryAfter {
    /// The time in milliseconds since the Unix epoch; `now` is in the same unit. `None` if the date
    /// cannot be read or the time is out of range.
    #[must_use]
    pub fn moment(&self, now: i64) -> Option<i64> {
        match self {
            Self::Seconds(seconds) => {
                let millis = i64::try_from(*seconds).ok()?.checked_mul(1_000)?;
                now.checked_add(millis)
            }
            Self::Date(date) => {
                let date = httpdate::parse_http_date(date).ok()?;
                let since = date.duration_since(std::time::UNIX_EPOCH).ok()?;
                i64::try_from(since.as_millis()).ok()
            }
        }
    }
}
