//! What is accepted, and the replies to it.

use media_collection::Event;
use media_collection::edge::{Incoming, ReceivedContent, Request as Body};
use media_collection::http::{Request, header};
use serde_json::{Value, json};

use super::{SDK, answer, answered, body, decode, event, post, start};
use crate::edge::real;
use crate::fixtures::files;

/// A start opens a session: its id comes first, and says which event it is of.
#[test]
fn a_start() {
    let path = format!("/ee/va/v1/sessionStart?{SDK}");
    let response = answer(&post(&path, body(&[start("a")]).to_string()));
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
    let text = String::from_utf8(response.into_body()).unwrap();
    assert!(!text.contains('\n'), "it is one line: {text}");
    let expected = json!({
        "requestId": "3f0c6f0e-6a51",
        "handle": [
            {"payload": [{"sessionId": format!("{:064x}", 1)}], "type": "media-analytics:new-session",
                "eventIndex": 0},
            {"payload": [{"scope": "EdgeNetwork", "hint": "or2", "ttlSeconds": 1800}],
                "type": "locationHint:result"},
            {"payload": [], "type": "state:store"},
        ],
    });
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), expected);
    assert!(text.find("new-session") < text.find("locationHint"), "{text}");
}

#[test]
fn several_starts_in_one_request() {
    let several = body(&[start("a"), start("b"), start("c")]);
    let (status, reply) = answered("/ee/va/v1/sessionStart?configId=1", &several);
    assert_eq!(status, 200);
    for index in 0..3 {
        let handle = &reply["handle"][index];
        assert_eq!(handle["eventIndex"], index);
        assert_eq!(handle["payload"][0]["sessionId"], format!("{:064x}", index + 1));
    }
}

/// Every event type has its path, with or without a hint, a prefix, or a datastream.
#[test]
fn events() {
    for request in real::captured() {
        let name = request.event_type;
        if name == "sessionStart" {
            continue;
        }
        let mut captured = request.body;
        captured["events"][0]["xdm"]["mediaCollection"]["sessionID"] = super::ID.into();
        for prefix in ["/ee", "/ee/or2", "/ee-pre-prd", "/ee-pre-prd/va6", "", "/a/b/ee"] {
            for query in ["", "?configId=1", "?requestId=2"] {
                let response =
                    answer(&post(&format!("{prefix}/va/v1/{name}{query}"), captured.to_string()));
                assert_eq!(response.status(), 204, "{prefix} {name}");
                assert!(response.body().is_empty());
            }
        }
    }
}

#[test]
fn several_events_in_one_request() {
    let several = body(&[event("ping"), event("ping")]);
    assert_eq!(answered("/ee/va/v1/ping", &several), (204, json!(null)));
}

/// Adobe's Web SDK sends `text/plain`, which needs no preflight.
#[test]
fn content_types() {
    let text = body(&[event("play")]).to_string();
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=UTF-8",
        "text/plain; charset=UTF-8",
        "text/plain",
        "text/javascript",
        "",
    ] {
        let request = Request::post("/ee/va/v1/play").header(header::CONTENT_TYPE, kind);
        let request = request.body(text.clone().into_bytes()).unwrap();
        assert_eq!(answer(&request).status(), 204, "{kind}");
    }
}

/// The tracker of the Web SDK writes `null` for quality that it does not know, on every start.
#[test]
fn quality_that_is_null() {
    let mut null = start("a");
    null["xdm"]["mediaCollection"]["qoeDataDetails"] = Value::Null;
    let text = body(&[null]).to_string();
    let path = format!("/ee/va/v1/sessionStart?{SDK}");
    for (kind, status) in [("text/plain; charset=UTF-8", 200), ("application/json", 207), ("", 207)]
    {
        let request = Request::post(&path).header(header::CONTENT_TYPE, kind);
        let response = answer(&request.body(text.clone().into_bytes()).unwrap());
        assert_eq!(response.status(), status, "{kind}");
    }
    // It is absent, and here it is required.
    let mut change = event("bitrateChange");
    change["xdm"]["mediaCollection"]["qoeDataDetails"] = Value::Null;
    let request =
        Request::post("/ee/va/v1/bitrateChange").header(header::CONTENT_TYPE, "text/plain");
    let response = answer(&request.body(body(&[change]).to_string().into_bytes()).unwrap());
    assert_eq!(response.status(), 400);
}

/// What a page of any origin needs, when it sends with credentials.
#[test]
fn origins_and_preflights() {
    let origin = "https://player.example";
    let text = body(&[event("play")]).to_string();
    for (path, text, status) in
        [("/ee/va/v1/play", &*text, 204), ("/ee/va/v1/play", "{}", 400), ("/ee/va/v1/x", "", 404)]
    {
        let request = Request::post(path).header(header::ORIGIN, origin);
        let response = answer(&request.body(text.as_bytes().to_vec()).unwrap());
        assert_eq!(response.status(), status);
        let headers = response.headers();
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], origin);
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_CREDENTIALS], "true");
        assert_eq!(headers[header::VARY], "Origin");
        let response = answer(&post(path, text));
        assert_eq!(response.headers()[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
        assert!(!response.headers().contains_key(header::ACCESS_CONTROL_ALLOW_CREDENTIALS));
    }
    for path in ["/ee/va/v1/sessionStart", "/ee/or2/va/v1/ping", "/ee/v1/interact"] {
        let request = Request::options(path)
            .header(header::ORIGIN, origin)
            .header(
                header::ACCESS_CONTROL_REQUEST_HEADERS,
                "content-type,x-adobe-aep-validation-token",
            )
            .header("Access-Control-Request-Private-Network", "true")
            .body(Vec::new())
            .unwrap();
        assert_eq!(Incoming::decode(&request, &Default::default()).unwrap(), Incoming::Preflight);
        let response = Incoming::preflight_response_to(request.headers());
        assert_eq!(response.status(), 204);
        let headers = response.headers();
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], origin);
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_CREDENTIALS], "true");
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_METHODS], "POST,OPTIONS");
        let allowed = headers[header::ACCESS_CONTROL_ALLOW_HEADERS].to_str().unwrap();
        assert!(allowed.contains("content-type") && allowed.contains("x-adobe-aep"), "{allowed}");
        assert_eq!(headers["Access-Control-Allow-Private-Network"], "true");
    }
}

/// What the Web SDK sent is decoded as it sent it, and a relay can send the same again.
#[test]
fn nothing_of_a_request_is_lost() {
    let mut count = 0;
    for entry in std::fs::read_dir(files::payloads().join("edge")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        for sent in files::json(&path)["requests"].as_array().unwrap() {
            let text = |member: &str| sent[member].as_str().unwrap().to_owned();
            let request = Request::post(format!("{}{}", text("path"), text("query")))
                .header(header::CONTENT_TYPE, text("content_type"))
                .body(text("raw").into_bytes())
                .unwrap();
            let received = decode(&request).unwrap();
            assert_eq!(received.errors, []);
            let config_id = received.head.config_id.as_deref();
            assert_eq!(config_id, Some("11111111-2222-3333-4444-555555555555"));
            assert!(text("query").contains(received.head.request_id.as_deref().unwrap()));
            let [item] = <[_; 1]>::try_from(received.items).unwrap();
            let item = match item.content {
                ReceivedContent::Start(item) => item.map(Event::from),
                ReceivedContent::Event { session_id, item } => {
                    assert!(text("raw").contains(&session_id));
                    *item
                }
                _ => panic!("it is not downloaded"),
            };
            let again = Body::from(item).with_envelope(received.envelope).encode().unwrap();
            let sent: Value = serde_json::from_str(&text("raw")).unwrap();
            assert_eq!(serde_json::from_slice::<Value>(&again).unwrap(), sent);
            count += 1;
        }
    }
    assert_eq!(count, 49);
}
