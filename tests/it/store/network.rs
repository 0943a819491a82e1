//! A response that never comes.

use std::net::TcpListener;

use media_collection::recorder::Outcome;

use crate::fixtures::stores::{content, temp_store, viewing};
use crate::recorders::due_upload;

/// A collector that takes the request and says nothing: the caller's timeout ends it.
#[test]
fn a_timeout_is_a_response_that_was_lost() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let collector = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(std::time::Duration::from_millis(200)))
        .build()
        .into();
    let store = temp_store("network-timeout");
    let key = viewing(&store, "a");
    let upload = due_upload(&store, 0);
    let ticket = upload.ticket;
    let error = agent.run(upload.request(&collector).unwrap()).map(drop).unwrap_err();
    assert!(matches!(error, ureq::Error::Timeout(_)), "{error}");
    let sent = store.not_sent(ticket, 0, 0.0).unwrap();
    assert_eq!(sent, Outcome::Kept { due: 2_500, reason: None });
    let again = due_upload(&store, 2_500);
    assert_eq!((again.key, again.attempts, content(again.call.body())), (key, 1, "a".to_owned()));
}
