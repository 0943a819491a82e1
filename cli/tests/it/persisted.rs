//! Sessions that earlier versions stored can be listed, exported and sent.

use crate::process::{code, json, told, with_store};
use crate::stored::path;

/// A store of version 0.1 with a session of each state, and one whose upload failed.
const VERSION_0_1: &[u8] = include_bytes!("data/sessions-0.1.redb");

#[test]
fn a_store_of_version_0_1_opens() {
    let path = path("persisted");
    std::fs::write(&path, VERSION_0_1).unwrap();
    let list = json(&with_store(&path, &["list", "--json"]));
    let expected = [(1, "refused", 5), (2, "pending", 6), (3, "open", 6), (4, "open", 6)];
    assert_eq!(list.as_array().map(Vec::len), Some(expected.len()), "{list}");
    for (at, (id, state, events)) in expected.into_iter().enumerate() {
        assert_eq!((&list[at]["id"], &list[at]["events"]), (&id.into(), &events.into()), "{list}");
        assert_eq!(list[at]["state"], state, "{list}");
        let exported = json(&with_store(&path, &["export", &id.to_string()]));
        assert_eq!(exported.as_array().map(Vec::len), Some(events), "{exported}");
        assert_eq!(exported[0]["eventType"], "sessionStart");
    }
    assert_eq!((&list[1]["attempts"], &list[2]["attempts"]), (&1.into(), &0.into()), "{list}");
    let rejected = with_store(&path, &["rejected"]);
    assert!(told(&rejected).starts_with("1: 400 no such suite"), "{}", told(&rejected));
    assert_eq!(code(&with_store(&path, &["retry", "1"])), 0);
    assert_eq!(code(&with_store(&path, &["discard", "2"])), 0);
    let list = json(&with_store(&path, &["list", "--json"]));
    assert_eq!((&list[0]["state"], list.as_array().map(Vec::len)), (&"pending".into(), Some(3)));
}
