//! A disk that fills up: what was acknowledged stays, and recording goes on when there is room.
//!
//! It takes a file system of its own, and so the right to mount one; without it nothing is tested.

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::stored::{answer, at, events, start, viewing};
use media_collection::PlayerTime;
use media_collection::store::{Durability, OfflineStore, StoreError, StoreOptions};

/// A small disk, unmounted at the end.
struct Disk(PathBuf);

impl Disk {
    fn new(name: &str, size: &str) -> Option<Self> {
        let folder = common::folder(name);
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]).arg(&folder);
        if mount.output().is_ok_and(|output| output.status.success()) {
            Some(Self(folder))
        } else {
            println!("skipped: no disk can be mounted here");
            None
        }
    }

    /// Takes up all the room there is.
    fn fill(&self) -> PathBuf {
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
        let _ = Command::new("umount").arg(&self.0).output();
    }
}

/// Records until the disk refuses; how many events are safe.
fn record_until_full(store: &OfflineStore) -> (media_collection::store::StoredSession, u32) {
    let mut session = store.begin(start("long")).unwrap();
    for second in 1.. {
        assert!(second < 1_000_000, "the disk is not full");
        let mut event = media_collection::Event::ping(at(second));
        event.extra_mut().members.insert("padding", "x".repeat(500));
        match session.append(event) {
            Ok(_) => {}
            Err(StoreError::Disk(_)) => break,
            Err(error) => panic!("{error}"),
        }
    }
    let safe = session.committed();
    (session, safe)
}

fn is_whole(store: &OfflineStore, path: &Path, safe: u32, beyond: u32) {
    let session = &store.sessions().unwrap()[0];
    let found = events(store, session.id);
    assert!((safe..=safe + beyond).contains(&(found.len() as u32)), "{path:?}");
    for (place, event) in found.iter().enumerate() {
        assert_eq!(event.player_time, at(place as i64));
    }
}

#[test]
fn what_was_acknowledged_is_there_after_reopening() {
    for durability in [Durability::EachEvent, Durability::Grouped { events: 50, millis: 1 << 40 }] {
        let Some(disk) = Disk::new("disk-reopen", "3m") else { return };
        let path = disk.0.join("sessions.redb");
        let options = || StoreOptions::default().durability(durability);
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
        let mut event = media_collection::Event::ping(at(i64::from(safe)));
        event.extra_mut().members.insert("padding", "x".repeat(20_000));
        assert!(matches!(session.append(event), Err(StoreError::Disk(_))));
        assert_eq!(session.committed(), safe);
    }
    fs::remove_file(filler).unwrap();
    for second in safe..safe + 100 {
        session.ping(at(second.into())).unwrap();
    }
    is_whole(&store, &path, safe + 100, 0);
    let last = session.last().unwrap();
    let id = session.finish(PlayerTime::new(last.playhead, last.ts + 1)).unwrap();
    let info = store.sessions().unwrap()[0].clone();
    assert_eq!(info.events, safe + 101);
    assert_eq!(info.bytes, store.export(id).unwrap().len() as u64 - u64::from(info.events) - 1);
}

/// On a full disk sessions still go out, and give their room back.
#[test]
fn a_full_disk_is_emptied_by_sending() {
    let Some(disk) = Disk::new("disk-send", "3m") else { return };
    let path = disk.0.join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let ids: Vec<_> = (0..5).map(|number| viewing(&store, &number.to_string())).collect();
    disk.fill();
    for id in &ids[..4] {
        let upload = store.next_upload(i64::MAX).unwrap().unwrap();
        assert_eq!(upload.id, *id);
        store.uploaded(*id, &answer(201), 0, 0.5).unwrap();
    }
    store.next_upload(i64::MAX).unwrap().unwrap();
    store.not_sent(ids[4], 0, 0.5).unwrap();
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
