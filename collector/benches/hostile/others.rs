//! The well-behaved clients.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

const CLIENTS: usize = 16;
const PAUSE: Duration = Duration::from_millis(5);
const TIME: Duration = Duration::from_secs(4);

pub const START: &str = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":1700000000000},"params":{"analytics.trackingServer":"t","analytics.reportSuite":"s","visitor.marketingCloudOrgId":"o@AdobeOrg","media.id":"m","media.length":60,"media.contentType":"vod","media.playerName":"p","media.channel":"c"}}"#;

/// The 50th and the 99th percentile of the time until a response, in milliseconds.
pub struct Waits {
    pub p50: f64,
    pub p99: f64,
}

pub fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n{body}")
}

pub fn ping(second: u64) -> String {
    let ts = 1_700_000_000_000 + second * 1_000;
    format!(r#"{{"eventType":"ping","playerTime":{{"playhead":{second},"ts":{ts}}}}}"#)
}

/// Opens a session, and returns its id.
pub fn open(address: SocketAddr) -> String {
    let mut stream = TcpStream::connect(address).expect("the collector listens");
    let response = ask(&mut stream, &post("/api/v1/sessions", START)).expect("a response");
    let (_, id) = response.split_once("/api/v1/sessions/").expect("a session");
    id.chars().take_while(char::is_ascii_hexdigit).collect()
}

/// Sends a request, and reads the response, which has no body.
pub fn ask(stream: &mut TcpStream, request: &str) -> Option<String> {
    stream.write_all(request.as_bytes()).ok()?;
    let (mut text, mut part) = (Vec::new(), [0; 2048]);
    while !text.ends_with(b"\r\n\r\n") {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => return None,
            Ok(bytes) => text.extend_from_slice(&part[..bytes]),
        }
    }
    String::from_utf8(text).ok()
}

pub fn warm(address: SocketAddr, id: &str) {
    let path = format!("/api/v1/sessions/{id}/events");
    let mut stream = TcpStream::connect(address).expect("the collector listens");
    for second in 0..2_000 {
        ask(&mut stream, &post(&path, &ping(second))).expect("a response");
    }
}

/// How long the clients wait. One that is not served counts as the whole time.
pub fn waits(address: SocketAddr, id: &str) -> Waits {
    let path = format!("/api/v1/sessions/{id}/events");
    let all: Vec<f64> = std::thread::scope(|scope| {
        let clients: Vec<_> =
            (0..CLIENTS).map(|_| scope.spawn(|| waits_of_one(address, &path))).collect();
        clients.into_iter().flat_map(|client| client.join().expect("it runs")).collect()
    });
    let mut all = all;
    all.sort_by(f64::total_cmp);
    Waits { p50: all[all.len() / 2], p99: all[all.len() * 99 / 100] }
}

fn waits_of_one(address: SocketAddr, path: &str) -> Vec<f64> {
    let mut stream = TcpStream::connect(address).expect("the collector listens");
    stream.set_nodelay(true).expect("a socket");
    stream.set_read_timeout(Some(TIME)).expect("a socket");
    let (begun, mut waits) = (Instant::now(), Vec::new());
    while begun.elapsed() < TIME {
        let request = post(path, &ping(5_000 + waits.len() as u64));
        let asked = Instant::now();
        if ask(&mut stream, &request).is_none() {
            waits.push(TIME.as_secs_f64() * 1_000.0);
            stream = TcpStream::connect(address).expect("the collector listens");
            stream.set_read_timeout(Some(TIME)).expect("a socket");
            continue;
        }
        waits.push(asked.elapsed().as_secs_f64() * 1_000.0);
        std::thread::sleep(PAUSE);
    }
    waits
}
