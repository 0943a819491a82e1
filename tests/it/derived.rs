//! The `validator` and `schemars` traits say the same as `check` and the schemas.

use std::collections::BTreeSet;

use media_collection::*;
use quickcheck::{Arbitrary, Gen};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Value, json};
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::fixtures::captures::captured_events;

/// The codes at every path of a validator error, as `params.states_start.1.name: pattern`.
fn flat(errors: &ValidationErrors) -> Vec<String> {
    fn below(errors: &ValidationErrors, path: &str, to: &mut Vec<String>) {
        for (field, kind) in errors.errors() {
            match kind {
                ValidationErrorsKind::Struct(inner) => {
                    below(inner, &format!("{path}{field}."), to);
                }
                ValidationErrorsKind::List(items) => {
                    for (index, inner) in items {
                        below(inner, &format!("{path}{field}.{index}."), to);
                    }
                }
                ValidationErrorsKind::Field(list) => {
                    to.extend(list.iter().map(|error| {
                        assert!(error.message.is_some());
                        format!("{path}{field}: {}", error.code)
                    }));
                }
            }
        }
    }

    let mut list = Vec::new();
    below(errors, "", &mut list);
    list.sort();
    list
}

/// Both ways of checking find as many violations, with the same keywords.
fn violations(event: &Event) -> (Vec<String>, Vec<String>) {
    let Err(checked) = event.check() else {
        assert!(event.validate().is_ok());
        return Default::default();
    };
    let validated = flat(&event.validate().unwrap_err());
    let mut codes: Vec<_> =
        validated.iter().map(|line| line.rsplit(' ').next().unwrap().to_owned()).collect();
    let mut keywords: Vec<_> =
        checked.violations.iter().map(|found| found.keyword.to_string()).collect();
    codes.sort();
    keywords.sort();
    assert_eq!(codes, keywords, "{checked}: {validated:?}");
    let mut pointers: Vec<_> =
        checked.violations.iter().map(|found| found.pointer.clone()).collect();
    pointers.sort();
    (pointers, validated)
}

fn read(value: &Value) -> Event {
    Event::decode(value.to_string().as_bytes(), &Policy::strict()).unwrap()
}

#[test]
fn validator_reports_the_violations_of_check_by_field() {
    let mut event = read(&json!({
        "eventType": "sessionStart",
        "playerTime": { "playhead": -1, "ts": -1 },
        "params": {
            "analytics.trackingServer": "",
            "analytics.reportSuite": "b",
            "visitor.marketingCloudOrgId": "c",
            "visitor.customerIDs": { "crm": { "id": "", "authState": 7 } },
            "media.id": "",
            "media.length": -0.5,
            "media.contentType": "vod",
            "media.playerName": "e",
            "media.channel": "f",
        },
        "customMetadata": { "a.x": "1", "media.y": "2", "fine": "3" },
        "qoeData": { "media.qoe.bitrate": -1 },
    }));
    let (pointers, fields) = violations(&event);
    assert_eq!(
        pointers,
        [
            "/customMetadata/a.x",
            "/customMetadata/media.y",
            "/params/analytics.trackingServer",
            "/params/media.id",
            "/params/media.length",
            "/params/visitor.customerIDs/crm/authState",
            "/params/visitor.customerIDs/crm/id",
            "/playerTime/playhead",
            "/playerTime/ts",
            "/qoeData/media.qoe.bitrate",
        ]
    );
    assert_eq!(
        fields,
        [
            "custom_metadata: reserved",
            "custom_metadata: reserved",
            "params.analytics_tracking_server: minLength",
            "params.id: minLength",
            "params.length: minimum",
            "params.visitor_customer_ids: maximum",
            "params.visitor_customer_ids: minLength",
            "player_time.playhead: minimum",
            "player_time.ts: minimum",
            "qoe_data.bitrate: minimum",
        ]
    );

    // A hidden field is reported next to the others of its object.
    let EventBody::SessionStart(start) = &mut event.body else { panic!() };
    start.params.extra.insert("media.id", "x");
    event.extra_mut().player_time.insert("ts", 1);
    event.extra_mut().members.insert("qoeData", 1);
    let (pointers, fields) = violations(&event);
    for pointer in ["/params/media.id", "/playerTime/ts", "/qoeData"] {
        assert!(pointers.iter().any(|found| found == pointer), "{pointer}: {pointers:?}");
    }
    let shadowed: Vec<_> = fields.iter().filter(|line| line.ends_with(": shadowed")).collect();
    assert_eq!(
        shadowed,
        ["extra: shadowed", "params.extra: shadowed", "player_time.extra: shadowed"]
    );
}

#[test]
fn validator_goes_into_lists() {
    let event = read(&json!({
        "eventType": "statesUpdate",
        "playerTime": { "playhead": 0, "ts": 1 },
        "params": {
            "statesStart": [{ "media.state.name": "mute" }, { "media.state.name": "a b" }],
            "statesEnd": [{ "media.state.name": "" }],
        },
    }));
    let (pointers, fields) = violations(&event);
    assert_eq!(
        pointers,
        ["/params/statesEnd/0/media.state.name", "/params/statesStart/1/media.state.name"]
    );
    assert_eq!(
        fields,
        ["params.states_end.0.name: minLength", "params.states_start.1.name: pattern"]
    );
    let EventBody::StatesUpdate(params) = &event.body else { panic!() };
    assert_eq!(
        flat(&params.validate().unwrap_err()),
        ["states_end.0.name: minLength", "states_start.1.name: pattern"]
    );
}

#[test]
fn validator_and_check_agree_on_captured_events() {
    let mut broken = 0;
    for value in captured_events() {
        if let Ok(event) = serde_json::from_value::<Event>(value) {
            broken += usize::from(!violations(&event).0.is_empty());
        }
    }
    assert!(broken > 0, "no captured event breaks a constraint");
}

/// Of a captured event the generated schema says what reading and checking say together; reserved
/// metadata prefixes are no matter of a schema.
#[test]
fn the_generated_schema_of_an_event_accepts_what_is_read_and_checked() {
    let schema = schema_for!(Event).to_value();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let (mut valid, mut seen) = (0, BTreeSet::new());
    for value in captured_events() {
        let event = serde_json::from_value::<Event>(value.clone());
        let satisfied = event.is_ok_and(|event| match event.check() {
            Ok(()) => true,
            Err(error) => error.violations.iter().all(|it| it.keyword == Keyword::Reserved),
        });
        assert_eq!(validator.is_valid(&value), satisfied, "{value}");
        if satisfied {
            valid += 1;
            seen.insert(value["eventType"].as_str().unwrap().to_owned());
            for key in value.as_object().unwrap().keys().take(usize::from(valid % 50 == 0) * 9) {
                let mut changed = value.clone();
                changed[key] = Value::Null;
                assert!(!validator.is_valid(&changed), "{changed}");
            }
        }
    }
    assert!(valid > 4_000 && seen.len() > 15, "{valid} of {} types", seen.len());

    let mut source = Gen::new(50);
    for _ in 0..500 {
        let value = serde_json::to_value(Event::arbitrary(&mut source)).unwrap();
        assert!(validator.is_valid(&value), "{value}");
    }
    assert!(!validator.is_valid(&Value::Null));
}

fn agrees<T: JsonSchema + Arbitrary + Serialize>() {
    let schema = schema_for!(T).to_value();
    let name = T::schema_name();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&Value::Null), "{name}");
    assert!(!validator.is_valid(&json!([])), "{name}");
    let mut source = Gen::new(30);
    for _ in 0..50 {
        let value = serde_json::to_value(T::arbitrary(&mut source)).unwrap();
        assert!(validator.is_valid(&value), "{name}: {value}");
        for key in value.as_object().unwrap().keys() {
            let mut changed = value.clone();
            changed[key] = Value::Null;
            assert!(!validator.is_valid(&changed), "{name}: {changed}");
        }
        let mut changed = value;
        changed["not a key"] = json!("x");
        assert!(!validator.is_valid(&changed), "{name}: {changed}");
    }
}

#[test]
fn the_generated_schema_of_every_type_is_closed_and_knows_no_null() {
    agrees::<PlayerTime>();
    agrees::<QoeData>();
    agrees::<CustomerId>();
    agrees::<State>();
    agrees::<CustomMetadata>();
    agrees::<SessionStartParams>();
    agrees::<ErrorParams>();
    agrees::<AdBreakStartParams>();
    agrees::<AdStartParams>();
    agrees::<ChapterStartParams>();
    agrees::<StateStartParams>();
    agrees::<StateEndParams>();
    agrees::<StatesUpdateParams>();
    agrees::<Event>();
}

#[test]
fn random_sessions_are_worth_sending() {
    let mut source = Gen::new(30);
    let mut lengths = BTreeSet::new();
    for _ in 0..200 {
        let session = DownloadedSession::arbitrary(&mut source);
        let bad = |finding: &lint::Finding| finding.severity() > lint::Severity::Advice;
        let bad: Vec<_> = session.lint().into_iter().filter(bad).collect();
        assert!(bad.is_empty(), "{bad:?}");
        let text = session.encode().unwrap();
        assert_eq!(DownloadedSession::decode(&text, &Policy::strict()).as_ref(), Ok(&session));
        lengths.insert(session.len());
        for smaller in session.shrink() {
            assert!(smaller.len() < session.len());
            assert!(
                smaller.lint().iter().all(|finding| finding.severity() < lint::Severity::Error)
            );
        }
        let raw = RawSession::arbitrary(&mut source);
        assert!(raw.encode().is_ok());
    }
    assert!(lengths.len() > 10, "{lengths:?}");
}

#[test]
fn the_schema_of_a_session_describes_it() {
    let schema = serde_json::to_value(schema_for!(DownloadedSession)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut source = Gen::new(20);
    for _ in 0..50 {
        let session = DownloadedSession::arbitrary(&mut source);
        let value = serde_json::to_value(&session).unwrap();
        assert!(validator.is_valid(&value), "{value}");
        // Without its start it is none.
        let mut events = value.as_array().unwrap().clone();
        events.remove(0);
        assert!(!validator.is_valid(&events.into()));
    }
    let raw = serde_json::to_value(schema_for!(RawSession)).unwrap();
    assert!(jsonschema::validator_for(&raw).unwrap().is_valid(&json!([])));
}
