//! Storing messages in a stream, with as many attempts as that takes.

use std::time::Duration;

use async_nats::connection::State;
use async_nats::header::{NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, NATS_MESSAGE_ID};
use async_nats::jetstream::stream::Stream;
use async_nats::{Client, HeaderMap, Request, RequestErrorKind};
use axum::body::Bytes;
use serde::Deserialize;
use tokio::time::{Instant, sleep};

use super::parts::{PART, Part};

/// How long one attempt waits for the acknowledgement.
pub(super) const ATTEMPT: Duration = Duration::from_secs(2);
/// For so long something is tried. The streams know message ids for far longer (`DUPLICATES`), so that no
/// attempt stores a message twice.
pub(super) const PATIENCE: Duration = Duration::from_secs(6);
/// Between two attempts.
const PAUSE: Duration = Duration::from_millis(100);
/// The most bytes of a message. A longer text has several.
pub(super) const MAX_GROUP: usize = 512 * 1024;

/// Errors of the server by their codes.
mod code {
    /// Another message was stored for the key since. The second is "constant": without the sequence.
    pub(super) const WRONG_LAST_SEQUENCE: [u64; 2] = [10071, 10164];
    /// The stream, or the storage of the server, is full: resources, storage, memory, the account's two
    /// limits, the stream's own limits, the most bytes of a stream.
    pub(super) const FULL: [u64; 7] = [10023, 10047, 10028, 10002, 10027, 10077, 10122];
}

/// Why a message is not acknowledged.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Another message was stored for the key since.
    Changed,
    /// There is no room: it is not stored.
    Full(String),
    /// It may be stored, or not. The same message id finds out.
    Unknown(String),
}

#[derive(Deserialize)]
struct Reply {
    #[serde(default)]
    seq: u64,
    error: Option<Problem>,
}

#[derive(Deserialize)]
struct Problem {
    #[serde(default)]
    err_code: u64,
    #[serde(default)]
    description: String,
}

/// Stores a message, and returns its sequence number when that is acknowledged. It is tried once.
pub(super) async fn publish(
    client: &Client,
    subject: String,
    headers: HeaderMap,
    payload: Bytes,
) -> Result<u64, Refusal> {
    if client.connection_state() != State::Connected {
        // It would wait in the client, and be stored when its request is answered long since.
        return Err(Refusal::Unknown("there is no connection to NATS".to_owned()));
    }
    let request = Request::new().payload(payload).headers(headers).timeout(Some(ATTEMPT));
    let reply = client.send_request(subject, request).await.map_err(|error| {
        Refusal::Unknown(match error.kind() {
            RequestErrorKind::TimedOut => "JetStream did not acknowledge in time".to_owned(),
            RequestErrorKind::NoResponders => "the stream is missing or has no leader".to_owned(),
            _ => error.to_string(),
        })
    })?;
    let reply: Reply = serde_json::from_slice(&reply.payload).map_err(|error| {
        Refusal::Unknown(format!("the acknowledgement cannot be read: {error}"))
    })?;
    match reply.error {
        None => Ok(reply.seq),
        Some(problem) if code::WRONG_LAST_SEQUENCE.contains(&problem.err_code) => {
            Err(Refusal::Changed)
        }
        Some(Problem { err_code, description }) => {
            let text = format!("{description} (JetStream error {err_code})");
            let is_full = code::FULL.contains(&err_code);
            Err(if is_full { Refusal::Full(text) } else { Refusal::Unknown(text) })
        }
    }
}

/// Why something is not stored, after all attempts.
#[derive(Debug)]
pub(super) enum Failed {
    /// Another message was stored since.
    Changed,
    Problem(String),
}

impl From<String> for Failed {
    fn from(problem: String) -> Self {
        Self::Problem(problem)
    }
}

impl From<Failed> for String {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Changed => "the stream was changed".to_owned(),
            Failed::Problem(problem) => problem,
        }
    }
}

/// Waits until it is time for another attempt; if there is none before `until`, returns what the last one said.
pub(super) async fn again(until: Instant, problem: String) -> Result<(), String> {
    if Instant::now() + PAUSE >= until {
        return Err(problem);
    }
    sleep(PAUSE).await;
    Ok(())
}

/// Tries something again and again, for so long.
pub(super) async fn patiently<T, F: Future<Output = Result<T, String>>>(
    patience: Duration,
    attempt: impl Fn() -> F,
) -> Result<T, String> {
    let until = Instant::now() + patience;
    loop {
        match attempt().await {
            Ok(done) => return Ok(done),
            Err(problem) => again(until, problem).await?,
        }
    }
}

/// Stores a message, and returns its sequence number. What may be stored or not is tried again; its headers
/// keep it from being stored twice.
///
/// When the server says that another message was stored since, `look` reads what there is: the number of this
/// one if an attempt stored it that was not acknowledged, or `None` if nothing was, and the server is wrong.
pub(super) async fn store<L: Future<Output = Result<Option<u64>, Failed>>>(
    client: &Client,
    subject: &str,
    headers: &HeaderMap,
    payload: &Bytes,
    until: Instant,
    look: impl Fn() -> L,
) -> Result<u64, Failed> {
    loop {
        let wrote = publish(client, subject.to_owned(), headers.clone(), payload.clone());
        let problem = match wrote.await {
            Ok(sequence) => return Ok(sequence),
            Err(Refusal::Full(problem)) => return Err(Failed::Problem(problem)),
            Err(Refusal::Unknown(problem)) => problem,
            Err(Refusal::Changed) => match look().await? {
                Some(sequence) => return Ok(sequence),
                None => "the server says wrongly that it was changed".to_owned(),
            },
        };
        again(until, problem).await?;
    }
}

/// For a message that may be stored behind any other.
pub(super) async fn anywhere() -> Result<Option<u64>, Failed> {
    Err(Failed::Changed)
}

/// The messages of a subject that has one writer: each is stored only directly behind the last one that
/// this writer knows.
#[derive(Debug)]
pub(super) struct Behind<'b> {
    pub(super) stream: &'b Stream,
    /// The last message of the subject.
    pub(super) last: &'b mut u64,
}

/// One text, in as many messages as it needs. It is whole when the last one is stored.
#[derive(Debug)]
pub(super) struct Text {
    /// Nobody else uses it.
    name: String,
    parts: Vec<Bytes>,
    /// How many of them are stored.
    stored: usize,
    /// The message with the first one, if that is stored.
    first: Option<u64>,
}

impl Text {
    pub(super) fn new(name: String, text: Vec<u8>) -> Self {
        let text = Bytes::from(text);
        let part = |at: usize| text.slice(at..text.len().min(at + MAX_GROUP));
        let parts = (0..text.len().max(1)).step_by(MAX_GROUP).map(part).collect();
        Self { name, parts, stored: 0, first: None }
    }

    /// Stores what is not stored yet. Returns the messages with its first and its last part.
    pub(super) async fn store(
        &mut self,
        client: &Client,
        subject: &str,
        mut behind: Option<Behind<'_>>,
    ) -> Result<(u64, u64), Failed> {
        let mut stored = 0;
        while let Some(part) = self.parts.get(self.stored) {
            let id = format!("{}-{}", self.name, self.stored);
            let mut headers = HeaderMap::new();
            headers.insert(NATS_MESSAGE_ID, id.as_str());
            if self.parts.len() > 1 {
                let place = Some((self.stored, self.parts.len()));
                headers.insert(PART, Part { name: &self.name, place }.to_string());
            }
            if let Some(Behind { last, .. }) = &behind {
                headers.insert(NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, last.to_string());
            }
            // Each part has its time: the last one commits.
            let until = Instant::now() + PATIENCE;
            stored = match &behind {
                Some(behind) => {
                    let look = || behind.look(subject, &id);
                    store(client, subject, &headers, part, until, look).await?
                }
                None => store(client, subject, &headers, part, until, anywhere).await?,
            };
            if let Some(Behind { last, .. }) = &mut behind {
                **last = stored;
            }
            self.first.get_or_insert(stored);
            self.stored += 1;
        }
        Ok((self.first.unwrap_or(stored), stored))
    }
}

impl Behind<'_> {
    /// Whether the last message of a subject has this id. `None` if nobody has stored anything.
    async fn look(&self, subject: &str, id: &str) -> Result<Option<u64>, Failed> {
        let there = self.stream.get_last_raw_message_by_subject(subject).await;
        let there = there.map_err(|error| Failed::Problem(error.to_string()))?;
        if there.headers.get(NATS_MESSAGE_ID).is_some_and(|there| there.as_str() == id) {
            Ok(Some(there.sequence))
        } else if there.sequence == *self.last {
            Ok(None)
        } else {
            Err(Failed::Changed)
        }
    }
}
