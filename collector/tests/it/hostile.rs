//! Malformed and hostile requests.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use crate::CORS;
use crate::here::Here;
use crate::support::client::Response;
use crate::support::{event, start};

/// A session that must not be disturbed by other requests.
struct Target {
    collector: Here,
    id: String,
    /// The path of its events.
    events: String,
}

impl Target {
    fn check(&self, what: &str, expected: u16, response: Option<Response>) -> Response {
        let response = response.unwrap_or_else(|| panic!("{what}: no response"));
        assert_eq!(response.status, expected, "{what}: {response:?}");
        for (name, value) in CORS {
            assert_eq!(response.header(name), Some(value), "{what}");
        }
        assert_eq!(self.collector.event(&self.id, "ping", 1.0).status, 204, "after {what}");
        response
    }
}

#[test]
fn hostile_input_gets_its_status_and_the_server_lives_on() {
    let collector = Here::with(|options| options.body_timeout = Duration::from_millis(500));
    let id = collector.open("target");
    let events = format!("/api/v1/sessions/{id}/events");
    let target = Target { collector, id, events };
    bodies_that_do_not_arrive(&target);
    too_much(&target);
    bodies_that_are_not_events(&target);
    methods_and_paths(&target);

    // The page shows the rejected requests, truncated.
    let overview = target.collector.get("/page/overview");
    let rejected = overview.json()["refused"]["list"].as_array().unwrap().clone();
    assert!(rejected.len() > 20);
    assert!(overview.body.len() < 1_000_000, "{}", overview.body.len());
}

fn bodies_that_do_not_arrive(target: &Target) {
    let Target { collector, id, events } = target;
    let head = |rest: &str| format!("POST {events} HTTP/1.1\r\nHost: c\r\n{rest}");
    target.check("a slow body", 408, {
        let mut stream = collector.connect();
        stream.write_all(head("Content-Length: 100\r\n\r\n{").as_bytes()).unwrap();
        let begun = Instant::now();
        let response = Response::read(stream).expect("an orderly end");
        assert!(begun.elapsed() < Duration::from_secs(5));
        response
    });
    target.check("a large body that arrives slowly", 400, {
        let mut stream = collector.connect();
        let len = 8 * 0x1_0000;
        let head = head(&format!("Content-Length: {len}\r\nConnection: close\r\n\r\n"));
        stream.write_all(head.as_bytes()).unwrap();
        for _ in 0..8 {
            std::thread::sleep(Duration::from_millis(150));
            stream.write_all(&[b' '; 0x1_0000]).unwrap();
        }
        Response::read(stream).expect("an orderly end")
    });
    target.check("a large body that stops", 408, {
        let mut stream = collector.connect();
        stream.write_all(head("Content-Length: 8000000\r\n\r\n").as_bytes()).unwrap();
        stream.write_all(&vec![b' '; 7_000_000]).unwrap();
        let begun = Instant::now();
        let response = Response::read(stream).expect("an orderly end");
        assert!(begun.elapsed() < Duration::from_secs(30), "not what it has earned: minutes");
        response
    });
    let truncated = head("Content-Length: 100\r\n\r\n{\"eventType\"");
    if let Some(response) = collector.raw(truncated.as_bytes()) {
        // The client may be gone; if it is not, it gets a response that the request is invalid.
        assert_eq!(response.status, 400);
    }
    for chunks in ["zz\r\n{}\r\n0\r\n\r\n", "5\r\n{}\r\n", "-1\r\n\r\n", "fffffffffffffffff\r\n{}"]
    {
        let request = head(&format!("Transfer-Encoding: chunked\r\n\r\n{chunks}"));
        if let Some(response) = collector.raw(request.as_bytes()) {
            assert_eq!(response.status, 400, "{chunks:?}");
        }
    }
    target.check("nothing after that", 204, Some(collector.event(id, "ping", 2.0)));
    let garbage: &[&[u8]] =
        &[b"\0\0\0\0\r\n\r\n", b"POST\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", &[0xff; 4096], b""];
    for bytes in garbage {
        if let Some(response) = collector.raw(bytes) {
            assert_eq!(response.status, 400, "{bytes:?}");
        }
    }
}

fn too_much(target: &Target) {
    let Target { collector, events, .. } = target;
    let large = vec![b' '; 8 * 1024 * 1024 + 1];
    target.check("one byte too many", 413, Some(collector.post("/api/v1/downloaded", &large)));
    let mut chunked =
        b"POST /api/v1/downloaded HTTP/1.1\r\nHost: c\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
            .to_vec();
    for _ in 0..9 {
        chunked.extend(b"100000\r\n");
        chunked.extend(&large[..0x10_0000]);
        chunked.extend(b"\r\n");
    }
    chunked.extend(b"0\r\n\r\n");
    target.check("too many chunks", 413, collector.raw(&chunked));
    let expecting = "POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nConnection: close\r\n\
                     Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n";
    target.check("too much, asked first", 413, collector.raw(expecting.as_bytes()));
    let deep = "[".repeat(100_000);
    target.check("deep arrays", 400, Some(collector.post("/api/v1/downloaded", &deep)));
    let deep = format!("{}{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    target.check("deep objects", 400, Some(collector.post(events, &deep)));
    let mut unknown = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}"#.to_owned();
    for number in 0..10_000 {
        write!(unknown, ",\"key{number}\":{number}").unwrap();
    }
    let response =
        target.check("many unknown keys", 400, Some(collector.post(events, unknown + "}")));
    assert_eq!(response.json()["violations"].as_array().unwrap().len(), 1_000);
    assert!(response.json()["message"].as_str().unwrap().contains("first 1000"), "{response:?}");
}

fn bodies_that_are_not_events(target: &Target) {
    let Target { collector, events, .. } = target;
    for (what, body) in [
        ("an empty body", &b""[..]),
        ("no JSON", b"hello"),
        ("no UTF-8", b"{\"eventType\":\"\xff\"}"),
        ("a null", b"null"),
        ("an unknown type", br#"{"eventType":"applause","playerTime":{"playhead":1,"ts":1}}"#),
    ] {
        let response = target.check(what, 400, Some(collector.post(events, body)));
        assert!(!response.json()["violations"].as_array().unwrap().is_empty(), "{what}");
    }
    target.check("an empty batch", 400, Some(collector.post("/api/v1/downloaded", "[]")));
    target.check("a start as an event", 400, Some(collector.post(events, start("again"))));
    target.check(
        "an event as a start",
        400,
        Some(collector.post("/api/v1/sessions", event("play", 0.0))),
    );
}

fn methods_and_paths(target: &Target) {
    let Target { collector, events, .. } = target;
    for (method, path, expected, allow) in [
        ("GET", "/api/v1/sessions", 405, Some("POST, OPTIONS")),
        ("PUT", events.as_str(), 405, Some("POST, OPTIONS")),
        ("DELETE", "/x/api/v1/downloaded", 405, Some("POST, OPTIONS")),
        ("POST", "/api/v1/schemas/play", 405, Some("GET, HEAD, OPTIONS")),
        ("POST", "/api/v1/sessions/../events", 404, None),
        ("POST", "/api/v1/sessions/%2e%2e/events", 404, None),
        ("POST", "/api/v1/sessions/..%2f..%2fetc%2fpasswd/events", 404, None),
        ("POST", "/api/v1/sessions/a%0d%0aX-Evil:%201/events", 404, None),
        ("POST", "/api/v1/sessions/%00/events", 404, None),
        ("POST", "/api/v1/sessions//events", 404, None),
        ("POST", "/api/v1/session", 404, None),
        ("GET", "/page/nothing", 404, None),
    ] {
        let response = collector.send(method, path, "", event("ping", 3.0).as_bytes());
        let response = target.check(path, expected, Some(response));
        assert_eq!(response.header("Allow"), allow, "{method} {path}");
        assert_eq!(response.header("X-Evil"), None);
        assert!(response.json()["message"].is_string());
    }
    let long = format!("/api/v1/sessions/{}/events", "x".repeat(2_000));
    target.check("a long id", 404, Some(collector.post(&long, event("ping", 3.0))));
}
