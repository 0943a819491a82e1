//! What HTTP demands of every request (RFC 9112), of both APIs and of the page.

use crate::here::Here;
use crate::support::{event, start};

fn status(collector: &Here, request: &str) -> Option<u16> {
    collector.raw(request.as_bytes()).map(|response| response.status)
}

#[test]
fn a_request_has_one_host() {
    let collector = Here::start();
    let body = start("host");
    let length = body.len();
    for (line, own) in [("POST /api/v1/sessions", 201), ("GET /page/overview", 200)] {
        let is_post = line.starts_with("POST");
        let (body, length) = if is_post { (&*body, length) } else { ("", 0) };
        let request = |version: &str, hosts: &str| {
            format!("{line} HTTP/{version}\r\n{hosts}Content-Length: {length}\r\n\r\n{body}")
        };
        for (version, hosts, expected) in [
            ("1.1", "Host: localhost\r\n", own),
            ("1.1", "", 400),
            ("1.1", "Host: localhost\r\nHost: localhost\r\n", 400),
            ("1.0", "Host: localhost\r\nHost: localhost\r\n", 400),
            ("1.1", "Host: two words\r\n", 400),
            ("1.1", "Host: user@localhost\r\n", 400),
            ("1.0", "", own),
        ] {
            let response = status(&collector, &request(version, hosts));
            assert_eq!(response, Some(expected), "{line} {version} {hosts}");
        }
    }
    let interact = "POST /ee/va/v1/play HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}";
    assert_eq!(status(&collector, interact), Some(400));
}

#[test]
fn other_transfer_codings_are_not_taken_for_plain_text() {
    let collector = Here::start();
    let id = collector.open("codings");
    let ping = event("ping", 1.0);
    let path = format!("/api/v1/sessions/{id}/events");
    for (coding, expected) in [
        ("chunked", 204),
        ("Chunked", 204),
        ("gzip, chunked", 501),
        ("gzip\r\nTransfer-Encoding: chunked", 501),
        ("identity, chunked", 501),
    ] {
        for (path, expected) in [(&*path, expected), ("/ee/va/v1/sessionStart", expected.max(400))]
        {
            let length = ping.len();
            let request = format!(
                "POST {path} HTTP/1.1\r\nHost: c\r\nTransfer-Encoding: {coding}\r\n\r\n\
                 {length:x}\r\n{ping}\r\n0\r\n\r\n"
            );
            let status = status(&collector, &request).expect("a response");
            // hyper itself rejects some.
            let is_rejected = expected == 501 && status == 400;
            let is_other_api = path.starts_with("/ee") && expected == 400 && status < 500;
            assert!(status == expected || is_rejected || is_other_api, "{coding}: {status}");
        }
    }
    assert_eq!(collector.sessions()[0]["received"], 3);
}
