//! Forwarding goes on with whoever owns a partition.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use media_collection_collector::media_collection::Collector;
use media_collection_collector::{Forward, Sender};

use crate::faults::Process;
use crate::faults::load::{Load, Sent};
use crate::forward::{Fate, Way, collection, edge, sessions, takes, until};
use crate::here::Here;
use crate::servers::{Servers, program};
use crate::support::folder;
use crate::support::random::Random;

/// The options of a process that forwards: `collection ADDRESS`, or `edge ADDRESS`. Some requests fail.
pub fn forward(to: &str) -> Forward {
    let (api, address) = to.split_once(' ').unwrap();
    let to: Collector = if api == "edge" { edge() } else { collection() };
    let way = Way::at(address, |number, _| match number % 23 {
        5 => Fate::Unheard,
        11 => Fate::Answered(503),
        17 => Fate::Lost,
        _ => Fate::Sent,
    });
    Forward::new(to, way as Arc<dyn Sender>)
}

/// The playheads of the sessions that arrived, by their names: of each event the first time.
fn arrived(there: &Path) -> BTreeMap<String, Vec<Vec<f64>>> {
    let first = |events: Vec<serde_json::Value>| {
        let mut playheads = Vec::new();
        for event in events {
            let playhead = event["playerTime"]["playhead"].as_f64().unwrap();
            if !playheads.contains(&playhead) {
                playheads.push(playhead);
            }
        }
        playheads
    };
    let all = sessions(there).into_iter();
    all.map(|(name, all)| (name, all.into_iter().map(first).collect())).collect()
}

/// Whether what was acknowledged of a session is in one that arrived, in its order.
fn is_there(sent: &Sent, arrived: &BTreeMap<String, Vec<Vec<f64>>>, is_edge: bool) -> bool {
    let mut of = arrived.get(&sent.name).into_iter().flatten();
    // Media Edge has whole seconds, and several sessions of one that is too large for a request.
    let is_rounded = of.clone().any(|there| is_edge && sent.id.is_none() && !there.is_empty());
    sent.acknowledged.is_empty()
        || is_rounded
        || of.any(|there| {
            let mut there = there.iter();
            sent.acknowledged.iter().all(|playhead| there.any(|one| one == playhead))
        })
}

fn survive(api: &str) {
    let there = folder(&format!("forward-kills-{api}"));
    let other = takes(&there);
    let name = format!("kills-{api}");
    let servers = Servers::start(&name, 1, "");
    let (urls, to) = (servers.urls(), format!("{api} {}", other.address));
    let begin = || Process::with(&urls, &name, &[("TEST_NATS_FORWARD", &to)]);
    let collectors: Vec<_> = (0..2).map(|_| Mutex::new(begin())).collect();
    let lock = |at: usize| collectors[at].lock().unwrap_or_else(PoisonError::into_inner);
    let (load, stop) = (Load::default(), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for client in 0..4 {
            let (load, stop) = (&load, &stop);
            scope.spawn(move || load.run(client, stop, |at: usize| lock(at % 2).address()));
        }
        let mut random = Random::new();
        for _ in 0..6 {
            std::thread::sleep(Duration::from_millis(500 + random.below(3_000)));
            let at = usize::try_from(random.below(2)).unwrap();
            lock(at).kill();
            std::thread::sleep(Duration::from_millis(random.below(2_000)));
            let process = begin();
            *lock(at) = process;
        }
        std::thread::sleep(Duration::from_secs(2));
        stop.store(true, Ordering::Relaxed);
    });
    let sent = load.sent();
    let begun = Instant::now();
    until("everything arrives", || {
        let arrived = arrived(&there);
        let missing: Vec<_> =
            sent.iter().filter(|sent| !is_there(sent, &arrived, api == "edge")).collect();
        if begun.elapsed() > Duration::from_secs(110) {
            let names = missing.iter().map(|sent| &sent.name).collect::<Vec<_>>();
            println!("{api}: {names:?} of {} are missing", sent.len());
        }
        missing.is_empty()
    });
    let count: usize = sent.iter().map(|sent| sent.acknowledged.len()).sum();
    let events: usize = sessions(&there).values().flatten().map(Vec::len).sum();
    println!("{api}: {} sessions, {count} events; {events} arrived", sent.len());
    assert!(count > 100);
    // One for each kill and session that was under way, and for each request of which nobody heard.
    assert!(events < 2 * count, "{events} of {count}");
}

#[test]
fn what_is_acknowledged_arrives_while_owners_are_killed() {
    if program().is_some() {
        let all: [(&str, fn()); 2] =
            [("collection", || survive("collection")), ("edge", || survive("edge"))];
        crate::support::scenarios::run(&all);
    }
}

/// A collector that stops or joins gives partitions away when it knows what came of its requests: nothing
/// arrives twice.
#[test]
fn nothing_arrives_twice_when_partitions_are_given_away() {
    if program().is_none() {
        return;
    }
    let there = folder("forward-moves-there");
    let other = takes(&there);
    let servers = Servers::start("forward-moves", 1, "");
    let open = || {
        Here::on(&servers.urls(), "moves", |options| {
            options.forward = Some(Forward::new(collection(), Way::open(&other)));
        })
    };
    let mut here = open();
    let ids: Vec<_> = (0..12).map(|at| here.open(&format!("session {at}"))).collect();
    let mut playhead = 0.0;
    let mut report = |here: &Here| {
        for _ in 0..5 {
            playhead += 1.0;
            for id in &ids {
                assert_eq!(here.event(id, "ping", playhead).status, 204);
            }
        }
    };
    for _ in 0..2 {
        report(&here);
        let joins = open();
        report(&joins);
        std::thread::sleep(Duration::from_secs(1));
        report(&here);
        drop(here);
        here = joins;
    }
    report(&here);
    until("everything arrives", || {
        let all = sessions(&there);
        all.len() == 12 && all.values().all(|all| all[0].len() >= 36)
    });
    for (name, all) in sessions(&there) {
        let playheads = all[0].iter().map(|event| event["playerTime"]["playhead"].as_f64());
        assert!(all.len() == 1 && playheads.eq((0..36).map(|at| Some(f64::from(at)))), "{name}");
    }
}
