//! Headers, schemas, and what a tolerant collector accepts.

use media_collection::Policy;

use crate::CORS;
use crate::here::Here;
use crate::support::{repository, start};

#[test]
fn headers_preflight_and_schemas() {
    let collector = Here::start();
    let id = collector.open("headers");
    for path in
        ["/api/v1/sessions", "/api/v1/downloaded", &format!("/a/api/v1/sessions/{id}/events")]
    {
        let response = collector.send("OPTIONS", path, "Origin: https://player.example\r\n", b"");
        assert_eq!(response.status, 204);
        for (name, value) in CORS {
            assert_eq!(response.header(name), Some(value), "{path}");
        }
    }
    // The content type and the query are ignored.
    for kind in
        ["application/json; charset=utf-8", "text/plain", "application/x-www-form-urlencoded"]
    {
        let header = format!("Content-Type: {kind}\r\n");
        let response =
            collector.send("POST", "/api/v1/sessions?x=1", &header, start("typed").as_bytes());
        assert_eq!(response.status, 201, "{kind}");
        assert_eq!(response.header("Content-Length"), Some("0"));
    }
    for entry in std::fs::read_dir(repository("schemas")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|kind| kind == "json") && name != "annotations" {
            let response = collector.get(&format!("/api/v1/schemas/{name}"));
            assert_eq!((response.status, response.json()), (200, json(&path)), "{name}");
            assert_eq!(response.header("Content-Type"), Some("application/json"));
        }
    }
    assert_eq!(collector.get("/api/v1/schemas/applause").status, 404);
    let page = collector.get("/");
    assert_eq!(page.status, 200);
    assert!(page.header("Content-Security-Policy").unwrap().starts_with("default-src 'self';"));
}

#[test]
fn a_tolerant_collector_takes_what_it_does_not_know() {
    let collector = Here::with(|options| options.policy = Policy::tolerant());
    let id = collector.open("tolerant");
    let applause = r#"{"eventType":"applause","playerTime":{"playhead":1,"ts":1},"how":"loud"}"#;
    let response = collector.post(&format!("/api/v1/sessions/{id}/events"), applause);
    assert_eq!(response.status, 204);
    let timeline = repository("tests/payloads/timelines/timeline-2.json");
    let response = collector.post("/api/v1/downloaded", std::fs::read(timeline).unwrap());
    assert_eq!(response.status, 201);
}

/// Every file that the page or a script refers to exists.
#[test]
fn the_page_is_whole() {
    let collector = Here::start();
    let mut named = vec!["/".to_owned()];
    let mut next = 0;
    while let Some(path) = named.get(next) {
        let file = collector.get(path);
        assert_eq!(file.status, 200, "{path}");
        assert!(file.header("Content-Security-Policy").is_some(), "{path}");
        for text in file.body.split('"') {
            let path = text.strip_prefix("./").map(|name| format!("/page/{name}"));
            let path = path.or_else(|| text.starts_with("/page/").then(|| text.to_owned()));
            if let Some(path) = path.filter(|path| path.contains('.') && !named.contains(path)) {
                named.push(path);
            }
        }
        next += 1;
    }
    assert!(named.len() > 10, "{named:?}");
}

fn json(path: &std::path::Path) -> serde_json::Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}
