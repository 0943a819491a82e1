//! Forgetting a visitor.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Read as _};
use std::path::Path;

use media_collection_collector::{Redaction, forget, received};
use serde_json::{Value, json};

use crate::forward::{Fate, Way, collection, gateway, until};
use crate::here::Here;
use crate::support::edge as media_edge;
use crate::support::{event, folder, start};

const JANE: &str = "12345678901234567890123456789012345678";
const JOHN: &str = "99945678901234567890123456789012345678";

fn named(name: &str, visitor: &str) -> String {
    let mut begin: Value = serde_json::from_str(&start(name)).unwrap();
    begin["params"]["visitor.marketingCloudUserId"] = json!(visitor);
    begin.to_string()
}

/// Sessions of both, of either API, in several segments; some are open.
fn report(collector: &Here) {
    for round in 0..6 {
        for visitor in [JANE, JOHN] {
            let begin = named(&format!("{visitor}-{round}"), visitor);
            let id = collector.post("/api/v1/sessions", begin).session();
            for at in 0..10 {
                assert_eq!(collector.event(&id, "ping", f64::from(at)).status, 204);
            }
            if round % 2 == 0 {
                assert_eq!(collector.event(&id, "sessionEnd", 10.0).status, 204);
            }
            let begin: Value = serde_json::from_str(&named("downloaded", visitor)).unwrap();
            let end: Value = serde_json::from_str(&event("sessionEnd", 9.0)).unwrap();
            let body = json!([begin, end]).to_string();
            assert_eq!(collector.post("/api/v1/downloaded", body).status, 201);
            let id = collector.open_edge("edge");
            let mut ping = media_edge::event("ping", &id, 1);
            ping["xdm"]["identityMap"] = json!({"ECID": [{"id": visitor}]});
            assert_eq!(collector.post("/ee/va/v1/ping", media_edge::body(&[ping])).status, 204);
        }
    }
}

fn with_segments(
    data: &Path,
    change: impl FnOnce(&mut media_collection_collector::Options),
) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.segments.bytes = 8_000;
        change(options);
    })
}

/// The lines of all files that are not empty, by their sessions.
fn all_lines(data: &Path) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in received::files(data).unwrap() {
        for line in received::open(&file).unwrap().lines() {
            let line = line.unwrap();
            if let Ok(read) = serde_json::from_str::<Value>(&line) {
                all.entry(read["session"].as_str().unwrap().to_owned()).or_default().push(line);
            }
        }
    }
    all
}

/// Everything that is in the folder, decompressed.
fn everything(data: &Path) -> String {
    let mut all = String::new();
    for file in std::fs::read_dir(data).unwrap() {
        let path = file.unwrap().path();
        let mut text = Vec::new();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".gz") {
            received::open(&path).unwrap().read_to_end(&mut text).unwrap();
        } else {
            text = std::fs::read(&path).unwrap();
        }
        all += &String::from_utf8_lossy(&text);
    }
    all
}

/// The sessions of a visitor.
fn of(lines: &BTreeMap<String, Vec<String>>, visitor: &str) -> Vec<String> {
    let of = lines.iter().filter(|(_, lines)| lines.iter().any(|line| line.contains(visitor)));
    of.map(|(id, _)| id.clone()).collect()
}

#[test]
fn nothing_of_a_visitor_is_left_and_everything_of_others() {
    let data = folder("collector-forget");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    let error = forget(&data, &[JANE.to_owned()], None).unwrap_err().to_string();
    assert!(error.contains("another collector uses this folder"), "{error}");
    drop(collector);
    let before = all_lines(&data);
    let (jane, john) = (of(&before, JANE), of(&before, JOHN));
    assert_eq!((jane.len(), john.len()), (18, 18));
    let forgotten = forget(&data, &[JANE.to_owned()], None).unwrap();
    assert!(forgotten.sessions.keys().eq(&jane));
    let lines: usize = jane.iter().map(|id| before[id].len()).sum();
    assert_eq!(forgotten.lines, lines as u64);
    let all = everything(&data);
    assert!(!all.contains(JANE) && jane.iter().all(|id| !all.contains(&**id)));
    let after = all_lines(&data);
    assert!(after.iter().all(|(id, lines)| before[id] == *lines));
    assert_eq!(after.len(), before.len() - jane.len());
    // The collector goes on, and knows the sessions of others.
    let collector = with_segments(&data, |_| {});
    assert_eq!(collector.event(&jane[0], "ping", 20.0).status, 404);
    let open = collector.sessions().iter().filter(|it| it["closed"].is_null()).count();
    assert_eq!(open, 3 + 6, "sessions of the one who is not forgotten");
    drop(collector);
    let again = forget(&data, &[JANE.to_owned()], None).unwrap();
    assert!(again.sessions.is_empty() && again.lines == 0);
}

#[test]
fn a_hashed_visitor_is_found_with_the_key() {
    let data = folder("collector-forget-hashed");
    let redaction = Redaction::hashing(b"a key that nobody guesses").unwrap();
    let collector = with_segments(&data, |options| options.redaction = Some(redaction.clone()));
    report(&collector);
    drop(collector);
    assert!(forget(&data, &[JANE.to_owned()], None).unwrap().sessions.is_empty());
    let forgotten = forget(&data, &[JANE.to_owned()], Some(&redaction)).unwrap();
    assert_eq!(forgotten.sessions.len(), 18);
    let all = everything(&data);
    assert!(!all.contains(&redaction.pseudonym(JANE).unwrap()));
    assert!(all.contains(&redaction.pseudonym(JOHN).unwrap()));
}

/// Forwarding forgets, too, and goes on at the right place.
#[test]
fn forwarding_forgets_and_goes_on() {
    let (data, there) = (folder("collector-forget-here"), folder("collector-forget-there"));
    let other = crate::forward::takes(&there);
    let is_down = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let down = std::sync::Arc::clone(&is_down);
    let way = Way::to(&other, move |_, request| {
        let body = String::from_utf8_lossy(request.body()).into_owned();
        match down.load(std::sync::atomic::Ordering::SeqCst) {
            true => Fate::Lost,
            false if body.contains("bufferStart") => Fate::Answered(400),
            false => Fate::Sent,
        }
    });
    let open = || gateway(&data, collection(), &way, |options| options.segments.bytes = 3_000);
    let collector = open();
    let ids = [JANE, JOHN].map(|visitor| {
        let id = collector.post("/api/v1/sessions", named(visitor, visitor)).session();
        assert_eq!(collector.event(&id, "bufferStart", 0.0).status, 204);
        assert_eq!(collector.event(&id, "play", 1.0).status, 204);
        id
    });
    until("both are open there", || {
        crate::forward::lines(&there).len() == 4 && crate::forward::aside(&data).len() == 2
    });
    is_down.store(true, std::sync::atomic::Ordering::SeqCst);
    for at in 2..30 {
        for id in &ids {
            let kind = if at % 2 == 0 { "pauseStart" } else { "play" };
            assert_eq!(collector.event(id, kind, f64::from(at)).status, 204);
        }
    }
    drop(collector);
    let forgotten = forget(&data, &[JANE.to_owned()], None).unwrap();
    assert_eq!((forgotten.sessions.len(), forgotten.set_aside), (1, 1));
    let all = everything(&data);
    assert!(!all.contains(JANE) && !all.contains(&ids[0]) && all.contains(JOHN));
    is_down.store(false, std::sync::atomic::Ordering::SeqCst);
    let _collector = open();
    until("the other goes on", || crate::forward::sessions(&there)[JOHN][0].len() == 30);
    let john = &crate::forward::sessions(&there)[JOHN];
    assert_eq!(john.len(), 1, "in the same session");
    let playheads = john[0][1..].iter().map(|event| event["playerTime"]["playhead"].as_f64());
    assert!(playheads.eq((1..30).map(|at| Some(f64::from(at)))));
    assert_eq!(crate::forward::sessions(&there)[JANE][0].len(), 2, "no more than before");
}

/// A line that cannot be read is erased if it has the id.
#[test]
fn lines_that_cannot_be_read_are_erased() {
    let data = folder("collector-forget-unreadable");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    drop(collector);
    let path = data.join("received.jsonl");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str(&format!("{{\"v\":1,\"sess{JANE}\n{{\"v\":1,\"sess{JOHN}\n"));
    let torn =
        r#"{"v":1,"received":1795685444102,"session":"torn","start":{"eventType":"sessionStart","#;
    text.push_str(&format!("{torn}{JANE}\n"));
    std::fs::write(&path, text).unwrap();
    forget(&data, &[JANE.to_owned()], None).unwrap();
    let all = everything(&data);
    assert!(!all.contains(JANE) && all.contains(&format!("sess{JOHN}")));
}

/// A plan that was cut off is carried out by the next start.
#[test]
fn a_start_goes_on_with_what_was_cut_off() {
    let data = folder("collector-forget-cut-off");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    drop(collector);
    let jane = of(&all_lines(&data), JANE);
    let plan = json!({"v": 1, "sessions": jane, "texts": [JANE]});
    std::fs::write(data.join("received.forget"), plan.to_string()).unwrap();
    // Left by a kill, with what was to be kept in it.
    std::fs::write(data.join("received.jsonl.rewritten"), JANE).unwrap();
    drop(with_segments(&data, |_| {}));
    let all = everything(&data);
    assert!(!all.contains(JANE) && jane.iter().all(|id| !all.contains(&**id)));
    assert!(!data.join("received.forget").exists());
}
