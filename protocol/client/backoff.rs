//! When a request is sent again.

use serde::{Deserialize, Serialize};

use super::online_options::OnlineOptions;
use super::response_error::{ResponseError, RetryAfter};

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

/// What the caller says when it reports an attempt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported {
    /// In milliseconds since the Unix epoch.
    pub(crate) now: i64,
    /// A random number from 0 to 1.
    pub(crate) jitter: f64,
}

/// How often and how soon requests are sent again.
#[derive(Debug, Clone)]
pub(crate) struct Retries {
    pub(crate) backoff: Backoff,
    pub(crate) limits: OnlineOptions,
}

impl Retries {
    /// No wait is longer.
    pub(crate) fn longest_wait(&self) -> i64 {
        self.limits.max_retry_after.max(self.backoff.longest)
    }

    /// Until when the collector asks to wait, in milliseconds since the Unix epoch.
    fn asked(&self, reason: Option<&ResponseError>, now: i64) -> Option<i64> {
        match reason {
            Some(ResponseError::Unavailable { retry_after: Some(after), .. }) => {
                let asked = after.moment(now)?;
                Some(asked.min(now.saturating_add(self.limits.max_retry_after)))
            }
            _ => None,
        }
    }
}

/// The attempts to send a request, and the wait before the next one. Persisted: the names in the
/// file are those of the first version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Attempts {
    /// How often the request was sent.
    #[serde(default, rename = "attempts")]
    pub(crate) made: u32,
    /// When it may be sent again, in milliseconds since the Unix epoch; 0 is at once, also before
    /// 1970.
    #[serde(default)]
    pub(crate) not_before: i64,
    /// When that was decided, by the clock at that time.
    #[serde(default, rename = "came_back")]
    decided: i64,
}

impl Attempts {
    /// An attempt failed: decides when the next one is due.
    pub(crate) fn failed(
        &mut self,
        reason: Option<&ResponseError>,
        Reported { now, jitter }: Reported,
        retries: &Retries,
    ) -> i64 {
        let delayed = now.saturating_add(retries.backoff.delay(self.made, jitter));
        let asked = retries.asked(reason, now);
        self.made = self.made.saturating_add(1);
        self.wait_until(asked.map_or(delayed, |asked| asked.max(delayed)), now);
        self.not_before
    }

    /// A response came after all to an attempt that was given up, and counted then.
    pub(crate) fn answered_late(&mut self) {
        self.made = self.made.saturating_sub(1);
    }

    pub(crate) fn wait_until(&mut self, not_before: i64, now: i64) {
        (self.not_before, self.decided) = (not_before, now);
    }

    /// The next attempt is due at once.
    pub(crate) fn hurry(&mut self) {
        self.not_before = 0;
    }

    /// Until when to wait, if the next attempt is not due yet.
    ///
    /// If the clock was set back since the wait was decided, the wait begins again: it is never
    /// longer than it was meant to be.
    pub(crate) fn waits(&mut self, now: i64, retries: &Retries) -> Option<i64> {
        if self.not_before == 0 {
            return None;
        }
        if self.decided > now {
            let wait = self.not_before.saturating_sub(self.decided);
            self.wait_until(now.saturating_add(wait), now);
        }
        let longest = now.saturating_add(retries.longest_wait());
        if self.not_before > longest {
            self.wait_until(longest, now);
        }
        (self.not_before > now).then_some(self.not_before)
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
