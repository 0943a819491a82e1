//! Forgetting a visitor: from a folder that no collector uses, and on NATS while collectors run.

use std::collections::BTreeMap;
use std::path::Path;

use media_collection_collector::Redaction;
use serde_json::{Value, json};

use crate::forward::{Fate, Way, collection, gateway, until};
use crate::here::{self, HAS_FOLDER, Here, everything, forget};
use crate::support::edge as media_edge;
use crate::support::{event, folder, start};

pub const JANE: &str = "12345678901234567890123456789012345678";
pub const JOHN: &str = "99945678901234567890123456789012345678";

pub fn named(name: &str, visitor: &str) -> String {
    let mut begin: Value = serde_json::from_str(&start(name)).unwrap();
    begin["params"]["visitor.marketingCloudUserId"] = json!(visitor);
    begin.to_string()
}

/// Sessions of both, of either API, in several segments; some are open.
pub fn report(collector: &Here) {
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

pub fn with_segments(
    data: &Path,
    change: impl FnOnce(&mut media_collection_collector::Options),
) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.segments.bytes = 8_000;
        change(options);
    })
}

/// The lines that can be read, by their sessions.
pub fn all_lines(data: &Path) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in here::all_lines(data) {
        if let Ok(read) = serde_json::from_str::<Value>(&line) {
            all.entry(read["session"].as_str().unwrap().to_owned()).or_default().push(line);
        }
    }
    all
}

/// The sessions of a visitor.
pub fn of(lines: &BTreeMap<String, Vec<String>>, visitor: &str) -> Vec<String> {
    let of = lines.iter().filter(|(_, lines)| lines.iter().any(|line| line.contains(visitor)));
    of.map(|(id, _)| id.clone()).collect()
}

/// A collector with a folder has to be stopped.
fn stopped(collector: Here) -> Option<Here> {
    if HAS_FOLDER { None } else { Some(collector) }
}

#[test]
fn nothing_of_a_visitor_is_left_and_everything_of_others() {
    let data = folder("collector-forget");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    let running = stopped(collector);
    let before = all_lines(&data);
    let (jane, john) = (of(&before, JANE), of(&before, JOHN));
    assert_eq!((jane.len(), john.len()), (18, 18));
    let forgotten = forget(&data, &[JANE.to_owned()], None);
    assert!(forgotten.sessions.keys().eq(&jane));
    let lines: usize = jane.iter().map(|id| before[id].len()).sum();
    assert_eq!(forgotten.lines, lines as u64);
    assert!(!everything(&data).contains(JANE));
    until("what collectors need to know is gone, too", || {
        let all = everything(&data);
        jane.iter().all(|id| !all.contains(&**id))
    });
    let after = all_lines(&data);
    assert!(after.iter().all(|(id, lines)| before[id] == *lines));
    assert_eq!(after.len(), before.len() - jane.len());
    // The collector goes on, and knows the sessions of others.
    let collector = running.unwrap_or_else(|| with_segments(&data, |_| {}));
    assert_eq!(collector.event(&jane[0], "ping", 20.0).status, 404);
    let open = collector.sessions().iter().filter(|it| it["closed"].is_null()).count();
    assert_eq!(open, 3 + 6, "sessions of the one who is not forgotten");
    let _running = stopped(collector);
    let again = forget(&data, &[JANE.to_owned()], None);
    assert!(again.sessions.is_empty() && again.lines == 0);
}

#[test]
fn a_hashed_visitor_is_found_with_the_key() {
    let data = folder("collector-forget-hashed");
    let redaction = Redaction::hashing(b"a key that nobody guesses").unwrap();
    let collector = with_segments(&data, |options| options.redaction = Some(redaction.clone()));
    report(&collector);
    let _running = stopped(collector);
    assert!(forget(&data, &[JANE.to_owned()], None).sessions.is_empty());
    let forgotten = forget(&data, &[JANE.to_owned()], Some(&redaction));
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
    let running = stopped(collector);
    let forgotten = forget(&data, &[JANE.to_owned()], None);
    assert_eq!((forgotten.sessions.len(), forgotten.set_aside), (1, 1));
    let all = everything(&data);
    assert!(!all.contains(JANE) && all.contains(JOHN));
    until("nothing names the session", || !everything(&data).contains(&ids[0]));
    is_down.store(false, std::sync::atomic::Ordering::SeqCst);
    let _collector = running.unwrap_or_else(open);
    until("the other goes on", || crate::forward::sessions(&there)[JOHN][0].len() == 30);
    let john = &crate::forward::sessions(&there)[JOHN];
    assert_eq!(john.len(), 1, "in the same session");
    let playheads = john[0][1..].iter().map(|event| event["playerTime"]["playhead"].as_f64());
    assert!(playheads.eq((1..30).map(|at| Some(f64::from(at)))));
    assert_eq!(crate::forward::sessions(&there)[JANE][0].len(), 2, "no more than before");
}
