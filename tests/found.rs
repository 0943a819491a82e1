//! Inputs that fuzzing found, each with what must come of it.

use std::path::PathBuf;

use media_collection::store::{OfflineStore, StoreError};
use redb::{Database, TableDefinition};

mod common;
use common::stored::{start, viewing};

/// A folder of its own, removed at the end of the test.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The next key wrapped round to 0, or the addition panicked.
#[test]
fn a_store_whose_last_key_is_the_greatest() {
    let name = format!("media-collection-found-{}", std::process::id());
    let folder = Folder(std::env::temp_dir().join(name));
    std::fs::create_dir_all(&folder.0).unwrap();
    let path = folder.0.join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let kept = viewing(&store, "kept");
    drop(store);

    let database = Database::open(&path).unwrap();
    let transaction = database.begin_write().unwrap();
    let meta = TableDefinition::<&str, u64>::new("meta");
    transaction.open_table(meta).unwrap().insert("last", u64::MAX).unwrap();
    transaction.commit().unwrap();
    drop(database);

    let store = OfflineStore::open(&path).unwrap();
    let refused = store.begin(start("one more")).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged(_)), "{refused:?}");
    assert!(store.export(kept).is_ok(), "what is there can still be sent");
    assert_eq!(store.stats().unwrap().pending, 1);
}
