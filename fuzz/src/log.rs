//! Reads any bytes as a log, and the same requests as text and as JSON Lines.

use crate::traffic::{Request, lines, parse, requests, sessions};

pub fn run(bytes: &[u8]) {
    parse(bytes);
    let text = String::from_utf8_lossy(bytes);
    parse(format!("POST /api/v1/sessions HTTP/1.1\n{text}").as_bytes());
    parse(format!("22:13:20 {text}").as_bytes());

    // A text without statuses and with a `Location` for each start is not ambiguous.
    let mut requests = requests(bytes);
    requests.retain(|request| !request.path.ends_with("/sessions") || request.location.is_some());
    for request in &mut requests {
        request.status = 201;
    }
    let text: String = requests.iter().map(dump).collect();
    assert_eq!(sessions(&text), sessions(&lines(&requests)), "both say the same");
}

fn dump(request: &Request) -> String {
    let Request { path, body, status, location } = request;
    let location = location.as_ref().map_or_else(String::new, |to| format!("Location: {to}\r\n"));
    format!(
        "POST {path} HTTP/1.1\r\nHost: h\r\n\r\n{body}\r\nHTTP/1.1 {status} x\r\n{location}\r\n"
    )
}
