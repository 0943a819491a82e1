//! `collect` for operators: its log as JSON, its limit of open files, and its metrics.

use std::io::Read as _;
use std::process::{ChildStderr, Command, Stdio};

use crate::collect::Running;
use crate::collect_clients::with_log_below;
use crate::process::PROGRAM;
use crate::support::event;

/// Stops it, and returns its log.
fn log_of((running, mut log): (Running, ChildStderr)) -> String {
    assert!(running.signal("TERM").success());
    let mut text = String::new();
    log.read_to_string(&mut text).expect("it is text");
    text
}

#[test]
fn each_line_of_the_log_can_be_an_object() {
    let running = with_log_below("true", &["--log-format", "json", "--verbose"]);
    let collector = &running.0;
    assert_eq!(collector.event("\u{1}never \"opened\"", "ping", 1.0).status, 400);
    assert_eq!(collector.event("never-opened", "ping", 1.0).status, 404);
    let log = log_of(running);
    let lines = log.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).expect(line);
        for member in ["timestamp", "level", "message"] {
            assert!(line[member].is_string(), "{line}");
        }
        (line["level"].as_str().unwrap().to_owned(), line["message"].as_str().unwrap().to_owned())
    });
    let lines: Vec<_> = lines.collect();
    let has = |level: &str, text: &str| {
        lines.iter().any(|(of, message)| of == level && message.contains(text))
    };
    assert!(has("INFO", "rejected with 404") && has("DEBUG", "/events"), "{lines:?}");
    assert!(has("INFO", "stopped"), "{lines:?}");
}

#[test]
fn the_limit_of_open_files_is_raised() {
    let running = with_log_below("ulimit -S -n 128", &[]);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", running.0.process.id()));
    let Ok(limits) = limits else { return };
    let line = limits.lines().find(|line| line.starts_with("Max open files")).expect("a limit");
    let [soft, hard] = [3, 4].map(|at| line.split_whitespace().nth(at).unwrap().to_owned());
    assert_eq!(soft, hard);
    let raised: u64 = soft.parse().unwrap_or(u64::MAX);
    let log = log_of(running);
    assert_eq!(log.contains("files may be open"), raised < 2_048 + 64, "{raised}: {log}");
}

#[test]
fn too_low_a_limit_of_open_files_is_said() {
    let running = with_log_below("ulimit -n 300", &[]);
    let id = running.0.open("served nevertheless");
    assert_eq!(running.0.event(&id, "ping", 1.0).status, 204);
    let log = log_of(running);
    assert!(log.contains("enough for 236 of 2048 connections"), "{log}");
    let few = with_log_below("ulimit -n 300", &["--max-connections", "200"]);
    let log = log_of(few);
    assert!(!log.contains("files may be open"), "{log}");
}

#[test]
fn metrics_are_private_unless_they_are_opened() {
    for (metrics, status) in [("page", 404), ("open", 200), ("off", 404)] {
        let running = Running::start(&["--no-page", "--metrics", metrics]);
        assert_eq!(running.get("/metrics").status, status, "{metrics}");
        assert_eq!(running.get("/healthz").body, "ok\n");
    }
    let running = Running::start(&[]);
    let id = running.open("counted");
    running.post(&format!("/api/v1/sessions/{id}/events"), event("ping", 1.0));
    let metrics = running.get("/metrics").body;
    let line =
        "media_collection_events_accepted_total{api=\"media-collection\",event_type=\"ping\"} 1";
    assert!(metrics.lines().any(|other| other == line), "{metrics}");
    assert!(metrics.contains("media_collection_log_lines_dropped_total 0"), "{metrics}");
    let wrong = Command::new(PROGRAM)
        .args(["collect", "--metrics", "everybody"])
        .stdin(Stdio::null())
        .output()
        .expect("it starts");
    assert_eq!(wrong.status.code(), Some(2));
}
