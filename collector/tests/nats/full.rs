//! Servers whose disk has no room.

use serde_json::Value;

use crate::forward::until;
use crate::here::Here;
use crate::servers::{Servers, program};
use crate::streams;
use crate::support::{event, start};

fn session(name: &str) -> String {
    let pings = (1..4_000).map(|at| event("ping", f64::from(at) / 1_000.0));
    let events = std::iter::once(start(name)).chain(pings).collect::<Vec<_>>();
    format!("[{}]", events.join(","))
}

#[test]
fn a_server_without_room_is_503_and_with_room_it_goes_on() {
    if program().is_none() {
        return;
    }
    let mut servers = Servers::start("no-room", 1, "");
    servers.nodes[0].kill();
    servers.nodes[0].store_at_most("3M");
    servers.nodes[0].start();
    servers.wait();
    let here = Here::on(&servers.urls(), "room", |_| {});
    let id = here.open("online");
    let (mut whole, mut pings) = (Vec::new(), 0);
    let refused = loop {
        assert!(whole.len() < 40, "it is never full");
        let name = format!("whole {}", whole.len());
        let response = here.post("/api/v1/downloaded", session(&name));
        if response.status != 201 {
            break response;
        }
        whole.push(name);
        pings += 1;
        let response = here.event(&id, "ping", f64::from(pings));
        if response.status != 204 {
            pings -= 1;
            break response;
        }
    };
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.header("Retry-After").is_some(), "{refused:?}");
    assert!(whole.len() > 2, "{whole:?}");
    servers.nodes[0].kill();
    servers.nodes[0].store_at_most("100G");
    servers.nodes[0].start();
    servers.wait();
    until("it goes on", || here.event(&id, "ping", 1_000.0).status == 204);
    let streams: Vec<_> = (0..6).map(|at| format!("room-events-{at}")).collect();
    let lines = streams::lines(&servers.urls(), &streams);
    for name in whole {
        let name = format!("\"{name}\"");
        assert_eq!(lines.iter().filter(|line| line.contains(&name)).count(), 1, "{name}");
    }
    let read = lines.iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let online: Vec<_> = read.filter(|line| line["session"] == *id).collect();
    for playhead in 1..=pings {
        let is_it = |line: &Value| line["event"]["playerTime"]["playhead"] == f64::from(playhead);
        assert!(online.iter().any(is_it), "{playhead}: {online:?}");
    }
    assert_eq!(here.post("/api/v1/downloaded", session("one more")).status, 201);
}
