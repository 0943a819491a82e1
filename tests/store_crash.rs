//! A store file whose making was cut off.

mod common;

use media_collection::store::OfflineStore;

/// A kill between two steps of making the file leaves one of these.
#[test]
fn a_creation_that_was_cut_off_is_begun_anew() {
    let folder = common::folder("crash-creation");
    let whole = folder.join("whole.redb");
    drop(OfflineStore::open(&whole).unwrap());
    let whole = std::fs::read(whole).unwrap();
    let mut headed = vec![0; whole.len()];
    headed[9..320].copy_from_slice(&whole[9..320]);
    for (name, bytes) in [("empty", Vec::new()), ("long", vec![0; whole.len()]), ("headed", headed)]
    {
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        let store = OfflineStore::open(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        common::stored::viewing(&store, name);
        drop(store);
        assert_eq!(OfflineStore::open(&path).unwrap().sessions().unwrap().len(), 1);
    }
}
