//! A disk that fails when it is told to, and what must not be lost by it.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::Duration;

use media_collection::{Event, Policy};
use serde_json::value::RawValue;

use super::{Disk, FILE, Rotation, Storage};
use crate::options::{Limits, Segments};
use crate::sessions::{Sessions, Written};

/// What a disk has, and how it fails.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) bytes: Vec<u8>,
    /// What the file can still take; `None` is without limit.
    pub(crate) room: Option<usize>,
    /// What becomes free when the reserve is used.
    pub(crate) reserve: usize,
    pub(crate) sync_fails: bool,
    pub(crate) truncate_fails: bool,
    /// Flushes wait while this is set.
    pub(crate) holds: bool,
}

/// A disk in memory. Its clones are the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faulty(Arc<(Mutex<State>, Condvar)>);

impl Faulty {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap()
    }

    pub(crate) fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.0.1.notify_all();
    }

    pub(crate) fn storage(&self) -> Storage {
        let len = self.state().bytes.len() as u64;
        {
            let rotation = Rotation::new(&Segments::default(), None);
            Storage::on(self.clone(), "faulty".into(), len, rotation).unwrap()
        }
    }

    /// The sessions after a restart with what this disk has.
    pub(crate) fn read(&self, name: &str) -> Sessions {
        let folder = folder(name);
        std::fs::write(folder.join(FILE), &self.state().bytes).unwrap();
        let mut sessions = Sessions::new(Limits::default());
        drop(Storage::open(&folder, Segments::default(), &mut sessions, false).unwrap());
        let _ = std::fs::remove_dir_all(folder);
        sessions
    }
}

impl Disk for Faulty {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        let fits = state.room.unwrap_or(usize::MAX).min(bytes.len());
        state.bytes.extend(&bytes[..fits]);
        state.room = state.room.map(|room| room - fits);
        if fits < bytes.len() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> io::Result<()> {
        let (state, changed) = &*self.0;
        let state = changed.wait_while(state.lock().unwrap(), |state| state.holds).unwrap();
        if state.sync_fails { Err(io::Error::other("the disk is broken")) } else { Ok(()) }
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        let mut state = self.state();
        if state.truncate_fails {
            return Err(io::Error::other("the disk is broken"));
        }
        let cut = state.bytes.len() - usize::try_from(len).unwrap();
        state.bytes.truncate(usize::try_from(len).unwrap());
        state.room = state.room.map(|room| room + cut);
        Ok(())
    }

    fn use_reserve(&mut self) {
        let mut state = self.state();
        let reserve = std::mem::take(&mut state.reserve);
        state.room = state.room.map(|room| room + reserve);
    }
}

/// An empty folder.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn event(text: &str) -> Written {
    let event = Event::decode(text.as_bytes(), &Policy::tolerant()).unwrap();
    Written { event, text: RawValue::from_string(text.to_owned()).unwrap().into() }
}

pub(crate) const PING: &str = r#"{"eventType":"ping","playerTime":{"playhead":1,"ts":2}}"#;

fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
        tokio::time::timeout(Duration::from_secs(20), future).await.expect("it is answered")
    })
}

/// Whether an event is acknowledged.
fn ping(storage: &Storage, session: &str) -> bool {
    wait(storage.send(storage.event(1, session, &event(PING), None)).written()).is_ok()
}

fn text(disk: &Faulty) -> String {
    String::from_utf8(disk.state().bytes.clone()).unwrap()
}

/// Half a line that cannot be removed spoils the next one, unless it is removed later.
#[test]
fn what_cannot_be_removed_at_once_does_not_spoil_the_next_line() {
    let disk = Faulty::default();
    let storage = disk.storage();
    assert!(ping(&storage, "a"));
    disk.change(|state| (state.room, state.truncate_fails) = (Some(20), true));
    assert!(!ping(&storage, "b"));
    assert!(!text(&disk).ends_with('\n'), "half a line is there");
    assert!(!ping(&storage, "c"), "nothing can be written behind half a line");
    disk.change(|state| (state.room, state.truncate_fails) = (None, false));
    assert!(ping(&storage, "d"));
    drop(storage);
    for line in text(&disk).lines() {
        super::Line::read(line.as_bytes()).unwrap_or_else(|error| panic!("{error}: {line}"));
    }
    assert!(text(&disk).contains(r#""session":"d","event""#));
}

/// A line that was refused is followed by none of its session.
#[test]
fn a_session_with_a_gap_takes_nothing_more() {
    let disk = Faulty::default();
    let storage = disk.storage();
    assert!(ping(&storage, "a") && ping(&storage, "b"));
    disk.change(|state| state.sync_fails = true);
    assert!(!ping(&storage, "a"));
    disk.change(|state| state.sync_fails = false);
    assert!(!ping(&storage, "a"), "it was queued before the collector knew");
    assert!(wait(storage.barrier("a").written()).is_err());
    assert!(wait(storage.barrier("b").written()).is_ok());
    assert!(ping(&storage, "b"), "others go on");
    assert_eq!(storage.take_lost(), ["a"]);
    assert!(storage.take_lost().is_empty());
    drop(storage);
    assert!(text(&disk).contains(r#""session":"a","closed":"not-stored""#), "{}", text(&disk));
    assert_eq!(text(&disk).matches(r#""session":"a","event""#).count(), 1);
}

/// The lines that close sessions fit on a full disk, because room was reserved.
#[test]
fn the_fault_is_written_on_a_full_disk() {
    let disk = Faulty::default();
    let storage = disk.storage();
    assert!(ping(&storage, "a"));
    disk.change(|state| (state.room, state.reserve) = (Some(10), 500));
    assert!(!ping(&storage, "a"));
    assert!(text(&disk).ends_with("\"a\",\"closed\":\"not-stored\"}\n"), "{}", text(&disk));
    drop(storage);
}

/// What is owed is written as soon as it can be, also if nothing else is.
#[test]
fn the_fault_is_written_when_the_disk_has_room_again() {
    let disk = Faulty::default();
    let storage = disk.storage();
    assert!(ping(&storage, "a"));
    disk.change(|state| state.room = Some(10));
    assert!(!ping(&storage, "a"));
    assert!(!text(&disk).contains("not-stored"));
    disk.change(|state| state.room = None);
    drop(storage);
    assert!(text(&disk).ends_with("\"a\",\"closed\":\"not-stored\"}\n"), "{}", text(&disk));
}
