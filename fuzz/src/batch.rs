//! Decodes any bytes as a list of events.

use media_collection::error::DecodeSessionError;
use media_collection::lint::{Severity, lint};
use media_collection::{DownloadedSession, Event, Policy, Tolerant};

use crate::event::{comes_back, explained, same_as_serde};

pub fn run(text: &[u8]) {
    let strict = Event::decode_batch(text, &Policy::strict());
    let tolerant = Event::decode_batch(text, &Policy::tolerant());
    if let Ok(events) = &strict {
        assert_eq!(tolerant.as_ref(), Ok(events), "tolerant accepts what strict accepts");
    }
    same_as_serde(text, &strict, &serde_json::from_slice::<Vec<Event>>(text));
    let by_serde = serde_json::from_slice::<Tolerant<Vec<Event>>>(text);
    same_as_serde(text, &tolerant, &by_serde.map(|Tolerant(events)| events));
    let narrow = Policy::tolerant().with_max_events(2).with_max_violations(1);
    for policy in [Policy::strict(), Policy::tolerant(), narrow] {
        let batch = Event::decode_batch(text, &policy);
        let any = Event::decode_any(text, &policy);
        match &batch {
            Ok(events) => {
                assert_eq!(any.as_ref(), Ok(events), "`decode_any` accepts an array");
                assert!(events.len() <= policy.max_events);
                events.iter().for_each(|event| comes_back(event, &policy));
            }
            Err(error) => explained(error),
        }
        match any {
            Ok(events) => {
                events.iter().for_each(|event| comes_back(event, &policy));
                session(events);
            }
            Err(error) => explained(&error),
        }
        match DownloadedSession::decode(text, &policy) {
            Ok(session) => {
                assert!(batch.is_ok(), "every session is a batch");
                sent(&session, &policy);
            }
            Err(DecodeSessionError::Decode(error)) => assert_eq!(Some(error), batch.err()),
            Err(error) => drop(error.to_string()),
        }
    }
}

/// Any events can be linted, and repaired if there is a start among them.
fn session(events: Vec<Event>) {
    let _ = lint(&events);
    let Ok((session, _)) = DownloadedSession::repair(events) else { return };
    let findings = session.lint();
    let error = findings.iter().find(|finding| finding.severity() == Severity::Error);
    assert_eq!(error, None, "a repaired session is accepted");
    // It may have unknown members.
    sent(&session, &Policy::tolerant());
}

/// An encoded session decodes to an equal one.
fn sent(session: &DownloadedSession, policy: &Policy) {
    let written = session.encode().expect("a decoded session can be encoded");
    let again = DownloadedSession::decode(&written, policy).expect("it decodes as a session");
    assert_eq!(&again, session, "a session survives encoding");
    let _ = session.lint();
}
