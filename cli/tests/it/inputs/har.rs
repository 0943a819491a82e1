//! HAR, and other JSON with requests in it.

use std::io::Write as _;

use serde_json::{Value, json};

use super::{assert_two, parse, ping, refused, sessions, start, two};

const HOST: &str = "https://example.hb-api.omtrdc.net";

fn har(entries: impl IntoIterator<Item = Value>) -> String {
    let entries: Vec<_> = entries.into_iter().collect();
    json!({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": entries}})
        .to_string()
}

fn entry(path: &str, body: &str, status: u16, location: Option<&str>) -> Value {
    let headers: Vec<_> =
        location.iter().map(|value| json!({"name": "location", "value": value})).collect();
    json!({
        "startedDateTime": "2023-11-14T22:13:20.000Z",
        "request": {
            "method": "POST", "url": format!("{HOST}{path}?x=1"), "headers": [],
            "postData": {"mimeType": "application/json", "text": body},
        },
        "response": {"status": status, "headers": headers, "content": {"text": "{}"}},
    })
}

fn entries() -> Vec<Value> {
    two().iter().map(|(path, body, status, to)| entry(path, body, *status, to.as_deref())).collect()
}

/// A file with one session, whose start opens it under the id `a1`.
fn opened(rest: impl IntoIterator<Item = Value>) -> String {
    let begin = entry("/api/v1/sessions", &start("a"), 201, Some("/api/v1/sessions/a1"));
    har([begin].into_iter().chain(rest))
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

const PING: &str = "/api/v1/sessions/a1/events";

#[test]
fn the_sessions_of_a_har_file_are_told_apart() {
    assert_two(har(entries()));
    assert_two(gzip(&har(entries())));
    assert_two(format!("\u{feff}{}", har(entries())));
    let capture = include_bytes!("../data/capture.har");
    assert_eq!(sessions(&parse(capture)), [(Some("abc"), vec!["sessionStart", "play"])]);
}

#[test]
fn entries_are_put_in_the_order_of_their_times() {
    let mut entries = entries();
    for (second, entry) in entries.iter_mut().enumerate() {
        // Another time zone for every second entry.
        let hour = if second % 2 == 0 { "22" } else { "20" };
        let zone = if second % 2 == 0 { "Z" } else { "-02:00" };
        entry["startedDateTime"] = json!(format!("2023-11-14T{hour}:13:2{second}.5{zone}"));
    }
    entries.reverse();
    // The order of the sessions is that of their starts.
    assert_two(har(entries));
}

#[test]
fn other_requests_are_left_out_and_counted() {
    let mut all = vec![];
    for (index, session) in entries().into_iter().enumerate() {
        let page = json!({"request": {"method": "GET", "url": "https://x.example/api/v1/sessions"},
            "response": {"status": 200, "content": {"text": "<html>", "size": 6}}});
        let preflight = json!({"request": {"method": "OPTIONS", "url": format!("{HOST}/api/v1/sessions")},
            "response": {"status": 204, "headers": []}});
        let hit =
            json!({"request": {"method": "GET", "url": "https://x.sc.omtrdc.net/b/ss/s/1?AQB=1"}});
        all.extend([page, session, preflight]);
        if index == 0 {
            all.push(hit);
        }
    }
    assert_two(har(all.clone()));
    let notes = parse(har(all)).notes.join("\n");
    assert!(notes.contains("1 request to other services: hits of Adobe Analytics"), "{notes}");
    assert!(notes.contains("5 × preflight"), "{notes}");
    assert!(notes.contains("5 × request to other addresses"), "{notes}");
}

/// The same id at two hosts is two sessions.
#[test]
fn hosts_are_told_apart() {
    let mut entries = vec![];
    for host in ["https://one.example", "http://TWO.example:8080/va"] {
        for (path, body, status, location) in [
            ("/api/v1/sessions", start(host), 201, Some("/api/v1/sessions/1")),
            ("/api/v1/sessions/1/events", ping(1.0), 204, None),
        ] {
            let mut entry = entry(path, &body, status, location);
            entry["request"]["url"] = json!(format!("{host}{path}"));
            entries.push(entry);
        }
    }
    entries.swap(1, 2);
    let input = parse(har(entries));
    let one = (Some("1"), vec!["sessionStart", "ping"]);
    assert_eq!(sessions(&input), [one.clone(), one.clone()]);
    // A client that follows a `Location` to another host.
    let location = "https://two.example/api/v1/sessions/1";
    let begin = entry("/api/v1/sessions", &start("a"), 201, Some(location));
    let mut event = entry("", &ping(1.0), 204, None);
    event["request"]["url"] = json!(format!("{location}/events"));
    assert_eq!(sessions(&parse(har([begin, event]))), [one]);
}

#[test]
fn bodies_are_read_in_every_form() {
    let body = ping(3.0);
    let with = |data: Value| {
        let mut entry = entry(PING, "", 204, None);
        entry["request"]["postData"] = data;
        entry
    };
    let zipped = gzip(&body);
    let latin: String = zipped.iter().map(|byte| char::from(*byte)).collect();
    for data in [
        json!({"mimeType": "text/plain", "text": body}),
        json!({"text": base64(body.as_bytes()), "encoding": "base64"}),
        json!({"text": base64(body.as_bytes()).trim_end_matches('='), "encoding": "base64"}),
        json!({"text": base64(&zipped), "encoding": "base64"}),
        json!({"text": latin}),
        json!({"text": serde_json::to_string(&body).unwrap()}),
        json!({"mimeType": "application/x-www-form-urlencoded", "params": [{"name": body, "value": ""}]}),
        json!({"text": "", "params": [{"name": body}]}),
    ] {
        let input = parse(opened([with(data.clone())]));
        assert_eq!(sessions(&input), [(Some("a1"), vec!["sessionStart", "ping"])], "{data}");
    }
    // A bomb, and what is no gzip.
    let bomb = base64(&gzip(&" ".repeat(50_000_000)));
    for (text, said) in [(bomb, "250 times larger"), (base64(&zipped[..20]), "incomplete")] {
        let input = parse(opened([with(json!({"text": text, "encoding": "base64"}))]));
        let [problem] = &input.sessions[0].problems[..] else { panic!("{input:?}") };
        assert_eq!((&*problem.pointer, problem.keyword), ("/1", "file"));
        assert!(problem.message.contains(said), "{problem}");
        assert!(input.sessions[0].is_unreadable && !input.sessions[0].is_whole());
        assert_eq!(input.sessions[0].events.len(), 1);
    }
}

#[test]
fn a_file_without_bodies_is_told() {
    let without = |mut entry: Value| {
        entry["request"].as_object_mut().unwrap().remove("postData");
        entry
    };
    let input = parse(har(entries().into_iter().map(without)));
    assert_eq!(input.sessions.len(), 2);
    for session in &input.sessions {
        assert!(session.is_unreadable);
        assert_eq!(session.problems.len(), session.count);
        assert!(session.problems[0].message.contains("export it with content"));
    }
}

#[test]
fn violations_are_those_of_the_session() {
    let play = r#"{"eventType":"Play","playerTime":{"playHead":1,"ts":1}}"#;
    let [ping, end] = [ping(1.0), "no JSON".to_owned()];
    let input = parse(opened([entry(PING, &ping, 204, None), entry(PING, play, 400, None)]));
    let [session] = &input.sessions[..] else { panic!("{input:?}") };
    let pointers: Vec<_> = session.problems.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(pointers, ["/2/eventType", "/2/playerTime/playHead", "/2/playerTime/playhead"]);
    assert!(!session.is_unreadable);
    // Nothing follows from the events around one that cannot be decoded.
    let input = parse(opened([entry(PING, &end, 400, None), entry(PING, &ping, 204, None)]));
    let [session] = &input.sessions[..] else { panic!("{input:?}") };
    assert_eq!((session.count, session.is_whole()), (3, false));
    let left: Vec<_> = session.origins.iter().map(|origin| origin.index).collect();
    assert_eq!((left, session.place(1)), (vec![0, 2], 2));
    assert_eq!(session.problems[0].pointer, "/1");
}

/// When a request was sent, and what came back.
#[test]
fn times_and_statuses_stay_with_the_event() {
    let mut refused = entry(PING, &ping(2.0), 404, None);
    refused["startedDateTime"] = json!("2023-11-14T23:13:25.5+01:00");
    let input = parse(opened([entry(PING, &ping(1.0), 204, None), refused]));
    let sent = |index: usize| {
        let sent = input.sessions[0].origins[index].sent;
        (sent.at, sent.status)
    };
    assert_eq!(sent(0), (Some(1_700_000_000_000), Some(201)));
    assert_eq!(sent(2), (Some(1_700_000_005_500), Some(404)));
}

/// A request that got no success and was sent again is one event.
#[test]
fn attempts_are_counted_once() {
    let begin = |status, location| entry("/api/v1/sessions", &start("a"), status, location);
    let event = |status| entry(PING, &ping(1.0), status, None);
    let all = [begin(0, None), begin(503, None), begin(200, Some("/api/v1/sessions/a1"))];
    let input = parse(har(all.into_iter().chain([event(0), event(500), event(204), event(204)])));
    // What arrived twice is two events.
    assert_eq!(sessions(&input), [(Some("a1"), vec!["sessionStart", "ping", "ping"])]);
    assert!(input.notes[0].starts_with("4 requests got no success"), "{:?}", input.notes);
    // An event of a lost session is sent to the next one.
    let moved = |id: &str, status| {
        entry(&format!("/api/v1/sessions/{id}/events"), &ping(2.0), status, None)
    };
    let again = entry("/api/v1/sessions", &start("b"), 201, Some("/api/v1/sessions/b2"));
    let input = parse(opened([moved("a1", 404), again, moved("b2", 204)]));
    let expected = [(Some("a1"), vec!["sessionStart"]), (Some("b2"), vec!["sessionStart", "ping"])];
    assert_eq!(sessions(&input), expected);
    // A last attempt that failed as well is not lost.
    let input = parse(har([begin(500, None), begin(500, None)]));
    assert_eq!(sessions(&input), [(None, vec!["sessionStart"])]);
}

#[test]
fn a_capture_may_begin_without_its_start() {
    let input = parse(har((0..500).map(|second| entry(PING, &ping(f64::from(second)), 204, None))));
    assert_eq!(sessions(&input), [(Some("a1"), vec!["ping"; 500])]);
    // The id returns after a restart of a test server: another session.
    let again = || entry("/api/v1/sessions", &start("a"), 201, Some("/api/v1/sessions/a1"));
    let input = parse(opened([entry(PING, &ping(1.0), 204, None), again()]));
    let expected = [(Some("a1"), vec!["sessionStart", "ping"]), (Some("a1"), vec!["sessionStart"])];
    assert_eq!(sessions(&input), expected);
}

#[test]
fn a_start_without_location_is_joined_with_the_next_id() {
    let begin = |status| entry("/api/v1/sessions", &start("a"), status, None);
    let input = parse(har([begin(201), entry(PING, &ping(1.0), 204, None)]));
    assert_eq!(sessions(&input), [(Some("a1"), vec!["sessionStart", "ping"])]);
    assert!(input.notes.iter().any(|note| note.contains("without a usable `Location`")));
    // A start that was rejected opened nothing.
    let input = parse(har([begin(400), entry(PING, &ping(1.0), 204, None)]));
    assert_eq!(sessions(&input), [(None, vec!["sessionStart"]), (Some("a1"), vec!["ping"])]);
    // Browsers show the header here too.
    let mut shown = begin(201);
    shown["response"]["redirectURL"] = json!("/api/v1/sessions/a1");
    let input = parse(har([shown, entry(PING, &ping(1.0), 204, None)]));
    assert_eq!(sessions(&input), [(Some("a1"), vec!["sessionStart", "ping"])]);
    assert!(input.notes.is_empty());
}

/// What Adobe's JavaScript SDK does with a `Location` that has a host.
#[test]
fn a_misread_location_is_told() {
    let capture = "tests/payloads/captures/js-online-server_201_absolute_location.json";
    let input = parse(std::fs::read(crate::support::repository(capture)).unwrap());
    assert!(input.notes.iter().any(|note| note.contains("has to be the path alone")));
}

#[test]
fn downloaded_sessions_are_one_each() {
    let batch = format!("[{},{}]", start("a"), ping(1.0));
    let upload = |path, status| entry(path, &batch, status, None);
    let both = [upload("/api/v1/downloaded", 201), upload("/api/v1/sessions", 201)];
    let expected = (None, vec!["sessionStart", "ping"]);
    assert_eq!(sessions(&parse(har(both))), [expected.clone(), expected]);
    // The second attempt may be in the deprecated form.
    for (status, path) in [(503, "/api/v1/downloaded"), (404, "/api/v1/sessions")] {
        let twice = [upload("/api/v1/downloaded", status), upload(path, 201)];
        assert_eq!(sessions(&parse(har(twice))), [(None, vec!["sessionStart", "ping"])]);
    }
}

#[test]
fn sessions_of_charles_are_read() {
    let transactions = two().into_iter().map(|(path, body, status, location)| {
        let mut headers = vec![json!({"name": "Date", "value": "now"})];
        headers.extend(location.map(|to| json!({"name": "Location", "value": to})));
        let encoded = path.contains("b2");
        let body = if encoded {
            json!({"encoding": "base64", "encoded": base64(body.as_bytes())})
        } else {
            json!({"text": body, "charset": "UTF-8"})
        };
        json!({
            "status": "COMPLETE", "method": "POST", "protocolVersion": "HTTP/1.1", "scheme": "https",
            "host": "example.hb-api.omtrdc.net", "port": null, "actualPort": 443, "path": path,
            "query": null, "tunnel": false,
            "times": {"start": "2023-11-14T22:13:20.000+01:00"},
            "request": {"mimeType": "application/json", "header": {
                "firstLine": format!("POST {path} HTTP/1.1"),
                "headers": [{"name": "Host", "value": "example.hb-api.omtrdc.net"}]}, "body": body},
            "response": {"status": status, "header": {"firstLine": "HTTP/1.1", "headers": headers},
                "body": {"text": ""}},
        })
    });
    let tunnel = json!({"status": "COMPLETE", "method": "CONNECT", "host": "x", "path": null});
    let transactions: Vec<_> = [tunnel].into_iter().chain(transactions).collect();
    assert_two(Value::from(transactions).to_string());
}

#[test]
fn what_is_in_a_har_file_instead_is_named() {
    let get = |url: &str| json!({"request": {"method": "GET", "url": url}, "response": {}});
    for (entries, said) in [
        (vec![], "contains 0 requests, none to the Media Collection API"),
        (vec![get("https://x.example/")], "1 × request to other addresses"),
        (vec![get("https://x.hb.omtrdc.net/?s:event:type=play")], "media heartbeats (hb)"),
        (vec![get("https://own.example/hb?s:event:type=start")], "media heartbeats (hb)"),
        (vec![get("https://x.sc.omtrdc.net/b/ss/suite/1")], "Adobe Analytics"),
        (vec![get(&format!("{HOST}/api/v1/sessions/a1/event"))], "paths that are no endpoint"),
        (vec![get(&format!("{HOST}/api/v1/session"))], "paths that are no endpoint"),
    ] {
        let message = refused(har(entries));
        assert!(message.contains(said), "{message}");
    }
    let message = refused(r#"{"log":{"version":"1.2"}}"#);
    assert!(message.contains("HAR"), "{message}");
    // The session of another API.
    let login = json!({"request": {"method": "POST", "url": "https://x.example/api/v1/sessions",
        "postData": {"text": r#"{"user":"me"}"#}}});
    let message = refused(har([login]));
    assert!(message.contains("1 × request to other addresses"), "{message}");
    // In a file that was cut off, the requests are found that are whole.
    let whole = har(entries());
    let cut = &whole[..whole.len() - 20];
    assert_two(cut);
    assert!(parse(cut).notes[0].starts_with("is not JSON as a whole"));
    assert!(refused(&cut[..100]).contains("EOF"));
}
