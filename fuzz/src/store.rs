//! Opens and uses a store whose file is damaged or was filled by another program.

use std::backtrace::Backtrace;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{LazyLock, Mutex, Once, PoisonError};

use media_collection::PlayerTime;
use media_collection::recorder::Outcome;
use media_collection::store::OfflineStore;
use redb::{ReadableTable as _, TableDefinition};

use crate::recorder::start;
use crate::scratch::Scratch;
use crate::steps::Steps;

const SESSIONS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("sessions");
const EVENTS: TableDefinition<'_, (u64, u32), &[u8]> = TableDefinition::new("events");
const META: TableDefinition<'_, &str, u64> = TableDefinition::new("meta");

/// Indices of events.
const INDICES: [u32; 5] = [0, 1, 2, 3, u32::MAX];

/// A file with a finished session, an open one, a rejected one, and an online one.
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let scratch = Scratch::new();
    let path = scratch.path().join("valid.redb");
    let at = |second: i64| PlayerTime::new(second as f64, second * 1_000);
    let store = OfflineStore::open(&path).expect("a new store");
    let mut rejected = store.begin(start(at(0))).expect("a session");
    rejected.play(at(1)).expect("it plays");
    rejected.finish(at(2)).expect("it ends");
    drop(rejected);
    let upload = store.next_upload(10_000).expect("a store").expect("one is due");
    let response = media_collection::http::Response::builder().status(400).body(Vec::new());
    let outcome = store.responded(upload.ticket, &response.expect("a response"), 10_000, 0.5);
    assert!(matches!(outcome, Ok(Outcome::SetAside { .. })));
    let mut online = store.begin_online(start(at(3))).expect("a session");
    online.play(at(4)).expect("it plays");
    drop(online);
    let mut finished = store.begin(start(at(3))).expect("a session");
    finished.ping(at(4)).expect("it is alive");
    finished.abandon(at(5)).expect("it ends");
    let mut open = store.begin(start(at(6))).expect("a session");
    open.play(at(7)).expect("it plays");
    drop((finished, open, store));
    fs::read(&path).expect("the file is there")
});

pub fn run(bytes: &[u8]) {
    // On a bad file an assertion of the database may fail, which the store turns into an error. The
    // fuzzer's panic hook would abort the process there, so it is replaced.
    static HOOK: Once = Once::new();
    static LAST: Mutex<String> = Mutex::new(String::new());
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(move |panic| {
            *last() = format!("{panic}\n{}", Backtrace::force_capture());
        }));
    });
    if catch_unwind(AssertUnwindSafe(|| mutated(bytes))).is_err() {
        eprintln!("{}", last());
        panic!("the store panicked");
    }
}

fn mutated(bytes: &[u8]) {
    let mut steps = Steps::new(bytes);
    let scratch = Scratch::new();
    let path = scratch.path().join("sessions.redb");
    if steps.byte() % 2 == 0 {
        fs::write(&path, damaged(&mut steps)).expect("a file can be written");
    } else {
        fs::write(&path, &*FILE).expect("a file can be written");
        refilled(&path, &mut steps);
    }
    let before = fs::read(&path).expect("the file is there");
    match OfflineStore::open(&path) {
        Ok(store) => used(store),
        Err(error) => {
            let _ = (error.to_string(), format!("{error:?}"));
            let after = fs::read(&path).expect("the file is still there");
            assert!(before == after, "a file that cannot be opened is not changed");
        }
    }
}

/// The file with bytes changed, copied or cut off.
fn damaged(steps: &mut Steps<'_>) -> Vec<u8> {
    let mut file = FILE.clone();
    while !steps.is_empty() && !file.is_empty() {
        let kind = steps.byte();
        let offset = steps.u32() as usize;
        // Mostly in the header and the first pages, where a single byte matters most.
        let offset =
            if kind & 0x80 == 0 { offset % file.len().min(16_384) } else { offset % file.len() };
        match kind % 6 {
            0 => file.truncate(offset),
            1 => file[offset] ^= 1 << (steps.byte() % 8),
            2 => file[offset] = steps.byte(),
            3 => {
                let bytes = steps.bytes();
                let len = bytes.len().min(file.len() - offset);
                file[offset..offset + len].copy_from_slice(&bytes[..len]);
            }
            4 => {
                let from = steps.u32() as usize % file.len();
                let len = usize::from(steps.byte()) * 16;
                let len = len.min(file.len() - offset).min(file.len() - from);
                file.copy_within(from..from + len, offset);
            }
            _ => file.resize((file.len() + usize::from(steps.byte()) * 512).min(8 << 20), 0),
        }
    }
    file
}

/// Writes contents into a valid database that this crate would not write.
fn refilled(path: &Path, steps: &mut Steps<'_>) {
    let database = redb::Database::open(path).expect("the file is valid");
    let transaction = database.begin_write().expect("it can be written");
    while !steps.is_empty() {
        let key = *steps.pick(&[0, 1, 2, 3, 4, u64::MAX]);
        match steps.byte() % 6 {
            0 => {
                let mut sessions = transaction.open_table(SESSIONS).expect("a table");
                sessions.insert(key, steps.bytes()).expect("it can be written");
            }
            1 => {
                let mut events = transaction.open_table(EVENTS).expect("a table");
                let entry = (key, *steps.pick(&INDICES));
                events.insert(entry, steps.bytes()).expect("it can be written");
            }
            2 => {
                let mut events = transaction.open_table(EVENTS).expect("a table");
                events.remove((key, *steps.pick(&INDICES))).expect("it can be written");
            }
            // Changes one byte of a record.
            3 => {
                let mut sessions = transaction.open_table(SESSIONS).expect("a table");
                let found = sessions.get(key).expect("readable").map(|it| it.value().to_vec());
                if let Some(changed) = found.and_then(|found| change(found, steps)) {
                    sessions.insert(key, &*changed).expect("it can be written");
                }
            }
            4 => {
                let mut events = transaction.open_table(EVENTS).expect("a table");
                let entry = (key, *steps.pick(&INDICES));
                let found = events.get(entry).expect("readable").map(|it| it.value().to_vec());
                if let Some(changed) = found.and_then(|found| change(found, steps)) {
                    events.insert(entry, &*changed).expect("it can be written");
                }
            }
            _ => {
                let mut meta = transaction.open_table(META).expect("a table");
                let name = *steps.pick(&["format", "last", "other"]);
                let value = *steps.pick(&[0, 1, 2, 5, u64::MAX]);
                meta.insert(name, value).expect("it can be written");
            }
        }
    }
    transaction.commit().expect("it can be written");
}

fn change(mut found: Vec<u8>, steps: &mut Steps<'_>) -> Option<Vec<u8>> {
    let at = steps.below(found.len().max(257));
    *found.get_mut(at)? = steps.byte();
    Some(found)
}

/// Calls everything that an app may call; each call may return an error.
fn used(store: OfflineStore) {
    let _ = (store.stats(), store.sessions(), store.rejected(), store.due());
    for key in [0, 1, 2, 3, 4, u64::MAX] {
        let _ = (store.export(key.into()), store.repair(key.into()));
        if let Ok(mut session) = store.resume(key.into()) {
            let at = session.last();
            let _ = (session.play(at), session.ping(at));
            let _ = session.finish(at);
        }
        if let Ok(mut session) = store.resume_online(key.into()) {
            let _ = (session.play(session.last()), session.abandon(session.last()));
        }
        let _ = (store.is_expired(key.into(), 1), store.withheld(key.into()));
        let _ = (store.set_renewal(key.into(), true), store.set_aside(key.into()));
        let _ = store.retry(key.into());
    }
    for now in [1_000_000, 1_000_000, i64::MIN, i64::MAX] {
        let Ok(Some(upload)) = store.next_upload(now) else { continue };
        let _ = store.not_sent(upload.ticket, now, 0.5);
    }
    let _ = (store.hurry(), store.expire(i64::MAX), store.discard(1.into()));
    let _ = store.take_deleted();
    if let Ok(mut session) = store.begin(start(PlayerTime::new(0.0, 1))) {
        let _ = session.abandon(PlayerTime::new(1.0, 2));
    }
    let _ = (store.compact(), store.delete_all());
}
