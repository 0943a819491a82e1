//! Inputs that fuzzing found, each with what must come of it.

use media_collection::store::{OfflineStore, StoreError};
use redb::{Database, TableDefinition};

use crate::fixtures::files::folder;
use crate::fixtures::start_of;
use crate::fixtures::stores::viewing;
use crate::recorders;

/// The next key wrapped round to 0, or the addition panicked.
#[test]
fn a_store_whose_last_key_is_the_greatest_begins_no_session() {
    let folder = folder("found-greatest-key");
    let path = folder.join("sessions.redb");
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
    let refused = recorders::begin(&store, start_of("one more")).unwrap_err();
    assert!(matches!(refused, StoreError::Damaged(_)), "{refused:?}");
    assert!(store.export(kept).is_ok(), "what is there can still be sent");
    assert_eq!(store.stats().unwrap().pending, 1);
}
