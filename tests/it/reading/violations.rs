//! The error of a text says everything that is wrong with it, each with its place.

use std::collections::BTreeSet;

use media_collection::error::DecodeError;
use media_collection::{Event, Keyword, Policy};

use crate::fixtures::files;

fn decode(text: &[u8], policy: &Policy) -> Result<Vec<Event>, DecodeError> {
    if text.trim_ascii_start().starts_with(b"[") {
        Event::decode_batch(text, policy)
    } else {
        Event::decode(text, policy).map(|event| vec![event])
    }
}

fn refusal(text: &str) -> DecodeError {
    decode(text.as_bytes(), &Policy::strict()).expect_err("the text is invalid")
}

#[test]
fn invalid_payloads_give_the_listed_violations() {
    let folder = files::payloads().join("invalid");
    let index = files::json(&folder.join("index.json"));
    let cases = index.as_array().unwrap();
    assert!(cases.len() > 30);
    for case in cases {
        let file = case["file"].as_str().unwrap();
        let text = std::fs::read(folder.join(file)).unwrap();
        let error = decode(&text, &Policy::strict()).expect_err(file);
        let strings = |name: &str| {
            let list = case[name].as_array().unwrap().iter();
            list.map(|text| text.as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let expected: BTreeSet<_> =
            strings("pointers").into_iter().zip(strings("keywords")).collect();
        let found: BTreeSet<_> = error
            .violations()
            .iter()
            .map(|found| (found.pointer.clone(), found.keyword.to_string()))
            .collect();
        assert_eq!(found, expected, "{file}");
        assert_eq!(error.violations().len(), expected.len(), "{file}: something is listed twice");
    }
}

#[test]
fn messages_name_no_values() {
    let secret = "s3cr3t";
    for text in [
        format!(
            r#"{{"eventType":"{secret}","playerTime":{{"playhead":"{secret}","ts":"{secret}"}}}}"#
        ),
        format!(
            r#"{{"eventType":"play","playerTime":{{"playhead":1,"ts":2}},"params":{{"a":"{secret}"}}}}"#
        ),
        format!(r#"{{"eventType":"play","playerTime":"{secret}"}}"#),
        format!(
            r#"{{"eventType":"stateStart","playerTime":{{"playhead":1,"ts":2}},"params":{{"media.state.name":["{secret}"]}}}}"#
        ),
        format!(r#"{{"eventType":"play","playerTime":{{"playhead":1,"ts":2}},{secret}"#),
        format!(r#""{secret}""#),
    ] {
        let error = refusal(&text);
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn a_text_that_is_no_json_is_refused_with_its_place() {
    for (text, keyword) in [
        ("", Keyword::Json),
        ("   ", Keyword::Json),
        ("{", Keyword::Json),
        (r#"{"eventType":"play","playerTime":{"playhead":0,"ts""#, Keyword::Json),
        (r#"{"eventType":"play","playerTime":{"playhead":0,"ts":1}} x"#, Keyword::Json),
        (r#"{"eventType":"play","playerTime":{"playhead":1e999,"ts":1}}"#, Keyword::Json),
        (r#"{"eventType":"play","playerTime":{"playhead":NaN,"ts":1}}"#, Keyword::Json),
        ("\u{feff}{}", Keyword::Json),
    ] {
        let error = refusal(text);
        assert!(matches!(error, DecodeError::Unreadable(_)), "{text}: {error:?}");
        assert!(error.violations().iter().any(|found| found.keyword == keyword), "{text}");
    }
    let error = decode(b"{\"eventType\":\"\xff\"}", &Policy::strict()).unwrap_err();
    assert_eq!(error.violations()[0].keyword, Keyword::Utf8);
    // It is JSON, so that is not said to be at fault.
    for number in ["1e999", "-1e400", "123e456789"] {
        for member in [
            "playerTime\":{\"playhead\":X,\"ts\":1}",
            "playerTime\":{\"playhead\":0,\"ts\":1},\"x\":[X]",
        ] {
            let text = format!("{{\"eventType\":\"play\",\n\"{}}}", member.replace('X', number));
            for error in [
                decode(text.as_bytes(), &Policy::tolerant()).unwrap_err(),
                decode(format!("[{text}]").as_bytes(), &Policy::strict()).unwrap_err(),
            ] {
                let message = error.to_string();
                assert!(message.contains("a number out of range at line 2 column "), "{message}");
                assert!(!message.contains("not JSON"), "{message}");
            }
        }
    }
    let broken_off = r#"[{"eventType":"play","playerTime":{"playhead":0,"ts":1}},{"eventType":"#;
    assert_eq!(refusal(broken_off).violations()[0].pointer, "/1");
}

#[test]
fn deep_nesting_is_refused_not_followed() {
    for depth in [200, 100_000] {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let text = format!(
                r#"{{"eventType":"play","playerTime":{{"playhead":0,"ts":1}},"x":{}1{}}}"#,
                open.repeat(depth),
                close.repeat(depth)
            );
            for policy in [Policy::strict(), Policy::tolerant()] {
                let error = decode(text.as_bytes(), &policy).unwrap_err();
                let keywords: Vec<_> =
                    error.violations().iter().map(|found| found.keyword).collect();
                assert!(keywords.contains(&Keyword::Depth), "{error}");
            }
        }
    }
}

#[test]
fn limits_are_the_policys() {
    let ping = r#"{"eventType":"ping","playerTime":{"playhead":0,"ts":1}}"#;
    let batch = format!("[{ping},{ping},{ping}]");
    let policy = Policy::strict().with_max_events(3);
    assert_eq!(Event::decode_batch(batch.as_bytes(), &policy).unwrap().len(), 3);
    let error = Event::decode_batch(batch.as_bytes(), &policy.with_max_events(2)).unwrap_err();
    assert_eq!(
        (error.violations()[0].pointer.as_str(), error.violations()[0].keyword),
        ("/2", Keyword::Limit)
    );

    let policy = Policy::strict().with_max_bytes(ping.len());
    assert!(Event::decode(ping.as_bytes(), &policy).is_ok());
    let error = Event::decode(ping.as_bytes(), &policy.with_max_bytes(10)).unwrap_err();
    assert!(matches!(error, DecodeError::TooLarge(_)));

    let unknown: Vec<_> = (0..50).map(|key| format!(r#""x{key}":0"#)).collect();
    let text = format!(
        r#"{{"eventType":"ping","playerTime":{{"playhead":0,"ts":1}},{}}}"#,
        unknown.join(",")
    );
    let error =
        Event::decode(text.as_bytes(), &Policy::strict().with_max_violations(7)).unwrap_err();
    assert_eq!((error.violations().len(), error.violations().more()), (7, 43));
}

#[test]
fn a_batch_must_be_an_array() {
    for text in ["{}", "null", "true", "1", "-1", "1.5", "\"[]\""] {
        let error = Event::decode_batch(text.as_bytes(), &Policy::strict()).unwrap_err();
        let [violation] = &error.violations()[..] else { panic!("{text}: {error}") };
        assert_eq!((violation.pointer.as_str(), violation.keyword), ("", Keyword::Type), "{text}");
    }
    assert_eq!(Event::decode_batch(b" [ ] ", &Policy::strict()).unwrap(), []);
}

#[test]
fn any_form_of_file_is_read() {
    let ping = r#"{"eventType":"ping","playerTime":{"playhead":0,"ts":1}}"#;
    let count = |text: &str| {
        Event::decode_any(text.as_bytes(), &Policy::strict()).map(|events| events.len())
    };
    assert_eq!(count(ping), Ok(1));
    assert_eq!(count(&format!(" [{ping}, {ping}]\n")), Ok(2));
    assert_eq!(count(&format!("{ping}\n{ping}\r\n\n{ping}\n")), Ok(3));
    let error = count(&format!("{ping}\n{{\"eventType\":\"ping\"}}\n")).unwrap_err();
    assert_eq!(error.violations()[0].pointer, "/1/playerTime");
    let error = count(&format!("{ping}\nnonsense\n")).unwrap_err();
    assert_eq!(
        (error.violations()[0].pointer.as_str(), error.violations()[0].keyword),
        ("/1", Keyword::Json)
    );
    assert!(matches!(count(""), Err(DecodeError::Unreadable(_))));
}

/// Events that are in order are gone over by another reader than those that are not.
#[test]
fn what_is_said_of_an_event_does_not_depend_on_those_around_it() {
    let plain = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":2}}"#;
    for wrong in [
        "1",
        "null",
        "[]",
        "{}",
        r#"{"eventType":"ping","playerTime":{"playhead":"1","ts":2},"a":1,"a":2}"#,
        r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":2},"params":{"b":1}}"#,
    ] {
        let said = |text: &str, at: &str| -> Vec<_> {
            let error = refusal(text);
            assert!(matches!(error, DecodeError::Invalid(_)), "{text}");
            let found = error.violations().iter();
            found
                .map(|found| {
                    let pointer = found.pointer.strip_prefix(at).expect(text).to_owned();
                    (pointer, found.keyword, found.message.clone())
                })
                .collect()
        };
        let alone = said(&format!("[{wrong}]"), "/0");
        assert!(!alone.is_empty(), "{wrong}");
        for text in [
            format!("[{plain},{wrong}]"),
            format!("[ {plain} ,\n{wrong} ,{plain} ]\n"),
            // An exponent, which the quick reader leaves to the other.
            format!("[{},{wrong},{plain}]", plain.replace(":1,", ":1e0,")),
        ] {
            assert_eq!(said(&text, "/1"), alone, "{text}");
        }
    }
}

/// A text that breaks off is refused with the place, whatever came before.
#[test]
fn what_is_no_json_is_said_with_its_place() {
    let plain = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":2}}"#;
    for (text, place) in [
        (format!("[{plain},{{}}"), "line 1 column 59"),
        (format!("[{plain},\n{{}},\n,{plain}]"), "line 3 column 1"),
        (format!("[{{}},{plain}] {plain}"), "line 1 column 62"),
        (format!("[{{}},{}]", "[".repeat(200)), "line 1 column 131"),
    ] {
        let error = refusal(&text);
        assert!(matches!(error, DecodeError::Unreadable(_)), "{text}");
        let said: Vec<_> = error.violations().iter().map(|found| &found.message).collect();
        assert!(said.iter().any(|message| message.contains(place)), "{text}: {said:?}");
    }
}

/// The message about the only violation at the end of this pointer.
fn message(text: &str, pointer: &str) -> String {
    let error = refusal(text);
    let mut found = error.violations().iter().filter(|found| found.pointer == pointer);
    let message = found.next().unwrap_or_else(|| panic!("{text}: {error}")).message.clone();
    assert!(found.next().is_none());
    message
}

#[test]
fn a_name_like_a_known_one_is_pointed_out() {
    let event = |name: &str, rest: &str| {
        format!(r#"{{"eventType":"{name}","playerTime":{{"playhead":1,"ts":2}}{rest}}}"#)
    };
    for (text, pointer, said) in [
        (
            r#"{"eventType":"play","playerTime":{"playHead":1,"ts":2}}"#.to_owned(),
            "/playerTime/playHead",
            "did you mean `playhead`?",
        ),
        (
            r#"{"eventType":"play","playertime":{"playhead":1,"ts":2}}"#.to_owned(),
            "/playertime",
            "did you mean `playerTime`?",
        ),
        (event("Play", ""), "/eventType", "did you mean `play`?"),
        (event("adbreakstart", ""), "/eventType", "did you mean `adBreakStart`?"),
        (event("session_start", ""), "/eventType", "did you mean `sessionStart`?"),
        (
            event("ping", r#","qoeData":{"bitrate":1}"#),
            "/qoeData/bitrate",
            "did you mean `media.qoe.bitrate`?",
        ),
        (
            event("sessionStart", r#","params":{"media.channelName":"c"}"#),
            "/params/media.channelName",
            "did you mean `media.channel`?",
        ),
        // Also beside the one that is meant.
        (
            r#"{"eventType":"play","playerTime":{"playhead":1,"playHead":1,"ts":2}}"#.to_owned(),
            "/playerTime/playHead",
            "did you mean `playhead`?",
        ),
        (event("ping", r#","ts":3"#), "/ts", "it belongs in `playerTime`"),
        (r#"{"xdm":{"eventType":"media.play"}}"#.to_owned(), "/xdm", "this API does not take"),
        (r#"{"events":[]}"#.to_owned(), "/events", "an array by themselves"),
        (
            event("ping", r#","media.qoe.bitrate":3"#),
            "/media.qoe.bitrate",
            "it belongs in `qoeData`",
        ),
        (
            event("adStart", r#","media.ad.podPosition":3"#),
            "/media.ad.podPosition",
            "it belongs in `params`",
        ),
        (
            event("sessionStart", r#","params":{"media.qoe.bitrate":3}"#),
            "/params/media.qoe.bitrate",
            "it belongs in `qoeData`",
        ),
    ] {
        let message = message(&text, pointer);
        assert!(message.ends_with(said), "{text}: {message}");
    }
    // Nothing is suggested that is not alike.
    for (text, pointer) in [
        (event("applause", ""), "/eventType"),
        (event("play", r#","mood":1"#), "/mood"),
        (event("play", r#","params":{"mood":1}"#), "/params/mood"),
    ] {
        let message = message(&text, pointer);
        assert!(message.ends_with("allow here") || message.ends_with("know"), "{text}: {message}");
    }
}
