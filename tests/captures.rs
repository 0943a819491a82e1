//! What Adobe's own SDKs send is read strictly, and written back as the same JSON.

mod common;

use media_collection::{DecodeError, Event, Keyword, Policy};
use serde_json::Value;

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
    for request in common::captured_requests() {
        match decode(&request.raw, &Policy::strict()) {
            Err(error) => refused.push((request.scenario, error)),
            Ok(events) => {
                let written = if request.raw.starts_with('[') {
                    Event::encode_batch(&events)
                } else {
                    events[0].encode()
                };
                let written: Value = serde_json::from_slice(&written.unwrap()).unwrap();
                let sent: Value = serde_json::from_str(&request.raw).unwrap();
                assert!(
                    common::same(&written, &sent),
                    "{}: {sent} became {written}",
                    request.scenario
                );

                let tolerant = decode(&request.raw, &Policy::tolerant()).unwrap();
                assert_eq!(tolerant, events, "{}", request.scenario);
            }
        }
    }
    // The JavaScript SDK writes an infinite playhead as null: the one thing that is invalid.
    let [(scenario, error)] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!(scenario, "js-online-odd_playheads");
    let [violation] = &error.violations()[..] else { panic!("{error}") };
    assert_eq!(violation.pointer, "/playerTime/playhead");
    assert_eq!(violation.keyword, Keyword::Type);
    assert_eq!(violation.message, "must be a number, not null");
}

#[test]
fn events_through_serde_are_the_same() {
    for value in common::captured_events() {
        let text = value.to_string();
        let direct = Event::decode(text.as_bytes(), &Policy::strict());
        let through_text = serde_json::from_str::<Event>(&text);
        let through_value = serde_json::from_value::<Event>(value);
        assert_eq!(direct.as_ref().ok(), through_text.as_ref().ok(), "{text}");
        assert_eq!(direct.as_ref().ok(), through_value.as_ref().ok(), "{text}");
    }
}

#[test]
fn half_an_emoji_does_not_cost_the_session() {
    let raw = r#"{"eventType":"chapterStart","playerTime":{"playhead":0,"ts":1},"params":{
        "media.chapter.index":1,"media.chapter.offset":0,"media.chapter.length":1,
        "media.chapter.friendlyName":"\ud83d and \ud83d\ude00"}}"#;
    let event = Event::decode(raw.as_bytes(), &Policy::strict()).unwrap();
    let written: Value = serde_json::from_slice(&event.encode().unwrap()).unwrap();
    assert_eq!(written["params"]["media.chapter.friendlyName"], "\u{fffd} and 😀");
}
