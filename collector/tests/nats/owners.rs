//! Who owns the partitions, and what operators see of it.

use std::thread;
use std::time::{Duration, Instant};

use crate::faults::Process;
use crate::forward;
use crate::here::Here;
use crate::servers::{Servers, program};
use crate::streams::runtime;
use crate::support::client::Client;
use crate::support::{event, start};
use crate::versions;

/// The value of a metric without labels.
pub fn metric(here: &Here, name: &str) -> u64 {
    let text = here.get("/metrics").body;
    let value = text.lines().find_map(|line| {
        line.strip_prefix("media_collection_")?.strip_prefix(name)?.strip_prefix(' ')
    });
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("no {name} in {text}"))
}

/// Waits until a metric has these values in these collectors.
fn until(name: &str, wanted: &[(&Here, u64)]) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let there: Vec<_> = wanted.iter().map(|(here, _)| metric(here, name)).collect();
        if wanted.iter().zip(&there).all(|((_, wanted), there)| wanted == there) {
            return;
        }
        assert!(Instant::now() < until, "{name}: {there:?}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn shown(here: &Here, id: &str) -> usize {
    let response = here.get(&format!("/page/session/{id}"));
    if response.status != 200 {
        return 0;
    }
    response.json()["events"].as_array().map_or(0, Vec::len)
}

/// Any page shows a session, wherever its partition is.
fn until_both_show(here: [&Here; 2], id: &str, events: usize) {
    forward::until("both show it", || here.iter().all(|here| shown(here, id) == events));
}

#[test]
fn each_partition_and_each_session_is_counted_once() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("owned", 1, "");
    let one = Here::on(&servers.urls(), "owned", |_| {});
    until("nats_partitions_owned", &[(&one, 6)]);
    let ids: Vec<_> = (0..24).map(|at| one.open(&format!("session {at}"))).collect();
    until("sessions_open", &[(&one, 24)]);
    let two = Here::on(&servers.urls(), "owned", |_| {});
    until("nats_partitions_owned", &[(&one, 3), (&two, 3)]);
    let ends = Instant::now() + Duration::from_secs(60);
    loop {
        // Partitions can go to and fro while a busy server does not answer.
        let open = [&one, &two].map(|here| metric(here, "sessions_open"));
        if open[0] + open[1] == 24 && open.iter().all(|open| *open > 0) {
            break;
        }
        assert!(Instant::now() < ends, "{open:?}");
        thread::sleep(Duration::from_millis(50));
    }
    until("nats_lag_messages", &[(&one, 0), (&two, 0)]);
    for id in &ids {
        assert_eq!(two.event(id, "sessionEnd", 1.0).status, 204);
    }
    until("sessions_open", &[(&one, 0), (&two, 0)]);
    until("nats_waiting_bytes", &[(&one, 0), (&two, 0)]);
    drop(two);
    until("nats_partitions_owned", &[(&one, 6)]);
}

#[test]
fn one_that_only_accepts_owns_nothing_and_goes_on_without_owners() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("accepts", 1, "");
    let open = || Here::on(&servers.urls(), "accepts", |_| {});
    let owner = open();
    let accepting = Here::on(&servers.urls(), "accepts", |options| {
        options.nats.as_mut().unwrap().accepts_only = true;
    });
    let id = accepting.open("accepted");
    assert_eq!(accepting.event(&id, "ping", 1.0).status, 204);
    until_both_show([&accepting, &owner], &id, 2);
    until("nats_partitions_owned", &[(&owner, 6), (&accepting, 0)]);
    until("sessions_open", &[(&owner, 1), (&accepting, 0)]);

    drop(owner);
    assert_eq!(accepting.event(&id, "ping", 2.0).status, 204);
    let page = format!("/page/session/{id}");
    assert_eq!(accepting.send("GET", &page, "", b"").status, 503, "nobody owns it");
    assert_eq!(accepting.event(&id, "sessionEnd", 3.0).status, 204);
    assert_eq!(accepting.event(&id, "ping", 4.0).status, 410);

    let owner = open();
    until_both_show([&accepting, &owner], &id, 4);
    until("nats_partitions_owned", &[(&owner, 6), (&accepting, 0)]);
}

/// What the owner of a partition says of a session, asked as another collector asks it: with a message that it has
/// to have taken.
fn asked(urls: &[String], subject: &str, id: &str, least: u64) -> String {
    runtime().block_on(async {
        let client = async_nats::connect(urls.to_vec()).await.unwrap();
        let mut headers = async_nats::HeaderMap::new();
        headers.insert("Media-Collection-Least", least.to_string());
        let path = format!("/page/session/{id}").into();
        let said = client.request_with_headers(subject.to_owned(), headers, path).await.unwrap();
        said.headers.unwrap().get("Media-Collection-Status").unwrap().to_string()
    })
}

#[test]
fn an_owner_that_is_behind_does_not_say_that_a_session_is_not_there() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("behind", 1, "");
    let here = Here::on(&servers.urls(), "behind", |_| {});
    let id = here.open("there");
    let partition = versions::partition(&id);
    let subject = format!("behind.ask.owner.{partition}");
    // In the same partition.
    let mut others = (0..).map(|at| format!("{at:064x}"));
    let unknown = others.find(|id| versions::partition(id) == partition).unwrap();
    let asked = |id: &str, least| asked(&servers.urls(), &subject, id, least);
    assert_eq!((asked(&id, 1), asked(&unknown, 1)), ("200".to_owned(), "404".to_owned()));
    // A message that does not come as long as it waits.
    assert_eq!(asked(&unknown, 1_000), "503", "it may begin with that message");
    assert_eq!(asked(&id, 1_000), "200", "what is behind is better than nothing");
}

/// Sessions that are uploaded before the ones that are asked for, and the events of each.
const BEFORE: usize = 240;
const EVENTS: usize = 400;

#[test]
fn a_new_owner_does_not_say_that_a_session_is_not_there_before_it_has_read() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("moved", 1, "");
    // Without snapshots, and from the first session on, so that there is much to read.
    let bytes = u64::MAX.to_string();
    let environment = [("TEST_NATS_SNAPSHOT_BYTES", bytes.as_str())];
    let mut killed = Process::with(&servers.urls(), "moved", &environment);
    let one = Client { address: killed.address().expect("it listens") };
    for number in 0..24 {
        one.open(&format!("first {number}"));
    }
    let two = Here::on(&servers.urls(), "moved", |options| {
        options.nats.as_mut().unwrap().snapshot_bytes = u64::MAX;
    });
    until("nats_partitions_owned", &[(&two, 3)]);
    let pings: Vec<_> = (1..EVENTS).map(|at| event("ping", at as f64)).collect();
    let pings = pings.join(",");
    for number in 0..BEFORE {
        let body = format!("[{},{pings}]", start(&format!("uploaded {number}")));
        assert_eq!(one.post("/api/v1/downloaded", body).status, 201);
    }
    let ids: Vec<_> = (0..24).map(|at| one.open(&format!("last {at}"))).collect();
    let listed = || {
        let overview = two.get("/page/overview").json();
        let listed = overview["listed"].as_array().expect("a list").len();
        listed as u64 + overview["older"].as_u64().expect("a number")
    };
    let all = (24 + BEFORE + 24) as u64;
    forward::until("everything is read", || {
        let is_shown = |id: &String| two.get(&format!("/page/session/{id}")).status == 200;
        listed() == all && ids.iter().all(is_shown)
    });

    killed.kill();
    let later = thread::scope(|scope| {
        let waiting = scope.spawn(|| until_shown(&two, &ids));
        while !waiting.is_finished() {
            assert_eq!(listed(), all, "what was listed still is");
        }
        waiting.join().expect("they are shown")
    });
    assert!(later > 0, "nothing moved");
    let unknown = format!("{:064x}", 1);
    assert_eq!(two.get(&format!("/page/session/{unknown}")).status, 404);
}

/// Waits until the sessions are shown. Until then they are asked for again later; returns how often.
fn until_shown(here: &Here, ids: &[String]) -> usize {
    let page = |id: &String| here.send("GET", &format!("/page/session/{id}"), "", b"");
    let ends = Instant::now() + Duration::from_secs(60);
    let mut later = 0;
    loop {
        let answers: Vec<_> = ids.iter().map(page).collect();
        for answer in &answers {
            assert!([200, 503].contains(&answer.status), "{answer:?}");
            if answer.status == 503 {
                assert_eq!(answer.header("Retry-After"), Some("1"));
                later += 1;
            }
        }
        if answers.iter().all(|answer| answer.status == 200) {
            return later;
        }
        assert!(Instant::now() < ends, "they are not shown");
    }
}
