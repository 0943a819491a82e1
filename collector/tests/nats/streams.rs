//! What streams have: read by another client than the collector's.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use async_nats::jetstream::{self, Context, consumer};
use futures_util::StreamExt as _;
use media_collection_collector::gzip;
use tokio::runtime::Runtime;

/// What waits for a server.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let make = || tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    RUNTIME.get_or_init(make)
}

/// The lines of these streams, each with all its parts.
pub fn lines(urls: &[String], streams: &[String]) -> Vec<String> {
    runtime().block_on(async {
        let client = async_nats::connect(urls.to_vec()).await.unwrap();
        let context = jetstream::new(client);
        let mut lines = Vec::new();
        for stream in streams {
            lines.extend(read(stream, || of(&context, stream)).await);
        }
        lines
    })
}

/// The names of all streams.
pub fn names(urls: &[String]) -> Vec<String> {
    runtime().block_on(async {
        let client = async_nats::connect(urls.to_vec()).await.unwrap();
        let mut names = jetstream::new(client).stream_names();
        let mut all = Vec::new();
        while let Some(name) = names.next().await {
            all.push(name.unwrap());
        }
        all
    })
}

/// Everything that they have, with subjects and headers.
pub fn everything(urls: &[String], streams: &[String]) -> String {
    runtime().block_on(async {
        let client = async_nats::connect(urls.to_vec()).await.unwrap();
        let context = jetstream::new(client);
        let mut all = String::new();
        for stream in streams {
            let read = read(stream, || messages(&context, stream)).await;
            for message in read.into_values() {
                all += &format!("{} {:?}\n", message.subject, message.headers);
                all += &String::from_utf8_lossy(&message.payload);
            }
        }
        all
    })
}

/// Reads a stream again until that works: a server that was cut off or killed may still look for the others, and
/// keys may expire meanwhile.
async fn read<T, F: Future<Output = Result<T, Box<dyn Error>>>>(
    stream: &str,
    attempt: impl Fn() -> F,
) -> T {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        match attempt().await {
            Ok(read) => return read,
            Err(error) => assert!(Instant::now() < until, "{stream}: {error}"),
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// The messages of a stream, by their numbers.
async fn messages(
    context: &Context,
    name: &str,
) -> Result<BTreeMap<u64, jetstream::Message>, Box<dyn Error>> {
    let stream = context.get_stream(name).await?;
    let info = stream.get_info().await?;
    // One that led before it was cut off can go on for a while with what it knew then.
    let others = info.cluster.iter().flat_map(|cluster| &cluster.replicas);
    if let Some(behind) = others.into_iter().find(|other| !other.current || other.offline) {
        return Err(format!("{} does not know all of it", behind.name).into());
    }
    let count = info.state.messages;
    let mut all = BTreeMap::new();
    if count == 0 {
        return Ok(all);
    }
    let consumer = stream.create_consumer(consumer::pull::OrderedConfig::default()).await?;
    let mut messages = consumer.messages().await?;
    loop {
        let next = tokio::time::timeout(Duration::from_secs(10), messages.next());
        let message = next.await?.ok_or("the stream ended")??;
        let (sequence, pending) = match message.info() {
            Ok(info) => (info.stream_sequence, info.pending),
            Err(error) => return Err(error.to_string().into()),
        };
        all.insert(sequence, message);
        if pending == 0 {
            return Ok(all);
        }
    }
}

/// With what stands in place of messages of a partition from which something was erased.
async fn amended(
    context: &Context,
    name: &str,
) -> Result<BTreeMap<u64, jetstream::Message>, Box<dyn Error>> {
    let mut all = messages(context, name).await?;
    if let Some((name, partition)) = name.rsplit_once("-events-") {
        for message in messages(context, &format!("{name}-amended")).await?.into_values() {
            let words: Vec<_> = message.subject.rsplitn(3, '.').collect();
            let sequence = words[0].parse::<u64>()?;
            if words[1] == partition
                && !all.get(&sequence).is_some_and(|one| one.subject.contains("events"))
            {
                all.insert(sequence, message);
            }
        }
    }
    Ok(all)
}

async fn of(context: &Context, name: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let (mut lines, mut parts) = (Vec::new(), HashMap::<String, Vec<u8>>::new());
    for message in amended(context, name).await?.into_values() {
        let part = message.headers.as_ref().and_then(|all| all.get("Media-Collection-Part"));
        let mut text = message.payload.to_vec();
        if let Some(part) = part {
            let words: Vec<_> = part.as_str().split(' ').collect();
            let (at, of): (usize, usize) = (words[1].parse().unwrap(), words[2].parse().unwrap());
            let whole = parts.entry(words[0].to_owned()).or_default();
            whole.extend_from_slice(&text);
            if at + 1 < of {
                continue;
            }
            text = parts.remove(words[0]).unwrap();
        }
        if text.starts_with(&gzip::MAGIC) {
            text = gzip::gunzip(&text, usize::MAX)?;
        }
        // A part of a snapshot can end within a character.
        let text = String::from_utf8_lossy(&text);
        lines.extend(text.lines().filter(|line| !line.is_empty()).map(str::to_owned));
    }
    Ok(lines)
}
