//! Bodies that are not needed, and bodies that take the room of others.

use std::io::{Read as _, Write as _};
use std::net::Shutdown;
use std::thread::sleep;
use std::time::Duration;

use crate::here::Here;
use crate::support::client::Response;
use crate::support::{event, start};

/// The response to a request is made before its body has arrived. The client sends all of it, and then
/// reads.
#[test]
fn a_response_arrives_also_when_the_body_is_not_needed() {
    let collector = Here::start();
    let body = vec![b' '; 6 * 1024 * 1024];
    for (line, headers, expected) in [
        ("POST /api/v1/sessions", "Content-Encoding: br\r\n", 415),
        ("POST /api/v1/nothing", "", 404),
        ("PUT /api/v1/sessions", "", 405),
        ("POST /page/nothing", "", 404),
        ("POST /api/v1/sessions", "Host: another\r\n", 400),
        ("POST /ee/va/v1/play", "Content-Encoding: br\r\n", 415),
        ("POST /ee/va/v1/play", "", 413),
    ] {
        let length = body.len();
        let head =
            format!("{line} HTTP/1.1\r\nHost: c\r\n{headers}Content-Length: {length}\r\n\r\n");
        for _ in 0..8 {
            let mut stream = collector.connect();
            stream.write_all(head.as_bytes()).unwrap();
            // The response is there, and more is sent nevertheless.
            sleep(Duration::from_millis(20));
            stream.write_all(&body).unwrap_or_else(|error| panic!("{line}: {error}"));
            let _ = stream.shutdown(Shutdown::Write);
            let mut text = Vec::new();
            stream.read_to_end(&mut text).unwrap_or_else(|error| panic!("{line}: {error}"));
            let response = Response::parse(&text).unwrap_or_else(|| panic!("{line}: no response"));
            assert_eq!(response.status, expected, "{line}");
        }
    }
}

#[test]
fn bodies_that_stop_make_room_for_others() {
    let collector = Here::start();
    let id = collector.open("others");
    let large = vec![b' '; 8 * 1024 * 1024];
    let mut stopped: Vec<_> = (0..40)
        .map(|_| {
            let mut stream = collector.connect();
            let length = large.len();
            let head = format!(
                "POST /api/v1/downloaded HTTP/1.1\r\nHost: c\r\nContent-Length: {length}\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).unwrap();
            // A byte is missing. Those for which there is no room get their response before.
            let _ = stream.write_all(&large[1..]);
            stream
        })
        .collect();
    // A small body needs no room.
    assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
    sleep(Duration::from_millis(1_300));
    let mut batch = vec![start("large")];
    batch.extend((1..100_000).map(|second| event("ping", f64::from(second))));
    let batch = format!("[{}]", batch.join(","));
    assert!(batch.len() > 6_000_000);
    for _ in 0..8 {
        let response = collector.post("/api/v1/downloaded", &batch);
        assert_eq!(response.status, 201, "{response:?}");
    }
    // Those that made room hear why, and when to try again.
    let mut text = Vec::new();
    let _ = stopped[0].read_to_end(&mut text);
    let response = Response::parse(&text).expect("a response");
    assert_eq!((response.status, response.header("Retry-After")), (503, Some("1")));
}
