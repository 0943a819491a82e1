//! A way that fails: everything arrives, in its order, and what arrives twice is what may.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{
    Fate, Way, aside, collection, edge, folders, gateway, has_all, sessions, takes, until,
};
use crate::here::Here;
use crate::support::folder;
use crate::support::metrics::{metrics, value};

/// Numbers that look random.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// Sends so many sessions, whose events alternate.
fn report(gateway: &Here, names: &[String], events: u32) {
    let ids: Vec<_> = names.iter().map(|name| gateway.open(name)).collect();
    for at in 0..events {
        for id in &ids {
            let kind = if at % 2 == 0 { "play" } else { "pauseStart" };
            assert_eq!(gateway.event(id, kind, f64::from(at)).status, 204);
        }
    }
    for id in &ids {
        assert_eq!(gateway.event(id, "sessionEnd", f64::from(events)).status, 204);
    }
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("session-{at}")).collect()
}

/// Whether every session has arrived; sessions in which nothing but the start arrived were opened by a
/// request of which nobody heard.
fn all_arrived(here: &std::path::Path, there: &std::path::Path) -> bool {
    let arrived = sessions(there);
    sessions(here).iter().all(|(name, sent)| {
        let arrived = arrived.get(name).into_iter().flatten();
        let arrived: Vec<_> = arrived.filter(|events| events.len() > 1).collect();
        arrived.len() == 1 && has_all(&sent[0], arrived[0])
    })
}

pub fn everything_arrives_through_a_way_that_fails() {
    let (here, there) = folders("faults");
    let other = takes(&there);
    let way = Way::to(&other, |number, _| match mixed(number) % 20 {
        0 => Fate::Unheard,
        1 => Fate::Lost,
        2 => Fate::Answered(500),
        3 => Fate::Answered(429),
        4 => Fate::Answered(503),
        // A portal, or a proxy in between.
        5 => Fate::Answered(302),
        _ => Fate::Sent,
    });
    let gateway = gateway(&here, collection(), &way, |_| {});
    let names = names(8);
    report(&gateway, &names, 12);
    until("all arrive", || all_arrived(&here, &there));
    assert!(aside(&here).is_empty());
}

pub fn after_restarts_one_request_of_a_session_may_arrive_twice() {
    let (here, there) = folders("restarts");
    let other = takes(&there);
    let way = Way::open(&other);
    let first = gateway(&here, edge(), &way, |_| {});
    let names = names(6);
    report(&first, &names, 30);
    drop(first);
    let mut restarts = 0;
    until("all arrive", || {
        restarts += 1;
        let _forwards = gateway(&here, edge(), &way, |_| {});
        std::thread::sleep(std::time::Duration::from_millis(100 + mixed(restarts) % 400));
        sessions(&there).values().flatten().filter(|all| all.len() >= 32).count() == names.len()
            && sessions(&there)
                .values()
                .flatten()
                .all(|all| all.last().is_some_and(|event| event["eventType"] == "sessionEnd"))
    });
    let arrived = sessions(&there);
    for (name, sent) in sessions(&here) {
        assert_eq!(arrived[&name].len(), 1, "{name} is one session there");
        // Media Edge has whole seconds, and no settings of Analytics.
        let types = |events: &[Value]| -> Vec<Value> {
            events.iter().map(|event| json!([event["eventType"], event["playerTime"]])).collect()
        };
        assert_eq!(types(&arrived[&name][0]), types(&sent[0]), "a stop waits for responses");
    }
}

pub fn an_event_that_is_rejected_is_set_aside_and_the_session_goes_on() {
    let (here, there) = folders("rejected");
    let other = takes(&there);
    let way = Way::to(&other, |_, request| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        if body.contains("bufferStart") { Fate::Answered(400) } else { Fate::Sent }
    });
    let gateway = gateway(&here, collection(), &way, |_| {});
    let id = gateway.open("a");
    for (at, kind) in ["play", "bufferStart", "ping", "sessionEnd"].into_iter().enumerate() {
        assert_eq!(gateway.event(&id, kind, at as f64).status, 204);
    }
    until("the others arrive", || sessions(&there).get("a").is_some_and(|all| all[0].len() == 4));
    let aside = aside(&here);
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert_eq!(aside[0]["event"]["eventType"], "bufferStart");
    assert_eq!(aside[0]["session"], json!(id));
    assert_eq!(aside[0]["status"], 400);
    assert!(aside[0]["upstream"].is_string() && aside[0]["reason"].is_string());
}

pub fn a_session_whose_start_is_rejected_is_set_aside_and_no_other() {
    let (here, there) = folders("start-rejected");
    let other = takes(&there);
    let way = Way::to(&other, |_, request| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        if body.contains("\"bad\"") { Fate::Answered(400) } else { Fate::Sent }
    });
    let gateway = gateway(&here, collection(), &way, |_| {});
    let bad = gateway.open("bad");
    let good = gateway.open("good");
    for id in [&bad, &good] {
        assert_eq!(gateway.event(id, "play", 0.0).status, 204);
        assert_eq!(gateway.event(id, "sessionEnd", 1.0).status, 204);
    }
    until("the other arrives", || {
        sessions(&there).get("good").is_some_and(|all| all[0].len() == 3) && aside(&here).len() == 3
    });
    assert!(aside(&here).iter().all(|aside| aside["session"] == json!(bad)));
    assert!(!sessions(&there).contains_key("bad"));
}

pub fn a_session_that_the_other_collector_has_lost_goes_on_in_another() {
    let (here, there) = folders("lost");
    let fresh = folder("collector-forward-lost-fresh");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, collection(), &way, |_| {});
    let id = gateway.open("a");
    assert_eq!(gateway.event(&id, "play", 0.0).status, 204);
    until("it is open", || sessions(&there).get("a").is_some_and(|all| all[0].len() == 2));
    let another = takes(&fresh);
    way.lead_to(&another);
    assert_eq!(gateway.event(&id, "ping", 10.0).status, 204);
    assert_eq!(gateway.event(&id, "sessionEnd", 20.0).status, 204);
    until("it goes on", || {
        let all = sessions(&fresh);
        let last = all.get("a").and_then(|all| all[0].last().cloned());
        last.is_some_and(|last| last["eventType"] == "sessionEnd")
    });
    let arrived = &sessions(&fresh)["a"][0];
    assert_eq!(arrived[0]["params"]["media.resume"], true);
    let kinds: Vec<_> = arrived.iter().map(|event| event["eventType"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["sessionStart", "play", "ping", "sessionEnd"], "in the same state");
    assert!(aside(&here).is_empty());
}

pub fn one_session_that_is_never_taken_holds_up_no_other() {
    let (here, there) = folders("one-of-many");
    let other = takes(&there);
    let way = Way::to(&other, |_, request| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        if body.contains("\"disliked\"") { Fate::Answered(500) } else { Fate::Sent }
    });
    let gateway = gateway(&here, collection(), &way, |_| {});
    let id = gateway.open("disliked");
    assert_eq!(gateway.event(&id, "play", 0.0).status, 204);
    report(&gateway, &names(4), 5);
    until("the others arrive", || {
        sessions(&there).values().flatten().filter(|all| all.len() == 7).count() == 4
    });
    assert!(aside(&here).is_empty(), "it is still tried");
}

pub fn an_outage_costs_nothing_and_the_collector_goes_on() {
    let (here, there) = folders("outage");
    let other = takes(&there);
    let is_down = Arc::new(AtomicBool::new(true));
    let down = Arc::clone(&is_down);
    let requests = Arc::new(Mutex::new(BTreeMap::<String, u32>::new()));
    let counted = Arc::clone(&requests);
    let way = Way::to(&other, move |_, request| {
        *counted.lock().unwrap().entry(request.uri().path().to_owned()).or_default() += 1;
        if down.load(Ordering::SeqCst) { Fate::Lost } else { Fate::Sent }
    });
    let small = |options: &mut media_collection_collector::Options| {
        options.segments.bytes = 20_000;
        options.segments.keep_bytes = Some(1);
        options.segments.keep_for = Some(std::time::Duration::from_millis(1));
    };
    let collector = gateway(&here, collection(), &way, small);
    let names = names(40);
    report(&collector, &names, 10);
    let sent = |data: &std::path::Path| {
        let files = std::fs::read_dir(data).unwrap();
        files
            .filter(|file| {
                file.as_ref().unwrap().path().extension().is_some_and(|kind| kind == "gz")
            })
            .count()
    };
    let is_kept = || !crate::here::HAS_FOLDER || sent(&here) >= 3;
    until("segments are closed", is_kept);
    // It still waits after a restart.
    drop(collector);
    let _collector = gateway(&here, collection(), &way, small);
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(is_kept(), "what is not forwarded is kept");
    is_down.store(false, Ordering::SeqCst);
    until("all arrive", || {
        sessions(&there).values().flatten().filter(|all| all.len() == 12).count() == names.len()
    });
    let arrived = sessions(&there);
    for name in names {
        let playheads = arrived[&name][0][1..11]
            .iter()
            .map(|event| event["playerTime"]["playhead"].as_f64().expect("a number"));
        assert!(playheads.eq((0..10).map(f64::from)), "{name} in order");
    }
}

pub fn figures_say_what_waits_and_for_how_long() {
    let (here, there) = folders("figures");
    let other = takes(&there);
    let works = Arc::new(AtomicBool::new(true));
    let is_up = Arc::clone(&works);
    let way = Way::to(&other, move |_, request| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        match is_up.load(Ordering::SeqCst) {
            false => Fate::Lost,
            true if body.contains("bufferStart") => Fate::Answered(400),
            true => Fate::Sent,
        }
    });
    let gateway = gateway(&here, collection(), &way, |_| {});
    let figure = |name: &str, labels: &[(&str, &str)]| {
        value(&metrics(&gateway), &format!("forward_{name}"), labels)
    };
    let waiting = || ["waiting_lines", "lag_seconds", "up"].map(|name| figure(name, &[]));
    assert_eq!((waiting(), figure("set_aside_total", &[])), ([0.0, 0.0, 1.0], 0.0));
    let id = gateway.open("counted");
    assert_eq!(gateway.event(&id, "bufferStart", 0.0).status, 204);
    assert_eq!(gateway.event(&id, "ping", 1.0).status, 204);
    until("nothing waits", || figure("set_aside_total", &[]) == 1.0 && waiting()[0] == 0.0);
    assert_eq!(figure("requests_total", &[("status", "201")]), 1.0);
    assert_eq!(figure("requests_total", &[("status", "400")]), 1.0);

    works.store(false, Ordering::SeqCst);
    for second in 2..6 {
        assert_eq!(gateway.event(&id, "ping", f64::from(second)).status, 204);
    }
    let names = names(20);
    report(&gateway, &names, 1);
    until("the oldest event waits longer and longer", || waiting()[1] >= 2.0);
    until("the other collector is found out to take nothing", || waiting()[2] == 0.0);
    until("everything waits", || {
        waiting()[0] >= 64.0 && figure("waiting_bytes", &[]) > 64.0 * 100.0
    });
    until("each worker has tried", || figure("requests_total", &[("status", "none")]) >= 16.0);

    works.store(true, Ordering::SeqCst);
    until("nothing waits", || waiting() == [0.0, 0.0, 1.0]);
    assert_eq!(figure("requests_total", &[("status", "201")]), 21.0);
}
