//! An HTTP client that sends exactly the bytes of a test.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{event, start};

/// The part of a response that the tests read.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Response {
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut response = Self { status, head: head.to_owned(), body: body.to_owned() };
        if response.header("Transfer-Encoding").is_some() {
            response.body = joined(body)?;
        }
        Some(response)
    }

    /// Reads until the connection is closed.
    pub fn read(mut stream: TcpStream) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(Self::parse(&bytes))
    }

    /// Reads until the connection is closed or reset: a collector that does not read the whole request may do that
    /// after it has responded.
    fn read_to_reset(mut stream: TcpStream) -> Option<Self> {
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        Self::parse(&bytes)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The id in `Location`.
    pub fn session(&self) -> String {
        assert_eq!(self.status, 201, "{self:?}");
        let location = self.header("Location").expect("a 201 has a Location");
        let id = location.strip_prefix("/api/v1/sessions/").expect("the Location is relative");
        id.to_owned()
    }
}

/// Sends requests to a collector.
pub struct Client {
    pub address: String,
}

impl Client {
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("the collector listens");
        let limit = Some(Duration::from_secs(60));
        stream.set_read_timeout(limit).unwrap();
        stream.set_write_timeout(limit).unwrap();
        stream
    }

    /// Sends these bytes, then closes the sending side.
    pub fn raw(&self, request: &[u8]) -> Option<Response> {
        let mut stream = self.connect();
        // The collector may have responded and closed the connection before everything was sent.
        let _ = stream.write_all(request);
        let _ = stream.shutdown(Shutdown::Write);
        Response::read_to_reset(stream)
    }

    pub fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Response {
        let (length, host) = (body.len(), &self.address);
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n"
        )
        .into_bytes();
        request.extend(body);
        let mut stream = self.connect();
        let _ = stream.write_all(&request);
        Response::read_to_reset(stream).unwrap_or_else(|| panic!("no response to {method} {path}"))
    }

    pub fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Response {
        self.send("POST", path, "", body.as_ref())
    }

    /// Asks for a page of a session again while no collector owns the session.
    pub fn get(&self, path: &str) -> Response {
        let begun = Instant::now();
        loop {
            let response = self.send("GET", path, "", b"");
            let has_owner = response.status != 503 || !path.starts_with("/page/session/");
            if has_owner || begun.elapsed() > Duration::from_secs(20) {
                return response;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The page's list of sessions.
    pub fn sessions(&self) -> Vec<Value> {
        let overview = self.get("/page/overview").json();
        overview["sessions"].as_array().expect("a list").clone()
    }

    /// Opens a session, and returns its id.
    pub fn open(&self, name: &str) -> String {
        let id = self.post("/api/v1/sessions", start(name)).session();
        next_millisecond();
        id
    }

    pub fn event(&self, id: &str, kind: &str, playhead: f64) -> Response {
        self.post(&format!("/api/v1/sessions/{id}/events"), event(kind, playhead))
    }
}

/// Waits for the next millisecond: sessions of the same one have no order on the page of collectors that share them.
pub fn next_millisecond() {
    std::thread::sleep(Duration::from_millis(1));
}

/// The text of a body that is sent in chunks; `None` if it is incomplete.
fn joined(mut chunks: &str) -> Option<String> {
    let mut text = String::new();
    loop {
        let (length, rest) = chunks.split_once("\r\n")?;
        let length = usize::from_str_radix(length, 16).ok()?;
        if length == 0 {
            return Some(text);
        }
        text.push_str(rest.get(..length)?);
        chunks = rest.get(length..)?.strip_prefix("\r\n")?;
    }
}
