//! `record` is killed at random times: acknowledged events are stored.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, SessionKey, SessionStatus};
use media_collection::{Event, PlayerTime};

use crate::process::PROGRAM;
use crate::stored::{events, path, response};
use crate::support::folder;
use crate::support::random::Random;

/// Records into the store until it is killed, and returns the last acknowledged event.
///
/// The time to the kill counts from the start of the process with `early`, otherwise from the first
/// event.
fn kill_while_recording(
    store: &Path,
    durability: &str,
    early: bool,
    after: Duration,
) -> Option<u64> {
    let mut child = Command::new(PROGRAM)
        .args(["record", "--events", "100000", "--durability", durability, "--store"])
        .arg(store)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command can be started");
    let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
    let mut acks = String::new();
    if !early {
        out.read_line(&mut acks).expect("it acknowledges");
    }
    // Reads all output: a full pipe would block the process.
    let reader = std::thread::spawn(move || {
        let mut rest = String::new();
        out.read_to_string(&mut rest).expect("it is text");
        rest
    });
    std::thread::sleep(after);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    acks.push_str(&reader.join().expect("it was read"));
    // The last line may be incomplete, and then does not count.
    let whole = acks.rfind('\n').map_or("", |end| &acks[..end]);
    let acks: Vec<u64> = whole
        .lines()
        .map(|line| line.strip_prefix("ack ").and_then(|ack| ack.parse().ok()).expect(line))
        .collect();
    assert!(acks.iter().copied().eq(0..acks.len() as u64), "acknowledged in order");
    acks.last().copied()
}

/// Asserts the recorded events: the start, a play, and a ping every ten seconds.
fn is_contiguous(events: &[Event]) {
    for (place, event) in events.iter().enumerate() {
        let name = match place {
            0 => "sessionStart",
            1 => "play",
            _ => "ping",
        };
        assert_eq!(event.event_name(), name, "at {place}");
        assert_eq!(event.player_time.playhead, place as f64 * 10.0, "at {place}");
        let since = event.player_time.ts - events[0].player_time.ts;
        assert_eq!(since, place as i64 * 10_000, "at {place}");
    }
}

/// Asserts that a session has the acknowledged events, and at most this many more.
fn holds(found: usize, acknowledged: Option<u64>, beyond: usize) {
    let least = acknowledged.map_or(0, |last| last as usize + 1);
    assert!(found >= least, "{found} events, {least} acknowledged");
    assert!(found <= least + beyond, "{found} events, {least} acknowledged");
}

#[test]
fn nothing_acknowledged_is_lost_in_a_growing_store() {
    let path = path("crash-growing");
    let mut random = Random::from(1);
    let mut expected: Vec<(SessionKey, Vec<u8>)> = Vec::new();
    let mut closed = 0;
    for round in 0..60 {
        let durability = if round % 4 == 3 { "grouped" } else { "each" };
        let beyond = if durability == "each" { 1 } else { 100 };
        let after = Duration::from_micros(random.below(80_000));
        let acknowledged = kill_while_recording(&path, durability, false, after);
        assert!(acknowledged.is_some());

        let store = OfflineStore::open(&path).expect("the file opens after every kill");
        let sessions = store.sessions().unwrap();
        assert_eq!(sessions.len(), expected.len() + 1, "round {round}");
        for (id, body) in &expected {
            assert_eq!(&store.export(*id).unwrap(), body, "earlier sessions are untouched");
        }
        let last = sessions.last().unwrap();
        assert_eq!(last.status, SessionStatus::Open);
        let recovered = events(&store, last.key);
        assert_eq!(recovered.len(), last.events as usize);
        assert_eq!(
            store.export(last.key).unwrap().len() as u64,
            last.bytes + recovered.len() as u64 + 1
        );
        is_contiguous(&recovered);
        holds(recovered.len(), acknowledged, beyond);

        match round % 3 {
            // It can be resumed.
            0 => {
                let time = recovered.last().unwrap().player_time;
                let next = PlayerTime::new(time.playhead, time.ts + 1);
                let mut session = store.resume(last.key).unwrap();
                session.pause_start(next).unwrap();
                session.finish(next).unwrap();
                drop(session);
                assert_eq!(events(&store, last.key).len(), recovered.len() + 3);
                closed += 1;
            }
            // It is ended, and accepted by the collector.
            1 => {
                for (id, _) in expected.drain(..).chain([(last.key, Vec::new())]) {
                    let upload = store.next_upload(i64::MAX).unwrap().expect("it is due");
                    assert_eq!(upload.key, id, "in order of viewing");
                    let outcome = store.responded(upload.ticket, &response(201), 0, 0.5).unwrap();
                    assert_eq!(outcome, Outcome::Arrived);
                }
                assert!(store.next_upload(i64::MAX).unwrap().is_none());
                continue;
            }
            // It stays open.
            _ => {}
        }
        expected.push((last.key, store.export(last.key).unwrap()));
    }
    assert!(closed > 10);
}

#[test]
fn nothing_acknowledged_is_lost_in_a_fresh_store() {
    let folder = folder("crash-fresh");
    let mut random = Random::from(2);
    for round in 0..60 {
        let path = folder.join(format!("{round}.redb"));
        let durability = if round % 4 == 3 { "grouped" } else { "each" };
        let beyond = if durability == "each" { 1 } else { 100 };
        // Half of them are killed while the file is being created.
        let early = round % 2 == 0;
        let after = Duration::from_micros(random.below(if early { 12_000 } else { 80_000 }));
        let acknowledged = kill_while_recording(&path, durability, early, after);

        let store = OfflineStore::open(&path).expect("the file opens after every kill");
        let sessions = store.sessions().unwrap();
        assert!(sessions.len() <= 1);
        let Some(session) = sessions.first() else {
            assert_eq!(acknowledged, None);
            continue;
        };
        let recovered = events(&store, session.key);
        is_contiguous(&recovered);
        holds(recovered.len(), acknowledged, beyond);
        let upload = store.next_upload(i64::MAX).unwrap().expect("it is due");
        assert_eq!(upload.key, session.key);
        let sent = events(&store, session.key);
        assert_eq!(sent.len(), recovered.len() + 1);
        assert_eq!(sent.last().map(Event::event_name), Some("sessionEnd"));
    }
}

/// A file that was not closed is repaired when it is opened; a kill can interrupt that, too.
#[test]
fn nothing_is_lost_when_opening_is_cut_off() {
    let path = path("crash-opening");
    let mut random = Random::from(3);
    let mut bodies: Vec<(SessionKey, Vec<u8>)> = Vec::new();
    for _ in 0..6 {
        for _ in 0..6 {
            let after = Duration::from_micros(random.below(12_000));
            kill_while_recording(&path, "each", true, after);
        }
        let store = OfflineStore::open(&path).expect("the file opens after every kill");
        for (id, body) in &bodies {
            assert_eq!(&store.export(*id).unwrap(), body, "earlier sessions are untouched");
        }
        let ids = store.sessions().unwrap().into_iter().map(|session| session.key);
        bodies = ids.map(|id| (id, store.export(id).unwrap())).collect();
        for (id, _) in &bodies {
            is_contiguous(&events(&store, *id));
        }
    }
}
