//! Compiles the golden files in a crate with stand-ins for the library's modules.
//!
//! Modules of the library without dependencies are the real ones.
#![allow(clippy::all, dead_code, unused_imports, unexpected_cfgs)]

#[path = "../../../protocol/schema/mod.rs"]
pub mod schema;

mod constraints;

mod event;

mod json;

mod session;

use event::{Event, EventBody, EventType, PlayerTime, UnusualParams, UnusualParamsClash};
use json::fast::{Cursor, Keys};
use json::members::Members as _;
use schema::Described as _;

/// Each key is read into the field that is written with the same key.
#[test]
fn members_are_read_and_written_under_their_keys() {
    let keys: Vec<&str> =
        UnusualParamsClash::SHAPE.members.iter().map(|member| member.key).collect();
    assert!(keys.len() > 10);
    let read = UnusualParamsClash::read_members(&mut Cursor(keys.clone())).unwrap();
    assert_eq!(read.self_, "read");
    let mut written = Keys::default();
    read.write_members(&mut written).unwrap();
    let expected: Vec<String> = keys.iter().map(|key| format!(",\"{key}\":")).collect();
    assert_eq!(written.0, expected);

    let without_last = Cursor(keys[1..].to_vec());
    assert!(UnusualParamsClash::read_members(&mut { without_last }).is_err());
    assert!(UnusualParamsClash::read_members(&mut Cursor(vec!["unknown"])).is_err());
}

#[test]
fn types_with_escaped_keys_are_marked() {
    for key in ["back\\slash", "quo\"te"] {
        assert!(UnusualParams::index(key.as_bytes()).is_some());
    }
    const { assert!(!UnusualParams::HAS_PLAIN_KEYS && UnusualParamsClash::HAS_PLAIN_KEYS) };
}

#[test]
fn every_member_is_checked() {
    let keys: Vec<&str> =
        UnusualParamsClash::SHAPE.members.iter().map(|member| member.key).collect();
    let read = UnusualParamsClash::read_members(&mut Cursor(keys.clone())).unwrap();
    assert_eq!(read.check().unwrap_err().0, keys);
}

/// Optional parts are arguments of a second constructor and a second method.
#[test]
fn the_recorder_records_what_the_constructors_make() {
    struct Memory;
    impl session::Sink for Memory {
        type Error = std::convert::Infallible;
    }

    let time = PlayerTime::new(1.0, 2);
    let mut recorder = session::Recorder(Vec::new(), Memory);
    assert!(recorder.play(time).is_ok());
    assert!(recorder.unusual(time).is_ok());
    let params = UnusualParams::builder().self_("same").build();
    assert!(recorder.unusual_with_params(time, params.clone()).is_ok());
    let expected =
        [Event::play(time), Event::unusual(time), Event::unusual_with_params(time, params)];
    assert_eq!(recorder.0, expected);
    let types: Vec<_> = recorder.0.iter().map(|event| event.body.event_type()).collect();
    assert_eq!(types, [EventType::Play, EventType::Unusual, EventType::Unusual].map(Some));
    assert!(matches!(recorder.0[1].body, EventBody::Unusual(None)));
}

#[test]
fn tables_are_those_of_the_event_types() {
    for known in EventType::ALL {
        assert_eq!(known.shape().name, known.as_str());
        assert_eq!(EventType::from_wire(known.as_str()), Some(*known));
    }
}
