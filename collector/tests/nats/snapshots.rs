//! Another owner goes on from a snapshot, and shows what all events say.

use std::time::{Duration, Instant};

use async_nats::jetstream::{self, Context};
use serde_json::{Value, json};

use crate::faults::Process;
use crate::forward::until;
use crate::here::Here;
use crate::owners::metric;
use crate::servers::{Servers, program};
use crate::streams::runtime;
use crate::support::client::Client;
use crate::support::differs::difference;
use crate::support::event;

/// The partitions of these tests.
const PARTITIONS: u64 = 6;

fn open(servers: &Servers, name: &str) -> Here {
    Here::on(&servers.urls(), name, |options| {
        options.nats.as_mut().unwrap().snapshot_bytes = 12 * 1024;
        options.limits.idle = Duration::from_secs(600);
    })
}

/// Sends some events to each session: not all are right.
fn play(client: &Client, ids: &[String], seconds: std::ops::Range<u32>) {
    for second in seconds {
        for (at, id) in ids.iter().enumerate() {
            let kind = match (second + u32::try_from(at).unwrap()) % 23 {
                0 => "adComplete",
                1 => "pauseStart",
                2 => "chapterComplete",
                _ => "ping",
            };
            assert_eq!(client.event(id, kind, f64::from(second)).status, 204);
        }
    }
}

/// What depends on the collector, and on who asked it what.
fn without_versions(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|name, _| {
                !["version", "number", "findings_number", "refused"].contains(&&**name)
            });
            members.values_mut().for_each(without_versions);
        }
        Value::Array(items) => items.iter_mut().for_each(without_versions),
        _ => {}
    }
}

/// What the page shows of all sessions.
fn shown(client: &Client, ids: &[String]) -> Value {
    let mut details: Vec<_> = ids
        .iter()
        .map(|id| client.get(&format!("/page/session/{id}")))
        .map(|response| if response.status == 200 { response.json() } else { Value::Null })
        .collect();
    // Now each has its report.
    let mut sessions = client.sessions();
    sessions.iter_mut().chain(&mut details).for_each(without_versions);
    json!([sessions, details])
}

/// Waits until the page shows this. Owners may still read.
fn shows(client: &Client, ids: &[String], wanted: &Value) {
    let until = Instant::now() + Duration::from_secs(60);
    while let Some(differs) = difference(&shown(client, ids), wanted) {
        assert!(Instant::now() < until, "the page shows something else: {differs}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Waits until this is all that the page shows of the sessions, and returns it. Owners may still read.
fn shows_all(client: &Client, ids: &[String], events: usize) -> Value {
    let mut all = Value::Null;
    until("all is shown", || {
        all = shown(client, ids);
        let of = |one: &Value| one["events"].as_array().map_or(0, Vec::len);
        all[1].as_array().unwrap().iter().map(of).sum::<usize>() == events
    });
    all
}

fn changed<F: Future<Output = ()>>(servers: &Servers, change: impl FnOnce(Context) -> F) {
    runtime().block_on(async {
        let client = async_nats::connect(servers.urls()).await.unwrap();
        change(jetstream::new(client)).await;
    });
}

/// Changes the lists of snapshots.
fn relist(servers: &Servers, name: &str, change: impl Fn(&mut Vec<Value>)) {
    changed(servers, async |context| {
        let stream = context.get_stream(format!("{name}-snapshots")).await.unwrap();
        for partition in 0..PARTITIONS {
            let subject = format!("{name}.snapshots.{partition}.list");
            let Ok(there) = stream.get_last_raw_message_by_subject(&subject).await else {
                continue;
            };
            let mut list = serde_json::from_slice(&there.payload).unwrap();
            change(&mut list);
            let text = serde_json::to_vec(&list).unwrap();
            context.publish(subject, text.into()).await.unwrap().await.unwrap();
        }
    });
}

/// The messages that the streams of events have.
fn messages(servers: &Servers, name: &str) -> u64 {
    let mut count = 0;
    let counted = &mut count;
    changed(servers, async move |context| {
        for partition in 0..PARTITIONS {
            let stream = context.get_stream(format!("{name}-events-{partition}")).await.unwrap();
            *counted += stream.get_info().await.unwrap().state.messages;
        }
    });
    count
}

/// Whether the leases say that everything was counted.
fn counted(servers: &Servers, name: &str) -> bool {
    let mut all = true;
    let said = &mut all;
    changed(servers, async move |context| {
        let owners = context.get_stream(format!("KV_{name}-owners")).await.unwrap();
        for partition in 0..PARTITIONS {
            let key = format!("$KV.{name}-owners.partition.{partition}");
            let lease = owners.get_last_raw_message_by_subject(&key).await.unwrap();
            let lease: Value = serde_json::from_slice(&lease.payload).unwrap();
            let stream = context.get_stream(format!("{name}-events-{partition}")).await.unwrap();
            let last = stream.get_info().await.unwrap().state.last_sequence;
            *said &= lease["counted"].as_u64() == Some(last);
        }
    });
    all
}

#[test]
fn who_takes_over_from_one_that_was_killed_reads_little() {
    if program().is_none() {
        return;
    }
    let (servers, name) = (Servers::start("taken", 1, ""), "taken");
    let mut killed = Process::with(&servers.urls(), name, &[]);
    let client = Client { address: killed.address().unwrap() };
    let ids: Vec<_> = (0..12).map(|at| client.open(&format!("session {at}"))).collect();
    play(&client, &ids, 1..90);
    assert_eq!(client.event(&ids[3], "sessionEnd", 99.0).status, 204);
    assert_eq!(client.event(&ids[3], "ping", 99.0).status, 410);
    let before = shows_all(&client, &ids, 12 * 90 + 1);
    until("the leases say what was counted", || counted(&servers, name));
    assert!(before[1][0]["findings"].as_array().unwrap().len() > 5, "{}", before[1][0]);
    killed.kill();

    let next = open(&servers, name);
    shows(&next, &ids, &before);
    let stored = messages(&servers, name);
    let (restored, read) =
        (metric(&next, "nats_snapshots_read_total"), metric(&next, "nats_messages_read_total"));
    assert!(restored >= 3, "{restored} partitions began with a snapshot");
    assert!(read < stored / 2, "{read} of {stored} messages were read");
    let closed = |text: &str| text.contains("sessions_closed_total{reason=\"ended\"} ");
    assert!(!closed(&next.get("/metrics").body), "the owner before has counted it");
    // Sessions go on, and are closed as before.
    play(&next, &ids[4..], 90..110);
    assert_eq!(next.event(&ids[4], "sessionEnd", 120.0).status, 204);
    assert_eq!(next.event(&ids[3], "ping", 100.0).status, 410);
    until("the end is shown", || {
        next.sessions().iter().filter(|one| one["closed"] == "ended").count() == 2
    });
    let ended = "sessions_closed_total{reason=\"ended\"} 1";
    assert!(next.get("/metrics").body.contains(ended), "this one is new");
    let before = shows_all(&next, &ids, 12 * 90 + 1 + 8 * 20 + 1);
    drop(next);

    // The same as who reads everything.
    changed(&servers, async |context| {
        let stream = context.get_stream("taken-snapshots").await.unwrap();
        stream.purge().await.unwrap();
    });
    let last = open(&servers, name);
    shows(&last, &ids, &before);
    assert_eq!(metric(&last, "nats_snapshots_read_total"), 0);
    assert!(metric(&last, "nats_messages_read_total") >= stored);
}

#[test]
fn what_is_no_whole_snapshot_of_the_stream_is_not_used() {
    if program().is_none() {
        return;
    }
    let (servers, name) = (Servers::start("damaged", 1, ""), "damaged");
    let here = open(&servers, name);
    let ids: Vec<_> = (0..12).map(|at| here.open(&format!("session {at}"))).collect();
    play(&here, &ids, 1..70);
    until("there are snapshots", || metric(&here, "nats_snapshots_written_total") >= 6);
    let before = shows_all(&here, &ids, 12 * 70);
    drop(here);

    // The newest one lacks a part: the older one is used.
    changed(&servers, async |context| {
        let stream = context.get_stream("damaged-snapshots").await.unwrap();
        for partition in 0..PARTITIONS {
            let list = format!("damaged.snapshots.{partition}.list");
            let Ok(list) = stream.get_last_raw_message_by_subject(&list).await else { continue };
            let list: Vec<Value> = serde_json::from_slice(&list.payload).unwrap();
            let newest = list.last().unwrap();
            stream.delete_message(newest["last"].as_u64().unwrap()).await.unwrap();
            // So does one that was never finished.
            let mut headers = async_nats::HeaderMap::new();
            headers.insert("Media-Collection-Snapshot", "another 0");
            let subject = format!("damaged.snapshots.{partition}");
            let stored = context.publish_with_headers(subject, headers, "{".into()).await.unwrap();
            stored.await.unwrap();
        }
    });
    let here = open(&servers, name);
    shows(&here, &ids, &before);
    assert!(metric(&here, "nats_snapshots_read_total") >= 3);
    drop(here);

    let refused = |what: &str| {
        let here = open(&servers, name);
        shows(&here, &ids, &before);
        assert_eq!(metric(&here, "nats_snapshots_read_total"), 0, "{what}");
        assert!(metric(&here, "nats_messages_read_total") >= 12 * 70, "{what}");
        // Whoever reads everything writes a new one.
        until("there are new ones", || metric(&here, "nats_snapshots_written_total") >= 3);
    };
    relist(&servers, name, |list| {
        list.iter_mut().for_each(|one| *one = json!({"v": 2, "newer": [one.take()]}));
    });
    refused("a newer version");
    // As of a stream that was restored from a backup, and has gone on in another way.
    relist(&servers, name, |list| {
        list.iter_mut().for_each(|one| one["at"] = json!(one["at"].as_u64().unwrap() + 1));
    });
    refused("another stream");
    relist(&servers, name, |list| {
        list.iter_mut().for_each(|one| one["sequence"] = json!(1_000_000));
    });
    refused("a message that is not there yet");
    relist(&servers, name, |list| list.iter_mut().for_each(|one| *one = json!({"first": 1})));
    refused("a list that cannot be read");

    let here = open(&servers, name);
    shows(&here, &ids, &before);
    assert!(
        metric(&here, "nats_snapshots_read_total") >= 3,
        "those that were written since are used"
    );
    let text = event("ping", 99.0);
    assert_eq!(here.post(&format!("/api/v1/sessions/{}/events", ids[0]), text).status, 204);
}
