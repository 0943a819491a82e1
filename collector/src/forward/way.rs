//! How it goes with the other collector.

use std::time::{Duration, Instant};

use media_collection::Collector;

use super::session::Session;
use crate::sessions::shortened;

/// So many requests in a row have failed, of whatever session, if it is the way that fails.
const OUTAGE: u32 = 16;
/// How often a problem of the way is told.
const TELL: Duration = Duration::from_secs(10);

/// Whether the other collector takes requests.
#[derive(Debug, Default)]
pub(super) struct Way {
    /// How many it took or rejected, and how many failed in a row.
    taken: u64,
    failed: u32,
    /// Since when it does not work.
    outage: Option<Instant>,
    told: Option<Instant>,
}

impl Way {
    pub(super) const fn taken(&self) -> u64 {
        self.taken
    }

    /// Whether it does not work for any session.
    pub(super) const fn is_out(&self) -> bool {
        self.outage.is_some()
    }

    /// A request was taken or rejected. Returns whether it works again.
    pub(super) fn works(&mut self, to: &Collector) -> bool {
        self.taken += 1;
        self.failed = 0;
        let Some(since) = self.outage.take() else { return false };
        let seconds = since.elapsed().as_secs();
        tracing::info!("{to} answers again, after {seconds} s: forwarding goes on");
        true
    }

    /// A request of this session failed. So many bytes wait in memory.
    pub(super) fn failed(&mut self, to: &Collector, session: &Session, waiting: usize) {
        self.failed = self.failed.saturating_add(1);
        if self.failed >= OUTAGE && self.outage.is_none() {
            self.outage = Some(Instant::now());
            self.told = None;
        }
        if self.told.is_some_and(|told| told.elapsed() < TELL) {
            return;
        }
        self.told = Some(Instant::now());
        let problem = shortened(session.problem.as_deref().unwrap_or_default(), 400);
        if self.is_out() {
            tracing::warn!(
                "{to} takes nothing: {problem}; {waiting} bytes of events wait in memory"
            );
        } else {
            tracing::warn!("session {}: {problem}; it is sent again to {to}", session.id);
        }
    }
}
