//! Which sessions are open, and why others are closed: a bucket that all collectors share.
//!
//! The log decides. The bucket is written when a session is opened and when it is closed, so that any
//! collector can respond.

use std::time::Duration;

use async_nats::jetstream::stream::{ClusterInfo, LastRawMessageErrorKind, Stream};
use async_nats::{Client, HeaderMap, header};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use super::names::{Names, key};
use super::publish::{Failed, PATIENCE, again, store};
use crate::sessions::Closed;

/// The version of the format of a value.
pub(super) const VERSION: u32 = 1;
/// Followers that hear of no leader for so long elect another one: a little less than the shortest time of the
/// server.
const ELECTION: Duration = Duration::from_millis(3_500);
/// The value of the header for how long a key is there.
const TTL: &str = "Nats-TTL";

/// What is known of a session, as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Known {
    /// The version of the format.
    pub(super) v: u32,
    /// Whether it is of Media Edge.
    pub(super) edge: bool,
    /// The name of its player.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) player: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) closed: Option<Closed>,
    /// When its end arrived, and the timestamp of that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ended: Option<(u64, i64)>,
}

impl Known {
    pub(super) fn read(value: &[u8]) -> Result<Self, String> {
        let known: Self = serde_json::from_slice(value).map_err(|error| error.to_string())?;
        if known.v > VERSION {
            return Err(format!("a session is of version {}: use a newer program", known.v));
        }
        Ok(known)
    }
}

/// Whether the leader of a stream, which says this, has lately heard of a majority, so that there is no other
/// leader.
pub(super) fn leads(cluster: Option<ClusterInfo>) -> bool {
    let replicas = cluster.map(|cluster| cluster.replicas).unwrap_or_default();
    let near = replicas.iter().filter(|peer| !peer.offline && peer.active < ELECTION).count();
    2 * (near + 1) > replicas.len() + 1
}

/// The bucket.
#[derive(Debug)]
pub(super) struct Registry {
    client: Client,
    stream: Stream,
    bucket: String,
    names: Names,
    /// How long closed sessions are known.
    remember: Duration,
}

impl Registry {
    pub(super) fn new(client: Client, stream: Stream, names: Names, remember: Duration) -> Self {
        Self { client, stream, bucket: names.sessions(), names, remember }
    }

    /// The id of the session that a subject of the bucket names.
    pub(super) fn id_of(subject: &str) -> Option<&str> {
        subject.rsplit_once('.').map(|(_, id)| id)
    }

    fn subject(&self, id: &str) -> String {
        key(&self.bucket, &format!("{}.{id}", self.names.partition(id)))
    }

    /// What the leader of the bucket knows of a session, and the number of this version.
    pub(super) async fn get(&self, id: &str) -> Result<Option<(Known, u64)>, String> {
        let (subject, until) = (self.subject(id), Instant::now() + PATIENCE);
        loop {
            let problem = match self.stream.get_last_raw_message_by_subject(&subject).await {
                Ok(message) if message.payload.is_empty() => return Ok(None),
                Ok(message) => {
                    return Known::read(&message.payload)
                        .map(|known| Some((known, message.sequence)));
                }
                Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => {
                    // A leader that is cut off may not know what its successor does.
                    if self.stream.get_info().await.is_ok_and(|info| leads(info.cluster)) {
                        return Ok(None);
                    }
                    "the bucket of the sessions has no majority".to_owned()
                }
                Err(error) => error.to_string(),
            };
            again(until, problem).await?;
        }
    }

    /// Writes what is known of a new session. Returns the number of this version.
    pub(super) async fn create(&self, id: &str, known: &Known) -> Result<u64, String> {
        self.put(id, known, 0).await?.ok_or_else(|| "its id is in use".to_owned())
    }

    /// Closes a session, if it is open: the first to close it decides. Returns what is known of it then;
    /// `None` if it is not known.
    pub(super) async fn close(
        &self,
        id: &str,
        reason: Closed,
        ended: Option<(u64, i64)>,
    ) -> Result<Option<(Known, u64)>, String> {
        // Each failed attempt reads again what another one wrote.
        loop {
            let Some((known, version)) = self.get(id).await? else { return Ok(None) };
            if known.closed.is_some() {
                return Ok(Some((known, version)));
            }
            let closed = Known { closed: Some(reason), ended, ..known };
            if let Some(version) = self.put(id, &closed, version).await? {
                return Ok(Some((closed, version)));
            }
        }
    }

    /// Says of a session that it was forgotten, whatever was known of it.
    pub(super) async fn forget(&self, id: &str) -> Result<(), String> {
        loop {
            let (edge, version) = match self.get(id).await? {
                Some((known, _)) if known.closed == Some(Closed::Forgotten) => return Ok(()),
                Some((known, version)) => (known.edge, version),
                None => (false, 0),
            };
            let closed = Some(Closed::Forgotten);
            let known = Known { v: VERSION, edge, player: String::new(), closed, ended: None };
            if self.put(id, &known, version).await?.is_some() {
                return Ok(());
            }
        }
    }

    /// Writes a version after this one. `None` if there is another one.
    async fn put(&self, id: &str, known: &Known, after: u64) -> Result<Option<u64>, String> {
        let value = serde_json::to_vec(known).map_err(|error| error.to_string())?;
        let mut headers = HeaderMap::new();
        headers.insert(header::NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, after.to_string());
        if known.closed.is_some() {
            headers.insert(TTL, format!("{}s", self.remember.as_secs().max(1)));
        }
        // Perhaps it was this, by an attempt that was not acknowledged; and the error was seen without any
        // other version.
        let look = || async {
            match self.get(id).await? {
                Some((there, version)) if there == *known => Ok(Some(version)),
                Some((_, version)) if version == after => Ok(None),
                None if after == 0 => Ok(None),
                _ => Err(Failed::Changed),
            }
        };
        let (subject, until) = (self.subject(id), Instant::now() + PATIENCE);
        match store(&self.client, &subject, &headers, &value.into(), until, look).await {
            Ok(version) => Ok(Some(version)),
            Err(Failed::Changed) => Ok(None),
            Err(Failed::Problem(problem)) => Err(problem),
        }
    }
}
