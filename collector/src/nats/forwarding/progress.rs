//! What is known of the sessions that are forwarded: a subject for each partition, whose messages each have
//! what one commit says.
//!
//! Each message is stored only directly behind the last one that its writer knows, so that a former owner of
//! the partition cannot write any more. What is still of use in old messages is written again, and they are
//! removed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::sync::Arc;

use async_nats::jetstream::stream::{LastRawMessageErrorKind, Stream};
use tokio::runtime::Handle;
use tokio::time::{Duration, timeout};

use super::super::parts::{Part, Parts};
use super::super::publish::{Behind, Failed, Text};
use super::super::{Shared, Tail};
use crate::forward::{Head, Progress, Saved, line_from};
use crate::sessions::Id;
use crate::storage::Place;

/// Old messages are written again when there are more bytes than this and twice what is of use.
const MIN_BYTES: usize = 1024 * 1024;
/// So many bytes are written again with a commit.
const MAX_AGAIN: usize = 256 * 1024;
/// So many messages of no use are removed at once.
const MAX_USELESS: usize = 200;
/// How long the next message may take when everything is read.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is known of a session.
#[derive(Debug)]
struct Record {
    text: Vec<u8>,
    /// The message that has it.
    message: u64,
    /// It is over, and is remembered until everything before this place is forwarded.
    over: Option<Place>,
}

/// A message.
#[derive(Debug, Default)]
struct Written {
    bytes: usize,
    /// The sessions of which it has something, perhaps not the last.
    sessions: Vec<Id>,
}

/// What is being written.
#[derive(Debug)]
struct Commit {
    text: Text,
    bytes: usize,
    from: Place,
    records: Vec<(Id, Vec<u8>, Option<Place>)>,
}

#[derive(Debug)]
pub(super) struct Records {
    shared: Arc<Shared>,
    runtime: Handle,
    stream: Stream,
    subject: String,
    /// What the names of its commits begin with.
    prefix: String,
    number: u64,
    /// The last message.
    last: u64,
    from: Option<Place>,
    sessions: HashMap<Id, Record>,
    over: BTreeSet<(Place, String)>,
    messages: BTreeMap<u64, Written>,
    /// The bytes of all messages, and of what is of use in them.
    bytes: usize,
    live: usize,
    /// So many messages of no use were not removed yet.
    useless: usize,
    /// What is written with the next commit.
    waiting: Vec<(Id, Vec<u8>, Option<Place>)>,
    commit: Option<Commit>,
    /// Messages that have something of an erased session: what is of use in them is written again.
    stained: BTreeSet<u64>,
    /// The next commit is written, also if there is nothing new.
    is_due: bool,
    /// This has written.
    is_mine: bool,
    is_lost: bool,
}

impl Records {
    pub(super) fn open(shared: &Arc<Shared>, runtime: &Handle, partition: u32) -> io::Result<Self> {
        let streams = shared.streams.forwarding.as_ref();
        let streams = streams.ok_or_else(|| io::Error::other("there is no stream for it"))?;
        let mut records = Self {
            shared: Arc::clone(shared),
            runtime: runtime.clone(),
            stream: streams.progress.clone(),
            subject: shared.names.progress(partition),
            prefix: shared.unique(&format!("forward-{partition}")),
            number: 0,
            last: 0,
            from: None,
            sessions: HashMap::new(),
            over: BTreeSet::new(),
            messages: BTreeMap::new(),
            bytes: 0,
            live: 0,
            useless: 0,
            waiting: Vec::new(),
            commit: None,
            stained: BTreeSet::new(),
            is_due: false,
            is_mine: false,
            is_lost: false,
        };
        runtime.block_on(records.load()).map_err(io::Error::other)?;
        Ok(records)
    }

    /// Reads what there is.
    async fn load(&mut self) -> Result<(), String> {
        let last = match self.stream.get_last_raw_message_by_subject(&self.subject).await {
            Ok(message) => message.sequence,
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => return Ok(()),
            Err(error) => return Err(error.to_string()),
        };
        let mut tail = Tail::of(self.subject.clone(), self.stream.clone());
        let (mut parts, mut at) = (Parts::default(), 0);
        while at < last {
            let next = timeout(PATIENCE, tail.next()).await;
            let (sequence, message) =
                next.map_err(|_| format!("{} is not read in time", self.subject))?;
            at = sequence;
            match Part::of(message.headers.as_ref()) {
                None => self.take(sequence, &message.payload)?,
                Some(part) => {
                    let first = parts.first_of(part).unwrap_or(sequence);
                    if let Some(text) = parts.add(sequence, part, &message.payload) {
                        self.take(first, &text)?;
                    }
                }
            }
        }
        self.last = at;
        let now = self.shared.board.clock.now();
        let silent = |record: &Record| {
            let head = Head::read(&record.text);
            head.is_ok_and(|head| head.is_silent(now))
        };
        let silent: Vec<_> = self
            .sessions
            .iter()
            .filter(|(_, record)| silent(record))
            .map(|(id, _)| id.clone())
            .collect();
        for id in silent {
            self.forget(&id);
        }
        self.forget_over();
        Ok(())
    }

    /// Takes a message that was read.
    fn take(&mut self, sequence: u64, text: &[u8]) -> Result<(), String> {
        let mut records = Vec::new();
        for line in text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let head = Head::read(line)
                .map_err(|error| format!("{}, message {sequence}: {error}", self.subject))?;
            if let Some(from) = head.from {
                self.from = Some(from);
            } else if let Some(session) = &head.session {
                records.push((Id::from(&**session), line.to_vec(), head.over()));
            }
        }
        self.written(sequence, text.len(), records);
        Ok(())
    }

    /// A message has this.
    fn written(&mut self, message: u64, bytes: usize, records: Vec<(Id, Vec<u8>, Option<Place>)>) {
        let sessions = records.iter().map(|(id, _, _)| id.clone()).collect();
        self.bytes += bytes;
        self.messages.insert(message, Written { bytes, sessions });
        for (id, text, over) in records {
            self.forget(&id);
            self.live += text.len();
            if let Some(next) = over {
                self.over.insert((next, id.to_string()));
            }
            self.sessions.insert(id, Record { text, message, over });
        }
    }

    fn forget(&mut self, id: &Id) {
        if let Some(record) = self.sessions.remove(id) {
            self.live -= record.text.len();
            if let Some(next) = record.over {
                self.over.remove(&(next, id.to_string()));
            }
        }
    }

    /// Forgets sessions that are over, and of which no line is read again.
    fn forget_over(&mut self) {
        let Some(from) = self.from else { return };
        while let Some((next, _)) = self.over.first()
            && *next <= from
            && let Some((_, id)) = self.over.pop_first()
        {
            self.forget(&Id::from(&*id));
        }
    }

    /// What is of use in a message.
    fn live_in<'a>(
        &'a self,
        message: u64,
        written: &'a Written,
    ) -> impl Iterator<Item = (Id, Vec<u8>, Option<Place>)> + 'a {
        written.sessions.iter().filter_map(move |id| {
            let record = self.sessions.get(id).filter(|record| record.message == message)?;
            Some((id.clone(), record.text.clone(), record.over))
        })
    }

    /// What is to be written, with what is still of use in the oldest messages if they have little of that.
    fn next_commit(&mut self, from: Place) -> serde_json::Result<Commit> {
        let mut text = line_from(from)?;
        text.push(b'\n');
        let (mut records, mut again) = (Vec::new(), 0);
        for message in std::mem::take(&mut self.stained) {
            let written = self.messages.get(&message).into_iter();
            records.extend(written.flat_map(|written| self.live_in(message, written)));
        }
        if self.bytes > MIN_BYTES && self.bytes > 2 * self.live {
            for (message, written) in &self.messages {
                for record in self.live_in(*message, written) {
                    again += record.1.len();
                    records.push(record);
                }
                if again >= MAX_AGAIN {
                    break;
                }
            }
        }
        // The last record of a session counts.
        records.append(&mut self.waiting);
        for (_, record, _) in &records {
            text.extend_from_slice(record);
            text.push(b'\n');
        }
        self.number += 1;
        let (bytes, name) = (text.len(), format!("{}-{}", self.prefix, self.number));
        Ok(Commit { text: Text::new(name, text), bytes, from, records })
    }

    fn write(&mut self, mut commit: Commit) -> io::Result<()> {
        let behind = Behind { stream: &self.stream, last: &mut self.last };
        let storing = commit.text.store(&self.shared.client, &self.subject, Some(behind));
        match self.runtime.block_on(storing) {
            Ok((first, _)) => {
                self.is_mine = true;
                self.from = Some(commit.from);
                self.written(first, commit.bytes, commit.records);
                self.forget_over();
                self.remove_old();
                Ok(())
            }
            Err(Failed::Changed) => {
                self.is_lost = true;
                Err(io::Error::other(format!("another collector forwards {} now", self.subject)))
            }
            Err(Failed::Problem(problem)) => {
                self.commit = Some(commit);
                Err(io::Error::other(problem))
            }
        }
    }

    /// Removes the oldest messages if nothing in them is of use, many at once.
    fn remove_old(&mut self) {
        while self.messages.len() > 1
            && let Some(entry) = self.messages.first_entry()
        {
            let (message, sessions) = (*entry.key(), &self.sessions);
            let is_live = |id: &Id| sessions.get(id).is_some_and(|it| it.message == message);
            if entry.get().sessions.iter().any(is_live) {
                break;
            }
            self.bytes -= entry.remove().bytes;
            self.useless += 1;
        }
        let Some((first, _)) = self.messages.first_key_value() else { return };
        if self.useless < MAX_USELESS {
            return;
        }
        self.useless = 0;
        let (first, subject) = (*first, self.subject.clone());
        let purge = self.stream.purge().filter(subject).sequence(first);
        if let Err(error) = self.runtime.block_on(purge.into_future()) {
            // The next one removes them, too.
            tracing::debug!("{}: {error}", self.subject);
        }
    }
}

impl Progress for Records {
    fn from(&self) -> Option<Place> {
        self.from
    }

    fn load(&mut self, id: &Id) -> io::Result<Option<Saved>> {
        let Some(record) = self.sessions.get(id) else { return Ok(None) };
        Saved::read(&record.text, &self.subject, id).map(Some)
    }

    fn save(&mut self, id: &Id, saved: &Saved) -> serde_json::Result<()> {
        self.waiting.push((id.clone(), saved.to_line()?, saved.over()));
        Ok(())
    }

    fn erase(&mut self, id: &Id) {
        self.forget(id);
        self.waiting.retain(|(other, _, _)| other != id);
        let has_it = self.messages.iter().filter(|(_, written)| written.sessions.contains(id));
        self.stained.extend(has_it.map(|(message, _)| *message));
        self.is_due = true;
    }

    fn commit(&mut self, from: Place) -> io::Result<()> {
        if let Some(commit) = self.commit.take() {
            self.write(commit)?;
        }
        if self.waiting.is_empty() && self.from == Some(from) && self.is_mine && !self.is_due {
            return Ok(());
        }
        self.is_due = false;
        let commit = self.next_commit(from)?;
        self.write(commit)
    }

    fn is_lost(&self) -> bool {
        self.is_lost
    }
}
