//! Who may use a collector's folder, and who can read it.

use std::io::Write as _;
use std::path::Path;

use media_collection_collector::{Collector, Options};
use serde_json::Value;

use crate::here::Here;
use crate::support::folder;

fn open(data: &Path) -> Here {
    Here::with(|options| options.data = Some(data.to_owned()))
}

#[test]
fn a_folder_is_for_one_collector_at_a_time() {
    let data = folder("collector-lock");
    let first = open(&data);
    let id = first.open("kept");
    let mut options = Options::default();
    options.data = Some(data.clone());
    let error = Collector::open(options).expect_err("the folder is in use").to_string();
    assert!(error.contains(data.to_str().unwrap()), "{error}");
    assert!(error.contains(&format!("process {}", std::process::id())), "{error}");
    assert_eq!(first.event(&id, "ping", 1.0).status, 204, "the first is not disturbed");
    drop(first);
    assert_eq!(open(&data).event(&id, "ping", 2.0).status, 204, "and now it is free");
    let _ = std::fs::remove_dir_all(data);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = folder("collector-owner").join("new").join("folder");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let collector = open(&data);
    collector.open("private");
    assert_eq!(mode(&data), 0o700);
    let names: Vec<_> = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(names.len() >= 2);
    for entry in &names {
        assert_eq!(mode(&entry.path()), 0o600, "{entry:?}");
    }
    drop(collector);
    // A file of an earlier version.
    let file = data.join("received.jsonl");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    drop(open(&data));
    assert_eq!(mode(&file), 0o600);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn a_line_says_the_version_of_its_format_and_a_newer_one_is_left_out() {
    let data = folder("collector-version");
    let collector = open(&data);
    let id = collector.open("kept");
    drop(collector);
    let file = data.join("received.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    let line: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(line["v"], 1);
    let newer = text.replace("\"v\":1", "\"v\":2").replace(&id, "newer");
    let mut appended = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
    appended.write_all(newer.as_bytes()).unwrap();
    let collector = open(&data);
    assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
    assert_eq!(collector.event("newer", "ping", 1.0).status, 404);
    let _ = std::fs::remove_dir_all(data);
}
