//! Makes what is missing if that is wanted, and checks what is there.

use std::time::Duration;

use async_nats::jetstream::stream::{Config, DiscardPolicy, RetentionPolicy, StorageType, Stream};
use async_nats::jetstream::{self, Context};
use async_nats::{Client, HeaderMap, header};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;

use super::names::{Names, bucket_stream, key};
use super::options::{NatsCreate, NatsOptions};
use super::publish::{MAX_GROUP, Refusal, again, patiently, publish};

/// For so long a stream knows the ids of messages, at least.
const DUPLICATES: Duration = Duration::from_secs(120);
/// The room for headers in a message.
const HEADERS: usize = 64 * 1024;
/// How long the servers may take to be there.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How long a request to the API of JetStream may take.
pub(super) const API_TIMEOUT: Duration = Duration::from_secs(2);
/// The oldest server that has what is needed: keys that expire.
const OLDEST: (u64, u64) = (2, 11);
/// The most bytes of what the other collector did not take: with more, the oldest is dropped.
const MAX_REJECTED: i64 = 256 * 1024 * 1024;
/// The code for a stream that does not exist.
const MISSING: &str = "10059";
/// The version of the layout of streams and buckets.
const VERSION: u32 = 1;

/// What all collectors have to agree on, as it is stored.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Shared {
    v: u32,
    partitions: u32,
}

/// Whether the streams of forwarding are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Forwards {
    Yes,
    No,
    /// If somebody has made them.
    IfThere,
}

/// The streams.
#[derive(Debug)]
pub(super) struct Streams {
    /// One of each partition.
    pub(super) events: Vec<Stream>,
    pub(super) sessions: Stream,
    pub(super) owners: Stream,
    /// What owners have made of the events. `None` if it is missing and is not to be made: collectors of the
    /// version before did not have it.
    pub(super) snapshots: Option<Stream>,
    /// What stands in place of messages from which something was erased.
    pub(super) amended: Stream,
    /// What is kept of forwarding, if something is to be forwarded.
    pub(super) forwarding: Option<Forwarded>,
}

/// The streams of forwarding.
#[derive(Debug)]
pub(super) struct Forwarded {
    pub(super) progress: Stream,
    pub(super) rejected: Stream,
}

/// The context in which streams are asked about.
pub(super) fn context(client: &Client) -> Context {
    let mut context = jetstream::new(client.clone());
    context.set_timeout(API_TIMEOUT);
    context
}

/// Whether the server has what is needed.
pub(super) fn check_server(client: &Client) -> Result<(), String> {
    let info = client.server_info();
    let mut numbers = info.version.split(['.', '-']).map(|number| number.parse().unwrap_or(0));
    let version = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if version < OLDEST {
        let (major, minor) = OLDEST;
        return Err(format!(
            "the server {} is of version {}: it must be {major}.{minor} or newer",
            info.server_name, info.version
        ));
    }
    let needed = MAX_GROUP + HEADERS;
    if info.max_payload < needed {
        return Err(format!(
            "the server {} takes messages of at most {} bytes: set `max_payload` to at least {needed} on \
             all servers (1MB is usual)",
            info.server_name, info.max_payload
        ));
    }
    if !info.jetstream && info.cluster.is_none() {
        return Err(format!("the server {} has no JetStream: enable it", info.server_name));
    }
    Ok(())
}

/// Finds the streams, or makes those that are missing if that is wanted.
pub(super) async fn streams(
    client: &Client,
    options: &NatsOptions,
    names: &Names,
    forwards: Forwards,
) -> Result<Streams, String> {
    let (context, create) = (context(client), options.create.as_ref());
    let owners = bucket(&context, create, &names.owners()).await?;
    agree(client, &owners, names, create.is_some()).await?;
    let mut events = Vec::new();
    for partition in 0..names.partitions {
        let wanted = Config {
            name: names.stream(partition),
            subjects: vec![names.subject(partition)],
            max_age: max_age(create),
            max_bytes: max_bytes(create),
            ..common(create)
        };
        events.push(found(&context, create, wanted).await?);
    }
    let sessions = bucket(&context, create, &names.sessions()).await?;
    let snapshots = snapshots(&context, create, names).await?;
    let amended = amended(&context, create, names).await?;
    let forwards = match forwards {
        Forwards::Yes => true,
        Forwards::No => false,
        Forwards::IfThere => is_there(&context, &names.progress_stream()).await?,
    };
    let forwarding = if forwards { Some(forwarded(&context, create, names).await?) } else { None };
    Ok(Streams { events, sessions, owners, snapshots, amended, forwarding })
}

/// Snapshots have events, so that they are kept for no longer than those.
async fn snapshots(
    context: &Context,
    create: Option<&NatsCreate>,
    names: &Names,
) -> Result<Option<Stream>, String> {
    let wanted = Config {
        name: names.snapshots_stream(),
        subjects: vec![names.snapshots()],
        max_age: max_age(create),
        max_bytes: max_bytes(create),
        ..common(create)
    };
    if create.is_none() && !is_there(context, &wanted.name).await? {
        tracing::warn!(
            "the stream {} does not exist: who takes a partition over reads all that its sessions have; run it \
             once with --create",
            wanted.name
        );
        return Ok(None);
    }
    found(context, create, wanted).await.map(Some)
}

/// Each of its messages has the age of the one in whose place it stands, and goes with it. All of them have no
/// more bytes than what was erased.
async fn amended(
    context: &Context,
    create: Option<&NatsCreate>,
    names: &Names,
) -> Result<Stream, String> {
    let wanted = Config {
        name: names.amended_stream(),
        subjects: vec![format!("{}.>", names.amended_prefix())],
        max_age: max_age(create),
        allow_message_ttl: true,
        ..common(create)
    };
    found(context, create, wanted).await
}

/// Whether there is a stream.
async fn is_there(context: &Context, name: &str) -> Result<bool, String> {
    patiently(PATIENCE, || async {
        match context.get_stream(name).await.map_err(|error| error.to_string()) {
            Ok(_) => Ok(true),
            Err(error) if error.contains(MISSING) => Ok(false),
            Err(error) => Err(format!("{name}: {error}")),
        }
    })
    .await
}

/// What forwarding knows never expires: each of its messages is removed when the next ones have its content.
/// What was set aside does.
async fn forwarded(
    context: &Context,
    create: Option<&NatsCreate>,
    names: &Names,
) -> Result<Forwarded, String> {
    let progress = Config {
        name: names.progress_stream(),
        subjects: vec![names.progress("*")],
        ..common(create)
    };
    let rejected = Config {
        name: names.rejected_stream(),
        subjects: vec![names.rejected("*")],
        discard: DiscardPolicy::Old,
        max_age: max_age(create),
        max_bytes: MAX_REJECTED,
        ..common(create)
    };
    let rejected = found(context, create, rejected).await?;
    Ok(Forwarded { progress: found(context, create, progress).await?, rejected })
}

/// For how long events are kept, and what has some of them.
fn max_age(create: Option<&NatsCreate>) -> Duration {
    create.and_then(|create| create.keep_for).unwrap_or_default()
}

fn max_bytes(create: Option<&NatsCreate>) -> i64 {
    let most = create.and_then(|create| create.max_bytes);
    most.map_or(-1, |most| i64::try_from(most).unwrap_or(i64::MAX))
}

/// What all streams have: they are in files, and what does not fit is refused.
fn common(create: Option<&NatsCreate>) -> Config {
    Config {
        num_replicas: create.map_or(1, |create| create.replicas),
        storage: StorageType::File,
        retention: RetentionPolicy::Limits,
        discard: DiscardPolicy::New,
        duplicate_window: DUPLICATES,
        ..Config::default()
    }
}

/// A bucket, as tools for the key-value store of NATS know it. It is read from its leader only, since others
/// may not know yet what was written.
async fn bucket(
    context: &Context,
    create: Option<&NatsCreate>,
    name: &str,
) -> Result<Stream, String> {
    let wanted = Config {
        name: bucket_stream(name),
        subjects: vec![key(name, ">")],
        max_messages_per_subject: 1,
        allow_rollup: true,
        deny_delete: true,
        allow_message_ttl: true,
        ..common(create)
    };
    found(context, create, wanted).await
}

async fn found(
    context: &Context,
    create: Option<&NatsCreate>,
    wanted: Config,
) -> Result<Stream, String> {
    let name = wanted.name.clone();
    let until = Instant::now() + PATIENCE;
    let stream = loop {
        let error = match context.get_stream(&name).await {
            Ok(stream) => break stream,
            Err(error) => error.to_string(),
        };
        let is_missing = error.contains(MISSING);
        let problem = match (is_missing, create) {
            (true, None) => {
                return Err(format!(
                    "the stream {name} does not exist: run it once with --create, or use another --nats-name"
                ));
            }
            (true, Some(_)) => match context.create_stream(wanted.clone()).await {
                Ok(_) => continue,
                Err(error) => error.to_string(),
            },
            (false, _) => error,
        };
        again(until, format!("the stream {name}: {problem}")).await?;
    };
    check(&stream.cached_info().config, &wanted)?;
    if let Some(create) = create
        && stream.cached_info().config.num_replicas != create.replicas
    {
        tracing::warn!(
            "the stream {name} is on {} servers, not on {}: `nats stream edit` changes that",
            stream.cached_info().config.num_replicas,
            create.replicas
        );
    }
    Ok(stream)
}

/// Whether a stream is as it has to be.
fn check(there: &Config, wanted: &Config) -> Result<(), String> {
    let rules = [
        (there.subjects == wanted.subjects, "takes other subjects than it has to"),
        (there.storage == StorageType::File, "is in memory, not in files"),
        (there.retention == RetentionPolicy::Limits, "removes what was consumed"),
        (
            there.discard == DiscardPolicy::New || wanted.discard == DiscardPolicy::Old,
            "removes what is old when it is full (discard)",
        ),
        (there.duplicate_window >= DUPLICATES, "knows message ids for less than 2 minutes"),
        (
            there.max_messages_per_subject == wanted.max_messages_per_subject
                || (wanted.max_messages_per_subject < 1 && there.max_messages_per_subject < 1),
            "keeps another number of messages of a subject",
        ),
        (there.max_message_size < 1, "has a limit for the size of a message"),
        (there.allow_message_ttl || !wanted.allow_message_ttl, "does not let keys expire"),
        (!there.sealed && !there.no_ack, "is sealed, or does not acknowledge"),
    ];
    match rules.iter().find(|(holds, _)| !holds) {
        None => Ok(()),
        Some((_, what)) => Err(format!(
            "the stream {} {what}: correct it with `nats stream edit`, or make another one with --nats-name \
             and --create",
            there.name
        )),
    }
}

/// Checks, or writes, what all collectors have to agree on.
async fn agree(
    client: &Client,
    owners: &Stream,
    names: &Names,
    create: bool,
) -> Result<(), String> {
    let subject = key(&names.owners(), "shared");
    let wanted = Shared { v: VERSION, partitions: names.partitions };
    let until = Instant::now() + PATIENCE;
    loop {
        let problem = match owners.get_last_raw_message_by_subject(&subject).await {
            Ok(message) => {
                let there: Shared = serde_json::from_slice(&message.payload)
                    .map_err(|error| format!("the key {subject}: {error}"))?;
                if there.v > VERSION {
                    return Err(format!(
                        "{subject} is of version {}: use a newer program",
                        there.v
                    ));
                }
                if there.partitions != wanted.partitions {
                    return Err(format!(
                        "there are {} partitions, not {}: use --nats-partitions {}",
                        there.partitions, wanted.partitions, there.partitions
                    ));
                }
                return Ok(());
            }
            Err(error) => error.to_string(),
        };
        if create {
            let value = serde_json::to_vec(&wanted).map_err(|error| error.to_string())?;
            let mut headers = HeaderMap::new();
            headers.insert(header::NATS_EXPECTED_LAST_SUBJECT_SEQUENCE, "0");
            match publish(client, subject.clone(), headers, value.into()).await {
                Ok(_) | Err(Refusal::Changed | Refusal::Unknown(_)) => {}
                Err(Refusal::Full(problem)) => return Err(problem),
            }
        }
        again(until, format!("{subject}: {problem}; run it once with --create")).await?;
    }
}
