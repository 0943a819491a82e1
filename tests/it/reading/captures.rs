//! What Adobe's own SDKs send is read strictly, and written back as the same JSON.

use media_collection::error::DecodeError;
use media_collection::{DownloadedSession, Event, EventBody, Keyword, Policy};
use serde_json::Value;

use crate::fixtures::captures::{captured_events, captured_requests};
use crate::fixtures::{files, same};

/// Reads a body as the endpoint would: an array is a downloaded session.
fn decode(raw: &str, policy: &Policy) -> Result<Vec<Event>, DecodeError> {
    if raw.starts_with('[') {
        Event::decode_batch(raw.as_bytes(), policy)
    } else {
        Event::decode(raw.as_bytes(), policy).map(|event| vec![event])
    }
}

#[test]
fn every_captured_body_is_read_and_written_back() {
    let mut refused = Vec::new();
    for request in captured_requests() {
        match decode(&request.raw, &Policy::strict()) {
            Err(error) => refused.push((request.capture, error)),
            Ok(events) => {
                let written = if request.raw.starts_with('[') {
                    Event::encode_batch(&events)
                } else {
                    events[0].encode()
                };
                let written: Value = serde_json::from_slice(&written.unwrap()).unwrap();
                let sent: Value = serde_json::from_str(&request.raw).unwrap();
                let name = &request.capture;
                assert!(same(&written, &sent), "{name}: {sent} became {written}");

                let tolerant = decode(&request.raw, &Policy::tolerant()).unwrap();
                assert_eq!(tolerant, events, "{name}");
            }
        }
    }
    // The JavaScript SDK writes an infinite playhead as null: the one thing that is invalid.
    let [(capture, error)] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!(capture, "js-online-odd_playheads");
    let [violation] = &error.violations()[..] else { panic!("{error}") };
    assert_eq!(violation.pointer, "/playerTime/playhead");
    assert_eq!(violation.keyword, Keyword::Type);
    assert_eq!(violation.message, "must be a number, not null");
}

#[test]
fn events_through_serde_are_the_same() {
    for value in captured_events() {
        let text = value.to_string();
        let direct = Event::decode(text.as_bytes(), &Policy::strict());
        let through_text = serde_json::from_str::<Event>(&text);
        let through_value = serde_json::from_value::<Event>(value);
        assert_eq!(direct.as_ref().ok(), through_text.as_ref().ok(), "{text}");
        assert_eq!(direct.as_ref().ok(), through_value.as_ref().ok(), "{text}");
    }
}

#[test]
fn a_lone_surrogate_does_not_cost_the_session() {
    let chapter = r#"{"eventType":"chapterStart","playerTime":{"playhead":0,"ts":1},"params":{"media.chapter.index":1,"media.chapter.offset":0,"media.chapter.length":1,"media.chapter.friendlyName":"\ud83d and \ud83d\ude00"},"customMetadata":{"a":"\n\uDE00","b":"\\ud83d"}}"#;
    let event = Event::decode(chapter.as_bytes(), &Policy::strict()).unwrap();
    let EventBody::ChapterStart(params) = &event.body else { panic!("{event:?}") };
    assert_eq!(params.friendly_name.as_deref(), Some("\u{fffd} and 😀"));
    assert_eq!(event.custom_metadata().unwrap().get("a"), Some("\n\u{fffd}"));
    assert_eq!(event.custom_metadata().unwrap().get("b"), Some("\\ud83d"));

    // No Rust string holds it, but it is written back as it was sent.
    let written = String::from_utf8(event.encode().unwrap()).unwrap();
    let literal = |text: &str, expected: &str| assert!(text.contains(expected), "{text}");
    literal(&written, r#""media.chapter.friendlyName":"\ud83d and \ud83d\ude00""#);
    literal(&written, r#""a":"\n\uDE00","b":"\\ud83d""#);

    // Unless somebody has changed it meanwhile.
    let mut changed = event;
    let EventBody::ChapterStart(params) = &mut changed.body else { panic!("{changed:?}") };
    params.friendly_name = Some("another".to_owned());
    let written = String::from_utf8(changed.encode().unwrap()).unwrap();
    literal(&written, r#""media.chapter.friendlyName":"another""#);
    literal(&written, r#""a":"\n\uDE00""#);
}

#[test]
fn a_lone_surrogate_in_a_batch_is_written_back_where_it_stood() {
    let start = files::minimal_texts().swap_remove(0);
    let start = start.replace(r#""media.id":"c1""#, r#""media.id":"c\ud800""#);
    let batch = format!(
        r#"[{start},{{"eventType":"error","playerTime":{{"playhead":0,"ts":2}},"qoeData":{{"media.qoe.errorID":"\udfff"}}}}]"#
    );
    let session = DownloadedSession::decode(batch.as_bytes(), &Policy::strict()).unwrap();
    assert_eq!(session.start().params.id, "c\u{fffd}");
    let written = String::from_utf8(session.encode().unwrap()).unwrap();
    assert!(written.contains(r#""media.id":"c\ud800""#), "{written}");
    assert!(written.contains(r#""media.qoe.errorID":"\udfff""#), "{written}");

    let lines = batch[1..batch.len() - 1]
        .replace("},{\"eventType\":\"error\"", "}\n{\"eventType\":\"error\"");
    let events = Event::decode_any(lines.as_bytes(), &Policy::strict()).unwrap();
    let written = String::from_utf8(Event::encode_batch(&events).unwrap()).unwrap();
    assert!(written.contains(r#""media.qoe.errorID":"\udfff""#), "{written}");
}
