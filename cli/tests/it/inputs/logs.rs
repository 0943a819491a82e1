//! Logs: a request on each line as JSON, and requests in text.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{assert_two, parse, ping, refused, sessions, start, two};

const HOST: &str = "example.hb-api.omtrdc.net";

/// One request of the two sessions: path, body, status, `Location`.
type Request<'a> = (&'a str, &'a str, u16, Option<&'a str>);

fn lines(line: impl Fn(Request<'_>) -> String) -> String {
    let requests = two();
    let lines = requests
        .iter()
        .map(|(path, body, status, location)| line((path, body, *status, location.as_deref())));
    lines.collect::<Vec<_>>().join("\n")
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_request_on_each_line_is_read_in_many_spellings() {
    let url = |path: &str| format!("https://{HOST}{path}");
    let spellings: [&dyn Fn(Request<'_>) -> Value; 8] = [
        &|(path, body, status, location)| {
            json!({"method": "POST", "url": url(path), "body": body, "status": status,
                "location": location})
        },
        &|(path, body, status, location)| {
            json!({"httpMethod": "POST", "path": path, "headers": {"Host": HOST}, "body": body,
                "isBase64Encoded": false, "response": {"statusCode": status,
                "headers": {"Location": location}}})
        },
        // With the body as JSON, and headers in lists.
        &|(path, body, status, location)| {
            json!({"request": {"method": "post", "uri": path, "host": HOST,
                "headers": {"Content-Type": ["application/json"]}, "body": value(body)},
                "resp_headers": {"Location": [location.unwrap_or_default()]}, "status": status})
        },
        &|(path, body, status, location)| {
            json!({"request": format!("POST {path} HTTP/1.1"), "request_body": body,
                "status": status.to_string(), "sent_http_location": location})
        },
        &|(path, body, status, location)| {
            json!({"http.request.method": "POST", "url.full": url(path),
                "http.request.body.content": body, "http.response.status_code": status,
                "response_headers": [["location", location.unwrap_or_default()]]})
        },
        &|(path, body, status, location)| {
            json!({"http": {"request": {"method": "POST", "body": {"content": body}},
                "response": {"status_code": status}}, "url": {"path": path, "domain": HOST},
                "response": {"headers": {"location": location}}})
        },
        &|(path, body, status, location)| {
            json!({"t": 1, "requestUrl": url(path), "requestPayload": body, "responseCode": status,
                "responseHeaders": [{"name": "LOCATION", "value": location.unwrap_or_default()}]})
        },
        &|(path, body, status, location)| {
            json!({"verb": "POST", "href": url(path), "raw": body, "response_status": status,
                "redirectURL": location})
        },
    ];
    for line in spellings {
        let text = lines(|request| line(request).to_string());
        assert_two(&text);
        // As an array, as a list in an object, and indented.
        let list: Vec<_> = text.lines().map(value).collect();
        assert_two(json!(list).to_string());
        assert_two(json!({"name": "x", "requests": list}).to_string());
        assert_two(lines(|request| format!("{:#}", line(request))));
        // Other lines before, between and behind.
        let other = r#"{"level":"info","msg":"started"}"#;
        assert_two(format!("{other}\n{}\n{other}", text.replace('\n', &format!("\n{other}\n"))));
        assert_two(format!("started\n{}\nstopped", text.replace('\n', "\n2023-11-14 waiting\n")));
    }
}

/// What mitmdump prints, curl -v, a dump of HTTP, and logs of an app and a server.
#[test]
fn requests_in_text_are_read() {
    let head = |location: Option<&str>| {
        location.map_or_else(String::new, |location| format!("location: {location}\n"))
    };
    let indented = |body: &str| format!("{:#}", value(body)).replace('\n', "\n    ");
    let texts: [&dyn Fn(Request<'_>) -> String; 8] = [
        &|(path, body, status, location)| {
            format!(
                "127.0.0.1:52632: POST https://{HOST}{path} HTTP/2.0\n    content-type: application/json\n\n    \
                 {}\n\n << HTTP/2.0 {status} Created 0b\n    {}\n",
                indented(body),
                head(location)
            )
        },
        &|(path, body, status, location)| {
            format!(
                "> POST {path} HTTP/2\n> Host: {HOST}\n> Accept: */*\n>\n{body}\n\
                 < HTTP/2 {status} \n< {}<\n",
                head(location)
            )
        },
        &|(path, body, status, location)| {
            format!(
                "POST {path} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: {}\r\n\r\n{body}\r\n\
                 HTTP/1.1 {status} OK\r\n{}\r\n",
                body.len(),
                head(location)
            )
        },
        &|(path, body, status, location)| {
            let to = location.unwrap_or("-");
            format!(
                "[2023-11-14 22:13:20,123] INFO POST https://{HOST}{path} {body} -> HTTP/1.1 {status} {to}"
            )
        },
        &|(path, body, status, location)| {
            let body = serde_json::to_string(body).unwrap();
            let to = location.unwrap_or("-");
            format!(
                "time=2023-11-14T22:13:20Z level=info method=POST url=https://{HOST}{path} body={body} \
                 status={status} location={to}"
            )
        },
        &|(path, body, status, location)| {
            let body = body.replace('"', "\\\"");
            let to = location.unwrap_or("-");
            format!(
                "10.0.0.1 - - [14/Nov/2023:22:13:20 +0000] \"POST {path} HTTP/1.1\" {status} 0 \"{body}\" \"{to}\""
            )
        },
        &|(path, body, _, location)| {
            let shown = location.map_or_else(String::new, |to| format!("# Location: {to}\n"));
            format!(
                "curl -X POST 'https://{HOST}{path}' -H 'Content-Type: application/json' --data-raw '{body}'\n{shown}"
            )
        },
        &|(path, body, _, location)| {
            let shown = location.map_or_else(String::new, |to| format!("session at {to}\n"));
            format!("D/Player: reporting to https://{HOST}{path}\nD/Player: {body}\n{shown}")
        },
    ];
    for text in texts {
        let text = lines(text);
        assert_two(&text);
        assert_two(format!(
            "\n# a comment with https://{HOST}/api/v1/sessions\n{text}\nthe end {{"
        ));
    }
}

#[test]
fn a_collectors_file_is_read() {
    let stored = include_str!("../../../../collector/tests/it/data/received-0.1.jsonl");
    let input = parse(stored);
    let counts: Vec<_> = input.sessions.iter().map(|session| session.count).collect();
    assert_eq!(counts, [10, 3, 3, 1, 2]);
    assert!(input.sessions.iter().all(|session| session.id.is_some()));
    assert!(input.notes[0].starts_with("1 line cannot be read"), "{:?}", input.notes);
    // An id that comes again is another session; a line may come before its start is known.
    let line = |id: &str, member: &str, event: &str| {
        format!("{{\"received\":1,\"session\":\"{id}\",\"{member}\":{event}}}\n")
    };
    let mut text = line("x", "event", &ping(9.0));
    for _ in 0..2 {
        text += &line("a", "start", &start("a"));
        text += &line("a", "event", &ping(1.0));
    }
    text += "{\"received\":2,\"session\":\"a\",\"closed\":\"idle\"}\n";
    let one = (Some("a"), vec!["sessionStart", "ping"]);
    let expected = [(Some("x"), vec!["ping"]), one.clone(), one];
    assert_eq!(sessions(&parse(text)), expected);
    assert!(refused(line("a", "closed", "\"idle\"")).contains("no event"));
}

/// Events beside the id of their session, without any request.
#[test]
fn events_with_the_id_of_their_session_are_told_apart() {
    for (id_name, event_name) in [("session", "event"), ("sessionId", "payload"), ("sid", "body")] {
        let line = |id: &str, event: String| {
            let event = if event_name == "payload" { json!(event) } else { value(&event) };
            json!({"at": 1, id_name: id, event_name: event}).to_string()
        };
        let end = || crate::support::event("sessionEnd", 2.0);
        assert_two(
            [
                line("AbC+1==", start("a")),
                line("b2", start("b")),
                line("AbC+1==", ping(1.0)),
                line("b2", ping(1.0)),
                line("AbC+1==", end()),
            ]
            .join("\n"),
        );
    }
}

#[test]
fn events_in_text_without_requests_are_read() {
    let mut text = String::from("22:13:20 the app starts\n");
    for event in [start("a"), ping(1.0), ping(2.0)] {
        writeln!(text, "22:13:21 D/MediaTracker: sending {event} (queued)").unwrap();
    }
    let input = parse(text);
    assert_eq!(sessions(&input), [(None, vec!["sessionStart", "ping", "ping"])]);
    assert!(input.notes[0].contains("3 events found in text without requests"));
}

/// The time does not grow with the square of a text that only looks like JSON.
#[test]
fn texts_that_look_like_json_end() {
    for text in ["{\"a\":", "[", "{\"a\":1,", "\"{\\\"", "{[{[", "[1] {", "\"{\\\"a\\\":"] {
        let long = text.repeat(400_000 / text.len());
        let message = refused(format!("POST\n{long}"));
        assert!(!message.is_empty());
        let begun = format!("POST /api/v1/sessions HTTP/1.1\n{long}");
        assert!(parse(begun).sessions[0].is_unreadable);
    }
}
