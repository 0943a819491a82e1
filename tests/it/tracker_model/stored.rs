//! The same in a store: it has what memory has, and what is left of an app that stops is worth sending.

use media_collection::store::{
    OfflineStore, StoreError, StoredDownloadedSessions, StoredOnlineSessions,
};
use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Sessions, Snapshot, Tracker,
};
use media_collection::{Event, Policy};

use super::drive::Watched;
use super::invariants::{ADVICE, ADVICE_ASLEEP, always, assert_worth_sending, sessions};
use super::script::{Also, Script};
use super::unruly::{Host, Kept, Unruly};
use crate::fixtures::stores::{grouped, temp_store_with};

const HOST: Host = Host { one_clock: false, punctual: false };

/// What the app that was stopped left, to go on with.
type Interrupted<S> = Result<Option<(Snapshot, S)>, StoreError>;

fn restart<S: Sessions<Error = StoreError>>(
    tracker: &mut Tracker<S>,
    new: impl FnOnce() -> S,
    interrupted: impl FnOnce() -> Interrupted<S>,
    at: Moment,
) {
    let options = tracker.options().clone();
    *tracker = Tracker::with_options(new(), options);
    if let Some((snapshot, sessions)) = interrupted().expect("the disk works") {
        *tracker = Tracker::resume(snapshot, sessions, at).expect("the disk works");
    }
}

fn is_empty(store: &OfflineStore) -> bool {
    store.sessions().expect("the disk works").is_empty()
}

impl Kept for StoredDownloadedSessions {
    fn seen(&self) -> String {
        format!("{:?}", self.store().stats())
    }

    fn are_none(&self) -> bool {
        is_empty(self.store())
    }

    fn restart(tracker: &mut Tracker<Self>, at: Moment) {
        let store = tracker.sessions().store().clone();
        restart(tracker, || Self::new(&store), || Self::interrupted(&store), at);
    }
}

impl Kept for StoredOnlineSessions {
    fn seen(&self) -> String {
        format!("{:?}", self.store().stats())
    }

    fn are_none(&self) -> bool {
        is_empty(self.store())
    }

    fn restart(tracker: &mut Tracker<Self>, at: Moment) {
        let store = tracker.sessions().store().clone();
        restart(tracker, || Self::new(&store), || Self::interrupted(&store), at);
    }
}

/// What a player that does anything leaves in a store, in the order in which it began.
fn stored<S: Kept>(
    new: fn(&OfflineStore) -> S,
    script: &Script,
    automatic_ad_breaks: bool,
) -> Vec<Vec<Event>> {
    let store = temp_store_with("tracker-model", grouped(u32::MAX));
    let mut unruly = Unruly::new(new(&store), HOST, automatic_ad_breaks);
    unruly.play(script);
    unruly.end();
    drop(unruly);
    let infos = store.sessions().expect("the disk works").into_iter();
    let texts = infos.map(|session| store.export(session.key).expect("the disk works"));
    let policy = Policy::tolerant();
    let events = texts.map(|text| Event::decode_batch(&text, &policy).expect("they are events"));
    sorted(events.collect())
}

fn sorted(mut sessions: Vec<Vec<Event>>) -> Vec<Vec<Event>> {
    sessions.sort_by_key(|session| session[0].player_time.ts);
    sessions
}

fn in_memory<S: Kept + Watched>(script: &Script, automatic_ad_breaks: bool) -> Vec<Vec<Event>> {
    sorted(sessions::<S>(script, HOST, automatic_ad_breaks))
}

/// So many pings take long on a disk, and say nothing new.
fn short(mut script: Script) -> Script {
    for step in script.0.iter_mut().filter(|step| step.gap > 7_200_000) {
        step.late = None;
    }
    script
}

#[test]
fn a_store_has_what_memory_has() {
    fn property(script: Script, automatic: bool) {
        let mut script = short(script);
        for step in &mut script.0 {
            // In a store the playhead of that moment is lost.
            if matches!(step.also, Also::Stopped { .. }) {
                step.also = Also::Nothing;
            }
        }
        let downloaded = stored(StoredDownloadedSessions::new, &script, automatic);
        assert_eq!(downloaded, in_memory::<DownloadedSessions>(&script, automatic));
        let online = stored(StoredOnlineSessions::new, &script, automatic);
        assert_eq!(online, in_memory::<OnlineSessions>(&script, automatic));
    }
    always(20, property);
}

#[test]
fn what_an_app_that_stops_leaves_in_a_store_is_worth_sending() {
    fn property(script: Script, automatic: bool) {
        let (script, advice) = (short(script), &[ADVICE, ADVICE_ASLEEP]);
        let downloaded = stored(StoredDownloadedSessions::new, &script, automatic);
        assert_worth_sending(&downloaded, advice);
        assert_worth_sending(&stored(StoredOnlineSessions::new, &script, automatic), advice);
    }
    always(20, property);
}
