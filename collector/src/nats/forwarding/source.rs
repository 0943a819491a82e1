//! The lines of a partition's stream. The place of a line is the message that has it, or its first part, and
//! how many lines stand before it there.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::stream::Stream;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

use super::super::Shared;
use super::super::parts::{Part, Parts};
use super::super::publish::PATIENCE;
use crate::forward::{Bell, Source};
use crate::storage::Place;

/// So many messages are read before their lines are wanted.
const MAX_AHEAD: usize = 8;
/// When nothing came for so long, it is found out whether everything was read.
const QUIET: Duration = Duration::from_millis(300);
/// Nobody needs to know that later than this after the last message.
const WANTED: Duration = Duration::from_secs(60);
/// A stream that has more, of which nothing comes for so long, is read anew.
const STUCK: Duration = Duration::from_secs(3);
/// The parts of a line follow each other in less time, in milliseconds; those of a collector that was killed
/// never come.
const MAX_PARTS_TIME: u64 = 10 * 60 * 1_000;

#[derive(Debug)]
pub(super) struct Log {
    shared: Arc<Shared>,
    runtime: Handle,
    partition: u32,
    bell: Bell,
    reading: Option<Reading>,
    from: Place,
    next: Place,
    parts: Parts,
    /// When parts of lines came, and in which message: now and then.
    parted: Vec<(u64, u64)>,
    /// The message of which lines are read.
    message: Option<Lines>,
    /// Everything that was stored before this moment was read.
    until: u64,
}

/// The task that reads ahead.
#[derive(Debug)]
struct Reading {
    messages: mpsc::Receiver<(u64, Message)>,
    /// Everything that was stored before this moment is among the messages.
    until: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Debug)]
struct Lines {
    /// The place of the next line.
    place: Place,
    text: Vec<u8>,
    at: usize,
    /// The message that is read next.
    next: u64,
}

impl Log {
    pub(super) fn new(shared: &Arc<Shared>, runtime: &Handle, partition: u32, bell: Bell) -> Self {
        Self {
            shared: Arc::clone(shared),
            runtime: runtime.clone(),
            partition,
            bell,
            reading: None,
            from: Place::default(),
            next: Place::default(),
            parts: Parts::default(),
            parted: Vec::new(),
            message: None,
            until: 0,
        }
    }

    fn begin(&self) -> Reading {
        let (to, messages) = mpsc::channel(MAX_AHEAD);
        let until = Arc::<AtomicU64>::default();
        let ahead = Ahead {
            shared: Arc::clone(&self.shared),
            partition: self.partition,
            from: self.from.segment.max(1),
            to,
            bell: self.bell.clone(),
            until: Arc::clone(&until),
        };
        Reading { messages, until, task: self.runtime.spawn(ahead.run()) }
    }

    /// Takes a message.
    fn take(&mut self, sequence: u64, message: &Message) {
        let (segment, text) = match Part::of(message.headers.as_ref()) {
            None => (sequence, Some(message.payload.to_vec())),
            Some(part) => {
                let first = self.parts.first_of(part);
                self.forget_parts(sequence);
                let whole = self.parts.add(sequence, part, &message.payload);
                (first.unwrap_or(sequence), whole)
            }
        };
        self.next = Place { segment: sequence + 1, line: 0 };
        let place = Place { segment, line: 0 };
        self.message = text.map(|text| Lines { place, text, at: 0, next: sequence + 1 });
    }

    /// Drops parts of lines that will never be whole.
    fn forget_parts(&mut self, sequence: u64) {
        let now = self.shared.board.clock.now();
        let old = self.parted.iter().rposition(|(at, _)| now.saturating_sub(*at) > MAX_PARTS_TIME);
        if let Some(old) = old {
            self.parts.drop_before(self.parted[old].1);
            self.parted.drain(..=old);
        }
        if self.parted.last().is_none_or(|(at, _)| now.saturating_sub(*at) > MAX_PARTS_TIME / 10) {
            self.parted.push((now, sequence));
        }
    }
}

impl Lines {
    fn next(&mut self, line: &mut Vec<u8>) -> Option<Place> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1);
        line.clear();
        line.extend_from_slice(&rest[..end]);
        self.at += end;
        let place = self.place;
        self.place = place.after();
        Some(place)
    }
}

impl Source for Log {
    fn seek(&mut self, from: Place) {
        (self.from, self.next, self.message, self.until) = (from, from, None, 0);
        (self.parts, self.parted) = (Parts::default(), Vec::new());
        self.reading = Some(self.begin());
    }

    fn read(&mut self, line: &mut Vec<u8>) -> io::Result<Option<Place>> {
        loop {
            if let Some(message) = &mut self.message {
                if let Some(place) = message.next(line) {
                    self.next = message.place;
                    if place >= self.from {
                        return Ok(Some(place));
                    }
                    continue;
                }
                self.next = Place { segment: message.next, line: 0 };
                self.message = None;
            }
            let Some(reading) = &mut self.reading else { return Ok(None) };
            let until = reading.until.load(Ordering::Acquire);
            match reading.messages.try_recv() {
                Ok((sequence, message)) => self.take(sequence, &message),
                Err(mpsc::error::TryRecvError::Empty) => {
                    self.until = until;
                    return Ok(None);
                }
                Err(mpsc::error::TryRecvError::Disconnected) => {
                    return Err(io::Error::other("the stream is read no more"));
                }
            }
        }
    }

    fn next_place(&self) -> Place {
        // A line in parts has the place of its first, and is there with its last.
        let parts = self.parts.first().map(|segment| Place { segment, line: 0 });
        // So has the one that is read now.
        let message = self.message.as_ref().map(|message| message.place);
        parts.into_iter().chain(message).fold(self.next, Place::min)
    }

    fn end(&mut self) -> io::Result<Place> {
        let stream = self.shared.streams.events.get(self.partition as usize);
        let stream = stream.ok_or_else(|| io::Error::other("there is no such partition"))?;
        let info = self.runtime.block_on(stream.get_info()).map_err(io::Error::other)?;
        Ok(Place { segment: info.state.last_sequence + 1, line: 0 })
    }

    fn read_until(&self, _: u64) -> u64 {
        self.until.saturating_sub(self.delay())
    }

    fn delay(&self) -> u64 {
        u64::try_from(PATIENCE.as_millis()).unwrap_or_default()
    }

    fn release(&mut self, _: Place) {}
}

struct Ahead {
    shared: Arc<Shared>,
    partition: u32,
    from: u64,
    to: mpsc::Sender<(u64, Message)>,
    bell: Bell,
    until: Arc<AtomicU64>,
}

impl Ahead {
    async fn run(self) {
        let Some(stream) = self.shared.streams.events.get(self.partition as usize) else { return };
        let begin = DeliverPolicy::ByStartSequence { start_sequence: self.from };
        let mut tail = self.shared.tail(self.partition, stream, begin);
        let (mut last, mut came, mut read) = (self.from - 1, Instant::now(), Instant::now());
        self.tell_gone(stream.get_info().await.map_or(0, |info| info.state.first_sequence));
        // What was stored at a moment, and which message was the last then.
        let mut asked = self.ask(stream).await;
        loop {
            if let Some((moment, there)) = asked
                && there <= last
            {
                self.until.store(moment, Ordering::Release);
                (asked, read) = (None, Instant::now());
            }
            let patience = if came.elapsed() < WANTED { QUIET } else { WANTED };
            match timeout(patience, tail.next()).await {
                Ok((sequence, message)) => {
                    (last, came, read) = (sequence, Instant::now(), Instant::now());
                    if self.to.send((sequence, message)).await.is_err() {
                        return;
                    }
                    self.bell.ring();
                }
                Err(_) => {
                    if asked.is_some() && read.elapsed() > STUCK {
                        tail.open_anew();
                        read = Instant::now();
                    }
                    asked = self.ask(stream).await;
                }
            }
        }
    }

    /// The time, and which message is the last.
    async fn ask(&self, stream: &Stream) -> Option<(u64, u64)> {
        let now = self.shared.board.clock.now();
        stream.get_info().await.ok().map(|info| (now, info.state.last_sequence))
    }

    /// The stream does not have everything that was not forwarded.
    fn tell_gone(&self, first: u64) {
        if self.from > 1 && first > self.from {
            let stream = self.shared.names.stream(self.partition);
            let (from, to) = (self.from, first - 1);
            tracing::warn!(
                "{stream}: the messages {from} to {to} are gone: they are not forwarded"
            );
        }
    }
}
