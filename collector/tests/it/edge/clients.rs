//! Adobe's clients: the Web SDK as it was captured, and one like the reference client.

use serde_json::{Value, json};

use super::rejected;
use crate::here::Here;
use crate::support::edge::{QUERY, body, captures, event, session, start};

/// The ids that the script of the captures gave.
fn recorded(raw: &str) -> Option<String> {
    let body: Value = serde_json::from_str(raw).ok()?;
    let id = &body["events"][0]["xdm"]["mediaCollection"]["sessionID"];
    id.as_str().map(str::to_owned)
}

#[test]
fn what_the_web_sdk_sent_is_accepted_as_it_sent_it() {
    let collector = Here::start();
    let (mut starts, mut events) = (0, 0);
    for (scenario, requests) in captures() {
        let mut open = String::new();
        for request in &requests {
            let headers = format!(
                "Content-Type: {}\r\nOrigin: https://example.com\r\nCookie: a=b\r\n",
                request.content_type
            );
            let raw = match recorded(&request.raw) {
                Some(id) => request.raw.replace(&id, &open),
                None => request.raw.clone(),
            };
            let path = format!("{}{}", request.path, request.query);
            let response = collector.send("POST", &path, &headers, raw.as_bytes());
            assert_eq!(response.header("Access-Control-Allow-Origin"), Some("https://example.com"));
            assert_eq!(response.header("Access-Control-Allow-Credentials"), Some("true"));
            if request.path.ends_with("/interact") {
                let sent: Value = serde_json::from_str(&request.raw).unwrap();
                assert!(sent["events"][0]["xdm"].get("mediaCollection").is_some());
                open = session(&response);
                assert!(request.query.contains(response.json()["requestId"].as_str().unwrap()));
                starts += 1;
            } else {
                assert_eq!(response.status, 204, "{scenario} {path}: {response:?}");
                assert_eq!(response.body, "");
                events += 1;
            }
        }
    }
    assert_eq!((starts, events), (7, 42));
    assert_eq!(rejected(&collector), 0);
    let sessions = collector.sessions();
    assert_eq!(sessions.len(), 7);
    for session in &sessions {
        assert_eq!(session["api"], "media-edge");
        assert_eq!(session["datastream"], "11111111-2222-3333-4444-555555555555");
        assert_eq!(session["player"], "player_name");
        let detail =
            collector.get(&format!("/page/session/{}", session["id"].as_str().unwrap())).json();
        assert_eq!(detail["edge"]["library"], "https://ns.adobe.com/experience/alloy");
        assert_eq!(detail["edge"]["environment"], "browser");
        assert!(detail["report"]["values"].as_array().unwrap().len() > 5);
    }
}

/// Adobe's reference client reads `handle[0].payload[0].sessionId`, takes any 2xx, parses every body that
/// is not empty as JSON, and never tries again.
struct Reference<'a> {
    collector: &'a Here,
    base: &'a str,
    failed: Vec<Value>,
}

impl Reference<'_> {
    fn send(&mut self, path: &str, body: &str) -> Value {
        let path = format!("{}/{path}?configId=1", self.base);
        let headers = "Content-Type: application/json\r\nOrigin: null\r\n";
        let response = self.collector.send("POST", &path, headers, body.as_bytes());
        let data = if response.body.is_empty() { Value::Null } else { response.json() };
        if !(200..300).contains(&response.status) {
            self.failed.push(data.clone());
        }
        data
    }

    fn view(&mut self, name: &str) -> String {
        let data = self.send("sessionStart", &body(&[start(name)]));
        let id = data["handle"][0]["payload"][0]["sessionId"].as_str().unwrap().to_owned();
        for (kind, at) in [("play", 0), ("pauseStart", 3), ("play", 3), ("ping", 10)] {
            self.send(kind, &body(&[event(kind, &id, at)]));
        }
        for (kind, member, value) in [
            ("statesUpdate", "statesStart", json!([{"name": "subtitles"}])),
            ("statesUpdate", "statesEnd", json!([{"name": "subtitles"}])),
            ("error", "errorDetails", json!({"name": "Error", "source": "player"})),
            ("bitrateChange", "qoeDataDetails", json!({"framesPerSecond": 30})),
        ] {
            let mut item = event(kind, &id, 20);
            item["xdm"]["mediaCollection"][member] = value;
            self.send(kind, &body(&[item]));
        }
        self.send("sessionComplete", &body(&[event("sessionComplete", &id, 60)]));
        id
    }
}

#[test]
fn a_client_like_the_reference_client() {
    let collector = Here::start();
    let mut ids = Vec::new();
    for base in ["/ee/va/v1", "/ee-pre-prd/va/v1", "/ee/or2/va/v1", "/first/party/ee/va/v1"] {
        let mut client = Reference { collector: &collector, base, failed: Vec::new() };
        ids.push(client.view(base));
        assert_eq!(client.failed, [] as [Value; 0], "{base}");
    }
    assert_eq!(rejected(&collector), 0);
    let sessions = collector.sessions();
    for (session, id) in sessions.iter().rev().zip(&ids) {
        assert_eq!((&session["id"], &session["received"]), (&id.as_str().into(), &10.into()));
        assert_eq!((&session["complete"], &session["errors"]), (&true.into(), &0.into()));
    }
    let hint = collector.get(&format!("/page/session/{}", ids[2])).json()["edge"]["hint"].clone();
    assert_eq!(hint, "or2");
}

/// The mobile SDKs say who the viewer is and who they are for all events of a request, and ask for a stream
/// of answers, each on a line.
#[test]
fn requests_of_the_mobile_sdks() {
    let collector = Here::start();
    let around = |item: Value| {
        json!({
            "meta": {"konductorConfig": {"streaming":
                {"enabled": true, "recordSeparator": "\u{0}", "lineFeed": "\n"}},
                "state": {"entries": [{"key": "kndctr_0A1B2C_AdobeOrg_cluster", "value": "or2", "maxAge": 1800}]}},
            "xdm": {"identityMap": {"ECID": [{"id": "12345678901234567890123456789012345678",
                    "authenticatedState": "ambiguous", "primary": false}]},
                "implementationDetails": {"name": "https://ns.adobe.com/experience/mobilesdk/ios",
                    "version": "5.0.0+5.0.3", "environment": "app"}},
            "events": [item],
        })
    };
    let headers = "Content-Type: application/json\r\naccept: application/json\r\n\
                   X-Adobe-AEP-Validation-Token: t\r\n";
    let mut opening = start("a");
    opening["xdm"]["_id"] = "6F1C".into();
    opening["xdm"]["mediaCollection"]["customMetadata"] = json!([]);
    opening["xdm"].as_object_mut().unwrap().remove("identityMap");
    let path = format!("/ee/va/v1/sessionStart{QUERY}");
    let response = collector.send("POST", &path, headers, around(opening).to_string().as_bytes());
    let id = session(&response);
    assert_eq!(response.body.lines().count(), 1);
    for kind in ["play", "ping", "sessionComplete"] {
        let path = format!("/ee/or2/va/v1/{kind}{QUERY}");
        let body = around(event(kind, &id, 1)).to_string();
        assert_eq!(collector.send("POST", &path, headers, body.as_bytes()).status, 204, "{kind}");
    }
    let detail = collector.get(&format!("/page/session/{id}")).json();
    assert_eq!(detail["edge"]["namespaces"], json!(["ECID"]));
    assert_eq!(detail["edge"]["environment"], "app");
    assert_eq!(rejected(&collector), 0);
}

/// A browser asks before it sends JSON.
#[test]
fn preflights() {
    let collector = Here::start();
    for path in ["/ee/va/v1/sessionStart", "/ee/or2/va/v1/ping", "/ee/v1/interact"] {
        let headers = "Origin: https://player.example\r\nAccess-Control-Request-Method: POST\r\n\
                       Access-Control-Request-Headers: content-type,content-encoding\r\n";
        let response = collector.send("OPTIONS", path, headers, b"");
        assert_eq!(response.status, 204);
        assert_eq!(response.header("Access-Control-Allow-Origin"), Some("https://player.example"));
        assert_eq!(
            response.header("Access-Control-Allow-Headers"),
            Some("content-type,content-encoding")
        );
        assert!(response.header("Access-Control-Allow-Methods").unwrap().contains("POST"));
    }
}

/// The Web SDK sends everything to one place.
#[test]
fn interact_takes_all_events_of_the_web_sdk() {
    let collector = Here::start();
    let view = json!({"xdm": {"eventType": "web.webpagedetails.pageViews"}});
    let path = format!("/ee/v1/interact{QUERY}");
    let response = collector.post(&path, body(std::slice::from_ref(&view)));
    assert_eq!((response.status, &response.json()["handle"]), (200, &json!([])));
    let response = collector.post(&path, body(&[view, start("a")]));
    let id = session(&response);
    assert_eq!(response.json()["handle"][0]["eventIndex"], 1);
    let all = [event("play", &id, 0), event("ping", &id, 10), event("sessionEnd", &id, 20)];
    assert_eq!(collector.post(&path, body(&all)).status, 200);
    let session = &collector.sessions()[0];
    assert_eq!((&session["received"], &session["closed"]), (&4.into(), &"ended".into()));
    assert_eq!(rejected(&collector), 0);
}
