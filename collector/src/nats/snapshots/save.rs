//! Writes snapshots while the owner goes on.

use std::future::IntoFuture as _;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use async_nats::jetstream::stream::Stream;
use tokio::time::timeout;

use super::super::owner::Partition;
use super::super::publish::Failed;
use super::chunks::Chunks;
use super::{KEPT, Owner, VERSION, Whole, list, write_list};
use crate::board::Board;
use crate::locked::locked;
use crate::sessions::{MAX_LINES, Order, SnapshotLine};

/// A partition that is given away has a new snapshot if this part of the bytes came after which one is due.
const SOON: u64 = 64;

/// Goes on until it is dropped.
pub(in crate::nats) async fn keep(partition: Arc<Partition>) {
    loop {
        partition.saves.due.notified().await;
        let Ok(_turn) = partition.shared.saving.acquire().await else { return };
        if partition.saves.are_due()
            && let Err(problem) = partition.save().await
        {
            tracing::warn!("NATS: no snapshot of the partition {}: {problem}", partition.number);
        }
    }
}

/// The board keeps what a snapshot needs until this is dropped.
struct Begun<'a>(&'a Board);

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        self.0.sessions().end_snapshot();
    }
}

impl Partition {
    /// Writes a snapshot for the next owner, if there is enough new.
    pub(in crate::nats) async fn save_soon(&self, patience: Duration) {
        let since = self.saves.since.load(Ordering::Relaxed);
        if since >= self.saves.least / SOON {
            // Without it the next owner reads more.
            let _ = timeout(patience, self.save()).await;
        }
    }

    async fn save(&self) -> Result<(), String> {
        let Some(stream) = &self.shared.streams.snapshots else { return Ok(()) };
        let _turn = self.saves.turn.lock().await;
        let (list, after) = list(&self.shared, stream, self.number).await?;
        let mut chunks = Chunks::new(&self.shared, self.number);
        let (sequence, at) = self.write(&mut chunks).await?;
        let Chunks { name, count: parts, first, last, bytes, .. } = chunks;
        let whole = Whole { v: VERSION, name, first, last, parts, sequence, at, bytes };
        self.saves.last.store(bytes, Ordering::Relaxed);
        self.commit(stream, list, after, whole).await?;
        self.shared.counts.written.fetch_add(1, Ordering::Relaxed);
        tracing::debug!("NATS: snapshot of the partition {}, {bytes} bytes", self.number);
        Ok(())
    }

    /// Writes all lines. Returns the last message that they know, and when it was stored.
    async fn write(&self, chunks: &mut Chunks<'_>) -> Result<(u64, i64), String> {
        let begun;
        let (owner, order, last) = {
            // Nothing is taken meanwhile. Pages get the lock in between.
            let place = self.place.lock().await;
            if place.sequence == 0 {
                return Err("nothing was read yet".to_owned());
            }
            let mut order = Order::new();
            while self.board.sessions().more_order(&mut order) {
                tokio::task::yield_now().await;
            }
            begun = Begun(&self.board);
            self.board.sessions().begin_snapshot(&mut order);
            self.saves.since.store(0, Ordering::Relaxed);
            let ended = locked(&self.ended);
            let marks = locked(&self.marks);
            let owner = Owner {
                begun: marks.begun.iter().copied().collect(),
                ended: ended.iter().map(|(id, _)| id.clone()).collect(),
                parts: place.parts.saved(),
            };
            (owner, order, (place.sequence, place.at))
        };
        chunks.line(&owner).await?;
        chunks.line(&SnapshotLine::Order(Box::new(order))).await?;
        loop {
            let lines = self.board.sessions().more_lines(MAX_LINES);
            if lines.is_empty() {
                break;
            }
            for line in lines {
                chunks.line(&line).await?;
            }
            tokio::task::yield_now().await;
        }
        drop(begun);
        chunks.end().await?;
        Ok(last)
    }

    /// Names it in the list, and removes what is older.
    async fn commit(
        &self,
        stream: &Stream,
        mut list: Vec<Whole>,
        after: u64,
        whole: Whole,
    ) -> Result<(), String> {
        let (name, last) = (whole.name.clone(), whole.last);
        list.push(whole);
        list.drain(..list.len().saturating_sub(KEPT));
        let subject = self.shared.names.snapshot(self.number);
        let look = || self.named(stream, &name);
        let wrote = write_list(&self.shared, self.number, &list, Some(after), look).await;
        if let Err(Failed::Changed) = wrote {
            // What was removed meanwhile may be in it.
            let purge = stream.purge().filter(subject).sequence(last + 1);
            purge.into_future().await.map_err(|error| error.to_string())?;
            return Err("others were written or removed meanwhile".to_owned());
        }
        wrote?;
        let first = list.iter().map(|whole| whole.first).min().unwrap_or_default();
        let lists = self.shared.names.snapshot_list(self.number);
        let older = stream.purge().filter(subject).sequence(first).into_future().await;
        let others = stream.purge().filter(lists).keep(1).into_future().await;
        if let Some(error) = older.err().or(others.err()) {
            // The next one removes them, too.
            tracing::debug!("NATS: {error}");
        }
        Ok(())
    }

    /// The version of the list, if it names this one: an attempt to write it was not acknowledged.
    async fn named(&self, stream: &Stream, name: &str) -> Result<Option<u64>, Failed> {
        let (list, version) = list(&self.shared, stream, self.number).await?;
        let is_named = list.iter().any(|whole| whole.name == name);
        if is_named { Ok(Some(version)) } else { Err(Failed::Changed) }
    }
}
