//! What is no session of the Media Collection API is named as what it is.

use media_collection_cli::input::Api;
use serde_json::{Value, json};

use super::{edge, parse, ping, refused, start};

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
        (r#"{"requestId":"r","handle":[{"payload":[],"type":"state:store"}]}"#, "a response"),
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
    let printed = run(&["convert", "--to", "edge", "--json", "recorded-session.jsonl"], "");
    assert!(refused(out(&printed)).contains("`convert --json`"));
}

/// What is about Media Edge, and has no body.
#[test]
fn texts_about_media_edge_are_named() {
    for text in ["see https://edge.adobedc.net/ee/va/v1/", "\"mediaCollection\""] {
        let said = refused(text);
        assert!(
            said.contains("mentions the Media Edge API") || said.contains("no event"),
            "{said}"
        );
    }
    assert!(refused(r#"{"events":[]}"#).contains("--endpoint"));
}

/// Sessions of both APIs in one file.
#[test]
fn sessions_of_both_apis_are_read_side_by_side() {
    let request = |url: &str, body: &str| {
        json!({"request": {"method": "POST", "url": url, "postData": {"text": body}},
            "response": {"status": 201, "headers": [{"name": "Location", "value": "/api/v1/sessions/1"}]}})
    };
    let body = |items: &[Value]| edge::body(items).to_string();
    let (begin, play) = (edge::item("sessionStart", 0, None), edge::item("play", 1, Some("e1")));
    let har = json!({"log": {"entries": [
        request("https://edge.adobedc.net/ee/va/v1/play?configId=1", &body(&[play])),
        request("https://own.example/ee/v1/interact", &body(&[begin])),
        request("https://edge.adobedc.net/ee/v1/interact", r#"{"events":[{"xdm":{"eventType":"web"}}]}"#),
        request("https://x.hb-api.omtrdc.net/api/v1/sessions", &start("a")),
    ]}});
    let input = parse(har.to_string());
    let apis: Vec<_> = input.sessions.iter().map(|session| (session.api, session.count)).collect();
    assert_eq!(apis, [(Api::Edge, 1), (Api::Edge, 1), (Api::Collection, 1)]);
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
