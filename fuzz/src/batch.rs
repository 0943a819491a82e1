//! A list of events, read from anything.

use media_collection::error::DecodeSessionError;
use media_collection::lint::{Severity, lint};
use media_collection::{DownloadedSession, Event, Policy, Tolerant};

use crate::event::{comes_back, explained, same_as_serde};

pub fn run(text: &[u8]) {
    let strict = Event::decode_batch(text, &Policy::strict());
    let tolerant = Event::decode_batch(text, &Policy::tolerant());
    if let Ok(events) = &strict {
        assert_eq!(tolerant.as_ref(), Ok(events), "a tolerant reader reads what a strict one does");
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
                assert_eq!(any.as_ref(), Ok(events), "an array is an array");
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
                assert!(batch.is_ok(), "a session is a batch");
                sent(&session, &policy);
            }
            Err(DecodeSessionError::Decode(error)) => assert_eq!(Some(error), batch.err()),
            Err(error) => drop(error.to_string()),
        }
    }
}

/// Any events at all can be looked at, and mended if there is a start among them.
fn session(events: Vec<Event>) {
    let _ = lint(&events);
    let Ok((session, _)) = DownloadedSession::repair(events) else { return };
    let findings = session.lint();
    let refused = findings.iter().find(|finding| finding.severity() == Severity::Error);
    assert_eq!(refused, None, "a repaired session is taken");
    // It may have unknown members, and has one event more at most for each that was open.
    sent(&session, &Policy::tolerant());
}

/// A session is written as the batch that it is.
fn sent(session: &DownloadedSession, policy: &Policy) {
    let written = session.encode().expect("what was read can be written");
    let again = DownloadedSession::decode(&written, policy).expect("it reads as a session");
    assert_eq!(&again, session, "a session comes back as it was");
    let _ = session.lint();
}
