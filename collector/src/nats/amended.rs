//! What stands in place of messages from which something was erased.
//!
//! A message of a partition has lines of several sessions. To erase some of them, what is left of the message is
//! stored in a stream of its own, in a subject with the number of the message; then the message is deleted. Whoever
//! reads the stream and finds numbers missing asks for what stands in their place. Erased lines are empty there, so
//! that the others keep their places. A message that is missing without anything in its place had nothing else, or
//! has expired.

use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

use async_nats::Client;
use async_nats::jetstream::Message;
use async_nats::jetstream::stream::{LastRawMessageErrorKind, Stream};
use futures_util::TryStreamExt as _;

use super::names::Names;
use super::registry::leads;
use super::setup;

/// The messages of a partition that are missing.
pub(super) struct Gaps {
    client: Client,
    stream: Stream,
    names: Names,
    partition: u32,
    /// The messages in whose place something stood when that was asked last.
    known: BTreeSet<u64>,
    /// Messages of which it is not known whether something stands in their place.
    open: Option<Range<u64>>,
    /// Messages in whose place something stands.
    waiting: VecDeque<u64>,
}

impl Gaps {
    pub(super) fn new(client: &Client, stream: &Stream, names: &Names, partition: u32) -> Self {
        Self {
            client: client.clone(),
            stream: stream.clone(),
            names: names.clone(),
            partition,
            known: BTreeSet::new(),
            open: None,
            waiting: VecDeque::new(),
        }
    }

    /// These messages are missing.
    pub(super) fn open(&mut self, missing: Range<u64>) {
        self.open = Some(missing);
    }

    /// What stands in place of the next of them. It can be dropped and called again.
    pub(super) async fn next(&mut self) -> Result<Option<(u64, Message)>, String> {
        if let Some(missing) = self.open.clone() {
            let count = self.known.range(missing.clone()).count();
            if u64::try_from(count).unwrap_or_default() < missing.end - missing.start {
                // One request for all of them, however many have expired.
                self.known = self.list().await?;
            }
            self.waiting.extend(self.known.range(missing));
            self.open = None;
        }
        while let Some(sequence) = self.waiting.front().copied() {
            let found = self.get(sequence).await?;
            self.waiting.pop_front();
            if let Some(message) = found {
                return Ok(Some((sequence, message)));
            }
        }
        Ok(None)
    }

    /// All messages in whose place something stands.
    async fn list(&self) -> Result<BTreeSet<u64>, String> {
        let filter = self.names.amended(self.partition, "*");
        let listed = self.stream.info_with_subjects(filter).await;
        let listed = listed.map_err(|error| error.to_string())?;
        if !leads(listed.info.cluster.clone()) {
            return Err("the stream has no majority".to_owned());
        }
        let subjects: Vec<_> = listed.try_collect().await.map_err(|error| error.to_string())?;
        Ok(subjects.into_iter().filter_map(|(subject, _)| number(&subject)).collect())
    }

    async fn get(&self, sequence: u64) -> Result<Option<Message>, String> {
        let subject = self.names.amended(self.partition, sequence);
        match self.stream.get_last_raw_message_by_subject(&subject).await {
            Ok(found) => {
                let message = async_nats::Message {
                    subject: found.subject,
                    reply: None,
                    length: found.payload.len(),
                    payload: found.payload,
                    headers: Some(found.headers),
                    status: None,
                    description: None,
                };
                Ok(Some(Message { message, context: setup::context(&self.client) }))
            }
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => {
                let info = self.stream.get_info().await.map_err(|error| error.to_string())?;
                match leads(info.cluster) {
                    true => Ok(None),
                    false => Err("the stream has no majority".to_owned()),
                }
            }
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The message in whose place something stands, as its subject says it.
pub(super) fn number(subject: &str) -> Option<u64> {
    subject.rsplit_once('.')?.1.parse().ok()
}
