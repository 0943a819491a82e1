//! The log in segments: they close, are compressed, and expire, and nothing acknowledged is missing after
//! a restart.

use std::ffi::OsStr;
use std::io::BufRead as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use media_collection_collector::Options;
use media_collection_collector::received::{self, Received};

use crate::here::Here;
use crate::support::{folder, start};

fn open_with(data: &Path, change: impl FnOnce(&mut Options)) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.segments.bytes = 2_000;
        change(options);
    })
}

fn open(data: &Path) -> Here {
    open_with(data, |_| {})
}

fn is_packed(file: &Path) -> bool {
    file.extension() == Some(OsStr::new("gz"))
}

/// Waits until all closed files are compressed.
fn packed(data: &Path) -> Vec<PathBuf> {
    let begun = Instant::now();
    loop {
        let mut files = received::files(data).unwrap();
        files.pop();
        let plain = files.iter().any(|file| file.with_extension("").is_file() || !is_packed(file));
        if !files.is_empty() && !plain {
            return files;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{files:?}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The lines of all files, by the session.
fn lines(data: &Path) -> Vec<Received> {
    let files = received::files(data).unwrap();
    let lines = files.iter().flat_map(|file| received::open(file).unwrap().lines());
    lines.map(|line| Received::read(line.unwrap().as_bytes()).unwrap()).collect()
}

#[test]
fn sessions_go_on_over_segments_and_restarts() {
    let data = folder("collector-segments");
    let (mut long, mut ended) = (None, Vec::<String>::new());
    let mut sent = 0;
    for run in 0..4_u32 {
        let collector = open(&data);
        let long: &String = long.get_or_insert_with(|| {
            sent = 1;
            collector.open("long")
        });
        for id in &ended {
            assert_eq!(collector.event(id, "ping", 9.0).status, 410, "in run {run}");
            assert_eq!(collector.event(id, "sessionEnd", 9.0).status, 204);
        }
        for step in 0..10 {
            let playhead = f64::from(run * 10 + step);
            assert_eq!(collector.event(long, "ping", playhead).status, 204);
            sent += 1;
        }
        let short = collector.open("short");
        assert_eq!(collector.event(&short, "sessionEnd", 5.0).status, 204);
        let edge = collector.open_edge("edge");
        assert_eq!(collector.edge_event(&edge, "sessionEnd", 1).status, 204);
        ended.push(short);
        let batch = format!("[{}]", start("downloaded"));
        assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
        let sessions = collector.sessions();
        assert_eq!(sessions.len(), 1 + 3 * (run as usize + 1), "run {run}: {sessions:?}");
        let found = sessions.iter().find(|session| session["id"] == **long).unwrap();
        assert_eq!(found["received"], sent, "run {run}");
        assert_eq!(found["title"], "long");
        if run > 0 {
            assert!(packed(&data).len() >= 2, "run {run}");
        }
    }
    let long = long.unwrap();
    let of_long = lines(&data).iter().filter(|line| line.session == long).count();
    assert_eq!(of_long, sent, "every line is there once, in one of the files");
    let _ = std::fs::remove_dir_all(data);
}

/// An index is made of its segment: it can be lost or damaged.
#[test]
fn indexes_are_made_again() {
    let data = folder("collector-indexes");
    let collector = open(&data);
    let (id, ended) = (collector.open("open"), collector.open("ended"));
    assert_eq!(collector.event(&ended, "sessionEnd", 1.0).status, 204);
    for step in 0..40 {
        assert_eq!(collector.event(&id, "ping", f64::from(step)).status, 204);
    }
    packed(&data);
    drop(collector);
    let index = |number: u64| data.join(format!("received-{number:08}.index.json"));
    std::fs::remove_file(index(2)).unwrap();
    for damage in ["", "{", "{\"v\":99}"] {
        std::fs::write(index(1), damage).unwrap();
        let collector = open(&data);
        assert_eq!(collector.event(&id, "ping", 50.0).status, 204);
        assert_eq!(collector.event(&ended, "ping", 50.0).status, 410);
        assert_eq!(collector.event(&ended, "sessionEnd", 50.0).status, 204);
        drop(collector);
        assert!(index(1).metadata().unwrap().len() > 100 && index(2).is_file());
    }
    let _ = std::fs::remove_dir_all(data);
}

/// A collector can be killed between any two steps of closing a segment.
#[test]
fn every_state_that_a_kill_leaves_can_be_opened() {
    let data = folder("collector-segments-kill");
    let collector = open(&data);
    let id = collector.open("open");
    for step in 0..20 {
        assert_eq!(collector.event(&id, "ping", f64::from(step)).status, 204);
    }
    let files = packed(&data);
    drop(collector);
    let before = lines(&data).len();
    // Compressed, and the other not yet removed; one that was being compressed.
    let mut plain = String::new();
    std::io::Read::read_to_string(&mut received::open(&files[0]).unwrap(), &mut plain).unwrap();
    std::fs::write(files[0].with_extension(""), plain).unwrap();
    std::fs::write(data.join("received-00000002.jsonl.gz.partial"), "half").unwrap();
    let collector = open(&data);
    packed(&data);
    assert!(!data.join("received-00000002.jsonl.gz.partial").exists());
    assert_eq!(collector.sessions()[0]["received"], 21);
    drop(collector);
    assert_eq!(lines(&data).len(), before);
    // The file was renamed, and another not yet made.
    let next = data.join(format!("received-{:08}.jsonl", files.len() + 1));
    std::fs::rename(data.join(received::FILE), &next).unwrap();
    let collector = open(&data);
    assert_eq!(collector.sessions()[0]["received"], 21);
    assert_eq!(collector.event(&id, "ping", 59.0).status, 204);
    drop(collector);
    assert_eq!(lines(&data).len(), before + 1);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn a_segment_closes_by_age() {
    let data = folder("collector-segment-age");
    let collector = open_with(&data, |options| {
        options.segments.bytes = u64::MAX;
        options.segments.age = Some(Duration::from_millis(300));
    });
    let id = collector.open("old");
    assert_eq!(packed(&data).len(), 1, "also if nothing else arrives");
    assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn segments_expire_by_size_and_by_age() {
    let data = folder("collector-segments-expire");
    let collector = open_with(&data, |options| options.segments.keep_bytes = Some(2_000));
    let (mut first, mut last) = (None, String::new());
    for _ in 0..30 {
        last = collector.open("kept");
        assert_eq!(collector.event(&last, "sessionEnd", 1.0).status, 204);
        first.get_or_insert_with(|| last.clone());
    }
    let begun = Instant::now();
    let first_segment = data.join("received-00000001.jsonl.gz");
    while packed(&data).len() > 15 || first_segment.exists() {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(collector);
    let kept = lines(&data);
    assert!(kept.iter().all(|line| Some(&line.session) != first.as_ref()));
    assert!(kept.iter().any(|line| line.session == last));
    let collector = open_with(&data, |options| options.segments.keep_for = Some(Duration::ZERO));
    let begun = Instant::now();
    while received::files(&data).unwrap().len() > 1 {
        assert!(begun.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(collector.event(&last, "ping", 2.0).status, 410, "the start read what there was");
    let _ = std::fs::remove_dir_all(data);
}

/// A file of an earlier version is the first segment, however large it is.
#[test]
fn a_file_of_an_earlier_version_becomes_a_segment() {
    let data = folder("collector-segment-old");
    let text = include_str!("data/received-0.1.jsonl");
    std::fs::write(data.join("received.jsonl"), text).unwrap();
    let open = || {
        open_with(&data, |options| {
            options.limits.idle = Duration::MAX;
            options.limits.still = Duration::MAX;
        })
    };
    let before = open().sessions();
    for _ in 0..3 {
        let collector = open();
        assert_eq!(collector.sessions().len(), before.len());
        for (before, after) in before.iter().zip(collector.sessions()) {
            for member in ["id", "title", "closed", "received", "opened", "heard"] {
                assert_eq!(before[member], after[member], "{member}");
            }
        }
        // Something that is not shown above all others closes the first file.
        assert_eq!(collector.event(before[4]["id"].as_str().unwrap(), "ping", 99.0).status, 410);
    }
    let id = before[0]["id"].as_str().unwrap();
    assert_eq!(open().event(id, "ping", 99.0).status, 204);
    assert!(data.join("received-00000001.jsonl").exists() || !packed(&data).is_empty());
    assert_eq!(open().sessions()[0]["received"], 3);
    let _ = std::fs::remove_dir_all(data);
}
