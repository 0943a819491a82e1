//! Demanding clients: others do not wait for them, and they are served in the order of their requests.

use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use media_collection_collector::{Collector, Options};
use serde_json::json;
use tokio::sync::oneshot;

use super::{ask, post};
use crate::here::Here;
use crate::support::client::Client;
use crate::support::{event, start};

/// Serves on a runtime with a single thread, which belongs to whoever embeds the collector.
fn on_one_thread(test: impl FnOnce(&Client)) {
    let collector = Collector::open(Options::default()).expect("it opens");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let client = Client { address: listener.local_addr().expect("an address").to_string() };
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let stopped = async { drop(stopped.await) };
        runtime.expect("a runtime").block_on(collector.serve(listener, stopped))
    });
    test(&client);
    drop(stop);
    serving.join().expect("it does not panic").expect("it serves");
}

/// Requests that take long, for this session.
fn long_requests(id: &str) -> [(&'static str, String); 4] {
    let events = format!("/api/v1/sessions/{id}/events");
    let of = |kind: &str, params: serde_json::Value| {
        let time = json!({"playhead": 1, "ts": 1_700_000_001_000_u64});
        let body = json!({"eventType": kind, "playerTime": time, "params": params});
        post(&events, &body.to_string())
    };
    let states: Vec<_> =
        (0..40_000).map(|state| json!({"media.state.name": format!("n{state}")})).collect();
    let pings: Vec<_> = (1..20_000).map(|second| event("ping", f64::from(second))).collect();
    let batch = format!("[{},{}]", start("long"), pings.join(","));
    let wrong = format!("[{}{{}}]", "{},".repeat(50_000));
    [
        ("an update of many states", of("statesUpdate", json!({"statesStart": states}))),
        ("a long name", of("stateStart", json!({"media.state.name": "n".repeat(6 << 20)}))),
        ("a long session", post("/api/v1/downloaded", &batch)),
        ("many violations", post("/api/v1/downloaded", &wrong)),
    ]
}

#[test]
fn nobody_waits_for_requests_that_take_long() {
    on_one_thread(|collector| {
        let (id, other) = (collector.open("others"), collector.open("demanding"));
        let events = format!("/api/v1/sessions/{id}/events");
        for (what, request) in long_requests(&other) {
            let (stop, answered) = (AtomicBool::new(false), AtomicUsize::new(0));
            thread::scope(|scope| {
                scope.spawn(|| {
                    let mut stream = collector.connect();
                    while !stop.load(Ordering::Relaxed) {
                        stream.write_all(request.as_bytes()).expect("it is read");
                        read_response(&mut BufReader::new(&mut stream));
                        answered.fetch_add(1, Ordering::Relaxed);
                    }
                });
                while answered.load(Ordering::Relaxed) == 0 {
                    thread::yield_now();
                }
                let before = answered.load(Ordering::Relaxed);
                let mut stream = collector.connect();
                for second in 1..=30 {
                    let ping = post(&events, &event("ping", f64::from(second)));
                    assert_eq!(ask(&mut stream, &ping).expect("a response").status, 204);
                }
                let meanwhile = answered.load(Ordering::Relaxed) - before;
                stop.store(true, Ordering::Relaxed);
                assert!(meanwhile < 15, "{what}: 30 pings waited for {meanwhile} of them");
            });
        }
    });
}

/// Reads a response with its body, and returns its status.
fn read_response(from: &mut impl std::io::BufRead) -> u16 {
    let (mut status, mut length) = (0, 0);
    let mut line = String::new();
    while from.read_line(&mut line).expect("a response") > 2 {
        if let Some(text) = line.strip_prefix("HTTP/1.1 ") {
            status = text[..3].parse().expect("a status");
        }
        if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = text.trim().parse().expect("a length");
        }
        line.clear();
    }
    std::io::copy(&mut from.take(length), &mut std::io::sink()).expect("a body");
    status
}

/// A connection goes aside and comes back, and each of its requests is answered in its turn.
#[test]
fn a_connection_that_goes_aside_comes_back() {
    let collector = Here::start();
    let id = collector.open("to and fro");
    let path = format!("/api/v1/sessions/{id}/events");
    let mut stream = collector.connect();
    let mut second = 0;
    let mut pings = |count: usize| {
        let ping = |second: &mut f64| {
            *second += 1.0;
            post(&path, &event("ping", *second))
        };
        let mut at = f64::from(second);
        second += u32::try_from(count).expect("few");
        (0..count).map(|_| ping(&mut at)).collect::<String>()
    };
    for _ in 0..3 {
        // More than it waits for, and it reads later.
        let many = pings(2_000);
        let mut reading = stream.try_clone().expect("a socket");
        let reader = thread::spawn(move || {
            let mut lines = BufReader::new(&mut reading);
            (0..2_000).map(|_| read_response(&mut lines)).filter(|status| *status == 204).count()
        });
        stream.write_all(many.as_bytes()).expect("it is read");
        assert_eq!(reader.join().expect("it reads"), 2_000);
        // Then it behaves.
        for _ in 0..20 {
            let one = pings(1);
            assert_eq!(ask(&mut stream, &one).expect("a response").status, 204);
        }
        let wrong = post("/api/v1/downloaded", &format!("[{}{{}}]", "{},".repeat(30_000)));
        stream.write_all(wrong.as_bytes()).expect("it is read");
        assert_eq!(read_response(&mut BufReader::new(&mut stream)), 400);
        stream
            .write_all(b"GET /page/overview HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .expect("it is read");
        assert_eq!(read_response(&mut BufReader::new(&mut stream)), 200);
    }
    let session = collector.get(&format!("/page/session/{id}")).json();
    assert_eq!(session["summary"]["received"], 6_061);
    let shown = session["events"].as_array().expect("events");
    assert!(shown.windows(2).all(|pair| pair[0]["index"].as_u64() < pair[1]["index"].as_u64()));
}

/// It is stopped while clients are aside, and everything that was acknowledged is there.
#[test]
fn it_stops_with_clients_aside() {
    on_one_thread(|collector| {
        let id = collector.open("stops");
        let mut stream = collector.connect();
        let ping = post(&format!("/api/v1/sessions/{id}/events"), &event("ping", 1.0));
        stream.write_all(ping.repeat(5_000).as_bytes()).expect("it is read");
        // Of the responses it reads one.
        assert_eq!(ask(&mut stream, "").expect("a response").status, 204);
    });
}

/// What is found in a session with very large events, is found when somebody looks.
#[test]
fn a_session_with_large_events_is_judged() {
    let collector = Here::start();
    let id = collector.open("large");
    let [(_, update), ..] = long_requests(&id);
    assert_eq!(collector.event(&id, "play", 0.0).status, 204);
    let mut stream = collector.connect();
    for _ in 0..2 {
        stream.write_all(update.as_bytes()).expect("it is read");
        assert_eq!(read_response(&mut BufReader::new(&mut stream)), 204);
        assert_eq!(collector.event(&id, "adComplete", 11.0).status, 204);
        let shown = collector.get(&format!("/page/session/{id}")).json();
        let found = shown["findings"].to_string();
        assert!(found.contains("ad-in-ad-break"), "{found}");
        assert!(shown["report"].is_object());
    }
    let file = collector.get(&format!("/page/session/{id}/events.json")).json();
    assert_eq!(file.as_array().map(Vec::len), Some(6));
}
