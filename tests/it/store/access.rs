//! The file: read without the right to write, for its owner only, and no larger than it has to be.

use std::fs;

use media_collection::store::{OfflineStore, StoreError, StoreOptions};

use super::NOW;
use crate::fixtures::files::folder;
use crate::fixtures::stores::{content, temp_store, temp_store_with, viewing};
use crate::fixtures::{at, response, start_of};

fn is_read_only<T: std::fmt::Debug>(result: Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::ReadOnly))
}

#[test]
fn a_store_can_be_read_without_the_right_to_write() {
    let store = temp_store("access-read");
    let key = viewing(&store, "a");
    let other = viewing(&store, "b");
    let upload = store.next_upload(NOW).unwrap().unwrap();
    let _ = store.responded(upload.ticket, &response(400), NOW, 0.5).unwrap();
    let (sessions, stats) = (store.sessions().unwrap(), store.stats().unwrap());
    let (rejected, body) = (store.rejected().unwrap(), store.export(other).unwrap());
    let path = store.path();
    assert!(matches!(OfflineStore::open_read_only(&path), Err(StoreError::InUse)));
    let folder = store.closed();
    let before = fs::read(&path).unwrap();

    let reading = OfflineStore::open_read_only(&path).unwrap();
    let twice = OfflineStore::open_read_only(&path).unwrap();
    assert!(matches!(OfflineStore::open(&path), Err(StoreError::InUse)));
    for store in [&reading, &twice] {
        assert_eq!(store.sessions().unwrap(), sessions);
        assert_eq!(store.stats().unwrap(), stats);
        assert_eq!(store.rejected().unwrap(), rejected);
        assert_eq!(store.export(other).unwrap(), body);
    }
    assert!(is_read_only(reading.begin(start_of("c"))));
    assert!(is_read_only(reading.next_upload(NOW + 1_000_000_000).map(|_| ())));
    assert!(is_read_only(reading.retry(key)));
    assert!(is_read_only(reading.repair(key)));
    assert!(is_read_only(reading.discard(key)));
    assert!(is_read_only(reading.delete_all()));
    assert!(is_read_only(reading.compact()));
    drop((reading, twice));
    assert!(fs::read(&path).unwrap() == before, "the file was changed");

    // Nothing is made.
    let missing = folder.join("missing.redb");
    assert!(matches!(OfflineStore::open_read_only(&missing), Err(StoreError::Disk(_))));
    assert!(!missing.exists());
}

/// What a killed app left has to be repaired, which happens in memory only.
#[test]
fn so_can_one_that_was_not_closed() {
    let store = temp_store("access-killed");
    viewing(&store, "a");
    let mut session = store.begin(start_of("b")).unwrap();
    session.play(at(1)).unwrap();
    let sessions = store.sessions().unwrap();
    let folder = folder("access-killed-copy");
    let path = folder.join("sessions.redb");
    fs::copy(store.path(), &path).unwrap();
    let before = fs::read(&path).unwrap();
    let reading = OfflineStore::open_read_only(&path).unwrap();
    assert_eq!(reading.sessions().unwrap(), sessions);
    drop(reading);
    assert!(fs::read(&path).unwrap() == before, "the file was changed");
}

#[cfg(unix)]
#[test]
fn a_new_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("access-owner");
    let path = folder.join("sessions.redb");
    let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    drop(OfflineStore::open(&path).unwrap());
    assert_eq!(mode(), 0o600);
    // Whoever gave others the right to read keeps it so.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    viewing(&OfflineStore::open(&path).unwrap(), "a");
    assert_eq!(mode(), 0o640);
}

#[test]
fn the_file_shrinks_when_everything_was_sent() {
    let store = temp_store("access-shrink");
    let len = |store: &OfflineStore| fs::metadata(store.path()).unwrap().len();
    let empty = len(&store);
    for number in 0..40 {
        let mut session = store.begin(start_of(&format!("{number}"))).unwrap();
        for second in 0..400 {
            session.ping(at(second * 10)).unwrap();
        }
        session.finish(at(4_000)).unwrap();
    }
    let full = len(&store);
    assert!(full > 2 * 1024 * 1024, "{full} bytes");
    let mut sent = 0;
    while let Some(upload) = store.next_upload(NOW).unwrap() {
        sent += 1;
        // As long as something is left, nothing is moved.
        assert!(len(&store) >= full);
        let _ = store.responded(upload.ticket, &response(201), NOW, 0.5).unwrap();
    }
    assert_eq!(sent, 40);
    let shrunk = len(&store);
    assert!(shrunk < full / 2 && shrunk <= empty, "{empty}, {full}, {shrunk}");
    viewing(&store, "a");
    assert_eq!(store.stats().unwrap().pending, 1);
}

/// With a patience of one attempt, a session that fails holds up none of the others.
#[test]
fn a_session_that_fails_holds_up_no_other() {
    let store = temp_store_with("access-patience", StoreOptions::default().patience(1));
    for id in ["a", "b", "c"] {
        viewing(&store, id);
    }
    let mut sent = Vec::new();
    while let Some(upload) = store.next_upload(NOW).unwrap() {
        let id = content(upload.call.body());
        let code = if id == "a" { 503 } else { 201 };
        let _ = store.responded(upload.ticket, &response(code), NOW, 0.5).unwrap();
        sent.push(id);
    }
    assert_eq!(sent, ["a", "b", "c"]);
    assert_eq!(store.stats().unwrap().pending, 1);
}
