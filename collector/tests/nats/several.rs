//! Several collectors on the same streams.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use media_collection_collector::{Collector, Options};
use serde_json::{Value, json};

use crate::forward::until;
use crate::here::{Here, shared};
use crate::servers::{Servers, program};
use crate::support::{event, start};

fn playheads(here: &Here, id: &str) -> Vec<f64> {
    let detail = here.get(&format!("/page/session/{id}")).json();
    let events = detail["events"].as_array().cloned().unwrap_or_default().into_iter();
    events.map(|one| one["event"]["playerTime"]["playhead"].as_f64().unwrap()).collect()
}

/// The error with which a collector does not start.
fn refusal(change: impl FnOnce(&mut Options)) -> String {
    let mut options = Options::default();
    change(&mut options);
    Collector::open(options).expect_err("it is refused").to_string()
}

#[test]
fn any_collector_responds_for_any_session() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("several", 3, "");
    let open = |name| Here::on(&servers.urls(), name, |_| {});
    let [one, two, three] = ["a", "a", "a"].map(open);
    let ids: Vec<_> = (0..12).map(|at| one.open(&format!("session {at}"))).collect();
    for id in &ids {
        for (step, here) in [&two, &three, &one, &two].into_iter().enumerate() {
            assert_eq!(here.event(id, "ping", step as f64 + 1.0).status, 204);
        }
    }
    for here in [&one, &two, &three] {
        // What another collector has acknowledged is there soon.
        until("all sessions are listed", || here.sessions().len() == ids.len());
        for id in &ids {
            until("all events are shown in their order", || {
                playheads(here, id) == [0.0, 1.0, 2.0, 3.0, 4.0]
            });
        }
        until("all are open", || here.get("/page/overview").json()["open"] == ids.len());
    }
    let newest_first: Vec<_> = ids.iter().rev().map(|id| json!(id)).collect();
    until("they are listed in their order", || {
        let listed = three.sessions().into_iter().map(|mut one| one["id"].take());
        listed.eq(newest_first.iter().cloned())
    });

    for id in &ids {
        assert_eq!(two.event(id, "sessionEnd", 9.0).status, 204);
        assert_eq!(two.event(id, "ping", 10.0).status, 410);
        for here in [&one, &three] {
            until("others learn of it", || here.event(id, "ping", 10.0).status == 410);
            assert_eq!(here.event(id, "sessionEnd", 9.0).status, 204, "it is repeated");
        }
        until("the end is shown once", || playheads(&one, id).len() == 6);
    }
    assert_eq!(one.event(&"f".repeat(64), "ping", 1.0).status, 404);
    let another = open("b");
    assert_eq!(another.event(&ids[0], "ping", 1.0).status, 404, "of another name");
}

#[test]
fn sessions_go_on_with_the_others_when_a_collector_stops() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("moves", 1, "");
    let short = |options: &mut Options| options.limits.idle = Duration::from_secs(15);
    let open = || Here::on(&servers.urls(), "moves", short);
    let one = open();
    let ids: Vec<_> = (0..12).map(|at| one.open(&format!("session {at}"))).collect();
    let two = open();
    until("a part is given to the second", || playheads(&two, &ids[0]).len() == 1);
    for id in &ids {
        assert_eq!(two.event(id, "ping", 1.0).status, 204);
    }
    drop(one);
    let three = open();
    // Before anything is waited for, as the sessions would be closed for being idle.
    for id in &ids {
        assert_eq!(three.event(id, "ping", 2.0).status, 204);
    }
    for id in &ids {
        until("the events are shown", || playheads(&three, id) == [0.0, 1.0, 2.0]);
    }
    drop(two);
    three.wait_for_owners();
    // Time limits are those of the stream, whoever owns the partition.
    let idle = Instant::now();
    let kept = &ids[0];
    until("idle sessions are closed", || {
        assert_eq!(three.event(kept, "ping", idle.elapsed().as_secs_f64() + 3.0).status, 204);
        let sessions = three.sessions();
        let closed = sessions.iter().filter(|session| session["closed"] == "idle").count();
        closed == ids.len() - 1
    });
    for id in &ids[1..] {
        assert_eq!(three.event(id, "ping", 99.0).status, 410);
        assert_eq!(three.event(id, "sessionEnd", 99.0).status, 410);
    }
    assert_eq!(three.event(kept, "sessionEnd", 99.0).status, 204);
}

#[test]
fn a_session_larger_than_a_message_is_stored_in_parts() {
    if program().is_none() {
        return;
    }
    let here = Here::start();
    let mut batch = format!("[{}", start("long"));
    for second in 1..30_000 {
        write!(batch, ",{}", event("ping", f64::from(second) / 1_000.0)).unwrap();
    }
    batch.push(']');
    assert!(batch.len() > 2 * 1024 * 1024);
    assert_eq!(here.post("/api/v1/downloaded", &batch).status, 201);
    let mut listed = Vec::new();
    until("it is listed", || {
        listed = here.sessions();
        !listed.is_empty()
    });
    let summary = &listed[0];
    assert_eq!((&summary["received"], &summary["closed"]), (&json!(30_000), &json!("uploaded")));
    let id = summary["id"].as_str().unwrap();
    // The file is made by the owner, and passed on in parts.
    let file = here.get(&format!("/page/session/{id}/events.json"));
    let events: Vec<Value> = serde_json::from_str(&file.body).unwrap();
    let sent: Vec<Value> = serde_json::from_str(&batch).unwrap();
    let playheads = |events: &[Value]| -> Vec<_> {
        events.iter().map(|event| event["playerTime"]["playhead"].as_f64().unwrap()).collect()
    };
    assert!(playheads(&events) == playheads(&sent), "all events, in their order");
}

#[test]
fn what_cannot_work_is_refused_at_the_start() {
    if program().is_none() {
        return;
    }
    let small = Servers::start("small", 1, "max_payload: 300000\n");
    let urls = small.urls();
    let error = refusal(|options| options.nats = Some(shared(&urls, "small")));
    assert!(error.contains("max_payload"), "{error}");

    let servers = Servers::start("checks", 1, "");
    let urls = servers.urls();
    let without = |options: &mut Options| {
        let mut nats = shared(&urls, "checks");
        nats.create = None;
        options.nats = Some(nats);
    };
    let error = refusal(without);
    assert!(error.contains("does not exist") && error.contains("--create"), "{error}");
    drop(Here::on(&urls, "checks", |_| {}));
    drop(Here::on(&urls, "checks", without));
    let error = refusal(|options| {
        without(options);
        options.nats.as_mut().unwrap().partitions = 4;
    });
    assert!(error.contains("there are 6 partitions, not 4"), "{error}");
    let error = refusal(|options| options.nats = Some(shared(&urls, "a.b")));
    assert!(error.contains("letters, digits and -"), "{error}");
    let error = refusal(|options| {
        options.nats = Some(shared(&urls, "checks"));
        options.data = Some("folder".into());
    });
    assert!(error.contains("not both"), "{error}");
}

#[test]
fn a_full_stream_is_503_and_keeps_what_was_acknowledged() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("full", 1, "");
    let here = Here::on(&servers.urls(), "full", |options| {
        let nats = options.nats.as_mut().unwrap();
        nats.create.as_mut().unwrap().max_bytes = Some(64 * 1024);
    });
    let id = here.open("full");
    let mut acknowledged = 1;
    let refused = loop {
        let response = here.event(&id, "ping", f64::from(acknowledged));
        if response.status != 204 {
            break response;
        }
        acknowledged += 1;
        assert!(acknowledged < 10_000, "it is never full");
    };
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(
        refused.header("Retry-After").is_some() && refused.body.contains("later"),
        "{refused:?}"
    );
    until("what was acknowledged is shown", || here.sessions()[0]["received"] == acknowledged);
    // The session is not closed, and another partition has room.
    assert_eq!(here.event(&id, "ping", 1.0).status, 503);
    assert!((0..20).any(|_| here.post("/api/v1/sessions", start("other")).status == 201));
}

#[test]
fn without_the_server_it_is_503_and_then_it_goes_on() {
    if program().is_none() {
        return;
    }
    let mut servers = Servers::start("down", 1, "");
    let here = Here::on(&servers.urls(), "down", |_| {});
    let id = here.open("down");
    assert_eq!(here.event(&id, "ping", 1.0).status, 204);
    servers.nodes[0].kill();
    let begun = Instant::now();
    let refused = here.event(&id, "ping", 2.0);
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.header("Retry-After").is_some());
    assert!(begun.elapsed() < Duration::from_secs(30));
    // What it has not heard of, it cannot deny.
    assert_eq!(here.event(&"e".repeat(64), "ping", 2.0).status, 503);
    servers.nodes[0].start();
    servers.wait();
    until("it goes on", || here.event(&id, "ping", 3.0).status == 204);
    here.wait_for_owners();
    until("it shows what was acknowledged", || {
        let shown = playheads(&here, &id);
        shown.starts_with(&[0.0, 1.0]) && shown.ends_with(&[3.0])
    });
}
