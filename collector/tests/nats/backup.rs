//! A backup of the streams, as `nats stream backup` and `nats stream restore` make and read it.

use std::time::Duration;

use async_nats::{Client, Subscriber};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::forward::until;
use crate::here::Here;
use crate::servers::{Servers, program};
use crate::streams::{names, runtime};

/// A stream: how it is made, its state, and its content in portions.
struct Backup {
    name: String,
    config: Value,
    state: Value,
    portions: Vec<Vec<u8>>,
}

async fn ask(client: &Client, subject: String, request: &Value) -> Value {
    let response = client.request(subject.clone(), request.to_string().into()).await.unwrap();
    let response: Value = serde_json::from_slice(&response.payload).unwrap();
    assert!(response["error"].is_null(), "{subject}: {response}");
    response
}

async fn next(messages: &mut Subscriber) -> async_nats::Message {
    let next = tokio::time::timeout(Duration::from_secs(60), messages.next());
    next.await.expect("it comes in time").expect("there is more")
}

async fn backup(client: &Client, name: &str) -> Backup {
    let to = client.new_inbox();
    let mut messages = client.subscribe(to.clone()).await.unwrap();
    let request = json!({"deliver_subject": to, "no_consumers": true});
    let said = ask(client, format!("$JS.API.STREAM.SNAPSHOT.{name}"), &request).await;
    let mut portions = Vec::new();
    loop {
        let message = next(&mut messages).await;
        if message.payload.is_empty() {
            break;
        }
        portions.push(message.payload.to_vec());
        if let Some(reply) = message.reply {
            client.publish(reply, "".into()).await.unwrap();
        }
    }
    let (config, state) = (said["config"].clone(), said["state"].clone());
    Backup { name: name.to_owned(), config, state, portions }
}

async fn restore(client: &Client, backup: &Backup) {
    let request = json!({"config": backup.config, "state": backup.state});
    let said = ask(client, format!("$JS.API.STREAM.RESTORE.{}", backup.name), &request).await;
    let to = said["deliver_subject"].as_str().unwrap().to_owned();
    for portion in &backup.portions {
        client.request(to.clone(), portion.clone().into()).await.unwrap();
    }
    let whole = client.request(to, "".into()).await.unwrap();
    let whole: Value = serde_json::from_slice(&whole.payload).unwrap();
    assert!(whole["error"].is_null(), "{whole}");
}

fn playheads(here: &Here, id: &str) -> Vec<f64> {
    let detail = here.get(&format!("/page/session/{id}"));
    let events = if detail.status == 200 { detail.json()["events"].clone() } else { Value::Null };
    let events = events.as_array().cloned().unwrap_or_default().into_iter();
    events.map(|one| one["event"]["playerTime"]["playhead"].as_f64().unwrap()).collect()
}

#[test]
fn a_restored_backup_has_everything_and_sessions_go_on() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("backup", 1, "");
    let here = Here::on(&servers.urls(), "saved", |_| {});
    let ids: Vec<_> = (0..12).map(|at| here.open(&format!("session {at}"))).collect();
    for playhead in 1..6 {
        for id in &ids {
            assert_eq!(here.event(id, "ping", f64::from(playhead)).status, 204);
        }
    }
    for id in &ids[..4] {
        assert_eq!(here.event(id, "sessionEnd", 6.0).status, 204);
    }
    // While it runs: the buckets and streams that the documentation names.
    let wanted = ["saved-events-", "saved-amended", "KV_saved-sessions"];
    let all = names(&servers.urls());
    let all: Vec<_> =
        all.iter().filter(|name| wanted.iter().any(|wanted| name.starts_with(wanted))).collect();
    assert_eq!(all.len(), 8, "{all:?}");
    let backups = runtime().block_on(async {
        let client = async_nats::connect(servers.urls()).await.unwrap();
        let mut backups = Vec::new();
        for name in all {
            backups.push(backup(&client, name).await);
        }
        backups
    });
    assert_eq!(here.event(&ids[11], "ping", 6.0).status, 204, "it is not in the backup");
    drop((here, servers));

    let servers = Servers::start("restored", 1, "");
    runtime().block_on(async {
        let client = async_nats::connect(servers.urls()).await.unwrap();
        for backup in &backups {
            restore(&client, backup).await;
        }
    });
    let here = Here::on(&servers.urls(), "saved", |_| {});
    let upto = |last: i32| (0..=last).map(f64::from).collect::<Vec<_>>();
    for id in &ids[..4] {
        until("what ended is there", || playheads(&here, id) == upto(6));
        assert_eq!(here.event(id, "ping", 7.0).status, 410);
    }
    for id in &ids[4..] {
        until("what is open is there", || playheads(&here, id) == upto(5));
        assert_eq!(here.event(id, "ping", 6.0).status, 204);
        until("and goes on", || playheads(&here, id) == upto(6));
    }
}
