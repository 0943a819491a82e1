//! Reads a stream text by text: a message, or all parts of a line that is too long for one.

use std::collections::HashMap;

use async_nats::header::NATS_MESSAGE_TTL;
use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::stream::Stream;
use futures_util::TryStreamExt as _;
use tokio::time::timeout;

use super::super::parts::Part;
use super::super::publish::patiently;
use super::super::tail::Tail;
use super::PATIENCE;

/// A text, and the messages that have it.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub(super) sequences: Vec<u64>,
    pub(super) subject: String,
    pub(super) text: Vec<u8>,
    /// It has several messages.
    pub(super) is_parts: bool,
    /// Some of them are missing.
    pub(super) lacks_parts: bool,
    /// When it was stored, in seconds since the Unix epoch.
    pub(super) stored: i64,
    /// How long it was to be there then, if that was said.
    pub(super) ttl: Option<String>,
}

pub(super) struct Reader {
    tail: Tail,
    name: String,
    until: Option<u64>,
    is_over: bool,
    parts: HashMap<String, Whole>,
}

impl Reader {
    /// From a message on, to another one or to the end.
    pub(super) async fn open(
        stream: &Stream,
        from: u64,
        until: Option<u64>,
    ) -> Result<Self, String> {
        let begin = DeliverPolicy::ByStartSequence { start_sequence: from.max(1) };
        Self::with(Tail::new(stream.clone(), begin), stream, until).await
    }

    /// Of one subject.
    pub(super) async fn of(subject: String, stream: &Stream) -> Result<Self, String> {
        Self::with(Tail::of(subject, stream.clone()), stream, None).await
    }

    async fn with(tail: Tail, stream: &Stream, until: Option<u64>) -> Result<Self, String> {
        let name = stream.cached_info().config.name.clone();
        let subjects: Vec<_> = patiently(PATIENCE, || async {
            let listed = stream.info_with_subjects(tail.filter()).await;
            let listed = listed.map_err(|error| format!("{name}: {error}"))?;
            listed.try_collect().await.map_err(|error| format!("{name}: {error}"))
        })
        .await?;
        Ok(Self { tail, name, until, is_over: subjects.is_empty(), parts: HashMap::new() })
    }

    /// The next text. What is not whole comes last.
    pub(super) async fn next(&mut self) -> Result<Option<Whole>, String> {
        while !self.is_over {
            let next = timeout(PATIENCE, self.tail.next()).await;
            let (sequence, message) = next.map_err(|_| format!("{} is not read", self.name))?;
            let (pending, stored) = match message.info() {
                Ok(info) => (info.pending, info.published.unix_timestamp()),
                Err(error) => return Err(format!("{}: {error}", self.name)),
            };
            self.is_over = pending == 0 || self.until.is_some_and(|until| sequence >= until);
            let headers = message.headers.as_ref();
            let ttl = headers.and_then(|headers| headers.get(NATS_MESSAGE_TTL));
            let ttl = ttl.map(|value| value.as_str().to_owned());
            match Part::of(headers) {
                None => {
                    let (subject, text) = (message.subject.to_string(), message.payload.to_vec());
                    let sequences = vec![sequence];
                    return Ok(Some(Whole {
                        sequences,
                        subject,
                        text,
                        stored,
                        ttl,
                        ..Whole::default()
                    }));
                }
                Some(part) => {
                    if let Some(whole) = self.add(part, sequence, &message) {
                        return Ok(Some(whole));
                    }
                }
            }
        }
        let name = self.parts.keys().next().cloned();
        let rest = name.and_then(|name| self.parts.remove(&name));
        Ok(rest.map(|whole| Whole { lacks_parts: true, ..whole }))
    }

    /// Adds a part. Returns the text with its last part.
    fn add(&mut self, part: Part<'_>, sequence: u64, message: &Message) -> Option<Whole> {
        let whole = self.parts.entry(part.name.to_owned()).or_default();
        whole.sequences.push(sequence);
        whole.subject = message.subject.to_string();
        whole.text.extend_from_slice(&message.payload);
        whole.is_parts = true;
        if part.is_last() { self.parts.remove(part.name) } else { None }
    }
}
