//! The load: 64 clients that wait for each response.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

const CLIENTS: usize = 64;

/// As long as the ids of a collector.
const NO_ID: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const START: &str = r#"{"eventType":"sessionStart","playerTime":{"playhead":0,"ts":1700000000000},"params":{"analytics.trackingServer":"t.example.com","analytics.reportSuite":"suite","visitor.marketingCloudOrgId":"ORG@AdobeOrg","media.id":"episode","media.length":60,"media.contentType":"vod","media.playerName":"player","media.channel":"channel"}}"#;

fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\n\r\n{body}"
    )
}

/// Sends a request, and reads the response, which has no body.
fn ask(stream: &mut TcpStream, request: &str) -> String {
    stream.write_all(request.as_bytes()).expect("the server reads");
    let (mut text, mut part) = (Vec::new(), [0; 2048]);
    while !text.ends_with(b"\r\n\r\n") {
        let bytes = stream.read(&mut part).expect("the server responds");
        assert!(bytes > 0, "the connection was closed");
        text.extend_from_slice(&part[..bytes]);
    }
    String::from_utf8(text).expect("a head")
}

fn in_turn(address: SocketAddr, all: u64, work: impl Fn(&mut TcpStream, u64) + Sync) {
    std::thread::scope(|scope| {
        for client in 0..CLIENTS as u64 {
            let work = &work;
            scope.spawn(move || {
                let mut stream = TcpStream::connect(address).expect("the server listens");
                stream.set_nodelay(true).expect("a socket");
                (client..all).step_by(CLIENTS).for_each(|number| work(&mut stream, number));
            });
        }
    });
}

/// Opens so many sessions, and returns their ids.
pub fn open(address: SocketAddr, count: u64) -> Vec<String> {
    let start = post("/api/v1/sessions", START);
    let ids = std::sync::Mutex::new(Vec::new());
    in_turn(address, count, |stream, _| {
        let response = ask(stream, &start);
        // A handler that opens nothing gets requests of the same length.
        let id = response.split_once("/api/v1/sessions/").map_or(NO_ID, |(_, rest)| rest);
        let id = id.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
        ids.lock().expect("nobody panics").push(id);
    });
    ids.into_inner().expect("nobody panics")
}

/// Sends so many pings of the sessions.
pub fn pings(address: SocketAddr, ids: &[String], count: u64, round: usize) {
    in_turn(address, count, |stream, number| {
        let spread = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16;
        let id = &ids[usize::try_from(spread % ids.len() as u64).expect("a place")];
        let second = round as u64 * 1_000 + number / 100;
        let ts = 1_700_000_000_000 + second * 1_000;
        let body =
            format!(r#"{{"eventType":"ping","playerTime":{{"playhead":{second}.25,"ts":{ts}}}}}"#);
        let response = ask(stream, &post(&format!("/api/v1/sessions/{id}/events"), &body));
        assert!(response.starts_with("HTTP/1.1 204"), "{response}");
    });
}

/// Opens so many more sessions, when as many are open as may be.
pub fn starts(address: SocketAddr, count: u64) {
    let start = post("/api/v1/sessions", START);
    in_turn(address, count, |stream, _| {
        assert!(ask(stream, &start).starts_with("HTTP/1.1 201"));
    });
}
