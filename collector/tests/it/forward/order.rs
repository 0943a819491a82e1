//! Events that a `sessionEnd` overtook arrive before it.

use serde_json::json;

use super::{Way, aside, collection, folders, gateway, sessions, takes, until};

pub fn what_the_end_overtook_arrives_before_it() {
    let (here, there) = folders("overtaken");
    let other = takes(&there);
    let way = Way::open(&other);
    let gateway = gateway(&here, collection(), &way, |_| {});
    let id = gateway.open("a");
    assert_eq!(gateway.event(&id, "play", 0.0).status, 204);
    assert_eq!(gateway.event(&id, "sessionEnd", 20.0).status, 204);
    std::thread::sleep(std::time::Duration::from_secs(1));
    assert_eq!(gateway.event(&id, "pauseStart", 10.0).status, 204);
    assert_eq!(gateway.event(&id, "sessionEnd", 20.0).status, 204, "repeated");
    until("all arrive", || sessions(&there).get("a").is_some_and(|all| all[0].len() == 4));
    let kinds: Vec<_> =
        sessions(&there)["a"][0].iter().map(|event| event["eventType"].clone()).collect();
    assert_eq!(
        kinds,
        [json!("sessionStart"), json!("play"), json!("pauseStart"), json!("sessionEnd")]
    );
    assert!(aside(&here).is_empty());
}
