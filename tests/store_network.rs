//! A response that never comes.

mod common;

use std::net::TcpListener;

use common::stored::{content, viewing};
use media_collection::store::{OfflineStore, Sent};

/// A collector that takes the request and says nothing: the caller's timeout ends it.
#[test]
fn a_timeout_is_an_answer_that_was_lost() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let collector = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(std::time::Duration::from_millis(200)))
        .build()
        .into();
    let store = OfflineStore::open(common::folder("network-timeout").join("s.redb")).unwrap();
    let id = viewing(&store, "a");
    let upload = store.next_upload(0).unwrap().unwrap();
    let error = agent.run(upload.request(&collector)).map(drop).unwrap_err();
    assert!(matches!(error, ureq::Error::Timeout(_)), "{error}");
    let sent = store.not_sent(id, 0, 0.0).unwrap();
    assert!(matches!(sent, Sent::Kept { due: 2_500, reason: None }), "{sent:?}");
    let again = store.next_upload(2_500).unwrap().unwrap();
    assert_eq!((again.id, again.attempts, content(again.call.body())), (id, 1, "a".to_owned()));
}
