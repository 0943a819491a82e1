//! Reads a stream in its order, and goes on whatever happens to consumers, servers and connections.

use std::time::Duration;

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::DeliverPolicy;
use async_nats::jetstream::consumer::pull::{Ordered, OrderedConfig};
use async_nats::jetstream::stream::Stream;
use futures_util::StreamExt as _;
use tokio::time::{sleep, timeout};

use super::amended::Gaps;

/// When nothing came for so long, the stream is asked whether something should have.
const QUIET: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(200);

/// The messages of a stream, in their order, each once.
pub(super) struct Tail {
    stream: Stream,
    filter: String,
    begin: DeliverPolicy,
    /// The sequence number of the last message that was returned.
    last: Option<u64>,
    messages: Option<Ordered>,
    /// What stands in place of messages that are missing, if that is wanted.
    gaps: Option<Gaps>,
    /// A message that comes when the gap before it is read.
    held: Option<(u64, Message)>,
}

impl Tail {
    pub(super) fn new(stream: Stream, begin: DeliverPolicy) -> Self {
        // The last of each subject are only sent with a filter.
        let filter = stream.cached_info().config.subjects.first().cloned().unwrap_or_default();
        Self { stream, filter, begin, last: None, messages: None, gaps: None, held: None }
    }

    /// Of one subject only.
    pub(super) fn of(subject: String, stream: Stream) -> Self {
        Self { filter: subject, ..Self::new(stream, DeliverPolicy::All) }
    }

    /// Of one subject only, from this message on.
    pub(super) fn from(subject: String, stream: Stream, first: u64) -> Self {
        let begin = DeliverPolicy::ByStartSequence { start_sequence: first };
        Self { filter: subject, ..Self::new(stream, begin) }
    }

    /// The subjects that it reads.
    pub(super) fn filter(&self) -> &str {
        &self.filter
    }

    /// With what stands in place of messages that are missing.
    pub(super) fn with_gaps(self, gaps: Gaps) -> Self {
        Self { gaps: Some(gaps), ..self }
    }

    /// The server may have lost what it sends the messages with.
    pub(super) fn open_anew(&mut self) {
        self.messages = None;
    }

    /// The next message with its sequence number. It can be dropped and called again.
    pub(super) async fn next(&mut self) -> (u64, Message) {
        loop {
            if let Some(next) = self.held().await {
                return next;
            }
            let Some(messages) = &mut self.messages else {
                if let Err(error) = self.open().await {
                    tracing::debug!("{}: {error}", self.stream.cached_info().config.name);
                    sleep(PAUSE).await;
                }
                continue;
            };
            match timeout(QUIET, messages.next()).await {
                Ok(Some(Ok(message))) => {
                    let Ok(sequence) = message.info().map(|info| info.stream_sequence) else {
                        continue;
                    };
                    let wanted = self.wanted();
                    match &mut self.gaps {
                        Some(gaps) if sequence > wanted => {
                            gaps.open(wanted..sequence);
                            self.held = Some((sequence, message));
                        }
                        _ if sequence >= wanted => {
                            self.last = Some(sequence);
                            return (sequence, message);
                        }
                        _ => {}
                    }
                }
                Ok(Some(Err(_)) | None) => {
                    self.messages = None;
                    sleep(PAUSE).await;
                }
                Err(_) => {
                    // The server may have lost the consumer without a word.
                    let there = self.stream.get_info().await.map(|info| info.state.last_sequence);
                    if there.is_ok_and(|there| there > self.last.unwrap_or_default()) {
                        self.messages = None;
                    }
                }
            }
        }
    }

    /// The first message that was not returned.
    fn wanted(&self) -> u64 {
        match (self.last, self.begin) {
            (Some(last), _) => last + 1,
            (None, DeliverPolicy::ByStartSequence { start_sequence }) => start_sequence,
            _ => 1,
        }
    }

    /// What stands in place of missing messages, and then the one behind them.
    async fn held(&mut self) -> Option<(u64, Message)> {
        self.held.as_ref()?;
        let next = loop {
            let Some(gaps) = &mut self.gaps else { break None };
            match gaps.next().await {
                Ok(next) => break next,
                Err(error) => {
                    tracing::debug!("{}: {error}", self.stream.cached_info().config.name);
                    sleep(PAUSE).await;
                }
            }
        };
        let next = next.or_else(|| self.held.take())?;
        self.last = Some(next.0);
        Some(next)
    }

    async fn open(&mut self) -> Result<(), String> {
        let deliver_policy = match self.last {
            Some(last) => DeliverPolicy::ByStartSequence { start_sequence: last + 1 },
            None => self.begin,
        };
        let filter_subject = self.filter.clone();
        let config = OrderedConfig { deliver_policy, filter_subject, ..OrderedConfig::default() };
        let consumer = self.stream.create_consumer(config).await;
        let consumer = consumer.map_err(|error| error.to_string())?;
        self.messages = Some(consumer.messages().await.map_err(|error| error.to_string())?);
        Ok(())
    }
}
