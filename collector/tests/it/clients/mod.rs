//! Clients that do not do their part: they do not read, do not send, or send too much. Others are served.

mod aside;
mod bodies;
mod connections;
mod http;
mod page;
mod shares;

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::time::Duration;

use tokio::net::TcpSocket;

use crate::here::Here;
use crate::support::client::Response;
use crate::support::{event, start};

/// Another client than those of other tests: 127.0.0.2 for 2.
fn from(last: u8, collector: &Here) -> TcpStream {
    let to: SocketAddr = collector.address.parse().expect("an address");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    let stream = runtime.expect("a runtime").block_on(async {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket
            .bind(SocketAddr::new(IpAddr::from([127, 0, 0, last]), 0))
            .expect("Linux has all of 127/8");
        socket.connect(to).await.expect("the collector listens").into_std().expect("a stream")
    });
    stream.set_nonblocking(false).expect("it can be set");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("it can be set");
    stream
}

fn post(path: &str, body: &str) -> String {
    let length = body.len();
    format!("POST {path} HTTP/1.1\r\nHost: c\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Sends a request on a connection that stays open, and reads the head of the response.
fn ask(stream: &mut TcpStream, request: &str) -> Option<Response> {
    stream.write_all(request.as_bytes()).ok()?;
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    Response::parse(&head)
}

/// Uploads a session with so many pings, and returns its id.
fn upload(collector: &Here, pings: u32) -> String {
    let mut batch = vec![start("long")];
    batch.extend((1..pings).map(|second| event("ping", f64::from(second))));
    let batch = format!("[{}]", batch.join(","));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    collector.sessions()[0]["id"].as_str().expect("an id").to_owned()
}
