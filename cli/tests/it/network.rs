//! `upload` and the commands around it against a collector that misbehaves, over real sockets.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use media_collection::store::{OfflineStore, SessionStatus};
use media_collection::{Incoming, http};
use serde_json::Value;

use crate::process::{code, json, lines, told, with_store};
use crate::stored::{at, content, path, start, viewing};

/// What the server does with a request.
#[derive(Clone, Copy)]
enum Act {
    /// Responds with this text after the status line.
    Say(u16, &'static str),
    /// Reads it, and closes without a response.
    TakeAndClose,
    /// Reads it, and closes in the middle of the head of a response.
    TakeAndBreakOff,
    /// Closes without reading.
    Close,
}

const OK: Act = Act::Say(201, "content-length: 0\r\n\r\n");

/// A server that does one after another, then accepts everything. Returns the content ids that it
/// received.
fn server(script: Vec<Act>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("it has an address"));
    let taken = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&taken);
    std::thread::spawn(move || {
        let mut script = script.into_iter();
        for stream in listener.incoming() {
            serve(stream.expect("it connects"), script.next().unwrap_or(OK), &list);
        }
    });
    (address, taken)
}

fn serve(mut stream: TcpStream, act: Act, taken: &Mutex<Vec<String>>) {
    if matches!(act, Act::Close) {
        return;
    }
    let body = body(&mut stream);
    let policy = media_collection::Policy::strict();
    let (head, ()) = http::Request::post("/api/v1/downloaded").body(()).unwrap().into_parts();
    assert!(matches!(Incoming::from_parts(&head, &body, &policy), Ok(Incoming::Downloaded(_))));
    match act {
        Act::Say(status, rest) => {
            if status == 201 {
                taken.lock().unwrap().push(content(&body));
            }
            let _ = write!(stream, "HTTP/1.1 {status} x\r\nconnection: close\r\n{rest}");
        }
        Act::TakeAndClose => taken.lock().unwrap().push(content(&body)),
        Act::TakeAndBreakOff => {
            taken.lock().unwrap().push(content(&body));
            let _ = write!(stream, "HTTP/1.1 2");
        }
        Act::Close => {}
    }
    // Waits until the client has read it: closing at once may discard the response.
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.read_to_end(&mut Vec::new());
}

fn body(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let head = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(head) = head {
            let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
            let length = text.split("content-length: ").nth(1).expect("a body has a length");
            let length: usize = length.lines().next().unwrap().trim().parse().unwrap();
            if bytes.len() >= head + 4 + length {
                return bytes[head + 4..].to_vec();
            }
        }
        let read = stream.read(&mut chunk).expect("it sends");
        assert!(read > 0, "the request is whole");
        bytes.extend_from_slice(&chunk[..read]);
    }
}

/// Makes everything due now, since the command uses the real clock.
fn retry_all(path: &Path) {
    let store = OfflineStore::open(path).unwrap();
    for session in store.sessions().unwrap() {
        if session.status != SessionStatus::Open {
            store.retry(session.key).unwrap();
        }
    }
}

#[test]
fn every_session_arrives_over_a_bad_network() {
    let path = path("network");
    let names = ["a", "b", "c"];
    {
        let store = OfflineStore::open(&path).unwrap();
        for name in names {
            viewing(&store, name);
        }
    }
    // Nothing listens at this address.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let output = with_store(&path, &["upload", "--collector", &format!("http://{port}")]);
    assert_eq!(code(&output), 1, "{}", told(&output));
    assert!(told(&output).contains("session 1: kept"), "{}", told(&output));
    assert!(told(&output).contains("0 sent, 3 kept, 0 refused"), "{}", told(&output));

    let script = vec![
        Act::Close,
        Act::Say(500, "content-length: 0\r\n\r\n"),
        Act::Say(429, "retry-after: 3600\r\ncontent-length: 0\r\n\r\n"),
        Act::Say(503, "content-length: 100\r\n\r\nhalf"),
        Act::Say(404, "content-length: 0\r\n\r\n"),
        Act::Say(408, "content-length: 0\r\n\r\n"),
        Act::Say(200, "content-length: 5\r\n\r\nlogin"),
        Act::Say(301, "location: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"),
        Act::TakeAndClose,
        Act::TakeAndBreakOff,
        OK,
        Act::TakeAndClose,
    ];
    let failures = script.len() - 1;
    let (address, taken) = server(script);
    let mut runs = 0;
    let mut said = String::new();
    loop {
        retry_all(&path);
        let output = with_store(&path, &["upload", "--collector", &address]);
        runs += 1;
        said += &told(&output);
        if output.status.code() == Some(0) {
            assert!(told(&output).contains("0 kept, 0 refused"), "{}", told(&output));
            break;
        }
        assert_eq!(code(&output), 1, "{}", told(&output));
        assert!(runs < 30, "{}", told(&output));
    }
    assert!(runs <= failures / 2, "{runs} runs: a failure ends none\n{said}");
    for status in ["500", "429", "404", "408", "200", "301"] {
        assert!(said.contains(&format!("({status} ")), "{status}: {said}");
    }
    let mut taken = taken.lock().unwrap().clone();
    // Three responses were lost, so three sessions arrive a second time.
    assert_eq!(taken.len(), 6, "{taken:?}");
    taken.sort();
    taken.dedup();
    assert_eq!(taken, names);
}

/// A session that the collector does not take at the moment holds up no other, and is sent again in the
/// same run, if that is soon.
#[test]
fn a_run_goes_on_after_failures() {
    let path = path("network-goes-on");
    let names: Vec<_> = (0..30).map(|number| format!("{number:02}")).collect();
    {
        let store = OfflineStore::open(&path).unwrap();
        for name in &names {
            viewing(&store, name);
        }
    }
    let busy = |after: &'static str| Act::Say(503, after);
    let soon = "retry-after: 1\r\ncontent-length: 0\r\n\r\n";
    let script = (0..30).map(|number| match number % 6 {
        1 => busy(soon),
        2 => Act::TakeAndClose,
        4 => busy("content-length: 0\r\n\r\n"),
        _ => OK,
    });
    let (address, taken) = server(script.collect());
    let output = with_store(&path, &["upload", "--collector", &address]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert!(told(&output).contains("30 sent, 0 kept, 0 refused"), "{}", told(&output));
    let taken = taken.lock().unwrap().clone();
    let place = |name: &str| taken.iter().position(|it| it == name);
    assert!(names.iter().all(|name| place(name).is_some()), "{taken:?}");
    assert!(place("01") > place("29"), "the others come first: {taken:?}");

    // One that is kept for long is left, and the exit code says so.
    viewing(&OfflineStore::open(&path).unwrap(), "x");
    viewing(&OfflineStore::open(&path).unwrap(), "y");
    let (address, _) = server(vec![busy("retry-after: 600\r\ncontent-length: 0\r\n\r\n")]);
    let output = with_store(&path, &["upload", "--collector", &address]);
    assert_eq!(code(&output), 1);
    assert!(told(&output).contains("1 sent, 1 kept, 0 refused"), "{}", told(&output));
}

#[test]
fn refused_sessions_are_looked_after_from_the_command_line() {
    let path = path("network-refused");
    {
        let store = OfflineStore::open(&path).unwrap();
        viewing(&store, "a");
        viewing(&store, "b");
    }
    let no = "content-length: 28\r\n\r\n{\"message\":\"no such suite\"}\n";
    let (address, taken) = server(vec![Act::Say(400, no)]);
    let output = with_store(&path, &["upload", "--collector", &address]);
    assert_eq!(code(&output), 1);
    assert!(told(&output).contains("no such suite"), "{}", told(&output));
    assert!(told(&output).contains("1 sent, 0 kept, 1 refused"), "{}", told(&output));
    for command in ["rejected", "refused"] {
        assert!(told(&with_store(&path, &[command])).starts_with("1: 400 no such suite"));
    }
    let rejected = json(&with_store(&path, &["rejected", "--json"]));
    assert_eq!((&rejected[0]["id"], &rejected[0]["status"]), (&1.into(), &400.into()));
    assert_eq!(rejected[0]["message"], "no such suite");
    let list = json(&with_store(&path, &["list", "--json"]));
    assert_eq!(list.as_array().map(Vec::len), Some(1));
    assert_eq!((&list[0]["id"], &list[0]["state"]), (&1.into(), &"refused".into()), "{list}");
    assert_eq!(list[0]["events"], 4);
    assert_eq!(list[0]["attempts"], 1);
    assert!(list[0]["bytes"].as_u64() > Some(100) && list[0]["began"].is_i64(), "{list}");
    assert_eq!(content(&with_store(&path, &["export", "1"]).stdout), "a");
    assert_eq!(code(&with_store(&path, &["retry", "1", "--repair"])), 0);
    assert_eq!(code(&with_store(&path, &["upload", "--collector", &address])), 0);
    assert_eq!(*taken.lock().unwrap(), ["b", "a"]);
    assert_eq!(code(&with_store(&path, &["discard", "1"])), 2);
}

/// With `--wait`, the command runs until everything has arrived.
#[test]
fn waiting_sends_again_by_itself() {
    let path = path("network-wait");
    assert_eq!(code(&with_store(&path, &["record", "--events", "5"])), 0);
    let open = with_store(&path, &["record", "--events", "5", "--leave-open"]);
    assert!(told(&open).ends_with("ack 3\n"), "{}", told(&open));
    let (address, taken) = server(vec![Act::Say(503, "content-length: 0\r\n\r\n")]);
    let output = with_store(&path, &["upload", "--wait", "--collector", &address]);
    assert_eq!(code(&output), 0, "{}", told(&output));
    assert_eq!(taken.lock().unwrap().len(), 2);
}

/// One that is never taken is set aside after as many attempts as the user allows.
#[test]
fn what_is_never_taken_is_given_up_if_asked_for() {
    let path = path("network-give-up");
    assert_eq!(code(&with_store(&path, &["record", "--events", "5"])), 0);
    let no = || Act::Say(403, "content-length: 0\r\n\r\n");
    let (address, taken) = server(vec![no(), no(), no()]);
    let upload = ["upload", "--max-attempts", "3", "--collector", &address];
    for attempt in 0..3 {
        let output = with_store(&path, &upload);
        assert_eq!(code(&output), 1);
        assert_eq!(told(&output).contains("set aside"), attempt == 2, "{}", told(&output));
    }
    assert!(taken.lock().unwrap().is_empty());
    let rejected = json(&with_store(&path, &["rejected", "--json"]));
    assert_eq!(rejected[0]["status"], 403);
    assert!(rejected[0]["message"].is_string());
}

#[test]
fn what_is_too_old_is_deleted_and_named() {
    let path = path("network-too-old");
    let store = OfflineStore::open(&path).unwrap();
    let year = 365 * 24 * 60 * 60 * 1_000;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let mut start = start("a");
    start.player_time.ts = since.as_millis() as i64 - year;
    let mut session = store.begin(start).unwrap();
    let at = session.last();
    session.finish(at).unwrap();
    drop((session, store));
    let (address, taken) = server(vec![]);
    let upload = ["upload", "--max-age", "30", "--json", "--collector", &address];
    let told = lines(&with_store(&path, &upload));
    assert_eq!(told[0], serde_json::json!({ "id": 1, "outcome": "deleted", "reason": "age" }));
    assert!(taken.lock().unwrap().is_empty());
}

#[test]
fn a_second_process_is_told_that_the_file_is_in_use() {
    let path = path("network-in-use");
    let store = OfflineStore::open(&path).unwrap();
    let mut session = store.begin(start("a")).unwrap();
    let output = with_store(&path, &["list"]);
    assert_eq!(code(&output), 2);
    assert!(told(&output).contains("in use by another process"), "{}", told(&output));
    session.finish(at(60)).unwrap();
    drop(session);
    drop(store);
    assert_eq!(code(&with_store(&path, &["list"])), 0);
}

/// Every command has JSON output.
#[test]
fn json_is_for_programs() {
    let path = path("network-json");
    let recorded = lines(&with_store(&path, &["record", "--events", "3", "--json"]));
    let acks = (0..3).map(|ack| serde_json::json!({ "ack": ack }));
    let end = serde_json::json!({ "id": 1, "state": "pending", "events": 3 });
    assert!(recorded.iter().cloned().eq(acks.chain([end])), "{recorded:?}");
    with_store(&path, &["record", "--events", "3"]);
    with_store(&path, &["record", "--events", "3"]);

    let no = "content-length: 0\r\n\r\n";
    let script =
        vec![Act::Say(400, no), OK, Act::Say(503, "retry-after: 9\r\ncontent-length: 0\r\n\r\n")];
    let (address, _) = server(script);
    let output = with_store(&path, &["upload", "--json", "--collector", &address]);
    assert_eq!(code(&output), 1);
    let sent = lines(&output);
    let members = |member: &str| sent.iter().map(|line| line[member].clone()).collect::<Vec<_>>();
    assert_eq!(members("id")[..3], [1, 2, 3]);
    assert_eq!(members("outcome")[..3], ["rejected", "arrived", "kept"]);
    assert!(sent[0]["reason"].as_str().unwrap().contains("400"), "{sent:?}");
    assert!(sent[2]["due"].is_i64() && sent[2]["next"].is_string(), "{sent:?}");
    assert_eq!(sent[3], serde_json::json!({ "sent": 1, "kept": 1, "rejected": 1 }));

    let retried = json(&with_store(&path, &["retry", "1", "--json"]));
    assert_eq!(retried, serde_json::json!({ "id": 1, "state": "pending" }));
    let repaired = json(&with_store(&path, &["retry", "1", "--repair", "--json"]));
    assert_eq!(repaired["repairs"]["added"], Value::Array(Vec::new()));
    let exported = json(&with_store(&path, &["export", "1", "--json"]));
    assert_eq!(exported.as_array().map(Vec::len), Some(3));
    let discarded = json(&with_store(&path, &["discard", "1", "--json"]));
    assert_eq!(discarded, serde_json::json!({ "id": 1, "discarded": true }));
    assert_eq!(code(&with_store(&path, &["export", "1"])), 2);
}
