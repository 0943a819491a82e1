//! What has no JSON form is refused, and what is written looks as documented.

use media_collection::{
    AdBreakStartParams, CustomMetadata, Event, EventBody, Keyword, OtherEvent, PlayerTime, QoeData,
    SessionStart, State, StatesUpdateParams,
};
use serde_json::{Map, json};

use crate::fixtures::{at, chapter, start_params};

/// The places and keywords of what stands in the way, which serde refuses as well.
fn refused(event: &Event) -> Vec<(String, Keyword)> {
    let error = event.encode().expect_err("it has no JSON form");
    assert!(serde_json::to_string(event).is_err());
    assert!(serde_json::to_value(event).is_err());
    let found = error.violations.iter().map(|found| (found.pointer.clone(), found.keyword));
    let found: Vec<_> = found.collect();
    // In a batch the same, below the index.
    let batch = Event::encode_batch(&[Event::play(at(1)), event.clone()]).unwrap_err();
    let below = batch.violations.iter().map(|found| (found.pointer.clone(), found.keyword));
    let expected = found.iter().map(|(pointer, keyword)| (format!("/1{pointer}"), *keyword));
    assert!(below.eq(expected), "{batch}");
    found
}

fn one(pointer: &str, keyword: Keyword) -> Vec<(String, Keyword)> {
    vec![(pointer.to_owned(), keyword)]
}

#[test]
fn the_text_is_the_shortest_one() {
    let metadata = CustomMetadata::try_from([("b", "2"), ("a", "1")]).unwrap();
    let event = Event::chapter_start(PlayerTime::new(10.0, 5), (chapter(1), metadata))
        .with_qoe(QoeData::builder().bitrate(7).build());
    let text = String::from_utf8(event.encode().unwrap()).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"eventType":"chapterStart","playerTime":{"playhead":10,"ts":5},"#,
            r#""params":{"media.chapter.length":60,"media.chapter.offset":0,"#,
            r#""media.chapter.index":1},"customMetadata":{"a":"1","b":"2"},"#,
            r#""qoeData":{"media.qoe.bitrate":7}}"#
        )
    );
    for (playhead, written) in
        [(-0.0, "0"), (0.5, "0.5"), (-3.0, "-3"), (1e15, "1000000000000000"), (1e300, "1e300")]
    {
        let text = Event::ping(PlayerTime::new(playhead, 1)).encode().unwrap();
        let text = String::from_utf8(text).unwrap().replace("e+", "e");
        assert!(text.contains(&format!(r#""playhead":{written},"#)), "{text}");
    }
}

#[test]
fn a_number_that_is_not_finite_is_refused_with_its_place() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let event = Event::play(PlayerTime::new(number, 1));
        assert_eq!(refused(&event), one("/playerTime/playhead", Keyword::Finite));

        let mut start = start_params();
        start.length = number;
        let event = Event::session_start(at(1), start);
        assert_eq!(refused(&event), one("/params/media.length", Keyword::Finite));

        let mut part = AdBreakStartParams::builder().pod_index(1).pod_second(number).build();
        part.extra.insert("media.ad.podIndex", 1);
        let found = refused(&Event::ad_break_start(at(1), part));
        assert_eq!(found.len(), 2, "{found:?}");
    }
    // With unknown members the player time is written in another way.
    let mut event = Event::play(PlayerTime::new(f64::NAN, 1));
    event.extra_mut().player_time.insert("x", 1);
    assert_eq!(refused(&event), one("/playerTime/playhead", Keyword::Finite));
    assert!(serde_json::to_string(&PlayerTime::new(f64::NAN, 1)).is_err());
}

#[test]
fn an_extra_key_with_a_field_of_its_own_is_refused_with_its_place() {
    for key in ["eventType", "playerTime", "params", "customMetadata", "qoeData"] {
        let mut event = Event::play(at(1));
        event.extra_mut().members.insert(key, json!({}));
        assert_eq!(refused(&event), one(&format!("/{key}"), Keyword::Shadowed));
    }

    let mut event = Event::play(at(1));
    event.extra_mut().player_time.insert("ts", 1);
    assert_eq!(refused(&event), one("/playerTime/ts", Keyword::Shadowed));

    let mut start = start_params();
    // Whether the field is set makes no difference.
    start.extra.insert("media.name", "x");
    assert_eq!(
        refused(&Event::session_start(at(1), start)),
        one("/params/media.name", Keyword::Shadowed)
    );

    let mut qoe = QoeData::default();
    qoe.extra.insert("media.qoe.bitrate", 1);
    assert_eq!(
        refused(&Event::play(at(1)).with_qoe(qoe)),
        one("/qoeData/media.qoe.bitrate", Keyword::Shadowed)
    );

    let mut state = State::new("mute");
    state.extra.insert("media.state.name", "x");
    let params = StatesUpdateParams::builder().states_start(vec![State::new("a"), state]).build();
    assert_eq!(
        refused(&Event::states_update(at(1), params)),
        one("/params/statesStart/1/media.state.name", Keyword::Shadowed)
    );
}

#[test]
fn a_part_in_extra_never_stands_beside_the_events_own() {
    let some = || Some(Map::from_iter([("x".to_owned(), json!(1))]));
    let other = || Event::new(at(1), EventBody::Other(Box::new(OtherEvent::new("applause"))));
    for mut event in [Event::chapter_start(at(1), chapter(1)), Event::error(at(1)), other()] {
        event.extra_mut().params = some();
        assert_eq!(refused(&event), one("/params", Keyword::Shadowed), "{event:?}");
    }
    for mut event in [Event::chapter_start(at(1), chapter(1)), other()] {
        event.extra_mut().custom_metadata = some();
        assert_eq!(refused(&event), one("/customMetadata", Keyword::Shadowed), "{event:?}");
    }
    // A start is written by itself as well, and must not differ.
    let mut event = Event::session_start(at(1), start_params());
    event.extra_mut().params = some();
    assert_eq!(refused(&event), one("/params", Keyword::Shadowed));
    let start = SessionStart::try_from(event).unwrap();
    assert!(serde_json::to_string(&start).is_err());

    // Where the event has none of its own they are written.
    let mut event = Event::play(at(1));
    event.extra_mut().params = some();
    event.extra_mut().custom_metadata = some();
    assert!(event.encode().is_ok());
}

#[test]
fn debug_output_hides_people_and_unknown_values() {
    let secret = "s3cr3t";
    let text = json!({
        "eventType": "sessionStart",
        "playerTime": { "playhead": 1, "ts": 2, "x": secret },
        "params": {
            "analytics.trackingServer": "metrics.example.com",
            "analytics.reportSuite": "example-suite",
            "visitor.marketingCloudOrgId": "0123456789ABCDEF@AdobeOrg",
            "media.id": "episode-42",
            "media.length": 60,
            "media.contentType": "vod",
            "media.playerName": "living-room",
            "media.channel": "example",
            "appInstallationId": secret,
            "analytics.visitorId": secret,
            "analytics.aid": secret,
            "visitor.marketingCloudUserId": secret,
            "visitor.aamLocationHint": 987_654,
            "visitor.customerIDs": { secret: { "id": secret, "authState": 1, "x": secret } },
            "x": secret,
        },
        "customMetadata": { "tier": secret },
        "qoeData": { "x": [secret] },
        "x": { "y": secret },
    })
    .to_string();
    let policy = media_collection::Policy::tolerant();
    let event = Event::decode(text.as_bytes(), &policy).unwrap();
    let start = SessionStart::try_from(event.clone()).unwrap();
    let other = text.replace("sessionStart", "applause");
    let other = Event::decode(other.as_bytes(), &policy).unwrap();
    for shown in [
        format!("{event:?}"),
        format!("{event:#?}"),
        format!("{start:?}"),
        format!("{start:#?}"),
        format!("{:?}", start.params),
        format!("{other:?}"),
    ] {
        assert!(!shown.contains(secret), "{shown}");
        assert!(!shown.contains("987654") && !shown.contains("987_654"), "{shown}");
    }
    // What names no person is there.
    let shown = format!("{start:?}");
    for expected in ["episode-42", "living-room", "tier", "visitor_id"] {
        assert!(shown.contains(expected), "{shown}");
    }
}

#[test]
fn an_event_stays_small() {
    assert!(size_of::<Event>() <= 56, "{}", size_of::<Event>());
}

#[test]
fn an_event_of_another_type_has_a_name_of_its_own() {
    let body = EventBody::Other(Box::new(OtherEvent::new("play")));
    let error = Event::new(PlayerTime::new(0.0, 1), body).encode().unwrap_err();
    let [violation] = &error.violations[..] else { panic!("{error}") };
    assert_eq!((violation.pointer.as_str(), violation.keyword), ("/eventType", Keyword::Shadowed));
}
