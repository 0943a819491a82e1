//! A server that is cut off from the others, while all run: what it cannot store it does not acknowledge, and
//! nothing that was acknowledged is missing when the network is whole again.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::here::Here;
use crate::network::Network;
use crate::servers::{Servers, program};
use crate::streams;

#[test]
fn a_server_that_is_cut_off_acknowledges_nothing_that_is_lost() {
    if program().is_none() {
        return;
    }
    let network = Network::new();
    let servers = Servers::behind("cut-off", |port| network.lead_to(port));
    let urls = servers.urls();
    // Each collector knows one server.
    let open = |at: usize| Here::on_with(&urls[at..=at], 3, "cut-off");
    let collectors = [open(0), open(1), open(2)];
    let mut acknowledged: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let ids: Vec<_> = (0..12).map(|at| collectors[at % 3].open(&format!("session {at}"))).collect();
    for id in &ids {
        acknowledged.insert(id.clone(), vec![0.0]);
    }
    let mut playhead = 0.0;
    let mut refused = 0;
    let mut report = |refused: &mut u32| {
        playhead += 1.0;
        let answers: Vec<_> = std::thread::scope(|scope| {
            let send = |(at, id): (usize, &String)| {
                let here: &Here = &collectors[(at + playhead as usize) % 3];
                let id = id.clone();
                let status = move || (id.clone(), here.event(&id, "ping", playhead).status);
                scope.spawn(status)
            };
            let sent: Vec<_> = ids.iter().enumerate().map(send).collect();
            sent.into_iter().map(|one| one.join().unwrap()).collect()
        });
        for (id, status) in answers {
            assert!(status == 204 || status == 503, "an open session got {status}");
            if status == 204 {
                acknowledged.get_mut(&id).unwrap().push(playhead);
            } else {
                *refused += 1;
            }
        }
    };
    report(&mut refused);
    network.cut();
    let before = refused;
    let cut = Instant::now();
    while cut.elapsed() < Duration::from_secs(15) {
        report(&mut refused);
    }
    assert!(refused > before, "the one that is cut off cannot store anything");
    let before = refused;
    network.mend();
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let before = refused;
        report(&mut refused);
        if refused == before {
            break;
        }
        assert!(Instant::now() < until, "it does not go on");
    }
    compare(&urls, &acknowledged);
    println!("{before} requests got 503, {playhead} rounds");
}

/// What was acknowledged is stored, in its order.
fn compare(urls: &[String], acknowledged: &BTreeMap<String, Vec<f64>>) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let stored = stored(urls);
        let of = |id| stored.get(id).map_or(&[][..], Vec::as_slice);
        let missing = acknowledged.iter().find(|(id, acknowledged)| {
            let mut there = of(*id).iter();
            !acknowledged.iter().all(|playhead| there.any(|one| one == playhead))
        });
        let Some((id, acknowledged)) = missing else { return };
        // A server that was cut off gets what it has not by and by.
        assert!(Instant::now() < until, "{id}: {acknowledged:?} of {:?}", of(id));
        std::thread::sleep(Duration::from_millis(500));
    }
}

/// The playheads of each session, in the order of its stream.
fn stored(urls: &[String]) -> BTreeMap<String, Vec<f64>> {
    let streams: Vec<_> = (0..6).map(|at| format!("cut-off-events-{at}")).collect();
    let mut stored: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for line in streams::lines(urls, &streams) {
        let line: serde_json::Value = serde_json::from_str(&line).unwrap();
        let event = if line["start"].is_null() { &line["event"] } else { &line["start"] };
        if let Some(playhead) = event["playerTime"]["playhead"].as_f64() {
            stored.entry(line["session"].as_str().unwrap().to_owned()).or_default().push(playhead);
        }
    }
    stored
}
