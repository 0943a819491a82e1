//! One address cannot push out the sessions of others.

use std::io::Write as _;
use std::net::Shutdown;

use media_collection::SessionId;

use super::{ask, from, post};
use crate::here::Here;
use crate::support::client::Response;
use crate::support::start;

fn open_from(last: u8, collector: &Here, count: usize) -> Vec<String> {
    let mut stream = from(last, collector);
    let request = post("/api/v1/sessions", &start("other"));
    let opened = (0..count).map(|_| ask(&mut stream, &request).expect("a response").session());
    let opened = opened.collect();
    let _ = stream.shutdown(Shutdown::Write);
    opened
}

fn edge_from(last: u8, collector: &Here, count: usize) {
    for _ in 0..count {
        let mut stream = from(last, collector);
        let body = crate::support::edge::body(&[crate::support::edge::start("other")]);
        let length = body.len();
        let path = format!("/ee/va/v1/sessionStart{}", crate::support::edge::QUERY);
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: c\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut stream, &mut text).unwrap();
        assert_eq!(Response::parse(&text).unwrap().status, 200);
    }
}

#[test]
fn an_address_with_most_sessions_closes_its_own() {
    let collector = Here::with(|options| options.limits.open = 100);
    let (ours, edge) = (collector.open("ours"), collector.open_edge("ours"));
    let theirs = open_from(2, &collector, 150);
    edge_from(3, &collector, 60);
    assert_eq!(collector.event(&ours, "ping", 1.0).status, 204);
    assert_eq!(collector.edge_event(&edge, "ping", 1).status, 204);
    assert_eq!(collector.event(&theirs[0], "ping", 1.0).status, 410);
    assert_eq!(collector.event(&theirs[149], "ping", 1.0).status, 204);
    assert_eq!(collector.get("/page/overview").json()["open"], 100);
}

#[test]
fn an_address_can_have_a_limit_of_its_own() {
    let collector = Here::with(|options| options.limits.open_by_address = 3);
    let ours = collector.open("ours");
    let theirs = open_from(2, &collector, 5);
    let status = |id: &String| collector.event(id, "ping", 1.0).status;
    assert_eq!(theirs.iter().map(status).collect::<Vec<_>>(), [410, 410, 204, 204, 204]);
    assert_eq!(status(&ours), 204);
    assert!(SessionId::new(ours).is_ok());
}
