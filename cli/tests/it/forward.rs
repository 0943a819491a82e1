//! `collect --forward` and `forget` are killed at random times.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::collect::Running;
use crate::process::{PROGRAM, code, json, told};
use crate::support::{folder, start};

/// Numbers that look random.
fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 27)
}

/// The playheads that the sessions of a folder have in their order, by the names of the sessions.
fn playheads(data: &Path) -> BTreeMap<String, Vec<Vec<u64>>> {
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap_or_default();
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    let mut names = BTreeMap::new();
    let mut found: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for line in whole.lines().filter(|line| !line.is_empty()) {
        let line: Value = serde_json::from_str(line).expect("whole lines");
        let id = line["session"].as_str().unwrap().to_owned();
        if let Some(name) = line["start"]["params"]["media.id"].as_str() {
            names.insert(id.clone(), name.to_owned());
        }
        let playhead = line["event"]["playerTime"]["playhead"].as_f64();
        found.entry(id).or_default().extend(playhead.map(|playhead| playhead as u64));
    }
    let mut by_name: BTreeMap<String, Vec<Vec<u64>>> = BTreeMap::new();
    for (id, playheads) in found {
        by_name.entry(names[&id].clone()).or_default().push(playheads);
    }
    by_name
}

#[test]
fn everything_acknowledged_is_forwarded_across_kills() {
    const SESSIONS: usize = 5;
    for (name, edge) in [("collection", false), ("edge", true)] {
        let (here, there) =
            (folder(&format!("forward-{name}-here")), folder(&format!("forward-{name}-there")));
        let other = Running::start(&["--data", there.to_str().unwrap()]);
        let url = format!("http://{}", other.address);
        let mut arguments = vec!["--data", here.to_str().unwrap(), "--forward", &url];
        if edge {
            arguments.extend(["--forward-datastream", "datastream-1"]);
        }
        let mut kills = 0;
        let mut ids = Vec::new();
        let mut next = 0_u64;
        while kills < 8 {
            let mut gateway = Running::start(&arguments);
            if ids.is_empty() {
                ids = (0..SESSIONS).map(|at| gateway.open(&format!("s{at}"))).collect();
            }
            let until = Instant::now() + Duration::from_millis(mixed(kills) % 300);
            while Instant::now() < until {
                for id in &ids {
                    assert_eq!(gateway.event(id, "ping", next as f64).status, 204);
                }
                next += 1;
            }
            gateway.process.kill().unwrap();
            gateway.process.wait().unwrap();
            kills += 1;
        }
        let _gateway = Running::start(&arguments);
        let begun = Instant::now();
        let all_arrived = || {
            let arrived = playheads(&there);
            arrived.len() == SESSIONS
                && arrived.values().all(|all| all.iter().any(|one| one.last() == Some(&(next - 1))))
        };
        while !all_arrived() {
            assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", playheads(&there));
            std::thread::sleep(Duration::from_millis(50));
        }
        for (name, mut all) in playheads(&there) {
            // A start whose response was not on the disk opened a session that got nothing.
            all.retain(|one| !one.is_empty());
            assert_eq!(all.len(), 1, "{name} is one session");
            let twice = all[0].windows(2).filter(|pair| pair[0] == pair[1]).count();
            all[0].dedup();
            assert!(all[0].iter().copied().eq(0..next), "{name}: in order, and each");
            assert!(twice as u64 <= kills, "{name}: at most one for each kill, not {twice}");
        }
    }
}

#[test]
fn forget_leaves_a_readable_folder_whenever_it_is_killed() {
    let data = folder("forget-killed");
    let collector = Running::start(&["--data", data.to_str().unwrap(), "--segment-size", "4K"]);
    for at in 0..60 {
        let mut begin: Value = serde_json::from_str(&start(&format!("s{at}"))).unwrap();
        let visitor = if at % 2 == 0 { "visitor-jane" } else { "visitor-john" };
        begin["params"]["analytics.visitorId"] = visitor.into();
        let id = collector.post("/api/v1/sessions", begin.to_string()).session();
        assert_eq!(collector.event(&id, "sessionEnd", 1.0).status, 204);
    }
    let visitor =
        ["forget", "--visitor", "visitor-jane", "--json", "--data", data.to_str().unwrap()];
    let busy = Command::new(PROGRAM).args(visitor).output().unwrap();
    assert_eq!(code(&busy), 2, "{}", told(&busy));
    assert!(told(&busy).contains("stop it"), "{}", told(&busy));
    drop(collector);
    for round in 0..12 {
        let mut child = Command::new(PROGRAM)
            .args(visitor)
            .stdout(Stdio::null())
            .spawn()
            .expect("the command can be started");
        std::thread::sleep(Duration::from_micros(mixed(round) % 25_000));
        let _ = child.kill();
        child.wait().unwrap();
        let check = Command::new(PROGRAM).args(["check", data.to_str().unwrap()]).output().unwrap();
        assert_ne!(code(&check), 2, "{}", told(&check));
    }
    let done = Command::new(PROGRAM).args(visitor).output().unwrap();
    assert_eq!(code(&done), 0, "{}", told(&done));
    assert!(json(&done)["lines"].is_u64());
    let collector = Running::start(&["--data", data.to_str().unwrap()]);
    let sessions = collector.sessions();
    assert_eq!(sessions.len(), 30, "those of the other one");
    for session in sessions {
        let id = session["id"].as_str().unwrap();
        let shown = collector.get(&format!("/page/session/{id}/events.json")).body;
        assert!(shown.contains("visitor-john"), "{shown}");
    }
}

#[test]
fn what_is_wrong_with_the_options_is_said() {
    let here = folder("forward-options");
    let data = here.to_str().unwrap();
    let wrong = |arguments: &[&str], code: i32, what: &str| {
        let output = Command::new(PROGRAM)
            .args(["collect", "--listen", "127.0.0.1:0"])
            .args(arguments)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(told(&output).contains(what), "{}", told(&output));
    };
    wrong(&["--forward", "http://127.0.0.1:9"], 2, "--data");
    wrong(&["--data", data, "--forward-parallel", "2"], 2, "--forward");
    wrong(&["--data", data, "--forward", "https://edge.adobedc.net"], 1, "--forward-datastream");
    wrong(&["--data", data, "--forward", "ftp:x"], 1, "--forward ftp:x");
    let key = here.join("key");
    std::fs::write(&key, "short\n").unwrap();
    wrong(&["--redact-key", key.to_str().unwrap()], 1, "16");
}
