//! A downloaded session on its way to a collector, without a store.

use serde::{Deserialize, Serialize};

use super::backoff::{Attempts, Reported, Retries};
use super::online::BACKOFF;
use super::online_options::OnlineOptions;
use super::outcome::Outcome;
use super::response_error::ResponseError;
use crate::wire::{ResponseParts, Uploaded};

/// The attempts to send a downloaded session, which the caller has: when the next one is due, and what a
/// response leads to. The rules are those of a store for one session.
///
/// ```
/// use media_collection::http;
/// use media_collection::recorder::{OnlineOptions, Outcome, Uploading};
///
/// let mut uploading = Uploading::new(OnlineOptions::default());
/// assert_eq!(uploading.due(0), None); // now
/// let busy = http::Response::builder().status(503).header("retry-after", "30").body(Vec::new())?;
/// let outcome = uploading.responded(&busy, 1_000, 0.5);
/// assert!(matches!(outcome, Outcome::Kept { due: 31_000, .. }));
/// assert_eq!(uploading.due(2_000), Some(31_000));
/// let taken = http::Response::builder().status(201).body(Vec::new())?;
/// assert_eq!(uploading.responded(&taken, 31_000, 0.5), Outcome::Arrived);
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Uploading {
    #[serde(flatten)]
    attempts: Attempts,
    options: OnlineOptions,
}

impl Uploading {
    /// A session that was not sent yet.
    #[must_use]
    pub fn new(options: OnlineOptions) -> Self {
        Self { attempts: Attempts::default(), options }
    }

    fn retries(&self) -> Retries {
        Retries { backoff: BACKOFF, limits: self.options.clone() }
    }

    /// Until when to wait before the next attempt, in milliseconds since the Unix epoch as `now` is;
    /// `None` if it is due.
    pub fn due(&mut self, now: i64) -> Option<i64> {
        let retries = self.retries();
        self.attempts.waits(now, &retries)
    }

    /// How often it was sent without success.
    #[must_use]
    pub const fn attempts(&self) -> u32 {
        self.attempts.made
    }

    /// Makes the next attempt due now.
    pub fn hurry(&mut self) {
        self.attempts.hurry();
    }

    /// Processes the response to an attempt: the session has arrived, is set aside, or is kept until the
    /// next attempt. `now` is in milliseconds since the Unix epoch. `jitter` is a random number from 0
    /// to 1 that spreads the next attempts of many devices.
    pub fn responded<'r>(
        &mut self,
        response: impl Into<ResponseParts<'r>>,
        now: i64,
        jitter: f64,
    ) -> Outcome {
        match Uploaded::from_response(response) {
            Ok(_) => Outcome::Arrived,
            Err(reason @ ResponseError::Rejected { .. }) => {
                Outcome::SetAside { event: None, reason: Some(reason) }
            }
            Err(reason) => self.failed(Some(reason), Reported { now, jitter }),
        }
    }

    /// Reports that no response came: the network failed, or a timeout passed. The collector may have
    /// taken the session, and gets it twice then.
    pub fn not_sent(&mut self, now: i64, jitter: f64) -> Outcome {
        self.failed(None, Reported { now, jitter })
    }

    fn failed(&mut self, reason: Option<ResponseError>, at: Reported) -> Outcome {
        let retries = self.retries();
        let due = self.attempts.failed(reason.as_ref(), at, &retries);
        if retries.limits.max_attempts.is_some_and(|most| self.attempts.made >= most) {
            return Outcome::SetAside { event: None, reason };
        }
        Outcome::Kept { due, reason }
    }
}
