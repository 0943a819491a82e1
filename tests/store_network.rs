//! The `offline` example against a collector that misbehaves, over real sockets.

mod common;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock, Mutex};

use common::stored::{content, start, viewing};
use media_collection::store::{OfflineStore, Sent, SessionState};
use media_collection::{Incoming, http};

static OFFLINE: LazyLock<std::path::PathBuf> = LazyLock::new(|| common::example("offline"));

fn offline(store: &Path, arguments: &[&str]) -> Output {
    Command::new(&*OFFLINE)
        .args(arguments)
        .arg("--store")
        .arg(store)
        .output()
        .expect("the example runs")
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// What the server does with a request.
#[derive(Clone, Copy)]
enum Act {
    /// Answers, with a text after the status line.
    Say(u16, &'static str),
    /// Takes it, and closes without an answer.
    TakeAndClose,
    /// Takes it, and closes in the middle of an answer's head.
    TakeAndBreakOff,
    /// Closes without reading.
    Close,
}

const OK: Act = Act::Say(201, "content-length: 0\r\n\r\n");

/// A server that does one after another, then takes everything; and what it took, by content.
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
    // Until the other side has read it: closing at once may take the answer back.
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

/// Makes everything due now: the command's clock is the real one.
fn retry_all(path: &Path) {
    let store = OfflineStore::open(path).unwrap();
    for session in store.sessions().unwrap() {
        if session.state != SessionState::Open {
            store.retry(session.id).unwrap();
        }
    }
}

#[test]
fn every_session_arrives_in_order_over_a_bad_network() {
    let path = common::folder("network").join("sessions.redb");
    let names = ["a", "b", "c"];
    {
        let store = OfflineStore::open(&path).unwrap();
        for name in names {
            viewing(&store, name);
        }
    }
    // Nobody listens.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let output = offline(&path, &["upload", "--collector", &format!("http://{port}")]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
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
        let output = offline(&path, &["upload", "--collector", &address]);
        runs += 1;
        said += &told(&output);
        if output.status.code() == Some(0) {
            assert!(told(&output).contains("0 kept, 0 refused"), "{}", told(&output));
            break;
        }
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        assert!(runs < 30, "{}", told(&output));
    }
    assert_eq!(runs, failures + 1, "each failure ended a run");
    for status in ["500", "429", "404", "408", "200", "301"] {
        assert!(said.contains(&format!("({status} ")), "{status}: {said}");
    }
    let mut taken = taken.lock().unwrap().clone();
    // Thrice "a", as two answers were lost; twice "b".
    assert_eq!(taken, ["a", "a", "a", "b", "b", "c"]);
    taken.dedup();
    assert_eq!(taken, names);
}

#[test]
fn refused_sessions_are_looked_after_from_the_command_line() {
    let path = common::folder("network-refused").join("sessions.redb");
    {
        let store = OfflineStore::open(&path).unwrap();
        viewing(&store, "a");
        viewing(&store, "b");
    }
    let no = "content-length: 28\r\n\r\n{\"message\":\"no such suite\"}\n";
    let (address, taken) = server(vec![Act::Say(400, no)]);
    let output = offline(&path, &["upload", "--collector", &address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("no such suite"), "{}", told(&output));
    assert!(told(&output).contains("1 sent, 0 kept, 1 refused"), "{}", told(&output));
    assert!(told(&offline(&path, &["refused"])).starts_with("1: 400 no such suite"));
    let list: serde_json::Value =
        serde_json::from_slice(&offline(&path, &["list", "--json"]).stdout).unwrap();
    assert_eq!(list, serde_json::json!([{"id": 1, "state": "refused", "events": 4}]));
    assert_eq!(content(&offline(&path, &["export", "1"]).stdout), "a");
    assert_eq!(offline(&path, &["retry", "1", "--repair"]).status.code(), Some(0));
    assert_eq!(offline(&path, &["upload", "--collector", &address]).status.code(), Some(0));
    assert_eq!(*taken.lock().unwrap(), ["b", "a"]);
    assert_eq!(offline(&path, &["discard", "1"]).status.code(), Some(2));
}

/// With `--wait`, the run goes on until everything has arrived.
#[test]
fn waiting_sends_again_by_itself() {
    let path = common::folder("network-wait").join("sessions.redb");
    assert_eq!(offline(&path, &["record", "--events", "5"]).status.code(), Some(0));
    let open = offline(&path, &["record", "--events", "5", "--leave-open"]);
    assert!(told(&open).ends_with("ack 3\n"), "{}", told(&open));
    let (address, taken) = server(vec![Act::Say(503, "content-length: 0\r\n\r\n")]);
    let output = offline(&path, &["upload", "--wait", "--collector", &address]);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert_eq!(taken.lock().unwrap().len(), 2);
}

#[test]
fn a_second_process_is_told_that_the_file_is_in_use() {
    let path = common::folder("network-in-use").join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let session = store.begin(start("a")).unwrap();
    let output = offline(&path, &["list"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("in use by another process"), "{}", told(&output));
    session.finish(common::stored::at(60)).unwrap();
    drop(store);
    assert_eq!(offline(&path, &["list"]).status.code(), Some(0));
}

/// A collector that takes the request and says nothing: the caller's timeout ends it.
#[test]
fn a_timeout_is_an_answer_that_was_lost() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let collector = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(std::time::Duration::from_millis(200)))
        .build()
        .into();
    let store = OfflineStore::open(common::folder("network-timeout").join("s.redb")).unwrap();
    let id = viewing(&store, "a");
    let upload = store.next_upload(0).unwrap().unwrap();
    let error = agent.run(upload.request(&collector)).map(drop).unwrap_err();
    assert!(matches!(error, ureq::Error::Timeout(_)), "{error}");
    let sent = store.not_sent(id, 0, 0.0).unwrap();
    assert!(matches!(sent, Sent::Kept { due: 2_500, reason: None }), "{sent:?}");
    let again = store.next_upload(2_500).unwrap().unwrap();
    assert_eq!((again.id, again.attempts, content(again.call.body())), (id, 1, "a".to_owned()));
}
