//! Files that are damaged, newer, or not a store: a typed error, and the file stays as it is.

use std::fs;
use std::path::Path;

use media_collection::store::{OfflineStore, StoreError};
use redb::{Database, ReadableDatabase as _, TableDefinition};

use crate::fixtures::files::folder;
use crate::fixtures::random::Random;
use crate::fixtures::stores::viewing;
use crate::fixtures::{SECRET, start_of};
use crate::scenario::Scenario;

const META: TableDefinition<'_, &str, u64> = TableDefinition::new("meta");

/// What a store holds, if it can be opened and read. Whatever happens, an error in opening
/// leaves the file as it was.
fn read(path: &Path) -> Result<Vec<Vec<u8>>, StoreError> {
    let before = fs::read(path).unwrap();
    let store = match OfflineStore::open(path) {
        Ok(store) => store,
        Err(error) => {
            assert!(before == fs::read(path).unwrap(), "the file was changed: {error}");
            assert!(!error.to_string().contains(SECRET));
            return Err(error);
        }
    };
    let sessions = store.sessions()?;
    sessions.iter().map(|session| store.export(session.key)).collect()
}

/// A store with two sessions, closed; its bytes, and what is in it.
fn whole(folder: &Path) -> (Vec<u8>, Vec<Vec<u8>>) {
    let path = folder.join("whole.redb");
    let store = OfflineStore::open(&path).unwrap();
    viewing(&store, "a");
    drop((1..400).fold(Scenario::from(start_of("b")), |played, _| played.ping()).stored(&store));
    drop(store);
    let bytes = fs::read(&path).unwrap();
    let content = read(&path).unwrap();
    assert_eq!(content.len(), 2);
    (bytes, content)
}

#[test]
fn a_truncated_file_is_refused() {
    let folder = folder("file-truncated");
    let (bytes, content) = whole(&folder);
    let path = folder.join("cut.redb");
    let mut random = Random::new(3);
    let mut lengths: Vec<usize> = (1..200).map(|_| random.below(bytes.len())).collect();
    lengths.extend([1, 8, 9, 10, 319, 320, 4095, 4096, 4097, bytes.len() - 4096, bytes.len() - 1]);
    let mut refused = 0;
    for length in lengths {
        fs::write(&path, &bytes[..length]).unwrap();
        match read(&path) {
            Ok(found) => assert!(length == 0 || found == content, "cut at {length}"),
            Err(StoreError::Damaged(_)) => refused += 1,
            Err(error) => panic!("cut at {length}: {error}"),
        }
    }
    assert!(refused > 150, "only {refused} refused");
}

#[test]
fn a_flipped_bit_is_noticed_or_of_no_matter() {
    let folder = folder("file-flipped");
    let (bytes, content) = whole(&folder);
    let path = folder.join("flipped.redb");
    let mut random = Random::new(4);
    // What is in use is near the front; and the header counts most.
    let used = bytes.iter().rposition(|byte| *byte != 0).unwrap();
    let places: Vec<usize> =
        (0..320).step_by(4).chain((0..250).map(|_| random.below(used))).collect();
    let (mut refused, mut fine) = (0, 0);
    for place in places {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1 << random.below(8);
        fs::write(&path, &bytes).unwrap();
        match read(&path) {
            Ok(found) => {
                assert!(found == content, "flipped at {place}");
                fine += 1;
            }
            Err(StoreError::Damaged(_) | StoreError::NewerFormat { .. }) => refused += 1,
            Err(error) => panic!("flipped at {place}: {error}"),
        }
    }
    assert!(refused > 10 && fine > 10, "{refused} refused, {fine} fine");
}

#[test]
fn what_is_not_a_store_is_refused() {
    let folder = folder("file-other");
    let path = folder.join("other");
    let mut random = Random::new(5);
    let garbage: Vec<u8> = (0..50_000).map(|_| random.next() as u8).collect();
    for bytes in [&garbage[..], &garbage[..100], b"x", b"redb\x1A\x0A\xA9\x0D\x0A", &[0; 100]] {
        fs::write(&path, bytes).unwrap();
        let error = read(&path).unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{error}");
    }
    // Nothing is lost with an empty file.
    fs::write(&path, b"").unwrap();
    assert!(read(&path).unwrap().is_empty());
    // Another program's.
    let path = folder.join("another.redb");
    let database = Database::create(&path).unwrap();
    let writing = database.begin_write().unwrap();
    writing.open_table(TableDefinition::<u64, u64>::new("theirs")).unwrap().insert(1, 2).unwrap();
    writing.commit().unwrap();
    drop(database);
    let error = read(&path).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the file is damaged, or not a store; it was not changed: it is a database of another program"
    );
    // No file at all.
    let error = OfflineStore::open(&*folder).unwrap_err();
    assert!(matches!(error, StoreError::Disk(_)), "{error}");
    let error = OfflineStore::open(folder.join("missing/sessions.redb")).unwrap_err();
    assert!(matches!(error, StoreError::Disk(_)), "{error}");
    assert!(!folder.join("missing").exists());
}

fn with_format(path: &Path, format: Option<u64>) {
    let database = Database::create(path).unwrap();
    let writing = database.begin_write().unwrap();
    {
        let mut meta = writing.open_table(META).unwrap();
        match format {
            Some(format) => drop(meta.insert("format", format).unwrap()),
            None => drop(meta.remove("format").unwrap()),
        }
    }
    writing.commit().unwrap();
}

#[test]
fn a_newer_format_is_left_alone() {
    let folder = folder("file-newer");
    let (bytes, content) = whole(&folder);
    let path = folder.join("newer.redb");
    fs::write(&path, &bytes).unwrap();
    with_format(&path, Some(3));
    let error = read(&path).unwrap_err();
    assert!(matches!(error, StoreError::NewerFormat { found: 3, known: 2 }), "{error}");
    with_format(&path, None);
    assert!(matches!(read(&path).unwrap_err(), StoreError::Damaged(_)));
    with_format(&path, Some(1));
    assert!(read(&path).unwrap() == content);
}

/// Version 0.1 reads format 1. It would send an online session a second time, as a downloaded one.
#[test]
fn only_an_online_session_makes_the_format_newer() {
    let folder = folder("file-format");
    let path = folder.join("sessions.redb");
    let format = || {
        let database = Database::open(&path).unwrap();
        let meta = database.begin_read().unwrap().open_table(META).unwrap();
        meta.get("format").unwrap().unwrap().value()
    };
    viewing(&OfflineStore::open(&path).unwrap(), "downloaded");
    assert_eq!(format(), 1);
    drop(OfflineStore::open(&path).unwrap().begin_online(start_of("online")).unwrap());
    assert_eq!(format(), 2);
    assert_eq!(OfflineStore::open(&path).unwrap().sessions().unwrap().len(), 2);
}

/// A file that was not closed is repaired, and only then written to.
#[test]
fn a_file_that_was_not_closed_opens() {
    let folder = folder("file-open");
    let path = folder.join("open.redb");
    let store = OfflineStore::open(&path).unwrap();
    viewing(&store, "a");
    let _session = Scenario::from(start_of("b")).playing().stored(&store);
    // As a crash would leave it.
    let copy = folder.join("copy.redb");
    fs::copy(&path, &copy).unwrap();
    assert_eq!(read(&copy).unwrap().len(), 2);
    assert!(matches!(OfflineStore::open(&path), Err(StoreError::InUse)));
}

/// A kill between two steps of making the file leaves one of these.
#[test]
fn a_creation_that_was_cut_off_is_begun_again() {
    let folder = folder("file-creation");
    let whole = folder.join("whole.redb");
    drop(OfflineStore::open(&whole).unwrap());
    let whole = fs::read(whole).unwrap();
    let mut headed = vec![0; whole.len()];
    headed[9..320].copy_from_slice(&whole[9..320]);
    for (name, bytes) in [("empty", Vec::new()), ("long", vec![0; whole.len()]), ("headed", headed)]
    {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        let store = OfflineStore::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        viewing(&store, name);
        drop(store);
        assert_eq!(OfflineStore::open(&path).unwrap().sessions().unwrap().len(), 1);
    }
}
