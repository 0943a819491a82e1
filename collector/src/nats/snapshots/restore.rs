//! Goes on where a snapshot ends.

use std::sync::atomic::Ordering;

use async_nats::jetstream::message::StreamMessage;
use async_nats::jetstream::stream::{RawMessageErrorKind, Stream};
use tokio::time::{Instant, timeout};

use super::super::owner::{Partition, Place, limits};
use super::super::parts::Parts;
use super::super::publish::{PATIENCE, patiently};
use super::super::{Shared, Tail};
use super::chunks::{decompressed, part_of};
use super::{Owner, Whole, list, remove};
use crate::locked::locked;
use crate::sessions::{Restoring, Sessions};

/// When a message was stored, in nanoseconds since the Unix epoch.
pub(in crate::nats) fn nanoseconds(time: async_nats::datetime::DateTime) -> i64 {
    i64::try_from(time.unix_timestamp_nanos()).unwrap_or_default()
}

/// Makes the board of a snapshot, if one says more than the stream from this message on. Returns the message from
/// which the stream has to be read then.
pub(in crate::nats) async fn restore(partition: &Partition, from: u64) -> Option<u64> {
    let Partition { shared, number, .. } = partition;
    let stream = shared.streams.snapshots.as_ref()?;
    let list = list(shared, stream, *number).await;
    let list = list.inspect_err(|problem| tracing::warn!("{problem}; the stream is read")).ok()?.0;
    for whole in list.iter().rev().filter(|whole| whole.sequence >= from) {
        let restored = async {
            fits(shared, *number, whole).await?;
            let (owner, sessions) = read(partition, stream, whole).await?;
            take(partition, whole, owner, sessions).await
        };
        match restored.await {
            Ok(sessions) => {
                tracing::info!(
                    "NATS: the partition {number} goes on behind message {}, with a snapshot of \
                     {sessions} sessions",
                    whole.sequence
                );
                shared.counts.restored.fetch_add(1, Ordering::Relaxed);
                return Some(whole.sequence + 1);
            }
            Err(problem) => tracing::warn!(
                "NATS: the snapshot of the partition {number} behind message {} is not used: {problem}",
                whole.sequence
            ),
        }
    }
    None
}

/// Whether a snapshot is of the stream that is there. One that was restored from a backup may have other messages,
/// or may have them not yet.
async fn fits(shared: &Shared, number: u32, whole: &Whole) -> Result<(), String> {
    let stream = shared.streams.events.get(number as usize).ok_or("there is no stream")?;
    let is_other = patiently(PATIENCE, async || match stream.get_info().await {
        Ok(info) if info.state.last_sequence < whole.sequence => Ok(true),
        Ok(_) => match stream.get_raw_message(whole.sequence).await {
            Ok(StreamMessage { time, .. }) => Ok(nanoseconds(time) != whole.at),
            // It expired, or was erased.
            Err(error) if error.kind() == RawMessageErrorKind::NoMessageFound => Ok(false),
            Err(error) => Err(error.to_string()),
        },
        Err(error) => Err(error.to_string()),
    });
    let is_other = is_other.await?;
    if !is_other {
        return Ok(());
    }
    // It would fit by chance, when as many messages have come.
    let removed = remove(shared, number).await;
    removed.and_then(|()| Err("the stream does not have this message".to_owned()))
}

/// Reads all parts, one after the other.
async fn read(
    partition: &Partition,
    stream: &Stream,
    whole: &Whole,
) -> Result<(Owner, Sessions), String> {
    let Partition { shared, number, board, .. } = partition;
    let missing = || "a part is missing".to_owned();
    stream.get_raw_message(whole.first).await.map_err(|error| error.to_string())?;
    let subject = shared.names.snapshot(*number);
    let mut tail = Tail::from(subject, stream.clone(), whole.first);
    let config = shared.streams.events.get(*number as usize).map(|events| events.cached_info());
    let age = config.map(|info| info.config.max_age).filter(|age| !age.is_zero());
    let age = age.map(|age| u64::try_from(age.as_millis()).unwrap_or(u64::MAX));
    let oldest = age.map_or(0, |age| board.clock.now().saturating_sub(age));
    let mut lines = Lines::new(Restoring::new(limits(shared), oldest));
    let mut next = 0;
    while next < whole.parts {
        let (sequence, message) = timeout(PATIENCE, tail.next()).await.map_err(|_| missing())?;
        if sequence > whole.last {
            return Err(missing());
        }
        let part = message.headers.as_ref().and_then(part_of);
        match part {
            Some((name, number)) if name == whole.name && number == next => {
                lines.add(&decompressed(&message.payload)?)?;
                next += 1;
            }
            Some((name, number)) if name == whole.name && number > next => return Err(missing()),
            // Of another one, or a part that came again.
            _ => {}
        }
        tokio::task::yield_now().await;
    }
    let owner = lines.owner.ok_or_else(missing)?;
    Ok((owner, lines.restoring.finish()?))
}

/// The board is what the snapshot says. Returns how many sessions it has.
async fn take(
    partition: &Partition,
    whole: &Whole,
    owner: Owner,
    sessions: Sessions,
) -> Result<usize, String> {
    let Owner { begun, ended, parts } = owner;
    let parts = Parts::of(parts).ok_or("its parts of lines are damaged")?;
    let mut place = partition.place.lock().await;
    let count = sessions.len();
    partition.board.sessions().go_on_with(sessions);
    {
        let mut marks = locked(&partition.marks);
        (marks.begun, marks.parts) = (begun.into(), parts.first());
    }
    *place = Place { sequence: whole.sequence, at: whole.at, parts };
    let now = Instant::now();
    let mut all = locked(&partition.ended);
    all.extend(ended.into_iter().map(|id| (id, now)));
    partition.saves.last.store(whole.bytes, Ordering::Relaxed);
    partition.taken.send_replace(whole.sequence);
    Ok(count)
}

/// The lines of parts.
struct Lines {
    /// The beginning of a line.
    text: Vec<u8>,
    owner: Option<Owner>,
    restoring: Restoring,
}

impl Lines {
    fn new(restoring: Restoring) -> Self {
        Self { text: Vec::new(), owner: None, restoring }
    }

    fn add(&mut self, text: &[u8]) -> Result<(), String> {
        for piece in text.split_inclusive(|byte| *byte == b'\n') {
            self.text.extend_from_slice(piece);
            if self.text.pop_if(|last| *last == b'\n').is_none() {
                break;
            }
            if self.owner.is_some() {
                self.restoring.line(&self.text)?;
            } else {
                let owner = serde_json::from_slice(&self.text);
                self.owner = Some(owner.map_err(|error| error.to_string())?);
            }
            self.text.clear();
        }
        Ok(())
    }
}
