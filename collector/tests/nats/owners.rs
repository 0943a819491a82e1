//! Who owns the partitions, and what operators see of it.

use std::time::{Duration, Instant};

use crate::here::Here;
use crate::servers::{Servers, program};

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
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn shown(here: &Here, id: &str) -> usize {
    let response = here.get(&format!("/page/session/{id}"));
    if response.status != 200 {
        return 0;
    }
    response.json()["events"].as_array().map_or(0, Vec::len)
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
        std::thread::sleep(Duration::from_millis(50));
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
    assert_eq!((shown(&accepting, &id), shown(&owner, &id)), (2, 2), "any page shows it");
    until("nats_partitions_owned", &[(&owner, 6), (&accepting, 0)]);
    until("sessions_open", &[(&owner, 1), (&accepting, 0)]);

    drop(owner);
    assert_eq!(accepting.event(&id, "ping", 2.0).status, 204);
    let page = format!("/page/session/{id}");
    assert_eq!(accepting.send("GET", &page, "", b"").status, 503, "nobody owns it");
    assert_eq!(accepting.event(&id, "sessionEnd", 3.0).status, 204);
    assert_eq!(accepting.event(&id, "ping", 4.0).status, 410);

    let owner = open();
    assert_eq!((shown(&accepting, &id), shown(&owner, &id)), (4, 4));
    until("nats_partitions_owned", &[(&owner, 6), (&accepting, 0)]);
}
