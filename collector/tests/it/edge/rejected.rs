//! What is rejected, and how long sessions are open.

use std::io::Write as _;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use media_collection::Policy;
use media_collection_collector::ClosedReply;
use serde_json::json;

use super::rejected;
use crate::here::Here;
use crate::support::client::Response;
use crate::support::edge::{QUERY, body, event, session, start};

fn problem(response: &Response, status: u16, code: &str) {
    assert_eq!(response.status, status, "{response:?}");
    assert_eq!(response.header("Content-Type"), Some("application/problem+json"));
    let problem = response.json();
    assert!(problem["type"].as_str().unwrap().ends_with(code), "{problem}");
    assert_eq!(problem["status"], status);
}

#[test]
fn every_status() {
    let collector = Here::with(|options| options.body_timeout = Duration::from_millis(500));
    let id = collector.open_edge("a");
    let opening = body(&[start("a")]);
    let starts = format!("/ee/va/v1/sessionStart{QUERY}");

    // The start, and how it fails.
    let mut wrong = start("b");
    wrong["xdm"]["mediaCollection"]["sessionDetails"].as_object_mut().unwrap().remove("name");
    let response = collector.post(&starts, body(&[wrong]));
    assert_eq!((response.status, response.body.contains("new-session")), (207, false));
    assert_eq!(response.header("Content-Type"), Some("application/json"));
    let error = &response.json()["errors"][0];
    assert_eq!(error["report"]["eventIndex"], 0);
    let detail = &error["report"]["details"][0];
    assert_eq!(detail["name"], "$.xdm.mediaCollection.sessionDetails.name");
    problem(&collector.post("/ee/va/v1/sessionStart", &opening), 400, "EXEG-0002-400");
    problem(&collector.post(&starts, ""), 408, "EXEG-0109-408");
    let large = opening.to_string().replacen("\"playhead\":0", "\"playhead\":1e400", 1);
    for (wrong, said) in [("{", "is not JSON"), (&large, "has a number out of range at line 1")] {
        problem(&collector.post(&starts, wrong), 400, "EXEG-0101-400");
        let shown = collector.get("/page/overview").json()["refused"]["list"][0].to_string();
        assert!(shown.contains(&format!("the body {said}")), "{shown}");
    }
    problem(&collector.post(&starts, " ".repeat(70_000)), 413, "EXEG-0112-413");
    let form = "Content-Type: application/x-www-form-urlencoded\r\n";
    problem(&collector.send("POST", &starts, form, b"a=b"), 415, "EXEG-0111-415");

    // Events.
    assert_eq!(collector.edge_event(&id, "play", 1).status, 204);
    let path = "/ee/va/v1/chapterStart";
    let response = collector.post(path, body(&[event("chapterStart", &id, 1)]));
    problem(&response, 400, "va-edge-0400-400");
    let name = &response.json()["report"]["details"][0]["name"];
    assert_eq!(name, "$.events[0].xdm.mediaCollection.chapterDetails");
    let response = collector.post(path, body(&[event("adBreakStart", &id, 1)]));
    problem(&response, 400, "va-edge-0400-400");
    assert!(response.json()["report"]["details"].as_str().unwrap().contains("adBreakStart"));
    let response = collector.edge_event(&id[..63], "play", 1);
    problem(&response, 400, "va-edge-0400-400");
    assert!(response.body.contains("InvalidApiSidLength=63"), "{}", response.body);
    problem(&collector.edge_event(&"0".repeat(64), "play", 1), 404, "va-edge-0404-404");
    assert_eq!(collector.edge_event(&id, "sessionEnd", 60).status, 204);
    assert_eq!(collector.edge_event(&id, "sessionEnd", 60).status, 204, "safe to repeat");
    problem(&collector.edge_event(&id, "ping", 61), 410, "va-edge-0410-410");
    assert!(collector.edge_event(&id, "ping", 61).json()["report"]["requestId"].is_string());

    // Methods, paths, and a body that does not arrive.
    assert_eq!(collector.get(path).status, 405);
    assert_eq!(collector.post("/ee/va/v1/applause", "{}").status, 404);
    let mut stream = collector.connect();
    let head = format!("POST {path} HTTP/1.1\r\nHost: c\r\nContent-Length: 9\r\n\r\n{{");
    stream.write_all(head.as_bytes()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut stream, &mut text).unwrap();
    let response = Response::parse(text.as_bytes()).unwrap();
    assert_eq!((response.status, response.header("Connection")), (408, Some("close")));
    assert_eq!(response.json()["status"], 408);
    assert!(rejected(&collector) > 10);
}

/// The page shows a rejected request with its session, its violations, and their places.
#[test]
fn the_page_lists_them() {
    let collector = Here::start();
    let id = collector.open_edge("a");
    collector.post("/ee/va/v1/adStart", body(&[event("adStart", &id, 1)]));
    let mut wrong = start("b");
    wrong["xdm"]["timestamp"] = json!("now");
    collector.post(&format!("/ee/va/v1/sessionStart{QUERY}"), body(&[start("c"), wrong]));
    let overview = collector.get("/page/overview").json();
    let list = overview["refused"]["list"].as_array().unwrap();
    let shown: Vec<_> = list
        .iter()
        .map(|one| (one["status"].as_u64(), one["violations"][0]["pointer"].as_str().unwrap()))
        .collect();
    let expected = [
        (Some(207), "$.events[1].xdm.timestamp"),
        (Some(400), "$.events[0].xdm.mediaCollection.advertisingDetails"),
    ];
    assert_eq!(shown, expected);
    assert_eq!(list[1]["session"], id.as_str());
    let detail = collector.get(&format!("/page/session/{id}")).json();
    assert_eq!(detail["refused"].as_array().unwrap().len(), 1);
    assert_eq!(collector.sessions().len(), 2, "the valid start of two opened a session");
}

#[test]
fn sessions_time_out() {
    // A busy machine needs more time.
    assert!([1, 4, 16].into_iter().any(time_out), "an event takes too long");
}

/// With limits so many times as long as usual. False if events were not sent in time.
fn time_out(times: u32) -> bool {
    let limit = Duration::from_millis(1_500) * times;
    let collector = Here::with(|options| {
        options.limits.idle = limit;
        options.limits.age = limit * 2;
    });
    let (idle, moving) = (collector.open_edge("idle"), collector.open_edge("moving"));
    let mut before = Instant::now();
    let older = collector.open("older");
    let mut steps = 1..;
    let begun = Instant::now();
    let last = loop {
        std::thread::sleep(limit / 6);
        let (step, sending) = (steps.next().unwrap(), Instant::now());
        let last = collector.edge_event(&moving, "ping", step).status;
        // The limit for a session's age is one of Media Edge.
        let other = collector.event(&older, "ping", step as f64).status;
        if before.elapsed() > limit / 2 {
            return false;
        }
        before = sending;
        assert_eq!(other, 204);
        assert!(last == 204 || begun.elapsed() > limit, "closed after {:?}", begun.elapsed());
        if last != 204 || begun.elapsed() > limit * 2 + Duration::from_secs(30) {
            break last;
        }
    };
    assert_eq!(last, 410);
    assert_eq!(collector.edge_event(&idle, "ping", 1).status, 410);
    let closed: Vec<_> =
        collector.sessions().iter().map(|session| session["closed"].clone()).collect();
    before.elapsed() < limit / 2 && {
        assert_eq!(closed, [json!(null), json!("old"), json!("idle")]);
        true
    }
}

/// Adobe's documents differ in what an event of a closed session gets.
#[test]
fn closed_sessions() {
    for (reply, status) in
        [(ClosedReply::Gone, 410), (ClosedReply::NotFound, 404), (ClosedReply::Dropped, 204)]
    {
        let collector = Here::with(|options| options.closed_in_edge = reply);
        let (id, other) = (collector.open_edge("a"), collector.open_edge("b"));
        collector.edge_event(&id, "sessionEnd", 1);
        assert_eq!(collector.edge_event(&id, "ping", 2).status, status);
        let several = body(&[event("ping", &other, 2), event("ping", &id, 2)]);
        assert_eq!(collector.post("/ee/va/v1/ping", several).status, status);
        let received: Vec<_> =
            collector.sessions().iter().map(|session| session["received"].clone()).collect();
        assert_eq!(received, [json!(if status == 204 { 2 } else { 1 }), json!(2)]);
        // The older API has one answer.
        let older = collector.open("older");
        collector.event(&older, "sessionEnd", 1.0);
        assert_eq!(collector.event(&older, "ping", 2.0).status, 410);
    }
}

#[test]
fn a_tolerant_collector() {
    let collector = Here::with(|options| options.policy = Policy::tolerant());
    let mut item = start("a");
    let xdm = item["xdm"].as_object_mut().unwrap();
    xdm.remove("timestamp");
    xdm["mediaCollection"]["sessionDetails"].as_object_mut().unwrap().remove("channel");
    let id = session(&collector.post(&format!("/ee/va/v1/sessionStart{QUERY}"), body(&[item])));
    let mut ad = event("adStart", &id, 1);
    ad["xdm"]["mediaCollection"]["advertisingDetails"] =
        json!({"name": "a", "length": 1, "podPosition": 1});
    assert_eq!(collector.post("/ee/va/v1/adStart", body(&[ad])).status, 204);
    let detail = collector.get(&format!("/page/session/{id}")).json();
    let found = |kind: &str| {
        let mut events = detail["events"].as_array().unwrap().iter().map(|shown| &shown["event"]);
        events.find(|event| event["eventType"] == kind).unwrap()
    };
    assert_eq!(found("adStart")["params"]["media.ad.playerName"], "player");
    let opened = detail["summary"]["opened"].as_f64().unwrap();
    let ts = found("sessionStart")["playerTime"]["ts"].as_f64().unwrap();
    assert!((opened - ts).abs() < 5_000.0, "{opened} {ts}");
}

#[test]
fn datastreams() {
    let collector = Here::with(|options| {
        options.datastreams = Some(["known".to_owned()].into());
    });
    let path = |id: &str| format!("/ee/va/v1/sessionStart?configId={id}");
    assert_eq!(collector.post(&path("known"), body(&[start("a")])).status, 200);
    problem(&collector.post(&path("other"), body(&[start("a")])), 400, "EXEG-0003-400");
}

#[test]
fn gzip_bodies_are_read() {
    let collector = Here::start();
    let gzip = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let headers = "Content-Encoding: gzip\r\nContent-Type: text/plain\r\n";
    let path = format!("/ee/v1/interact{QUERY}");
    let opening = gzip(&body(&[start("a")]));
    session(&collector.send("POST", &path, headers, &opening));
    let large = gzip(&format!("{}{}", body(&[start("a")]), " ".repeat(70_000)));
    problem(&collector.send("POST", &path, headers, &large), 413, "EXEG-0112-413");
    let other = "Content-Encoding: br\r\n";
    assert_eq!(collector.send("POST", &path, other, b"x").status, 415);
}

/// Each API answers for its own paths, known or not.
#[test]
fn unknown_endpoints_are_answered_by_their_api() {
    let collector = Here::start();
    for path in [
        "/ee/va/v1/stateStart",
        "/ee/va/v1/Play",
        "/ee/va/v1/sessionStart/",
        "/ee/or2/va/v1/customTracking",
        "/ee/v2/interact",
        "/ee",
    ] {
        let response = collector.post(path, "{}");
        assert_eq!(response.status, 404, "{path}");
        assert_eq!(response.header("Content-Type"), Some("application/problem+json"), "{path}");
    }
    let response = collector.post("/api/v1/nothing", "{}");
    assert_eq!((response.status, response.header("Content-Type")), (404, Some("application/json")));
    let asked = collector.post("/ee/v1/privacy/set-consent?configId=1", "{}");
    assert_eq!((asked.status, &asked.json()["handle"]), (200, &json!([])));
}
