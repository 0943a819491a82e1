//! What the SDKs sent arrives byte for byte.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use media_collection::SessionId;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Way, aside, collection, folders, gateway, takes, until};
use crate::support::captures;

/// The part of a line that these tests read. The texts can have lone surrogates, which a `Value` cannot.
#[derive(Deserialize)]
struct Line<'a> {
    session: &'a str,
    #[serde(borrow)]
    start: Option<&'a RawValue>,
    #[serde(borrow)]
    event: Option<&'a RawValue>,
    #[serde(borrow)]
    events: Option<&'a RawValue>,
}

/// The texts of each session, without the ids.
fn texts(data: &Path) -> Vec<Vec<String>> {
    let lines = crate::here::lines(data);
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in &lines {
        let line: Line<'_> = serde_json::from_str(line).unwrap();
        let said = line.start.or(line.event).or(line.events);
        found.entry(line.session).or_default().extend(said.map(|said| said.get().to_owned()));
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort();
    found
}

pub fn what_the_sdks_sent_arrives() {
    let (here, there) = folders("sdks");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, collection(), &way, |_| {});
    let mut ids: HashMap<(String, String), String> = HashMap::new();
    for request in captures::requests() {
        let Some((_, rest)) = request.path.split_once("/sessions/") else {
            let response = gateway.post(&request.path, &request.raw);
            let theirs = request.location.as_deref().and_then(SessionId::from_location);
            if let Some(theirs) = theirs.filter(|_| !request.raw.starts_with('[')) {
                ids.insert((request.scenario.clone(), theirs.to_string()), response.session());
            }
            continue;
        };
        let theirs = rest.trim_end_matches("/events").to_owned();
        if let Some(id) = ids.get(&(request.scenario.clone(), theirs)) {
            gateway.post(&format!("/va/api/v1/sessions/{id}/events"), &request.raw);
        }
    }
    let count = |all: &[Vec<String>]| all.iter().map(Vec::len).sum::<usize>();
    let sent = texts(&here);
    assert!(count(&sent) > 1_500, "{}", count(&sent));
    until("all arrive", || count(&texts(&there)) >= count(&sent));
    let arrived = texts(&there);
    for (sent, arrived) in sent.iter().zip(&arrived) {
        assert_eq!(sent, arrived);
    }
    assert_eq!(sent.len(), arrived.len());
    assert!(aside(&here).is_empty());
}
