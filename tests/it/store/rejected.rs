//! Sessions that the collector rejects: set aside with the reasons, and nothing waits for them.

use media_collection::error::ResponseError;
use media_collection::http::Response;
use media_collection::recorder::Outcome;
use media_collection::store::StoreError;
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::NOW;
use crate::fixtures::stores::{content, temp_store, viewing};
use crate::fixtures::{at, response, start_of};
use crate::recorders::{self, arrived, due_upload, send, set_aside};
use crate::scenario::Scenario;

#[test]
fn what_is_rejected_is_set_aside_with_the_reasons() {
    let store = temp_store("rejected-reasons");
    // Written as it is given; the schemas know no such member.
    let odd = br#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1700000001000},"mood":"x"}"#;
    let odd = Event::decode(odd, &Policy::tolerant()).unwrap();
    let key = Scenario::from(start_of("odd")).then(odd).viewed(&store);
    let behind = viewing(&store, "behind");

    let rejection = br#"{"message":"no","violations":[{"pointer":"/1/mood"}]}"#;
    let rejection = Response::builder().status(400).body(rejection.to_vec()).unwrap();
    let upload = due_upload(&store, NOW);
    assert_eq!(upload.key, key);
    let sent = store.responded(upload.ticket, &rejection, NOW, 0.5).unwrap();
    let Outcome::SetAside { event: None, reason: Some(ResponseError::Rejected { .. }) } = sent
    else {
        panic!("{sent:?}")
    };

    // It survives a restart, and does not hold up the next.
    let store = store.reopened();
    let upload = due_upload(&store, i64::MAX);
    assert_eq!(upload.key, behind);
    arrived(store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap());
    assert_eq!(store.due().unwrap(), None);
    let sessions = store.rejected().unwrap();
    assert_eq!(sessions.len(), 1);
    let session = &sessions[0];
    assert_eq!((session.key, session.status, session.rejected_at), (key, 400, NOW));
    assert_eq!(session.message.as_deref(), Some("no"));
    assert_eq!(session.reported[0].pointer, "/1/mood");
    assert_eq!(session.found[0].pointer, "/1/mood");
    assert_eq!(session.found[0].keyword, "additionalProperties");
    assert_eq!(content(&store.export(key).unwrap()), "odd");

    // Sent again as it is, then repaired, then discarded.
    store.retry(key).unwrap();
    assert!(store.rejected().unwrap().is_empty());
    let upload = due_upload(&store, NOW);
    assert_eq!(upload.attempts, 0);
    assert!(matches!(store.retry(key), Err(StoreError::Recording(_))), "it is on its way");
    assert!(matches!(store.repair(key), Err(StoreError::Recording(_))), "it is on its way");
    set_aside(store.responded(upload.ticket, &response(422), NOW, 0.5).unwrap());
    assert_eq!(store.rejected().unwrap()[0].message, None);
    assert!(store.repair(key).unwrap().is_empty());
    set_aside(send(&store, &rejection, NOW));
    store.discard(key).unwrap();
    assert!(matches!(store.discard(key), Err(StoreError::NoSession(_))));
    assert!(matches!(store.export(key), Err(StoreError::NoSession(_))));
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
}

/// An event that was written and cannot be read back: nested deeper than any reader goes.
#[test]
fn what_cannot_be_read_holds_up_nothing() {
    let store = temp_store("rejected-unreadable");
    let mut deep = Value::Null;
    for _ in 0..300 {
        deep = Value::Array(vec![deep]);
    }
    let mut event = Event::ping(at(2));
    event.extra_mut().members.insert("deep", deep);
    let key = Scenario::from(start_of("deep")).playing().then(event).stored(&store).key();
    let behind = viewing(&store, "behind");

    assert!(matches!(recorders::resume(&store, key), Err(StoreError::Damaged(_))));
    // Again: the first attempt has let go of it.
    assert!(matches!(recorders::resume(&store, key), Err(StoreError::Damaged(_))));
    let upload = due_upload(&store, NOW);
    assert_eq!(upload.key, key);
    assert!(upload.call.body().ends_with(
        b"\"eventType\":\"sessionEnd\",\"playerTime\":{\"playhead\":1,\"ts\":1700000001001}}]"
    ));
    set_aside(store.responded(upload.ticket, &response(400), NOW, 0.5).unwrap());
    assert!(!store.rejected().unwrap()[0].found.is_empty());
    let body = store.export(key).unwrap();
    assert!(matches!(store.repair(key), Err(StoreError::Damaged(_))));
    assert_eq!(store.export(key).unwrap(), body);
    assert_eq!(store.rejected().unwrap().len(), 1);
    assert_eq!(due_upload(&store, NOW).key, behind);
}

#[test]
fn what_a_collector_says_is_capped() {
    let store = temp_store("rejected-capped");
    viewing(&store, "a");
    let long = "ü".repeat(50_000);
    let list = vec![json!({"pointer": long, "message": long}); 500];
    let body = json!({"message": long, "violations": list}).to_string().into_bytes();
    set_aside(send(&store, &Response::builder().status(400).body(body).unwrap(), NOW));
    let session = store.rejected().unwrap().remove(0);
    assert_eq!(session.message.unwrap().chars().count(), 1_001);
    assert_eq!(session.reported.len(), 100);
    assert_eq!(session.reported[99].pointer.chars().count(), 1_001);
}
