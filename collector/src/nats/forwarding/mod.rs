//! Forwarding a partition: its owner does, from the stream.

mod progress;
mod rejections;
mod source;

use std::sync::Arc;
use std::time::Duration;

use async_nats::header::NATS_MESSAGE_ID;
use async_nats::{HeaderMap, header};
use axum::body::Bytes;
use tokio::runtime::Handle;
use tokio::time::{Instant, sleep};

use self::progress::Records;
use self::rejections::SetAside;
use self::source::Log;
use super::Shared;
use super::publish::{Refusal, publish};
use super::writer::{MAX_GROUP, PART};
use crate::forward::{Forwarder, Kept, Progress as _};
use crate::sessions::Id;

/// For so long it is tried to store a message.
const PATIENCE: Duration = Duration::from_secs(6);
const PAUSE: Duration = Duration::from_millis(100);

/// Begins to forward a partition, if something is to be forwarded.
pub(super) fn begin(shared: &Arc<Shared>, partition: u32) -> Option<Forwarder> {
    let forwarding = shared.forwarding.as_ref()?;
    // Nothing that runs for the owner keeps what all have in common from ending.
    let (shared, runtime) = (Arc::downgrade(shared), Handle::current());
    let gone = || std::io::Error::other("the collector has stopped");
    let pause = shared.upgrade()?.lease;
    let begun = forwarding.begin(pause, move |bell| {
        let shared = shared.upgrade().ok_or_else(gone)?;
        Ok(Kept {
            source: Box::new(Log::new(&shared, &runtime, partition, bell.clone())),
            progress: Box::new(Records::open(&shared, &runtime, partition)?),
            rejections: Box::new(SetAside::new(&shared, &runtime, partition)),
        })
    });
    begun.inspect_err(|error| tracing::error!("partition {partition}: {error}")).ok()
}

/// Writes what is known of the sessions of a partition without these, in place of an owner.
pub(super) async fn write_anew(
    shared: &Arc<Shared>,
    partition: u32,
    without: Vec<String>,
) -> Result<(), String> {
    let (shared, runtime) = (Arc::clone(shared), Handle::current());
    let writing = tokio::task::spawn_blocking(move || {
        let mut records = Records::open(&shared, &runtime, partition)?;
        for session in without {
            records.erase(&Id::from(&*session));
        }
        let from = records.from().unwrap_or_default();
        records.commit(from)
    });
    let written = writing.await.map_err(|error| error.to_string())?;
    written.map_err(|error| error.to_string())
}

/// One text, in as many messages as it needs. It is whole when the last one is stored.
#[derive(Debug)]
struct Text {
    /// Nobody else uses it.
    name: String,
    parts: Vec<Bytes>,
    /// How many of them are stored.
    stored: usize,
}

/// Why a text is not stored.
enum Failed {
    /// Somebody else has stored something since.
    Changed,
    Problem(String),
}

impl Text {
    fn new(name: String, text: Vec<u8>) -> Self {
        let text = Bytes::from(text);
        let part = |at: usize| text.slice(at..text.len().min(at + MAX_GROUP));
        let parts = (0..text.len().max(1)).step_by(MAX_GROUP).map(part).collect();
        Self { name, parts, stored: 0 }
    }

    /// The id of the message with a part.
    fn id(&self, part: usize) -> String {
        format!("{}-{part}", self.name)
    }

    /// Stores what is not stored yet; if `last` is given, only directly behind that message of the subject.
    /// Each message that is stored is given to `stored`.
    async fn store(
        &mut self,
        shared: &Shared,
        subject: &str,
        last: &mut Option<u64>,
        mut stored: impl FnMut(u64),
    ) -> Result<(), Failed> {
        let until = Instant::now() + PATIENCE;
        while let Some(part) = self.parts.get(self.stored) {
            let mut headers = HeaderMap::new();
            headers.insert(NATS_MESSAGE_ID, self.id(self.stored));
            if self.parts.len() > 1 {
                let (name, count) = (&self.name, self.parts.len());
                headers.insert(PART, format!("{name} {} {count}", self.stored));
            }
            if let Some(last) = last {
                headers.insert(header::NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, last.to_string());
            }
            let problem =
                match publish(&shared.client, subject.to_owned(), headers, part.clone()).await {
                    Ok(sequence) => {
                        self.stored += 1;
                        *last = last.map(|_| sequence);
                        stored(sequence);
                        continue;
                    }
                    Err(Refusal::Changed) => match self.look(shared, subject, last).await? {
                        Some(sequence) => {
                            self.stored += 1;
                            *last = Some(sequence);
                            stored(sequence);
                            continue;
                        }
                        None => "it was not changed".to_owned(),
                    },
                    Err(Refusal::Full(problem)) => return Err(Failed::Problem(problem)),
                    Err(Refusal::Unknown(problem)) => problem,
                };
            if Instant::now() + PAUSE >= until {
                return Err(Failed::Problem(problem));
            }
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Whether the last message of a subject is the part that was to be stored: by an attempt that was not
    /// acknowledged. `None` if nobody has stored anything.
    async fn look(
        &self,
        shared: &Shared,
        subject: &str,
        last: &Option<u64>,
    ) -> Result<Option<u64>, Failed> {
        let Some(streams) = &shared.streams.forwarding else { return Ok(None) };
        let there = streams.progress.get_last_raw_message_by_subject(subject).await;
        let there = there.map_err(|error| Failed::Problem(error.to_string()))?;
        let id = there.headers.get(NATS_MESSAGE_ID).map(|id| id.as_str().to_owned());
        if id == Some(self.id(self.stored)) {
            Ok(Some(there.sequence))
        } else if Some(there.sequence) == *last {
            Ok(None)
        } else {
            Err(Failed::Changed)
        }
    }
}
