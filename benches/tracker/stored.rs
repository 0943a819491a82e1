//! An hour of playback of downloaded content, recorded into a store: by a tracker, and by a recorder
//! alone. Each event is on the disk before the next.

use std::path::PathBuf;

use media_collection::store::{OfflineStore, StoredDownloadedSessions};
use media_collection::tracker::TrackerMode;
use media_collection::{PlayerTime, Recorder, SessionStart};

use crate::player::{BEGAN, Playing, Table, done, params};

/// A store in a folder of its own, which goes away with it.
struct Temporary {
    store: OfflineStore,
    folder: PathBuf,
}

impl Temporary {
    fn new(name: &str) -> Self {
        let name = format!("media-collection-bench-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let store = OfflineStore::open(folder.join("sessions.redb")).expect("a store");
        Self { store, folder }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub fn hours(table: &mut Table) {
    let temporary = Temporary::new("tracker");
    table.add(
        "an hour, downloaded, in a store",
        1,
        || {},
        move || {
            let sessions = StoredDownloadedSessions::new(&temporary.store);
            let mut playing = Playing::begin(sessions, TrackerMode::Better);
            for second in 0..3_600 {
                playing.tick(1_000);
                done(playing.tracker.playhead(playing.now, f64::from(second)));
            }
            done(playing.tracker.complete(playing.now));
            temporary.store.delete_all().expect("the disk");
        },
    );
    let temporary = Temporary::new("recorder");
    table.add(
        "the same by a recorder alone",
        1,
        || {},
        move || {
            let at = |second: i64| PlayerTime::new(second as f64, BEGAN + second * 1_000);
            let mut recorder: Recorder<_> =
                temporary.store.begin(SessionStart::new(at(0), params())).expect("a session");
            recorder.play(at(1)).expect("it plays");
            recorder.play(at(2)).expect("the content has started");
            for second in (52..=3_600).step_by(50) {
                recorder.ping(at(second)).expect("it plays");
            }
            recorder.session_complete(at(3_601)).expect("it ends");
            drop(recorder);
            temporary.store.delete_all().expect("the disk");
        },
    );
}
