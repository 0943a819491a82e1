//! Closes the sessions of a partition whose time is over.
//!
//! Only what the whole stream says may close a session: the owner first reads to its end. Then the bucket
//! is written, so that no collector takes more events, then the stream, whose order decides. The board follows
//! the stream.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval};

use super::ask;
use super::owner::Partition;
use crate::locked::locked;
use crate::sessions::Closed;
use crate::storage::Line;

/// The most sessions that are closed at once.
const MAX_CLOSED: usize = 1_000;
/// The most of them that are written to the bucket at a time.
const MAX_AT_A_TIME: usize = 16;
/// How long the board may take to be where the stream is.
const MAX_BEHIND: Duration = Duration::from_secs(5);
/// The collector that stored an end writes the bucket; if it was killed, the owner does, after this time.
const END_GRACE: Duration = Duration::from_secs(3);
/// Events that an end overtook may be in the stream later than they were received, in milliseconds.
const SETTLE_GRACE: u64 = 5_000;

/// Goes on until it is dropped.
pub(super) async fn sweep(partition: Arc<Partition>) {
    let mut ticks = interval(partition.shared.limits.sweep_interval());
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        partition.mend_ended().await;
        while partition.close_due().await == Some(MAX_CLOSED) {}
    }
}

impl Partition {
    /// Closes sessions, and returns how many; `None` if the stream or the bucket cannot be used now.
    async fn close_due(&self) -> Option<usize> {
        let now = self.board.clock.now();
        let due = || {
            let mut sessions = self.board.sessions();
            sessions.settle(now.saturating_sub(SETTLE_GRACE), MAX_CLOSED);
            sessions.due(now, self.most_open(), MAX_CLOSED)
        };
        if due().is_empty() {
            return Some(0);
        }
        // What was acknowledged before now is in the stream.
        let stream = self.shared.streams.events.get(self.number as usize)?;
        let last = stream.get_info().await.ok()?.state.last_sequence;
        if !self.has_taken(last, Instant::now() + MAX_BEHIND).await {
            return None;
        }
        let due = due();
        let count = due.len();
        let closing = due.into_iter().map(|(id, reason)| async move {
            let known = self.shared.close(&id, reason, None).await.ok()?;
            // Another owner may have begun to close it, or somebody erases it.
            let reason = known.and_then(|known| known.closed).unwrap_or(reason);
            Some((id, reason))
        });
        let closed = ask::all(closing.collect(), MAX_AT_A_TIME).await;
        let mut last = 0;
        let mut told = Vec::new();
        // What has ended has its end in the stream.
        for (id, reason) in closed
            .into_iter()
            .flatten()
            .filter(|(_, reason)| !matches!(reason, Closed::Ended | Closed::Forgotten))
        {
            let line = Line { closed: Some(reason), ..Line::new(now, &id) };
            let bytes = line.to_bytes().ok()?;
            told.push((self.shared.writers.append(self.number, bytes), id, reason));
        }
        for (told, id, reason) in told {
            last = last.max(told.await.ok()?.ok()?);
            self.shared.log.closed(|| tracing::info!("session {id} closed: {reason}"));
        }
        self.has_taken(last, Instant::now() + MAX_BEHIND).await.then_some(count)
    }

    /// The most open sessions of a partition.
    fn most_open(&self) -> usize {
        self.shared.limits.open.div_ceil(self.shared.names.partitions as usize)
    }

    /// Writes to the bucket which sessions have ended, if nobody else did.
    async fn mend_ended(&self) {
        loop {
            let id = {
                let mut ended = locked(&self.ended);
                let is_over = |at: &Instant| at.elapsed() >= END_GRACE;
                match ended.front() {
                    Some((_, at)) if is_over(at) => ended.pop_front().map(|(id, _)| id),
                    _ => None,
                }
            };
            let Some(id) = id else { return };
            let known = self.shared.cache.get(&id);
            if known.is_some_and(|known| known.closed.is_some()) {
                continue;
            }
            if let Err(problem) = self.shared.close(&id, Closed::Ended, None).await {
                tracing::debug!("session {id}: {problem}");
                let mut ended = locked(&self.ended);
                ended.push_front((id, Instant::now()));
                return;
            }
        }
    }
}
