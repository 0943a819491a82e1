//! Collectors of two versions side by side: what a newer one writes is refused, and nothing else.

use async_nats::HeaderMap;
use async_nats::jetstream;
use serde_json::{Value, json};

use crate::forward::until;
use crate::here::Here;
use crate::servers::{Servers, program};
use crate::streams::runtime;

/// What is stored in a subject, as a newer collector would.
fn publish(url: &str, subject: String, value: &Value, headers: HeaderMap) {
    let text = format!("{value}\n");
    runtime().block_on(async {
        let client = async_nats::connect(url).await.unwrap();
        let context = jetstream::new(client);
        let stored = context.publish_with_headers(subject, headers, text.into()).await.unwrap();
        stored.await.unwrap();
    });
}

/// FNV-1a, as the documentation says it.
pub fn partition(id: &str) -> u64 {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash % 6
}

#[test]
fn what_a_newer_version_writes_costs_nothing_else() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("versions", 1, "");
    let urls = servers.urls();
    let here = Here::on(&urls, "versions", |_| {});
    let id = here.open("one");
    let subject = format!("versions.events.{}", partition(&id));
    let event = |playhead: u32| json!({"eventType": "ping", "playerTime": {"playhead": playhead, "ts": 1_700_000_000_000_u64}});
    let line = |v: u32, playhead: u32| {
        json!({"v": v, "received": 1_700_000_000_000_u64, "session": id, "event": event(playhead),
               "newer": {"member": [1]}})
    };
    // One of this version with a member that it does not know is taken, a newer one is not.
    publish(&urls[0], subject.clone(), &line(1, 1), HeaderMap::new());
    publish(&urls[0], subject.clone(), &line(2, 2), HeaderMap::new());
    publish(
        &urls[0],
        subject,
        &json!({"v": 2, "received": 1, "what": "session"}),
        HeaderMap::new(),
    );
    assert_eq!(here.event(&id, "ping", 3.0).status, 204);
    let shown = |here: &Here| {
        let detail = here.get(&format!("/page/session/{id}")).json();
        let events = detail["events"].as_array().cloned().unwrap_or_default().into_iter();
        events
            .map(|one| one["event"]["playerTime"]["playhead"].as_f64().unwrap())
            .collect::<Vec<_>>()
    };
    until("the others are shown", || shown(&here) == [0.0, 1.0, 3.0]);
    // So it is for another owner.
    drop(here);
    let here = Here::on(&urls, "versions", |_| {});
    until("the others are shown", || shown(&here) == [0.0, 1.0, 3.0]);
    // A session that a newer collector has opened: the client is told to come again, to another one.
    let newer = "ab".repeat(32);
    let key = format!("$KV.versions-sessions.{}.{newer}", partition(&newer));
    publish(&urls[0], key, &json!({"v": 2, "edge": false, "newer": true}), HeaderMap::new());
    let refused = here.event(&newer, "ping", 1.0);
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.header("Retry-After").is_some());
    assert_eq!(here.event(&id, "sessionEnd", 4.0).status, 204);
}
