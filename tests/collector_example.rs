//! The collector example over real HTTP: what the official SDKs send, what nobody should send,
//! and what happens when time passes or the process dies.

mod common;
#[path = "common/running.rs"]
mod running;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use media_collection::SessionId;
use running::{Running, event, folder, start};

const CORS: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Methods", "OPTIONS,POST,PUT"),
    ("Access-Control-Allow-Headers", "Content-Type"),
    ("Access-Control-Expose-Headers", "Location"),
];

#[test]
fn what_the_sdks_sent_is_accepted() {
    let collector = Running::start(&[]);
    // The id that the SDK had been given, and ours.
    let mut ids: HashMap<(String, String), String> = HashMap::new();
    let mut refused = Vec::new();
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for request in common::captured_requests() {
        let answer = if let Some((_, rest)) = request.path.split_once("/sessions/") {
            let theirs = rest.trim_end_matches("/events").to_owned();
            let id = ids.entry((request.scenario.clone(), theirs)).or_insert_with(|| {
                // The scripted server gave an odd `Location`, and the SDK made its own of it.
                collector.open("without a start of its own")
            });
            collector.post(&format!("/va/api/v1/sessions/{id}/events"), &request.raw)
        } else {
            if request.raw.starts_with('[') {
                let downloaded = collector.post("/api/v1/downloaded", &request.raw);
                assert_eq!(downloaded.status, 201, "{}: {downloaded:?}", request.scenario);
            }
            let answer = collector.post(&request.path, &request.raw);
            let theirs = request.location.as_deref().and_then(SessionId::from_location);
            if let Some(theirs) = theirs.filter(|_| !request.raw.starts_with('[')) {
                ids.insert((request.scenario.clone(), theirs.to_string()), answer.session());
            }
            answer
        };
        *counts.entry(answer.status).or_default() += 1;
        if !matches!(answer.status, 201 | 204) {
            refused.push((request.scenario, answer.status, request.raw));
        }
    }
    let [(scenario, 400, raw)] = &refused[..] else { panic!("{refused:?}") };
    assert_eq!(scenario, "js-online-odd_playheads");
    assert!(raw.contains("\"playhead\":null"));
    assert!(counts[&201] > 100 && counts[&204] > 1_700, "{counts:?}");
}

#[test]
fn hostile_input_gets_its_status_and_the_server_lives_on() {
    let collector = Running::start(&["--body-timeout", "0.5"]);
    let id = collector.open("target");
    let events = format!("/api/v1/sessions/{id}/events");
    let check = |what: &str, expected: u16, answer: Option<running::Answer>| {
        let answer = answer.unwrap_or_else(|| panic!("{what}: no answer"));
        assert_eq!(answer.status, expected, "{what}: {answer:?}");
        for (name, value) in CORS {
            assert_eq!(answer.header(name), Some(value), "{what}");
        }
        assert_eq!(collector.event(&id, "ping", 1.0).status, 204, "after {what}");
        answer
    };
    let head = |rest: &str| format!("POST {events} HTTP/1.1\r\nHost: c\r\n{rest}");

    // Bodies that do not arrive.
    check("a slow body", 408, {
        let mut stream = collector.connect();
        stream.write_all(head("Content-Length: 100\r\n\r\n{").as_bytes()).unwrap();
        let begun = Instant::now();
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).unwrap();
        assert!(begun.elapsed() < Duration::from_secs(5));
        running::parse(answer.as_bytes())
    });
    let truncated = head("Content-Length: 100\r\n\r\n{\"eventType\"");
    if let Some(answer) = collector.raw(truncated.as_bytes()) {
        // Nobody may be there to read it; if somebody is, it says that the request was bad.
        assert_eq!(answer.status, 400);
    }
    for chunks in ["zz\r\n{}\r\n0\r\n\r\n", "5\r\n{}\r\n", "-1\r\n\r\n", "fffffffffffffffff\r\n{}"]
    {
        let request = head(&format!("Transfer-Encoding: chunked\r\n\r\n{chunks}"));
        if let Some(answer) = collector.raw(request.as_bytes()) {
            assert_eq!(answer.status, 400, "{chunks:?}");
        }
    }
    check("nothing after that", 204, Some(collector.event(&id, "ping", 2.0)));
    let garbage: &[&[u8]] =
        &[b"\0\0\0\0\r\n\r\n", b"POST\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", &[0xff; 4096], b""];
    for bytes in garbage {
        if let Some(answer) = collector.raw(bytes) {
            assert_eq!(answer.status, 400, "{bytes:?}");
        }
    }

    // Too much.
    let large = vec![b' '; 8 * 1024 * 1024 + 1];
    check("one byte too many", 413, Some(collector.post("/api/v1/downloaded", &large)));
    let mut chunked =
        b"POST /api/v1/downloaded HTTP/1.1\r\nHost: c\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
            .to_vec();
    for _ in 0..9 {
        chunked.extend(b"100000\r\n");
        chunked.extend(&large[..0x10_0000]);
        chunked.extend(b"\r\n");
    }
    chunked.extend(b"0\r\n\r\n");
    check("too many chunks", 413, collector.raw(&chunked));
    let expecting = "POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nConnection: close\r\n\
                     Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n";
    check("too much, asked first", 413, collector.raw(expecting.as_bytes()));
    let deep = "[".repeat(100_000);
    check("deep arrays", 400, Some(collector.post("/api/v1/downloaded", &deep)));
    let deep = format!("{}{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    check("deep objects", 400, Some(collector.post(&events, &deep)));
    let mut unknown = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1}"#.to_owned();
    for number in 0..10_000 {
        write!(unknown, ",\"key{number}\":{number}").unwrap();
    }
    let answer = check("many unknown keys", 400, Some(collector.post(&events, unknown + "}")));
    assert_eq!(answer.json()["violations"].as_array().unwrap().len(), 1_000);
    assert!(answer.json()["message"].as_str().unwrap().contains("first 1000"), "{answer:?}");

    // Bodies that are no events.
    for (what, body) in [
        ("an empty body", &b""[..]),
        ("no JSON", b"hello"),
        ("no UTF-8", b"{\"eventType\":\"\xff\"}"),
        ("a null", b"null"),
        ("an unknown type", br#"{"eventType":"applause","playerTime":{"playhead":1,"ts":1}}"#),
    ] {
        let answer = check(what, 400, Some(collector.post(&events, body)));
        assert!(!answer.json()["violations"].as_array().unwrap().is_empty(), "{what}");
    }
    check("an empty batch", 400, Some(collector.post("/api/v1/downloaded", "[]")));
    check("a start as an event", 400, Some(collector.post(&events, start("again"))));
    check("an event as a start", 400, Some(collector.post("/api/v1/sessions", event("play", 0.0))));

    // Methods and paths.
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
        let answer = collector.send(method, path, "", event("ping", 3.0).as_bytes());
        let answer = check(path, expected, Some(answer));
        assert_eq!(answer.header("Allow"), allow, "{method} {path}");
        assert_eq!(answer.header("X-Evil"), None);
        assert!(answer.json()["message"].is_string());
    }
    let long = format!("/api/v1/sessions/{}/events", "x".repeat(2_000));
    check("a long id", 404, Some(collector.post(&long, event("ping", 3.0))));

    // What was refused can be looked at, cut to a size that fits.
    let overview = collector.get("/page/overview");
    let refused = overview.json()["refused"]["list"].as_array().unwrap().clone();
    assert!(refused.len() > 20);
    assert!(overview.body.len() < 1_000_000, "{}", overview.body.len());
}

#[test]
fn sessions_time_out() {
    let collector = Running::start(&["--idle-timeout", "2", "--still-timeout", "4"]);
    let idle = collector.open("idle");
    let begun = Instant::now();
    let still = collector.open("still");
    let moving = collector.open("moving");
    for step in 0..12 {
        std::thread::sleep(Duration::from_millis(400));
        let moved = collector.event(&moving, "ping", f64::from(step + 1));
        assert_eq!(moved.status, 204, "at step {step}");
        let status = collector.event(&still, "ping", 0.0).status;
        let late = begun.elapsed() > Duration::from_secs(4);
        assert!(status == 204 || (status == 410 && late), "{status} at step {step}");
    }
    assert_eq!(collector.event(&idle, "ping", 1.0).status, 410);
    assert_eq!(collector.event(&idle, "sessionEnd", 1.0).status, 410);
    assert_eq!(collector.event(&still, "ping", 1.0).status, 410);
    let reason = |id: &str| {
        let found = collector.sessions().into_iter().find(|session| session["id"] == id);
        found.unwrap()["closed"].clone()
    };
    assert_eq!(reason(&idle), "idle");
    assert_eq!(reason(&still), "still");
    assert_eq!(reason(&moving), serde_json::Value::Null);
}

#[test]
fn an_ended_session_takes_only_its_end_again() {
    let collector = Running::start(&[]);
    let id = collector.open("short");
    assert_eq!(id.len(), 64);
    assert!(id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{id}");
    assert_ne!(id, collector.open("another"));
    for (kind, expected) in [
        ("play", 204),
        ("sessionComplete", 204),
        ("sessionEnd", 204),
        ("sessionEnd", 204),
        ("ping", 410),
        ("sessionEnd", 204),
    ] {
        assert_eq!(collector.event(&id, kind, 60.0).status, expected, "{kind}");
    }
    assert_eq!(collector.event("unknown", "ping", 1.0).status, 404);
    assert_eq!(collector.event("unknown", "sessionEnd", 1.0).status, 404);
    let session = &collector.sessions()[1];
    assert_eq!((&session["received"], &session["closed"]), (&4.into(), &"ended".into()));
}

#[test]
fn headers_preflight_and_schemas() {
    let collector = Running::start(&[]);
    let id = collector.open("headers");
    for path in
        ["/api/v1/sessions", "/api/v1/downloaded", &format!("/a/api/v1/sessions/{id}/events")]
    {
        let answer = collector.send("OPTIONS", path, "Origin: https://player.example\r\n", b"");
        assert_eq!(answer.status, 204);
        for (name, value) in CORS {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
    }
    // Whatever the content type says, and whatever stands in the query.
    for kind in
        ["application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded"]
    {
        let header = format!("Content-Type: {kind}\r\n");
        let answer =
            collector.send("POST", "/api/v1/sessions?x=1", &header, start("typed").as_bytes());
        assert_eq!(answer.status, 201, "{kind}");
        assert_eq!(answer.header("Content-Length"), Some("0"));
    }
    for entry in std::fs::read_dir(common::schemas()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|kind| kind == "json") && name != "annotations" {
            let answer = collector.get(&format!("/api/v1/schemas/{name}"));
            assert_eq!((answer.status, answer.json()), (200, common::json(&path)), "{name}");
            assert_eq!(answer.header("Content-Type"), Some("application/json"));
        }
    }
    assert_eq!(collector.get("/api/v1/schemas/applause").status, 404);
    let page = collector.get("/");
    assert_eq!(page.status, 200);
    assert!(page.header("Content-Security-Policy").unwrap().starts_with("default-src 'self';"));
}

#[test]
fn too_many_open_sessions_close_the_longest_idle() {
    let collector = Running::start(&["--max-open", "3", "--max-finished", "1"]);
    let [first, second, third] = ["1", "2", "3"].map(|name| collector.open(name));
    let pause = || std::thread::sleep(Duration::from_millis(20));
    pause();
    assert_eq!(collector.event(&first, "ping", 1.0).status, 204);
    pause();
    let fourth = collector.open("4");
    assert_eq!(collector.event(&second, "ping", 1.0).status, 410);
    let fifth = collector.open("5");
    for (id, expected) in [(&first, 204), (&third, 410), (&fourth, 204), (&fifth, 204)] {
        assert_eq!(collector.event(id, "ping", 2.0).status, expected);
    }
    // The second is no longer kept for the page, and is still known to be closed.
    assert_eq!(collector.sessions().len(), 4);
    assert_eq!(collector.get(&format!("/page/session/{second}")).status, 404);
    assert_eq!(collector.event(&second, "ping", 1.0).status, 410);
}

#[test]
fn a_long_session_is_checked_to_its_end_and_kept_in_part() {
    let collector = Running::start(&["--max-events", "10"]);
    let mut batch = format!("[{}", start("long"));
    for second in 1..50_000 {
        write!(batch, ",{}", event("ping", f64::from(second) / 1_000.0)).unwrap();
    }
    batch.push(',');
    batch.push_str(&event("adComplete", 60.0));
    batch.push(']');
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    let summary = &collector.sessions()[0];
    assert_eq!(summary["received"], 50_001);
    let detail =
        collector.get(&format!("/page/session/{}", summary["id"].as_str().unwrap())).json();
    assert_eq!(detail["events"].as_array().unwrap().len(), 10);
    let findings = detail["findings"].as_array().unwrap();
    assert!(findings.iter().any(|found| found["event"] == 50_000), "{findings:?}");
}

#[test]
fn what_is_acknowledged_survives_a_kill() {
    let data = folder("collector-kill");
    let arguments = ["--data", data.to_str().unwrap()];
    let collector = Running::start(&arguments);
    let open = collector.open("still open");
    let ended = collector.open("over <script>");
    assert_eq!(collector.event(&open, "play", 1.0).status, 204);
    assert_eq!(collector.event(&ended, "sessionEnd", 2.0).status, 204);
    let batch = format!("[{},{}]", start("whole"), event("sessionEnd", 5.0));
    assert_eq!(
        collector
            .post(
                "/api/v1/sessions",
                batch.replace("\"media.id\"", "\"media.downloaded\":true,\"media.id\"")
            )
            .status,
        201
    );
    // Many at once, to share their flushes.
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (collector, open) = (&collector, &open);
            scope.spawn(move || {
                for step in 0..10 {
                    let playhead = f64::from(10 + thread * 10 + step);
                    assert_eq!(collector.event(open, "ping", playhead).status, 204);
                }
            });
        }
    });
    collector.kill();

    // Each line stands for itself; the last one was cut off by the kill.
    let file = data.join("received.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 45);
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["session"].is_string() && line["received"].is_u64(), "{line}");
    }
    let mut cut = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
    cut.write_all(b"{\"received\":1,\"sess").unwrap();
    drop(cut);

    for round in 0..2 {
        let collector = Running::start(&arguments);
        let sessions = collector.sessions();
        assert_eq!(sessions.len(), 3, "round {round}");
        let received = |id: &str| {
            let found = sessions.iter().find(|session| session["id"] == id).unwrap();
            found["received"].as_u64().unwrap()
        };
        assert_eq!((received(&open), received(&ended)), (42 + round, 2));
        // An open session goes on, and an ended one stays ended.
        assert_eq!(collector.event(&open, "ping", 59.0).status, 204);
        assert_eq!(collector.event(&ended, "ping", 3.0).status, 410);
        assert_eq!(collector.event(&ended, "sessionEnd", 3.0).status, 204);
        collector.kill();
    }
    let _ = std::fs::remove_dir_all(data);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly() {
    for signal in ["TERM", "INT"] {
        let collector = Running::start(&[]);
        // A connection that rests does not hold it up.
        let resting = collector.connect();
        let id = collector.open("open");
        assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
        let begun = Instant::now();
        assert_eq!(collector.signal(signal).code(), Some(0), "SIG{signal}");
        assert!(begun.elapsed() < Duration::from_secs(4), "SIG{signal}");
        drop(resting);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_stored_is_not_acknowledged() {
    let data = folder("collector-full");
    // As if the disk were full after a kibibyte or two.
    let collector =
        Running::start_below("trap '' XFSZ; ulimit -f 2", &["--data", data.to_str().unwrap()]);
    let statuses: Vec<_> =
        (0..10).map(|_| collector.post("/api/v1/sessions", start("full")).status).collect();
    let acknowledged = statuses.iter().filter(|status| **status == 201).count();
    assert!((1..10).contains(&acknowledged), "{statuses:?}");
    assert_eq!(statuses[9], 500);
    assert_eq!(collector.sessions()[0]["closed"], "not-stored");
    // Half a line was taken back.
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap();
    assert!(text.ends_with("}\n"), "{text}");
    assert_eq!(text.lines().count(), acknowledged);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn a_tolerant_collector_takes_what_it_does_not_know() {
    let collector = Running::start(&["--tolerant"]);
    let id = collector.open("tolerant");
    let applause = r#"{"eventType":"applause","playerTime":{"playhead":1,"ts":1},"how":"loud"}"#;
    let answer = collector.post(&format!("/api/v1/sessions/{id}/events"), applause);
    assert_eq!(answer.status, 204);
    let timeline = common::payloads().join("timelines/timeline-2.json");
    let answer = collector.post("/api/v1/downloaded", std::fs::read(timeline).unwrap());
    assert_eq!(answer.status, 201);
}
