//! The requests of the official SDKs.

use std::collections::{BTreeMap, HashMap};

use media_collection::SessionId;

use crate::here::Here;
use crate::support::captures;

#[test]
fn what_the_sdks_sent_is_accepted() {
    let collector = Here::start();
    // The session id in the capture, and the one that this collector assigned.
    let mut ids: HashMap<(String, String), String> = HashMap::new();
    let mut rejected = Vec::new();
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    for request in captures::requests() {
        let response = if let Some((_, rest)) = request.path.split_once("/sessions/") {
            let theirs = rest.trim_end_matches("/events").to_owned();
            let id = ids.entry((request.scenario.clone(), theirs)).or_insert_with(|| {
                // The SDK made another id from an unusual `Location`.
                collector.open("without a start of its own")
            });
            collector.post(&format!("/va/api/v1/sessions/{id}/events"), &request.raw)
        } else {
            if request.raw.starts_with('[') {
                let downloaded = collector.post("/api/v1/downloaded", &request.raw);
                assert_eq!(downloaded.status, 201, "{}: {downloaded:?}", request.scenario);
            }
            let response = collector.post(&request.path, &request.raw);
            let theirs = request.location.as_deref().and_then(SessionId::from_location);
            if let Some(theirs) = theirs.filter(|_| !request.raw.starts_with('[')) {
                ids.insert((request.scenario.clone(), theirs.to_string()), response.session());
            }
            response
        };
        *counts.entry(response.status).or_default() += 1;
        if !matches!(response.status, 201 | 204) {
            rejected.push((request.scenario, response.status, request.raw));
        }
    }
    let [(scenario, 400, raw)] = &rejected[..] else { panic!("{rejected:?}") };
    assert_eq!(scenario, "js-online-odd_playheads");
    assert!(raw.contains("\"playhead\":null"));
    assert!(counts[&201] > 100 && counts[&204] > 1_700, "{counts:?}");
}
