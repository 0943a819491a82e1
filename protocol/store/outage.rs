//! Whether the cause of failures is one session or the way to the collector.

use std::collections::BTreeSet;

use super::format::SessionKey;
use crate::client::{Attempts, Backoff, Reported};

/// The sessions that failed since the last success.
#[derive(Debug, Default)]
pub(super) struct Outage {
    failed: BTreeSet<SessionKey>,
    /// Until when no session is tried.
    pub(super) wait: Attempts,
}

impl Outage {
    /// Whether more than one session fails.
    pub(super) fn is_general(&self) -> bool {
        self.failed.len() > 1
    }

    pub(super) fn failed(&mut self, key: SessionKey, backoff: Backoff, at: Reported) {
        self.failed.insert(key);
        if self.is_general() {
            let failed = u32::try_from(self.failed.len()).unwrap_or(u32::MAX);
            let delay = backoff.delay(failed - 2, at.jitter);
            self.wait.wait_until(at.now.saturating_add(delay), at.now);
        }
    }

    /// A collector responded.
    pub(super) fn ended(&mut self) {
        *self = Self::default();
    }

    pub(super) fn forget(&mut self, key: SessionKey) {
        self.failed.remove(&key);
        if !self.is_general() {
            self.wait = Attempts::default();
        }
    }
}
