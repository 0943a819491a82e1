//! Bodies that are compressed, and preflights that ask for more than the documented headers.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::CORS;
use crate::here::Here;
use crate::support::client::Response;
use crate::support::{event, start};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

fn post(collector: &Here, path: &str, encoding: &str, body: &[u8]) -> Response {
    let headers = format!("Content-Type: application/json\r\nContent-Encoding: {encoding}\r\n");
    collector.send("POST", path, &headers, body)
}

#[test]
fn gzip_bodies_are_read() {
    let collector = Here::start();
    for encoding in ["gzip", "GZip", "x-gzip"] {
        let opened = post(&collector, "/api/v1/sessions", encoding, &gzip(start("g").as_bytes()));
        let events = format!("/api/v1/sessions/{}/events", opened.session());
        let ping = gzip(event("ping", 1.0).as_bytes());
        assert_eq!(post(&collector, &events, encoding, &ping).status, 204);
        // Two members, and an uncompressed event of the same session.
        let (one, two) = (event("ping", 2.0), event("ping", 3.0));
        let members = [gzip(&one.as_bytes()[..9]), gzip(&one.as_bytes()[9..])].concat();
        assert_eq!(post(&collector, &events, encoding, &members).status, 204);
        assert_eq!(post(&collector, &events, "identity", two.as_bytes()).status, 204);
        let invalid = event("ping", 4.0).replace("playhead", "playHead");
        let rejected = post(&collector, &events, encoding, &gzip(invalid.as_bytes()));
        assert_eq!(rejected.status, 400);
        assert_eq!(rejected.json()["violations"][0]["pointer"], "/playerTime/playHead");
    }
    let sessions = collector.sessions();
    assert_eq!(sessions.len(), 3);
    // A session of a day arrives whole.
    let mut day = vec![start("day")];
    day.extend((1..40_000).map(|second| event("ping", f64::from(second))));
    let day = format!("[{}]", day.join(","));
    assert!(day.len() > 2_000_000);
    let uploaded = post(&collector, "/api/v1/downloaded", "gzip", &gzip(day.as_bytes()));
    assert_eq!(uploaded.status, 201, "{uploaded:?}");
}

#[test]
fn bombs_and_damaged_bodies_are_refused() {
    let collector = Here::start();
    let path = "/api/v1/downloaded";
    for (bytes, problem) in
        [(1_000_000, "250 times larger"), (64 * 1024 * 1024, "more than 8388608 bytes")]
    {
        let response = post(&collector, path, "gzip", &gzip(&vec![b' '; bytes]));
        assert_eq!(response.status, 413);
        let message = response.json()["message"].to_string();
        assert!(message.contains(problem), "{message}");
    }
    // More than 8 MiB, in a usual ratio.
    let mut large = String::from("[");
    for number in 0..150_000_u64 {
        let noise = number.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        large += &format!("{{\"eventType\":\"ping\",\"noise\":\"{noise:x}{:x}\"}},", !noise);
    }
    assert!(large.len() > 8 * 1024 * 1024);
    let response = post(&collector, path, "gzip", &gzip(large.as_bytes()));
    assert_eq!(response.status, 413, "{response:?}");
    assert!(response.body.contains("has more than 8388608 bytes"), "{response:?}");
    let whole = gzip(start("cut").as_bytes());
    for damaged in [&b""[..], b"{}", &whole[..whole.len() / 2], &[whole.as_slice(), b"x"].concat()]
    {
        let response = post(&collector, "/api/v1/sessions", "gzip", damaged);
        assert_eq!(response.status, 400);
        assert!(response.body.contains("is not gzip, or is incomplete"), "{response:?}");
    }
    // The next client is served.
    collector.open("after the bombs");
}

#[test]
fn other_encodings_get_415_and_what_is_read() {
    let collector = Here::start();
    for encoding in ["br", "deflate", "zstd", "gzip, gzip", "gzip\r\nContent-Encoding: br", "x"] {
        let response = post(&collector, "/api/v1/sessions", encoding, start("x").as_bytes());
        assert_eq!(response.status, 415, "{encoding}");
        assert_eq!(response.header("Accept-Encoding"), Some("gzip"));
        assert!(response.body.contains("send gzip"), "{response:?}");
        for (name, value) in CORS {
            assert_eq!(response.header(name), Some(value));
        }
    }
    assert!(collector.sessions().is_empty());
}

#[test]
fn preflights_are_answered_as_far_as_they_ask() {
    let collector = Here::start();
    let preflight = |headers: &str| collector.send("OPTIONS", "/api/v1/sessions", headers, b"");
    for network in ["Private-Network", "Local-Network"] {
        let allow = format!("Access-Control-Allow-{network}");
        let asked = preflight(&format!("Access-Control-Request-{network}: true\r\n"));
        assert_eq!((asked.status, asked.header(&allow)), (204, Some("true")));
        for (name, value) in CORS {
            assert_eq!(asked.header(name), Some(value));
        }
        for other in ["", &format!("Access-Control-Request-{network}: false\r\n")] {
            assert_eq!(preflight(other).header(&allow), None);
        }
    }
    let asked = "Access-Control-Request-Headers: content-type, content-encoding\r\n";
    let allowed = preflight(asked);
    let allowed = allowed.header("Access-Control-Allow-Headers");
    assert_eq!(allowed, Some("Content-Type,Content-Encoding"));
}
