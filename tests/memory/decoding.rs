//! A body near the limit needs no memory far beyond its size.

use media_collection::{Event, Policy};

use crate::peak_of;

/// The most bytes for each byte of a body.
const MOST: f64 = 12.0;
/// In tolerant mode, values that no schema describes are kept, each in 24 bytes and more.
const MOST_TOLERANT: f64 = 40.0;
const BODY: usize = 4 * 1024 * 1024;

/// A body of as many pieces as fit.
fn body(before: &str, piece: impl Fn(usize) -> String, after: &str) -> String {
    let mut body = before.to_owned();
    for number in 0.. {
        let piece = piece(number);
        if body.len() + piece.len() + after.len() > BODY {
            break;
        }
        body.push_str(&piece);
    }
    let end = body.trim_end_matches(',').len();
    body.truncate(end);
    body + after
}

const PING: &str = r#"{"eventType":"ping","playerTime":{"playhead":0,"ts":1}"#;
const CHAPTER: &str = r#"{"eventType":"chapterStart","playerTime":{"playhead":0,"ts":1},"params":{"media.chapter.index":1,"media.chapter.offset":0,"media.chapter.length":1},"customMetadata":{"#;
const STATES: &str =
    r#"{"eventType":"statesUpdate","playerTime":{"playhead":0,"ts":1},"params":{"statesStart":["#;

fn bodies() -> Vec<(&'static str, String)> {
    let key = |number: usize| format!("{number:x}");
    vec![
        ("many pings", body("[", |_| format!("{PING}}},"), "]")),
        (
            "a long text",
            body(CHAPTER, |_| "x".repeat(1_000), "\":\"\"}}").replacen("{x", "{\"x", 1),
        ),
        ("many pairs", body(CHAPTER, |number| format!("\"{}\":\"\",", key(number)), "}}")),
        (
            "many equal pairs",
            body(CHAPTER, |number| format!("\"{}\":\"\",", key(number % 10_000)), "}}"),
        ),
        ("many states", body(STATES, |_| r#"{"media.state.name":"a"},"#.to_owned(), "]}}")),
        ("states that are empty", body(STATES, |_| "{},".to_owned(), "]}}")),
        ("many unknown members", body(PING, |number| format!(",\"{}\":1", key(number)), "}")),
        ("many nested arrays", body(&format!("{PING},\"a\":["), |_| "[],".to_owned(), "]}")),
        ("many numbers", body(&format!("{PING},\"a\":["), |_| "1,".to_owned(), "]}")),
        ("many empty objects", body("[", |_| "{},".to_owned(), "]")),
        ("many numbers for events", body("[", |_| "1,".to_owned(), "]")),
        (
            "many lone surrogates",
            body(CHAPTER, |number| format!("\"{}\":\"\\ud800\",", key(number)), "}}"),
        ),
        (
            "a text of lone surrogates",
            body(&format!("{CHAPTER}\"a\":\""), |_| "\\ud800".to_owned(), "\"}}"),
        ),
        (
            "a text of escapes",
            body(&format!("{CHAPTER}\"a\":\""), |_| "\\u00e9".to_owned(), "\"}}"),
        ),
        ("no JSON", body("", |_| "}".to_owned(), "")),
    ]
}

pub fn no_body_needs_memory_far_beyond_its_size() {
    let mut too_much = Vec::new();
    for (name, body) in bodies() {
        for (mode, policy, most) in [
            ("strict", Policy::strict().with_max_bytes(BODY), MOST),
            ("tolerant", Policy::tolerant().with_max_bytes(BODY), MOST_TOLERANT),
        ] {
            let body = body.as_bytes();
            for (form, peak) in [
                ("event", peak_of(|| Event::decode(body, &policy))),
                ("batch", peak_of(|| Event::decode_batch(body, &policy))),
                ("any", peak_of(|| Event::decode_any(body, &policy))),
            ] {
                let times = peak as f64 / body.len() as f64;
                if times > most {
                    too_much.push(format!("{name}, {mode}, {form}: {times:.1} times"));
                }
            }
        }
    }
    assert!(too_much.is_empty(), "{too_much:#?}");
}

/// Only the first values of a long event are looked at: what is missing among them may come later.
pub fn what_a_long_event_violates_is_still_said() {
    let many = body(PING, |number| format!(",\"{number:x}\":1"), "}");
    let Err(error) = Event::decode(many.as_bytes(), &Policy::strict()) else {
        panic!("it has unknown members")
    };
    assert!(error.violations().len() == 1_000 && error.violations().more() > 100_000, "{error}");
    assert!(error.violations().iter().all(|it| it.keyword.as_str() == "additionalProperties"));
    let late = body("{", |number| format!("\"{number:x}\":1,"), &PING[1..]) + "}";
    let Err(error) =
        Event::decode(late.replacen("1\"event", "1,\"event", 1).as_bytes(), &Policy::strict())
    else {
        panic!("it has unknown members")
    };
    assert!(error.violations().iter().all(|it| it.keyword.as_str() == "additionalProperties"));
}
