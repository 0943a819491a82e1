//! What the servers have, read without the collector's own code.

use std::collections::{HashMap, HashSet};

use async_nats::jetstream::{self, consumer};
use futures_util::{StreamExt as _, TryStreamExt as _};
use serde_json::Value;

use crate::viewers::Viewing;

/// The timestamps of each session's events, in the order of the log.
pub type Stored = HashMap<String, Vec<i64>>;

/// Reads every stream that is not a bucket.
pub fn read(urls: &str) -> Stored {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(all(urls)).expect("the servers can be read")
}

async fn all(urls: &str) -> Result<Stored, async_nats::Error> {
    let servers = urls.split(',').map(str::parse).collect::<Result<Vec<_>, _>>()?;
    let servers: Vec<async_nats::ServerAddr> = servers;
    let jetstream = jetstream::new(async_nats::connect(servers).await?);
    let names: Vec<String> = jetstream.stream_names().try_collect().await?;
    let mut stored = Stored::new();
    for name in names.iter().filter(|name| !name.starts_with("KV_") && !name.starts_with("OBJ_")) {
        let stream = jetstream.get_stream(name).await?;
        let messages = stream.cached_info().state.messages;
        if messages == 0 {
            continue;
        }
        let config = consumer::pull::OrderedConfig::default();
        let reader = stream.create_consumer(config).await?;
        let mut texts = reader.messages().await?.take(usize::try_from(messages)?);
        while let Some(message) = texts.next().await {
            add(&message?.payload, &mut stored);
        }
    }
    Ok(stored)
}

/// Adds the lines of a message.
fn add(payload: &[u8], stored: &mut Stored) {
    for line in payload.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let Ok(line) = serde_json::from_slice::<Value>(line) else { continue };
        let Some(session) = line["session"].as_str() else { continue };
        let single = ["start", "event"].iter().filter_map(|name| line.get(name));
        let events = single.chain(line["events"].as_array().into_iter().flatten());
        let times = events.filter_map(|event| event["playerTime"]["ts"].as_i64());
        stored.entry(session.to_owned()).or_default().extend(times);
    }
}

/// Asserts that everything that was acknowledged is there, in the order of its session. What was sent again
/// may be there twice.
pub fn has_all(stored: &Stored, viewings: &[Viewing]) {
    let mut missing = Vec::new();
    for viewing in viewings {
        let times = stored.get(&viewing.id).map(Vec::as_slice).unwrap_or_default();
        let there: HashSet<_> = times.iter().copied().collect();
        let lost = viewing.acknowledged.iter().filter(|time| !there.contains(time));
        missing.extend(lost.map(|time| format!("{} at {time}", viewing.id)));
        let mut seen = HashSet::new();
        let first: Vec<_> = times.iter().filter(|time| seen.insert(**time)).collect();
        assert!(first.is_sorted(), "{} is out of order: {times:?}", viewing.id);
    }
    assert!(missing.is_empty(), "{} acknowledged events are missing: {missing:#?}", missing.len());
}
