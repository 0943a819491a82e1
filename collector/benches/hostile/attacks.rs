//! The hostile clients.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, sleep};
use std::time::Duration;

use super::others::{open, ping, post};

const CLIENTS: usize = 1_024;

/// What they do, in the order in which it is measured.
pub const KINDS: [&str; 16] = [
    "nothing",
    "busy",
    "silent",
    "slow-heads",
    "no-bodies",
    "slow-bodies",
    "stalled-bodies",
    "tiny-chunks",
    "unread-pings",
    "pipelined",
    "unread-page",
    "unread-file",
    "long-names",
    "many-states",
    "rejected",
    "reconnect",
];

/// A byte short of 8 MiB.
static SPACES: [u8; (8 << 20) - 1] = [b' '; (8 << 20) - 1];

/// Runs until the process is killed.
pub fn run(kind: &str, address: SocketAddr) {
    let id = &*open(address);
    if kind == "unread-file" {
        fill(address, id);
    }
    thread::scope(|scope| {
        for client in 0..if kind == "nothing" { 0 } else { CLIENTS } {
            let attack = move || loop {
                // A hostile client that was thrown out comes again.
                let _ = one(kind, address, id, client);
                sleep(Duration::from_millis(100));
            };
            let thread = thread::Builder::new().stack_size(128 * 1024);
            thread.spawn_scoped(scope, attack).expect("a thread");
        }
        loop {
            sleep(Duration::from_secs(1));
        }
    });
}

fn one(kind: &str, address: SocketAddr, id: &str, client: usize) -> io::Result<()> {
    if kind == "busy" {
        if client < thread::available_parallelism().map_or(1, usize::from) {
            loop {
                std::hint::spin_loop();
            }
        }
        sleep(Duration::from_secs(60));
        return Ok(());
    }
    let mut stream = TcpStream::connect(address)?;
    let events = format!("/api/v1/sessions/{id}/events");
    let head = |length: usize| {
        format!("POST {events} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n")
    };
    let mut slowly = |begin: &str, more: &str, pause: u64| -> io::Result<()> {
        stream.write_all(begin.as_bytes())?;
        loop {
            sleep(Duration::from_millis(pause));
            stream.write_all(more.as_bytes())?;
        }
    };
    match kind {
        "silent" => sleep(Duration::from_secs(60)),
        "slow-heads" => slowly("POST / HTTP/1.1\r\n", "X-A: b\r\n", 1_000)?,
        "no-bodies" => slowly(&head(100), "", 10_000)?,
        "slow-bodies" => slowly(&head(1_000_000), "{", 20)?,
        "stalled-bodies" => {
            stream.write_all(head(8 << 20).as_bytes())?;
            // All clients have the same bytes: memory for each would be more work than sending them.
            stream.write_all(&SPACES)?;
            sleep(Duration::from_secs(600));
        }
        "tiny-chunks" => {
            let head =
                format!("POST {events} HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: chunked\r\n\r\n");
            slowly(&head, &"1\r\n \r\n".repeat(2_000), 1)?;
        }
        "unread-pings" => slowly(&post(&events, &ping(1)).repeat(3_000), "", 60_000)?,
        "unread-page" => {
            let overview = "GET /page/overview HTTP/1.1\r\nHost: localhost\r\n\r\n";
            slowly(&overview.repeat(100), "", 60_000)?;
        }
        "unread-file" => {
            let file =
                format!("GET /page/session/{id}/session.json HTTP/1.1\r\nHost: localhost\r\n\r\n");
            slowly(&file.repeat(8), "", 60_000)?;
        }
        "reconnect" => {}
        "pipelined" => read_all(&mut stream, &post(&events, &ping(1)).repeat(100))?,
        "long-names" => read_all(&mut stream, &long_name(&events, client))?,
        "many-states" => read_all(&mut stream, &many_states(&events))?,
        "rejected" => {
            let body = format!("[{}{{}}]", "{},".repeat(23_000));
            read_all(&mut stream, &post("/api/v1/downloaded", &body))?;
        }
        other => panic!("{other} is no kind"),
    }
    Ok(())
}

/// Sends this again and again, and reads what is answered.
fn read_all(stream: &mut TcpStream, requests: &str) -> io::Result<()> {
    let mut reading = stream.try_clone()?;
    let reader = thread::Builder::new().stack_size(128 * 1024).spawn(move || {
        let mut part = vec![0; 16 * 1024];
        while reading.read(&mut part).is_ok_and(|read| read > 0) {}
    });
    let sent = loop {
        if let Err(error) = stream.write_all(requests.as_bytes()) {
            break Err(error);
        }
    };
    let _ = reader?.join();
    sent
}

fn long_name(events: &str, client: usize) -> String {
    let name = format!("{client}{}", "n".repeat(1 << 20));
    let state = format!(
        r#"{{"eventType":"stateStart","playerTime":{{"playhead":1,"ts":1700000001000}},"params":{{"media.state.name":"{name}"}}}}"#
    );
    post(events, &state)
}

fn many_states(events: &str) -> String {
    let states: Vec<_> =
        (0..900).map(|state| format!(r#"{{"media.state.name":"n{state}"}}"#)).collect();
    let states = states.join(",");
    let update = format!(
        r#"{{"eventType":"statesUpdate","playerTime":{{"playhead":1,"ts":1700000001000}},"params":{{"statesStart":[{states}]}}}}"#
    );
    post(events, &update)
}

/// Gives the session a long file.
fn fill(address: SocketAddr, id: &str) {
    let path = format!("/api/v1/sessions/{id}/events");
    let mut stream = TcpStream::connect(address).expect("the collector listens");
    for second in 0..20_000 {
        super::others::ask(&mut stream, &post(&path, &ping(second))).expect("a response");
    }
}
