//! The load process: sends requests over persistent connections, and waits for each response.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

pub const INPUTS: [&str; 2] = ["pings", "mix"];

const CONNECTIONS: usize = 16;

pub fn run(address: SocketAddr, path: &str, input: &str, requests: usize) {
    let path = if path == "/incoming" { "/incoming/api/v1/sessions/3f2a/events" } else { path };
    let bodies = bodies(input);
    let requests_of_one: Vec<Vec<u8>> = bodies
        .iter()
        .map(|body| {
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n\
                 Content-Length: {}\r\n\r\n",
                body.len()
            );
            [head.as_bytes(), body.as_bytes()].concat()
        })
        .collect();
    std::thread::scope(|scope| {
        for connection in 0..CONNECTIONS {
            let requests_of_one = &requests_of_one;
            scope.spawn(move || {
                let mut stream = TcpStream::connect(address).expect("the server listens");
                stream.set_nodelay(true).expect("a socket");
                let mut response = [0; 1024];
                for index in 0..requests / CONNECTIONS {
                    let request = &requests_of_one[(index + connection) % requests_of_one.len()];
                    stream.write_all(request).expect("the server reads");
                    let read = stream.read(&mut response).expect("the server responds");
                    // A response 204 has no body, and its head arrives in one piece.
                    assert!(response[..read].starts_with(b"HTTP/1.1 204"), "not taken");
                    assert!(response[..read].ends_with(b"\r\n\r\n"), "incomplete response");
                }
            });
        }
    });
}

fn bodies(input: &str) -> Vec<String> {
    if input == "pings" {
        let ping = r#"{"eventType":"ping","playerTime":{"playhead":10.25,"ts":1700000010000}}"#;
        return vec![ping.to_owned()];
    }
    let session = include_str!("../../tests/payloads/recorded-session.jsonl");
    // A `sessionStart` is sent to another endpoint.
    session.lines().skip(1).map(str::to_owned).collect()
}
