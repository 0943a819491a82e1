//! Forgetting a visitor on NATS, while collectors run and others report.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use media_collection_collector::{Forward, Options, forget_by_steps};
use serde_json::{Value, json};

use crate::forget::named;
use crate::forward::{Fate, Way, collection, sessions, takes, until};
use crate::here::{Here, forgetting};
use crate::servers::{Servers, program};
use crate::streams;
use crate::support::edge as media_edge;
use crate::support::{event, folder};

const JANE: &str = "27182818284590452353602874713526624977";
const JOHN: &str = "31415926535897932384626433832795028841";

/// The lines of all partitions, by their sessions.
fn lines(urls: &[String], name: &str) -> BTreeMap<String, Vec<String>> {
    let streams: Vec<_> = (0..6).map(|at| format!("{name}-events-{at}")).collect();
    let mut by_session = BTreeMap::<String, Vec<String>>::new();
    for line in streams::lines(urls, &streams) {
        let read: Value = serde_json::from_str(&line).unwrap();
        by_session.entry(read["session"].as_str().unwrap().to_owned()).or_default().push(line);
    }
    by_session
}

/// Everything that the streams and buckets have.
fn everything(urls: &[String]) -> String {
    streams::everything(urls, &streams::names(urls))
}

/// What the streams and buckets have of a visitor.
#[track_caller]
fn nothing_is_left(urls: &[String], visitor: &str) {
    for name in streams::names(urls) {
        let all = streams::everything(urls, std::slice::from_ref(&name));
        assert!(!all.contains(visitor), "{name}: {all}");
    }
}

/// Whether a snapshot has this text.
fn has_snapshots(urls: &[String], name: &str, text: &str) -> bool {
    streams::lines(urls, &[format!("{name}-snapshots")]).iter().any(|line| line.contains(text))
}

/// Whether a file of a server has these bytes. What forwarding has removed itself, in hundreds of messages, is not
/// overwritten at once.
fn is_on_disk(folder: &Path, bytes: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.to_string_lossy().ends_with("-forward") {
            return false;
        }
        if path.is_dir() {
            return is_on_disk(&path, bytes);
        }
        let text = std::fs::read(&path).unwrap_or_default();
        text.windows(bytes.len()).any(|part| part == bytes.as_bytes())
    })
}

fn shown(here: &Here, id: &str) -> Vec<f64> {
    let events = here.get(&format!("/page/session/{id}"));
    let events = if events.status == 200 { events.json()["events"].clone() } else { Value::Null };
    let events = events.as_array().cloned().unwrap_or_default().into_iter();
    events.map(|one| one["event"]["playerTime"]["playhead"].as_f64().unwrap()).collect()
}

/// A session in one request, which is stored in several messages.
fn large(name: &str, visitor: &str) -> String {
    let begin: Value = serde_json::from_str(&named(name, visitor)).unwrap();
    let pings = (1..6_000).map(|at| event("ping", f64::from(at) / 1_000.0));
    let events = std::iter::once(begin.to_string()).chain(pings).collect::<Vec<_>>();
    format!("[{}]", events.join(","))
}

fn open_edge(here: &Here, name: &str, visitor: &str) -> String {
    let mut begin = media_edge::start(name);
    begin["xdm"]["identityMap"] = json!({"ECID": [{"id": visitor}]});
    let path = format!("/ee/va/v1/sessionStart{}", media_edge::QUERY);
    media_edge::session(&here.post(&path, media_edge::body(&[begin])))
}

/// A visitor's sessions, reported at the same time as those of others, so that they share messages.
fn report(here: &[&Here], visitor: &str, count: usize) -> Vec<String> {
    std::thread::scope(|scope| {
        let players: Vec<_> = (0..count)
            .map(|player| {
                scope.spawn(move || {
                    let one = |at: usize| here[(player + at) % here.len()];
                    let begin = named(&format!("{visitor}-{player}"), visitor);
                    let id = one(0).post("/api/v1/sessions", begin).session();
                    for at in 1..12 {
                        let kind = if at == 5 { "bufferStart" } else { "ping" };
                        assert_eq!(one(at).event(&id, kind, at as f64).status, 204);
                    }
                    id
                })
            })
            .collect();
        players.into_iter().map(|player| player.join().unwrap()).collect()
    })
}

#[test]
fn others_keep_everything_while_a_visitor_is_forgotten() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("forgetting", 1, "");
    let urls = servers.urls();
    let there = folder("forgetting-there");
    let other = takes(&there);
    let way = Way::to(&other, |_, request| {
        let is_buffer = String::from_utf8_lossy(request.body()).contains("bufferStart");
        if is_buffer { Fate::Answered(400) } else { Fate::Sent }
    });
    let forwards = |options: &mut Options| {
        options.forward = Some(Forward::new(collection(), way.clone()));
        options.nats.as_mut().unwrap().snapshot_bytes = 4 * 1024;
    };
    let open = || Here::on(&urls, "forgetting", forwards);
    let [one, two] = [open(), open()];
    let both = [&one, &two];
    let (mut jane, john) = std::thread::scope(|scope| {
        let jane = scope.spawn(|| report(&both, JANE, 8));
        let john = scope.spawn(|| report(&both, JOHN, 8));
        (jane.join().unwrap(), john.join().unwrap())
    });
    for visitor in [JANE, JOHN] {
        let body = large(&format!("large of {visitor}"), visitor);
        assert_eq!(one.post("/api/v1/downloaded", body).status, 201);
        let mut wrong: Value = serde_json::from_str(&named("wrong", visitor)).unwrap();
        wrong["playerTime"]["playhead"] = json!("none");
        assert_eq!(two.post("/api/v1/sessions", wrong.to_string()).status, 400);
    }
    jane.push(open_edge(&one, "edge of Jane", JANE));
    let edge = open_edge(&two, "edge of John", JOHN);
    assert_eq!(one.edge_event(&edge, "ping", 1).status, 204);
    // Forwarding has something of everybody.
    until("it is forwarded", || sessions(&there).len() >= 16);
    // So have snapshots.
    until("there are snapshots", || has_snapshots(&urls, "forgetting", JANE));
    let before = lines(&urls, "forgetting");
    let large_of_john = before.iter().find(|(_, lines)| lines[0].contains("large of 3141"));
    let (large_of_john, large_lines) = large_of_john.unwrap();

    // John reports on, and Jane's players try to.
    let (stop, mut at) = (AtomicBool::new(false), 12);
    std::thread::scope(|scope| {
        let reporting = scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) && at < 60 {
                for id in &john {
                    let here = both[at % 2];
                    assert_eq!(here.event(id, "ping", at as f64).status, 204, "{id}");
                }
                at += 1;
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
        });
        let trying = scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                for id in &jane[..8] {
                    let status = two.event(id, "ping", 30.0).status;
                    assert!([204, 404].contains(&status), "{status}");
                }
            }
        });
        let (options, steps) = forgetting(&urls, "forgetting");
        let forgotten = forget_by_steps(&options, &[JANE.to_owned()], None, steps);
        stop.store(true, Ordering::Relaxed);
        trying.join().unwrap();
        reporting.join().unwrap();
        let forgotten = forgotten.unwrap();
        assert!(jane.iter().all(|id| forgotten.sessions.contains_key(id)), "{forgotten:?}");
        assert_eq!(forgotten.sessions.len(), 10);
    });
    let all = everything(&urls);
    assert!(!all.contains(JANE) && all.contains(JOHN));
    let store = folder_of("forgetting");
    assert!(!is_on_disk(&store, JANE) && is_on_disk(&store, JOHN));
    for here in both {
        // The requests that were rejected since name their sessions.
        assert!(!here.get("/page/overview").body.contains(JANE));
        assert!(here.sessions().iter().all(|one| jane.iter().all(|id| one["id"] != **id)));
        assert!(jane[..8].iter().all(|id| here.event(id, "ping", 99.0).status == 404));
    }

    // Of others nothing is missing, or there twice, for whoever reads it when.
    let sent: Vec<f64> = (0..at).map(|at| at as f64).collect();
    let after = lines(&urls, "forgetting");
    assert_eq!(after[large_of_john], *large_lines);
    assert_eq!(after[&edge], before[&edge]);
    let playheads = |line: &String| {
        let line: Value = serde_json::from_str(line).unwrap();
        let event = if line["start"].is_null() { &line["event"] } else { &line["start"] };
        event["playerTime"]["playhead"].as_f64().unwrap()
    };
    for id in &john {
        assert_eq!(after[id].iter().map(playheads).collect::<Vec<_>>(), sent);
        for here in both {
            until("both pages show all of it", || shown(here, id) == sent);
        }
    }
    let arrived = |visitor: &str, player: usize| {
        let all = sessions(&there).remove(&format!("{visitor}-{player}")).unwrap();
        assert_eq!(all.len(), 1, "in one session");
        let playheads = all[0].iter().map(|event| event["playerTime"]["playhead"].as_f64());
        playheads.map(Option::unwrap).collect::<Vec<_>>()
    };
    let forwarded: Vec<_> = sent.iter().copied().filter(|playhead| *playhead != 5.0).collect();
    for player in 0..john.len() {
        until("all of it is forwarded", || arrived(JOHN, player).len() >= forwarded.len());
        assert_eq!(arrived(JOHN, player), forwarded);
    }
    let aside = streams::lines(&urls, &["forgetting-rejected".to_owned()]);
    let of = |id: &String| aside.iter().filter(|line| line.contains(&**id)).count();
    assert!(john.iter().all(|id| of(id) == 1) && jane.iter().all(|id| of(id) == 0));

    // A collector that takes over sees what the others saw.
    drop((one, two));
    let three = open();
    for (player, id) in john.iter().enumerate() {
        until("it shows all of it", || shown(&three, id) == sent);
        assert_eq!(three.event(id, "play", at as f64).status, 204);
        until("forwarding goes on", || arrived(JOHN, player).len() > forwarded.len());
        assert_eq!(arrived(JOHN, player).last(), Some(&(at as f64)));
    }
    assert!(jane.iter().all(|id| three.get(&format!("/page/session/{id}")).status == 404));
    until("the sessions are named nowhere", || {
        let all = everything(&urls);
        jane.iter().all(|id| !all.contains(&**id))
    });
}

/// The files of the server of a test.
fn folder_of(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("nats-{name}/store-0"))
}

/// Whatever a run has done when it is cut off, all of the others is there, and the next run goes on.
#[test]
fn a_run_that_is_cut_off_is_gone_on_with() {
    if program().is_none() {
        return;
    }
    let servers = Servers::start("forget-again", 1, "");
    let urls = servers.urls();
    let there = folder("forget-again-there");
    let other = takes(&there);
    let way = Way::to(&other, |number, _| match number % 4 {
        3 => Fate::Answered(400),
        _ => Fate::Sent,
    });
    let here = Here::on(&urls, "again", |options| {
        options.forward = Some(Forward::new(collection(), way.clone()));
        options.nats.as_mut().unwrap().snapshot_bytes = 4 * 1024;
    });
    let (jane, john) = std::thread::scope(|scope| {
        let jane = scope.spawn(|| report(&[&here], JANE, 3));
        let john = scope.spawn(|| report(&[&here], JOHN, 3));
        (jane.join().unwrap(), john.join().unwrap())
    });
    assert_eq!(here.post("/api/v1/downloaded", large("large", JANE)).status, 201);
    let of_john = || {
        let mut lines = lines(&urls, "again");
        lines.retain(|id, _| john.contains(id));
        lines
    };
    let before = of_john();
    assert_eq!(before.values().map(Vec::len).sum::<usize>(), 36);
    until("there are snapshots", || has_snapshots(&urls, "again", JANE));
    let (options, mut steps) = forgetting(&urls, "again");
    steps.settled = std::time::Duration::ZERO;
    // It does not wait for the owner, who finds that somebody else has written, and goes on with that.
    steps.anew = std::time::Duration::from_secs(1);
    let mut cut_off = 0;
    for most in 0.. {
        steps.most = most;
        match forget_by_steps(&options, &[JANE.to_owned()], None, steps) {
            Ok(_) => break,
            Err(error) => assert!(error.to_string().contains("told to stop"), "{error}"),
        }
        cut_off += 1;
        assert_eq!(of_john(), before, "after {most} steps");
    }
    assert!(cut_off > 20, "{cut_off}");
    assert_eq!(of_john(), before);
    nothing_is_left(&urls, JANE);
    assert!(!is_on_disk(&folder_of("forget-again"), JANE));
    // Another owner reads what is left.
    drop(here);
    let here = Here::on(&urls, "again", |_| {});
    for id in &john {
        until("it shows all of it", || shown(&here, id).len() == 12);
    }
    assert!(jane.iter().all(|id| here.get(&format!("/page/session/{id}")).status == 404));
}
