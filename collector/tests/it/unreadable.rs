//! What damage in the file costs.

use std::path::Path;

use crate::here::Here;
use crate::support::{event, folder, start};

/// Changes a line of the file.
fn damage(data: &Path, at: usize, change: impl Fn(&str) -> String) {
    let file = data.join("received.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    let lines = text
        .lines()
        .enumerate()
        .map(|(number, line)| if number == at { change(line) } else { line.to_owned() });
    std::fs::write(&file, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
}

fn half(line: &str) -> String {
    line[..line.len() / 2].to_owned()
}

#[test]
fn an_unreadable_line_costs_one_event_also_if_it_is_a_start() {
    let data = folder("collector-unreadable");
    let open = || Here::with(|options| options.data = Some(data.clone()));
    let collector = open();
    // Each is a start and six events; of the last the end is damaged.
    let (online, edge) = (collector.open("online"), collector.open_edge("edge"));
    for second in 1..6 {
        assert_eq!(collector.event(&online, "ping", f64::from(second)).status, 204);
        assert_eq!(collector.edge_event(&edge, "ping", second).status, 204);
    }
    let ended = collector.open("ended");
    assert_eq!(collector.event(&ended, "ping", 1.0).status, 204);
    assert_eq!(collector.event(&ended, "sessionEnd", 2.0).status, 204);
    drop(collector);
    damage(&data, 0, half);
    damage(&data, 1, |line| line.replace("\"sessionStart\"", "7"));
    damage(&data, 4, half);
    damage(&data, 12, |_| "{}".to_owned());

    let collector = open();
    let sessions = collector.sessions();
    let received = |id: &str| {
        let found = sessions.iter().find(|session| session["id"] == id);
        found.unwrap_or_else(|| panic!("{id}: {sessions:?}"))
    };
    assert_eq!(received(&online)["received"], 4, "the start and an event cannot be read");
    assert_eq!(received(&online)["title"], "its start cannot be read");
    assert_eq!(received(&edge)["received"].as_u64().unwrap() + 1, 6, "the start cannot be read");
    assert_eq!(received(&edge)["api"], "media-edge");
    assert_eq!(received(&ended)["closed"], "ended");
    assert_eq!(received(&ended)["received"], 2);
    assert_eq!(collector.event(&online, "ping", 9.0).status, 204, "it goes on");
    assert_eq!(collector.edge_event(&edge, "ping", 9).status, 204);
    assert_eq!(collector.event(&ended, "ping", 9.0).status, 410);
    let detail = collector.get(&format!("/page/session/{online}")).json();
    assert_eq!(detail["events"].as_array().unwrap().len(), 5);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn an_unreadable_event_of_an_uploaded_session_costs_no_other() {
    let data = folder("collector-unreadable-upload");
    let open = || Here::with(|options| options.data = Some(data.clone()));
    let collector = open();
    let batch = format!("[{},{},{}]", start("whole"), event("play", 1.0), event("ping", 2.0));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    drop(collector);
    damage(&data, 0, |line| line.replace("\"eventType\":\"play\"", "\"eventType\":7"));
    let sessions = open().sessions();
    assert_eq!(sessions[0]["received"], 2);
    assert_eq!(sessions[0]["title"], "whole");
    let _ = std::fs::remove_dir_all(data);
}
