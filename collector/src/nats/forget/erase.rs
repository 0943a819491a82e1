//! Erases lines from the streams.

use std::sync::Arc;

use async_nats::HeaderMap;
use async_nats::header::{NATS_MESSAGE_ID, NATS_MESSAGE_TTL};
use async_nats::jetstream::stream::{DeleteMessageErrorKind, RawMessageErrorKind, Stream};
use tokio::time::Instant;

use super::super::amended::number;
use super::super::publish::{anywhere, patiently, store};
use super::super::snapshots;
use super::{Erasing, MAX_PASSES, PATIENCE, Reader, Whole, is_marker};
use crate::storage::session_of;

/// What of a text is left.
struct Left {
    /// With an empty line for each that was erased.
    text: Vec<u8>,
    lines: u64,
    /// There is anything else.
    is_some: bool,
}

impl Erasing {
    /// Erases the lines of the sessions, until none is found.
    pub(super) async fn erase_lines(&mut self) -> Result<(), String> {
        let partitions: Vec<_> = self.partitions.keys().copied().collect();
        for partition in partitions {
            let mut from = 1;
            for pass in 1.. {
                let until = self.store(partition, b"\n".to_vec()).await?;
                if self.erase_between(partition, from, until, false).await? == 0 && pass > 1 {
                    break;
                }
                if pass == MAX_PASSES {
                    return Err(
                        "collectors still take events of a session that is to be forgotten: \
                                are all of them of this version?"
                            .to_owned(),
                    );
                }
                from = until + 1;
            }
        }
        self.erase_amended(false).await
    }

    /// Erases the markers, too.
    pub(super) async fn erase_markers(&mut self) -> Result<(), String> {
        for (partition, first) in self.partitions.clone() {
            if let Some(first) = first {
                let until = self.store(partition, b"\n".to_vec()).await?;
                self.erase_between(partition, first, until, true).await?;
            }
        }
        self.erase_amended(true).await
    }

    /// Erases lines from a partition's messages, and returns how many. A message follows them that stays.
    async fn erase_between(
        &mut self,
        partition: u32,
        from: u64,
        until: u64,
        with_markers: bool,
    ) -> Result<u64, String> {
        let shared = Arc::clone(&self.shared);
        let Some(stream) = shared.streams.events.get(partition as usize) else { return Ok(0) };
        let mut reader = Reader::open(stream, from, Some(until)).await?;
        let mut erased = 0;
        while let Some(whole) = reader.next().await? {
            let Some(left) = self.left(&whole.text, with_markers) else { continue };
            if left.is_some && !whole.is_parts {
                let sequence = whole.sequences.first().copied().unwrap_or_default();
                let age = stream.cached_info().config.max_age;
                let ends = whole.stored.saturating_add_unsigned(age.as_secs());
                let ends = (!age.is_zero()).then_some(ends);
                self.amend(shared.names.amended(partition, sequence), left.text, ends).await?;
            }
            self.delete(stream, &whole).await?;
            self.count(&whole.text);
            erased += left.lines;
        }
        Ok(erased)
    }

    /// Erases lines from what stands in place of messages.
    async fn erase_amended(&mut self, with_markers: bool) -> Result<(), String> {
        let shared = Arc::clone(&self.shared);
        let stream = &shared.streams.amended;
        let mut reader = Reader::open(stream, 1, None).await?;
        while let Some(whole) = reader.next().await? {
            let Some(left) = self.left(&whole.text, with_markers) else { continue };
            let last = stream.get_last_raw_message_by_subject(&whole.subject).await;
            let last = last.map_err(|error| format!("{}: {error}", whole.subject))?.sequence;
            // What a run that was cut off has replaced only has to go.
            let is_current = whole.sequences.last() == Some(&last);
            if left.is_some && is_current && number(&whole.subject).is_some() {
                let ttl = whole.ttl.as_ref().and_then(|ttl| ttl.trim_end_matches('s').parse().ok());
                let ends = ttl.map(|ttl: u64| whole.stored.saturating_add_unsigned(ttl));
                self.amend(whole.subject.clone(), left.text, ends).await?;
            }
            self.delete(stream, &whole).await?;
            if is_current {
                self.count(&whole.text);
            }
        }
        Ok(())
    }

    /// Erases the snapshots of the partitions: owners make others of what they have now.
    pub(super) async fn erase_snapshots(&mut self) -> Result<(), String> {
        let shared = Arc::clone(&self.shared);
        let Some(stream) = &shared.streams.snapshots else { return Ok(()) };
        for partition in self.partitions.keys().copied().collect::<Vec<_>>() {
            let subject = shared.names.snapshot(partition);
            for sequence in snapshots::ranges(&shared, partition).await?.into_iter().flatten() {
                let is_part = patiently(PATIENCE, || async {
                    match stream.get_raw_message(sequence).await {
                        Ok(message) => Ok(message.subject.as_str() == subject),
                        Err(error) if error.kind() == RawMessageErrorKind::NoMessageFound => {
                            Ok(false)
                        }
                        Err(error) => Err(format!("{subject}: {error}")),
                    }
                });
                if is_part.await? {
                    let sequences = vec![sequence];
                    self.delete(stream, &Whole { sequences, ..Whole::default() }).await?;
                }
            }
            self.step()?;
            snapshots::remove(&shared, partition).await?;
        }
        Ok(())
    }

    /// Deletes what forwarding has set aside.
    pub(super) async fn erase_aside(&mut self) -> Result<(), String> {
        let shared = Arc::clone(&self.shared);
        let Some(streams) = &shared.streams.forwarding else { return Ok(()) };
        let mut reader = Reader::open(&streams.rejected, 1, None).await?;
        while let Some(whole) = reader.next().await? {
            if let Some(left) = self.left(&whole.text, false) {
                self.delete(&streams.rejected, &whole).await?;
                self.forgotten.set_aside += left.lines;
            }
        }
        Ok(())
    }

    /// What is left of a text; `None` if it has nothing that is to be erased.
    fn left(&self, text: &[u8], with_markers: bool) -> Option<Left> {
        let mut left = Left { text: Vec::with_capacity(text.len()), lines: 0, is_some: false };
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            let is_empty = line.trim_ascii().is_empty();
            if !is_empty && self.plan.concerns(line) && (with_markers || !is_marker(line)) {
                left.lines += 1;
                left.text.push(b'\n');
            } else {
                left.is_some |= !is_empty;
                left.text.extend_from_slice(line);
            }
        }
        (left.lines > 0).then_some(left)
    }

    /// Counts the lines that were erased with a text.
    fn count(&mut self, text: &[u8]) {
        for line in text.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty()) {
            if !self.plan.concerns(line) || is_marker(line) {
                continue;
            }
            self.forgotten.lines += 1;
            if let Some(session) = session_of(line) {
                *self.forgotten.sessions.entry(session.into_owned()).or_default() += 1;
            }
        }
    }

    /// Stores what is left of a message, which is gone at this time if that is given.
    async fn amend(
        &mut self,
        subject: String,
        text: Vec<u8>,
        ends: Option<i64>,
    ) -> Result<(), String> {
        self.step()?;
        let mut headers = HeaderMap::new();
        headers.insert(NATS_MESSAGE_ID, self.shared.unique("amended"));
        if let Some(ends) = ends {
            let now = i64::try_from(self.shared.board.clock.now() / 1_000).unwrap_or(i64::MAX);
            headers.insert(NATS_MESSAGE_TTL, format!("{}s", ends.saturating_sub(now).max(1)));
        }
        let (client, until) = (&self.shared.client, Instant::now() + PATIENCE);
        let stored = store(client, &subject, &headers, &text.into(), until, anywhere).await;
        stored.map(drop).map_err(|failed| format!("{subject}: {}", String::from(failed)))
    }

    /// Deletes the messages of a text: the first one last, since it says whose the others are.
    pub(super) async fn delete(&mut self, stream: &Stream, whole: &Whole) -> Result<(), String> {
        for sequence in whole.sequences.iter().rev() {
            self.step()?;
            let name = &stream.cached_info().config.name;
            patiently(PATIENCE, || async {
                let Err(error) = stream.delete_message(*sequence).await else { return Ok(()) };
                let is_refused = matches!(error.kind(), DeleteMessageErrorKind::JetStream(_));
                // It may have been deleted by an attempt of which nothing was heard.
                let there = stream.get_raw_message(*sequence).await;
                match there.map_err(|error| error.kind()) {
                    Err(RawMessageErrorKind::NoMessageFound) if is_refused => Ok(()),
                    _ => Err(format!("{name}, message {sequence}: {error}")),
                }
            })
            .await?;
        }
        Ok(())
    }
}
