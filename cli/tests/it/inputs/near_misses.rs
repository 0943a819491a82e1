//! What is no session of the Media Collection API is named as what it is.

use media_collection_cli::input::{Api, Problem};
use serde_json::{Value, json};

use super::{parse, ping, refused, start};

#[test]
fn texts_are_named_as_what_they_are() {
    let schema =
        std::fs::read_to_string(crate::support::repository("schemas/collection/play.json"));
    let postman = json!({"info": {"_postman_id": "1", "name": "x"}, "item": []}).to_string();
    for (text, said) in [
        ("", "is empty"),
        (" \n\t", "is empty"),
        ("\u{feff}", "is empty"),
        ("hello", "neither JSON nor a log"),
        ("time,event\n1,play\n", "`check --help` lists what is read"),
        ("null", "is JSON, but no event"),
        ("\"ping\"", "is JSON, but no event"),
        ("<!DOCTYPE html><html><body>Log in</body></html>", "HTML page"),
        ("\n<html>", "HTML page"),
        ("<?xml version='1.0'?><charles-session></charles-session>", "Charles"),
        ("<?xml version='1.0'?><items burpVersion='1'></items>", "XML"),
        (&schema.unwrap(), "JSON Schema"),
        (&postman, "Postman"),
        (r#"{"openapi":"3.0.0"}"#, "description of an API"),
        (r#"{"log":{"version":"1.2"}}"#, "HAR"),
        ("s:event:type=start&s:asset:name=x&l:event:playhead=0", "media heartbeats (hb)"),
        ("https://x.hb.omtrdc.net/?s%3Aevent%3Atype=play", "media heartbeats (hb)"),
        ("GET https://x.hb.omtrdc.net/?s:event:type=play HTTP/1.1", "media heartbeats (hb)"),
        ("GET https://x.sc.omtrdc.net/b/ss/suite/1?AQB=1&pe=ms_s HTTP/1.1", "Adobe Analytics"),
        ("AQB=1&ndh=1&t=1&pe=ms_s&AQE=1", "Adobe Analytics"),
        ("21903:9:websocket;0:~11:client_conn;", "mitmdump"),
        ("{\"eventType\":\"ping\"", "EOF"),
        ("[{\"eventType\":\"ping\"", "EOF"),
        ("{'eventType': 'ping'}", "is not JSON"),
        (&format!("[{},]", ping(1.0)), "is not JSON"),
        (&format!("[{} {}]", ping(1.0), ping(2.0)), "is not JSON"),
        (&format!("{{\"a\":1}}\n{},", ping(1.0)), "is not JSON"),
        (r#"{"s:event:type":"play","l:event:playhead":0}"#, "media heartbeat (hb)"),
    ] {
        let message = refused(text);
        assert!(message.contains(said), "{text}: {message}");
    }
    let wrapped = format!("{{\"events\":[{},{}]}}", start("a"), ping(1.0));
    assert!(refused(wrapped).contains("member `events`"));
    assert!(refused(b"PK\x03\x04").contains("zip"));
    assert!(refused(b"redb\x1a\x0a\xa9\x0d\x0a....").contains("export"));
    assert!(refused(b"\xff\xfe\xfd").contains("UTF-16"));
    assert!(refused(b"{\"eventType\":\"\xff\"}").contains("not UTF-8"));
}

/// The output of a command, given to a command.
#[test]
fn the_output_of_this_program_is_named() {
    use crate::process::{out, run};
    for command in ["check", "report"] {
        let printed = out(&run(&[command, "--json", "recorded-session.jsonl"], ""));
        let element: Value = serde_json::from_str::<Value>(&printed).unwrap()[0].clone();
        for text in [printed, element.to_string()] {
            let said = refused(&text);
            assert_eq!(said, format!("is the output of `{command}`, not its input"));
        }
    }
}

fn xdm(event_type: &str, id: Option<&str>) -> Value {
    let mut collection = json!({"playhead": 0});
    if let Some(id) = id {
        collection["sessionID"] = json!(id);
    }
    json!({"xdm": {"eventType": event_type, "timestamp": "2023-11-14T22:13:20.000Z",
        "mediaCollection": collection}})
}

#[test]
fn bodies_of_media_edge_are_named_and_counted() {
    let edge = |text: String| {
        let input = parse(&text);
        let sessions = input.sessions.into_iter().map(|session| {
            assert_eq!(session.api, Api::Edge, "{text}");
            assert!(session.is_unreadable && session.events.is_empty());
            let [problem] = &session.problems[..] else { panic!("{text}") };
            assert_eq!(problem.keyword, Problem::FILE);
            assert!(problem.message.contains("Media Edge"), "{problem}");
            (session.id, session.count)
        });
        sessions.collect::<Vec<_>>()
    };
    let body = |event: Value| json!({"events": [event]});
    let (begin, play) = (xdm("media.sessionStart", None), xdm("media.play", Some("e1")));
    assert_eq!(edge(include_str!("../data/edge.json").to_owned()), [(None, 1)]);
    let e1 = [(Some("e1".to_owned()), 2)];
    for text in [
        format!("{}\n{}", body(begin.clone()), body(play.clone())),
        json!([body(begin.clone()), body(play.clone())]).to_string(),
        json!([begin, play]).to_string(),
        json!({"meta": {}, "events": [begin, play]}).to_string(),
    ] {
        assert_eq!(edge(text), e1);
    }
    assert_eq!(edge(json!({"event": begin}).to_string()), [(None, 1)]);
    assert_eq!(edge(begin["xdm"].to_string()), [(None, 1)]);
    // In traffic: beside a session that is read.
    let request = |url: &str, body: &str| {
        json!({"request": {"method": "POST", "url": url, "postData": {"text": body}},
            "response": {"status": 201, "headers": [{"name": "Location", "value": "/api/v1/sessions/1"}]}})
    };
    let har = json!({"log": {"entries": [
        request("https://edge.adobedc.net/ee/va/v1/play?configId=1", &body(play).to_string()),
        request("https://own.example/ee/v1/interact", &body(begin).to_string()),
        request("https://edge.adobedc.net/ee/v1/interact", r#"{"events":[{"xdm":{"eventType":"web"}}]}"#),
        request("https://x.hb-api.omtrdc.net/api/v1/sessions", &start("a")),
    ]}});
    let input = parse(har.to_string());
    let apis: Vec<_> = input.sessions.iter().map(|session| (session.api, session.count)).collect();
    assert_eq!(apis, [(Api::Collection, 1), (Api::Edge, 1), (Api::Edge, 1)]);
}

/// An event that is only wrong is still an event.
#[test]
fn wrong_events_are_read() {
    for text in [
        r#"{"eventType":"Play","playerTime":{"playhead":0,"ts":1}}"#,
        r#"{"playerTime":{"playhead":0,"ts":1}}"#,
        r#"{"eventType":"media.play","playerTime":{"playhead":0,"ts":1}}"#,
        r#"{"eventType":"play","url":"https://x.example/api/v1/sessions","body":"{}"}"#,
        r#"{"type":"play"}"#,
        "[null]",
        "[1,2]",
        "[[[]]]",
    ] {
        let input = parse(text);
        assert!(!input.sessions[0].problems.is_empty(), "{text}");
        assert!(!input.sessions[0].is_unreadable, "{text}");
    }
}
