//! A disk that fills up: what was acknowledged stays, and recording goes on when there is room.
//!
//! It takes a file system of its own, and so the right to mount one; without it nothing is tested.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use media_collection::store::{OfflineStore, StoreError, StoreOptions};
use media_collection::{Event, PlayerTime};

use crate::fixtures::files::{Folder, folder};
use crate::fixtures::stores::{exported, grouped, viewing};
use crate::fixtures::{at, response, start_of};
use crate::recorders::{
    self, Ends as _, FINISHED, StoredRecorder, arrived, due_again, due_upload, failure,
    send_without_response,
};

/// A small disk, unmounted at the end.
pub struct Disk(pub Folder);

impl Disk {
    pub fn new(name: &str, size: &str) -> Option<Self> {
        let folder = folder(name);
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(&*folder);
        if mount.output().is_ok_and(|output| output.status.success()) {
            Some(Self(folder))
        } else {
            println!("skipped: no disk can be mounted here");
            None
        }
    }

    /// Takes up all the room there is.
    pub fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        let mut size = 4 * 1024 * 1024;
        let mut bytes = Vec::new();
        while size > 0 {
            // What fits of it is written.
            let _ = fs::write(&path, vec![1; bytes.len() + size]);
            bytes = fs::read(&path).unwrap_or_default();
            size /= 2;
        }
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&*self.0).output();
    }
}

fn padded(second: i64, bytes: usize) -> Event {
    let mut event = Event::ping(at(second));
    event.extra_mut().members.insert("padding", "x".repeat(bytes));
    event
}

/// Records until the disk refuses; how many events are safe.
fn record_until_full(store: &OfflineStore) -> (StoredRecorder, u32) {
    let mut session = recorders::begin(store, start_of("long")).unwrap();
    for second in 1.. {
        assert!(second < 1_000_000, "the disk is not full");
        match session.record(padded(second, 500)) {
            Ok(_) => {}
            Err(refused) => match failure(refused) {
                StoreError::Disk(_) => break,
                error => panic!("{error}"),
            },
        }
    }
    let safe = session.committed();
    (session, safe)
}

fn is_whole(store: &OfflineStore, path: &Path, safe: u32, beyond: u32) {
    let session = &store.sessions().unwrap()[0];
    let found = exported(store, session.key);
    assert!((safe..=safe + beyond).contains(&(found.len() as u32)), "{path:?}");
    for (place, event) in found.iter().enumerate() {
        assert_eq!(event.player_time, at(place as i64));
    }
}

#[test]
fn what_was_acknowledged_is_there_after_reopening() {
    for options in [StoreOptions::default, || grouped(50)] {
        let Some(disk) = Disk::new("disk-reopen", "3m") else { return };
        let path = disk.0.join("sessions.redb");
        let store = OfflineStore::open_with(&path, options()).unwrap();
        let (session, safe) = record_until_full(&store);
        assert!(safe > 100, "{safe}");
        drop(session);
        drop(store);
        // The file opens, full disk or not.
        let store = OfflineStore::open_with(&path, options()).unwrap();
        is_whole(&store, &path, safe, 50);
    }
}

#[test]
fn recording_goes_on_when_there_is_room_again() {
    let Some(disk) = Disk::new("disk-room", "4m") else { return };
    let path = disk.0.join("sessions.redb");
    let filler = disk.0.join("filler");
    fs::write(&filler, vec![0; 1_000_000]).unwrap();
    let store = OfflineStore::open(&path).unwrap();
    let (mut session, safe) = record_until_full(&store);
    // Again and again: nothing is lost, and the recording stays as it was.
    for _ in 0..3 {
        let event = padded(i64::from(safe), 20_000);
        let error = failure(session.record(event).unwrap_err());
        assert!(matches!(error, StoreError::Disk(_)));
        assert_eq!(session.committed(), safe);
    }
    fs::remove_file(filler).unwrap();
    for second in safe..safe + 100 {
        session.ping(at(second.into())).unwrap();
    }
    is_whole(&store, &path, safe + 100, 0);
    let last = session.last();
    let key = session.finished(PlayerTime::new(last.playhead, last.ts + 1)).unwrap();
    let info = store.sessions().unwrap()[0].clone();
    assert_eq!(info.events, safe + 100 + FINISHED.len() as u32);
    assert_eq!(info.bytes, store.export(key).unwrap().len() as u64 - u64::from(info.events) - 1);
}

/// On a full disk sessions still go out, and give their room back.
#[test]
fn a_full_disk_is_emptied_by_sending() {
    let Some(disk) = Disk::new("disk-send", "3m") else { return };
    let path = disk.0.join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let keys: Vec<_> = (0..5).map(|number| viewing(&store, &number.to_string())).collect();
    disk.fill();
    for key in &keys[..4] {
        let upload = due_upload(&store, i64::MAX);
        assert_eq!(upload.key, *key);
        arrived(store.responded(upload.ticket, &response(201), 0, 0.5).unwrap());
    }
    due_again(send_without_response(&store, i64::MAX));
    store.delete_all().unwrap();
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn no_file_is_made_on_a_full_disk() {
    let Some(disk) = Disk::new("disk-new", "1m") else { return };
    let filler = disk.fill();
    let path = disk.0.join("sessions.redb");
    assert!(matches!(OfflineStore::open(&path), Err(StoreError::Disk(_))));
    fs::remove_file(filler).unwrap();
    drop(disk);
    let Some(disk) = Disk::new("disk-new-room", "4m") else { return };
    let filler = disk.fill();
    let path = disk.0.join("sessions.redb");
    assert!(matches!(OfflineStore::open(&path), Err(StoreError::Disk(_))));
    fs::remove_file(filler).unwrap();
    viewing(&OfflineStore::open(&path).unwrap(), "a");
}
