//! Connections: their number, and how long they may do nothing.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread::sleep;
use std::time::Duration;

use super::{ask, from, post, upload};
use crate::here::Here;
use crate::support::{event, start};

/// What a client that never sends a whole request sends.
const NOTHING: [&str; 4] = [
    "",
    "POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nX-",
    "POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nContent-Length: 100\r\n\r\n{",
    "POST /ee/va/v1/play HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
];

fn few(most: usize) -> Here {
    Here::with(|options| options.connections.open = most)
}

#[test]
fn clients_that_send_nothing_make_room() {
    let collector = few(16);
    for begun in NOTHING {
        let silent: Vec<_> = (0..64)
            .map(|_| {
                let mut stream = collector.connect();
                let _ = stream.write_all(begun.as_bytes());
                stream
            })
            .collect();
        // With a limit that is never reached these would wait 30 s, longer than the client does.
        let id = collector.open("served");
        assert_eq!(collector.event(&id, "ping", 1.0).status, 204, "{begun:?}");
        drop(silent);
    }
}

#[test]
fn a_client_that_sends_requests_keeps_its_connection() {
    let collector = few(8);
    let id = collector.open("kept");
    let path = format!("/api/v1/sessions/{id}/events");
    let mut kept = collector.connect();
    for second in 1..20 {
        let ping = post(&path, &event("ping", f64::from(second)));
        let response = ask(&mut kept, &ping).expect("its connection stays open");
        assert_eq!(response.status, 204);
        let _silent: Vec<_> = (0..12).map(|_| collector.connect()).collect();
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn an_address_that_has_too_many_connections_closes_its_own() {
    let collector = Here::with(|options| options.connections.open_by_address = 4);
    let mut idle = collector.connect();
    assert_eq!(ask(&mut idle, &post("/api/v1/sessions", &start("idle"))).unwrap().status, 201);
    // So long that it may be closed, if there were too many in all.
    sleep(Duration::from_millis(2_100));
    let mut others: Vec<_> = (0..64)
        .map(|_| {
            sleep(Duration::from_millis(10));
            from(2, &collector)
        })
        .collect();
    assert_eq!(ask(&mut idle, &post("/api/v1/sessions", &start("idle"))).unwrap().status, 201);
    sleep(Duration::from_millis(200));
    let mut open = 0;
    for other in &mut others {
        other.set_read_timeout(Some(Duration::from_millis(10))).unwrap();
        // A connection that is open has nothing to read.
        open += usize::from(other.read(&mut [0]).is_err_and(|error| {
            matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
        }));
    }
    assert!((1..=4).contains(&open), "{open} are open");
}

/// Asks for a large file, and reads none of it.
fn asks_without_reading(collector: &Here, id: &str) -> TcpStream {
    let mut stream = collector.connect();
    let request =
        format!("GET /page/session/{id}/session.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
    for _ in 0..8 {
        let _ = stream.write_all(request.as_bytes());
    }
    stream
}

#[test]
fn a_client_that_does_not_read_is_dropped() {
    let collector =
        Here::with(|options| options.connections.response_timeout = Duration::from_millis(300));
    let id = upload(&collector, 60_000);
    let mut stream = asks_without_reading(&collector, &id);
    sleep(Duration::from_secs(3));
    let mut read = Vec::new();
    // It is what the kernel had taken; then the connection is closed.
    let _ = stream.read_to_end(&mut read);
    let whole = collector.get(&format!("/page/session/{id}/session.json")).body.len();
    assert!(read.len() < 8 * whole, "{} of {whole} bytes", read.len());
}

#[test]
fn clients_that_do_not_read_make_room() {
    let collector = few(16);
    let id = upload(&collector, 60_000);
    let hostile: Vec<_> = (0..16).map(|_| asks_without_reading(&collector, &id)).collect();
    sleep(Duration::from_millis(2_500));
    for number in 0..16 {
        collector.open(&format!("number {number}"));
    }
    drop(hostile);
}

/// It reads slowly, but it reads.
#[test]
fn a_client_that_reads_slowly_gets_everything() {
    let collector =
        Here::with(|options| options.connections.response_timeout = Duration::from_millis(400));
    let id = upload(&collector, 60_000);
    let path = format!("/page/session/{id}/session.json");
    let whole = collector.get(&path).body.len();
    let mut stream = collector.connect();
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let (mut read, mut part) = (0, vec![0; 512 * 1024]);
    loop {
        sleep(Duration::from_millis(100));
        match stream.read(&mut part).expect("it is not dropped") {
            0 => break,
            bytes => read += bytes,
        }
    }
    assert!(read > whole, "{read} of {whole} bytes");
}
