//! Storing one message in a stream.

use std::time::Duration;

use async_nats::connection::State;
use async_nats::{Client, HeaderMap, Request, RequestErrorKind};
use axum::body::Bytes;
use serde::Deserialize;

/// How long one attempt waits for the acknowledgement.
pub(super) const ATTEMPT: Duration = Duration::from_secs(2);

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

impl Refusal {
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Changed => "another message was stored meanwhile".to_owned(),
            Self::Full(problem) | Self::Unknown(problem) => problem,
        }
    }
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
