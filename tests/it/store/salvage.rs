//! What is whole in a file that is damaged or cut off can be got out.

use std::fs;
use std::path::Path;

use media_collection::store::{OfflineStore, Salvage, SessionKey, StoreError, salvage};
use serde_json::Value;

use super::NOW;
use crate::fixtures::files::folder;
use crate::fixtures::random::Random;
use crate::fixtures::stores::viewing;
use crate::fixtures::{response, start_of};
use crate::scenario::Scenario;

/// The bytes of a closed store in which a session was sent and deleted, and one was left open, and the
/// events of those that it has.
fn whole(folder: &Path) -> (Vec<u8>, Vec<(SessionKey, Vec<Value>)>) {
    let path = folder.join("whole.redb");
    let store = OfflineStore::open(&path).unwrap();
    viewing(&store, "sent");
    let upload = store.next_upload(NOW).unwrap().unwrap();
    let _ = store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap();
    for id in ["a", "b", "c"] {
        drop((1..300).fold(Scenario::from(start_of(id)), |played, _| played.ping()).stored(&store));
    }
    viewing(&store, "d");
    let sessions = store.sessions().unwrap();
    let sessions =
        sessions.iter().map(|session| (session.key, events(&store.export(session.key).unwrap())));
    let sessions: Vec<_> = sessions.collect();
    assert_eq!(sessions.len(), 4);
    drop(store);
    (fs::read(&path).unwrap(), sessions)
}

fn events(body: &[u8]) -> Vec<Value> {
    serde_json::from_slice(body).expect("a body is an array of events")
}

/// How many events of the sessions are found; nothing else is, apart from sessions that were sent if the
/// file had to be searched.
fn found(salvage: &Salvage, sessions: &[(SessionKey, Vec<Value>)]) -> usize {
    let mut count = 0;
    for salvaged in &salvage.sessions {
        let all = events(&salvaged.body);
        assert_eq!(all.len(), salvaged.events);
        let Some((_, known)) = sessions.iter().find(|(key, _)| *key == salvaged.key) else {
            assert!(salvage.is_searched, "session {}", salvaged.key);
            continue;
        };
        // They are in their order.
        let mut left = known.iter();
        let places = all.iter().filter(|event| left.any(|known| known == *event)).count();
        // At most one event has the damage inside of a text.
        assert!(places + 1 >= all.len(), "{places} of {}", all.len());
        let whole = salvaged.is_whole && all.len() == known.len();
        assert!(!salvaged.is_whole || whole, "{} of {}", all.len(), known.len());
        count += places;
    }
    count
}

#[test]
fn nothing_is_lost_of_a_file_that_is_whole() {
    let folder = folder("salvage-whole");
    let (_, sessions) = whole(&folder);
    let path = folder.join("whole.redb");
    let salvaged = salvage(&path).unwrap();
    assert!(salvaged.is_intact && !salvaged.is_searched);
    let bodies: Vec<_> =
        salvaged.sessions.iter().map(|session| (session.key, events(&session.body))).collect();
    assert_eq!(bodies, sessions);
    let is_whole: Vec<_> = salvaged.sessions.iter().map(|session| session.is_whole).collect();
    assert_eq!(is_whole, [false, false, false, true], "three were left open");
    let _open = OfflineStore::open(&path).unwrap();
    assert!(matches!(salvage(&path), Err(StoreError::InUse)));
}

#[test]
fn damage_costs_what_it_hits() {
    let folder = folder("salvage-damaged");
    let (bytes, sessions) = whole(&folder);
    let all: usize = sessions.iter().map(|(_, events)| events.len()).sum();
    let path = folder.join("damaged.redb");
    let used = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    let mut random = Random::new(7);
    let (mut lost, mut damaged, mut searched) = (0, 0, 0);
    for round in 0..120 {
        let mut bytes = bytes.clone();
        // Four bytes somewhere, or in the header.
        let place = if round % 6 == 0 { random.below(320) } else { random.below(used) };
        for byte in &mut bytes[place..place + 4] {
            *byte ^= random.below(255) as u8 + 1;
        }
        fs::write(&path, &bytes).unwrap();
        let salvaged = match salvage(&path) {
            Ok(salvaged) => salvaged,
            Err(StoreError::NewerFormat { .. }) => continue,
            Err(error) => panic!("{place}: {error}"),
        };
        assert!(fs::read(&path).unwrap() == bytes, "the file was changed");
        let found = found(&salvaged, &sessions);
        assert!(found + 120 >= all, "{place}: {found} of {all}");
        lost += all - found;
        damaged += usize::from(!salvaged.is_intact);
        searched += usize::from(salvaged.is_searched);
    }
    assert!(damaged > 30 && searched > 5, "{damaged} damaged, {searched} searched");
    assert!(lost < damaged * 30, "{lost} events lost in {damaged} files");
}

#[test]
fn of_a_file_that_is_cut_off_what_is_left_is_found() {
    let folder = folder("salvage-cut");
    let (bytes, sessions) = whole(&folder);
    let all: usize = sessions.iter().map(|(_, events)| events.len()).sum();
    let path = folder.join("cut.redb");
    let used = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    let mut before = 0;
    for part in 1..=10 {
        fs::write(&path, &bytes[..used * part / 10]).unwrap();
        let salvaged = salvage(&path).unwrap();
        let found = found(&salvaged, &sessions);
        assert!(found >= before, "{found} after {before}");
        before = found;
    }
    assert!(before + 60 > all, "{before} of {all}");
    // What is no store at all has nothing.
    fs::write(&path, vec![1; 50_000]).unwrap();
    assert!(salvage(&path).unwrap().sessions.is_empty());
    assert!(matches!(salvage(folder.join("missing")), Err(StoreError::Disk(_))));
}
