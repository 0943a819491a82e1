//! What earlier versions wrote is read back.

use std::time::Duration;

use serde_json::Value;

use crate::here::Here;
use crate::support::folder;

/// Every kind of line, written by version 0.1; its last line was cut off by a kill.
const VERSION_0_1: &str = include_str!("data/received-0.1.jsonl");

#[test]
fn a_file_of_version_0_1_opens() {
    let data = folder("collector-persisted");
    std::fs::write(data.join("received.jsonl"), VERSION_0_1).unwrap();
    let collector = Here::with(|options| {
        options.data = Some(data.clone());
        // The session that was open then is not to time out now.
        options.limits.idle = Duration::MAX;
        options.limits.still = Duration::MAX;
    });
    let sessions = collector.sessions();
    let told = sessions.iter().map(|session| {
        let text = |member: &str| session[member].as_str().unwrap_or("open").to_owned();
        (text("title"), text("origin"), text("closed"), session["received"].clone())
    });
    let expected = [
        ("open", "online", "open", 2),
        ("idle", "online", "idle", 1),
        ("legacy batch", "legacy-batch", "uploaded", 3),
        ("downloaded", "downloaded", "uploaded", 3),
        ("Episode 1 – Größe", "online", "ended", 10),
    ]
    .map(|(title, origin, closed, received)| {
        (title.to_owned(), origin.to_owned(), closed.to_owned(), Value::from(received))
    });
    assert!(told.eq(expected), "{sessions:?}");

    let id = |at: usize| sessions[at]["id"].as_str().unwrap();
    assert_eq!(collector.event(id(0), "ping", 11.0).status, 204, "an open session goes on");
    assert_eq!(collector.event(id(1), "ping", 11.0).status, 410);
    assert_eq!(collector.event(id(4), "sessionEnd", 60.0).status, 204, "safe to repeat");
    let ended = collector.get(&format!("/page/session/{}", id(4))).json();
    assert_eq!(ended["events"][7]["event"]["how"], "loud", "unknown members are kept");
    assert_eq!(ended["events"][7]["received"], 1_795_625_073_438_u64);
    drop(collector);

    // What was there is still there, byte for byte, and the new event stands on a line of its own.
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap();
    let added = text.strip_prefix(VERSION_0_1).expect("nothing is rewritten");
    let added = added.strip_prefix('\n').expect("the line that was cut off is ended");
    let line: Value = serde_json::from_str(added).expect("one line is added");
    assert_eq!((&line["session"], &line["event"]["eventType"]), (&id(0).into(), &"ping".into()));
    let _ = std::fs::remove_dir_all(data);
}
