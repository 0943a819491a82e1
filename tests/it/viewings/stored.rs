//! Trackers whose sessions are in a store, and apps that are stopped.

use media_collection::recorder::Outcome;
use media_collection::store::{
    Durability, OfflineStore, StoreOptions, StoredDownloadedSessions, StoredOnlineSessions,
    StoredSessions,
};
use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Privacy, Sdk, Sessions, Tracker, TrackerMode,
    TrackerOptions,
};
use media_collection::{Event, Policy};

use super::{Played, timed, types};
use crate::fixtures::stores::{temp_store, temp_store_with};
use crate::fixtures::{ad_break, spot, start_params};

const MINUTE: i64 = 60_000;

/// The sessions in the store, oldest first.
fn stored(store: &OfflineStore) -> Vec<Vec<Event>> {
    let sessions = store.sessions().unwrap();
    let events = sessions.iter().map(|session| {
        let text = store.export(session.key).unwrap();
        let texts: Vec<serde_json::Value> = serde_json::from_slice(&text).unwrap();
        let decode = |text: &serde_json::Value| {
            Event::decode(text.to_string().as_bytes(), &Policy::tolerant()).unwrap()
        };
        texts.iter().map(decode).collect()
    });
    events.collect()
}

/// A viewing with everything in it.
fn eventful<S: Sessions<Error: Send + Sync>>(played: &mut Played<S>) {
    played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
    played.watch(0.0, 30);
    played.call(|tracker, moment| {
        tracker.ad_break_start(moment, ad_break()).unwrap();
        tracker.ad_start(moment, spot("a")).unwrap()
    });
    played.pass(12_000);
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.watch(30.0, 60);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.pass(31 * MINUTE);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(90.0, 10);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
}

#[test]
fn a_store_has_what_memory_has() {
    let store = temp_store("tracked-alike");
    let mut in_memory = Played::begun(Tracker::new(DownloadedSessions::new()));
    eventful(&mut in_memory);
    let mut in_store = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    eventful(&mut in_store);
    let expected: Vec<_> = in_memory
        .ended()
        .into_iter()
        .map(media_collection::DownloadedSession::into_events)
        .collect();
    assert_eq!(expected.len(), 3);
    assert_eq!(stored(&store), expected);
    assert_eq!(store.stats().unwrap().pending, 3);

    let store = temp_store("tracked-alike-online");
    let mut in_memory = Played::begun(Tracker::new(OnlineSessions::new()));
    eventful(&mut in_memory);
    let mut in_store = Played::begun(Tracker::new(StoredOnlineSessions::new(&store)));
    eventful(&mut in_store);
    let waiting = in_memory.tracker.sessions().waiting().map(|recorder| {
        let start = Event::from(recorder.start().clone());
        std::iter::once(start).chain(recorder.queue().cloned()).collect::<Vec<_>>()
    });
    assert_eq!(stored(&store), waiting.collect::<Vec<_>>());
}

/// The app is stopped after `until` calls, and goes on after `gap`.
fn killed<K>(new: impl Fn(&OfflineStore) -> Tracker<StoredSessions<K>>, gap: i64, name: &str)
where
    StoredSessions<K>: Sessions<Error: Send + Sync>,
    K: media_collection::store::SessionKind,
{
    let store = temp_store(name);
    let mut played = Played::begun(new(&store));
    played.watch(0.0, 30);
    played.call(|tracker, moment| {
        tracker.ad_break_start(moment, ad_break()).unwrap();
        tracker.ad_start(moment, spot("a")).unwrap()
    });
    played.pass(3_000);
    let (now, wall) = (played.now + gap, played.wall);
    let store = store.killed_with(StoreOptions::default());
    let moment = Moment::new(17, now + wall);
    let (snapshot, sessions) = StoredSessions::<K>::interrupted(&store).unwrap().unwrap();
    assert!(StoredSessions::<K>::interrupted(&store).unwrap().is_none());
    let tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
    let mut played = Played { tracker, now: 17, wall: now + wall - 17 };
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(5_000);
    played.call(|tracker, moment| tracker.ad_break_complete(moment).unwrap());
    played.watch(30.0, 10);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    assert!(StoredSessions::<K>::interrupted(&store).unwrap().is_none());
    let sessions = stored(&store);
    if gap < 10 * MINUTE {
        let [session] = &sessions[..] else { panic!("one session, not {}", sessions.len()) };
        let expected = [
            "sessionStart",
            "play",
            "play",
            "ping",
            "ping",
            "adBreakStart",
            "adStart",
            "play",
            "pauseStart",
            "play",
            "adSkip",
            "adBreakComplete",
            "play",
            "ping",
            "sessionComplete",
        ];
        let without_pings = |names: Vec<&str>| {
            names.into_iter().filter(|name| *name != "ping").map(String::from).collect::<Vec<_>>()
        };
        assert_eq!(without_pings(types(session)), without_pings(expected.to_vec()));
    } else {
        let [first, second] = &sessions[..] else { panic!("two sessions") };
        assert_eq!(timed(first).last().unwrap(), "sessionEnd 30.006");
        assert_eq!(types(second)[..4], ["sessionStart", "adBreakStart", "adStart", "play"]);
    }
    for session in &sessions {
        assert_eq!(media_collection::lint::lint(session), []);
    }
}

#[test]
fn an_app_that_was_stopped_goes_on() {
    for gap in [2_000, 15 * MINUTE, 26 * 60 * MINUTE] {
        killed(|store| Tracker::new(StoredDownloadedSessions::new(store)), gap, "tracked-killed");
        killed(
            |store| Tracker::new(StoredOnlineSessions::new(store)),
            gap,
            "tracked-killed-online",
        );
    }
}

#[test]
fn a_session_that_was_sent_in_the_meantime_goes_on_in_another() {
    let store = temp_store("tracked-sent");
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 30);
    let moment = played.moment();
    let store = store.killed_with(StoreOptions::default());
    // Against all advice, before the viewing goes on.
    let upload = store.next_upload(moment.ts).unwrap().unwrap();
    let response =
        media_collection::http::Response::builder().status(201).body(Vec::new()).unwrap();
    let outcome = store.responded(upload.ticket, &response, moment.ts, 0.5).unwrap();
    assert_eq!(outcome, Outcome::Arrived);
    let (snapshot, sessions) = StoredDownloadedSessions::interrupted(&store).unwrap().unwrap();
    let tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
    let mut played = Played { tracker, now: moment.now, wall: moment.ts - moment.now };
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(30.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &stored(&store)[..] else { panic!("one session") };
    assert_eq!(types(session), ["sessionStart", "play", "play", "sessionEnd"]);
}

#[test]
fn a_session_that_the_app_deletes_goes_on_in_another() {
    let store = temp_store("tracked-deleted");
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 5);
    store.delete_all().unwrap();
    let moment = played.moment();
    assert!(played.tracker.pause(moment).is_err());
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(5.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &stored(&store)[..] else { panic!("one session") };
    assert_eq!(types(session).last(), Some(&"sessionEnd"));
}

#[test]
fn what_waits_in_a_store_is_deleted_when_the_viewer_opts_out() {
    let store = temp_store("tracked-privacy");
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 5);
    let moment = played.moment();
    let discarded = played.tracker.privacy(moment, Privacy::OptedOut).unwrap();
    assert_eq!((discarded.sessions, discarded.events), (1, 3));
    played.watch(5.0, 50);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    assert_eq!(store.sessions().unwrap(), []);
    assert!(StoredDownloadedSessions::interrupted(&store).unwrap().is_none());
}

#[test]
fn a_full_store_leaves_the_tracker_unchanged() {
    let store = temp_store_with("tracked-full", StoreOptions::default().max_sessions(1));
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 5);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    // The session ends when the pause has lasted half an hour, and another one has no room.
    played.pass(31 * MINUTE);
    let (moment, before) = (played.moment(), played.tracker.snapshot());
    assert!(played.tracker.play(moment).is_err());
    assert_eq!(played.tracker.snapshot(), before);
    // It is sent, and the call is made again.
    let upload = store.next_upload(moment.ts).unwrap().unwrap();
    let response =
        media_collection::http::Response::builder().status(201).body(Vec::new()).unwrap();
    let _ = store.responded(upload.ticket, &response, moment.ts, 0.5).unwrap();
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(5.0, 5);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &stored(&store)[..] else { panic!("one session") };
    assert_eq!(types(session), ["sessionStart", "play", "play", "sessionEnd"]);
}

#[test]
fn grouped_events_and_what_is_remembered_belong_together() {
    let durability = Durability::Grouped { events: 100, millis: 60_000 };
    let options = StoreOptions::default().durability(durability);
    let store = temp_store_with("tracked-grouped", options);
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 110);
    // The next group waits, and is lost.
    played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
    let moment = played.moment();
    let store = store.killed_with(StoreOptions::default());
    let (snapshot, sessions) = StoredDownloadedSessions::interrupted(&store).unwrap().unwrap();
    let tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
    let mut played = Played { tracker, now: moment.now, wall: moment.ts - moment.now };
    played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &stored(&store)[..] else { panic!("one session") };
    assert_eq!(media_collection::lint::lint(session), []);
    assert_eq!(types(session).iter().filter(|name| **name == "stateStart").count(), 1);
}

/// A viewing that breaks off while it is muted, after a playhead that is no number.
fn breaks_off<S: Sessions<Error: Send + Sync>>(played: &mut Played<S>) {
    let mut params = start_params();
    params.name = Some("An episode".to_owned()); // the SDKs begin nothing without
    played.call(|tracker, moment| tracker.session_start(moment, params).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.watch(0.0, 30);
    played.call(|tracker, moment| tracker.playhead(moment, f64::NAN).unwrap());
    played.pass(12_000);
    played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
    played.pass(3_000);
}

/// What an SDK leaves open and sends at equal times, a store sends like that, also when the app is
/// killed and nobody goes on with it.
#[test]
fn a_faithful_viewing_is_stored_and_sent_as_it_is() {
    for sdk in [Sdk::Android, Sdk::JavaScript, Sdk::Ios] {
        for (is_killed, is_resumed) in [(false, false), (true, false), (true, true)] {
            let mut options = TrackerOptions::default();
            options.mode = TrackerMode::Faithful(sdk);
            let mut store = temp_store("tracked-faithful");
            let in_store = StoredDownloadedSessions::new(&store);
            let mut in_store = Played::of(Tracker::with_options(in_store, options));
            breaks_off(&mut in_store);
            let key = in_store.tracker.sessions().key().expect("it is being recorded");
            let expected = String::from_utf8(store.export(key).unwrap()).unwrap();
            if is_killed {
                store = store.killed_with(StoreOptions::default());
            }
            let sessions = store.sessions().unwrap();
            assert!(!sessions.is_empty() && sessions.iter().all(|session| session.is_verbatim));
            if is_resumed {
                let interrupted = StoredDownloadedSessions::interrupted(&store).unwrap();
                let (_, sessions) = interrupted.expect("it was interrupted");
                assert!(sessions.key().is_some(), "it goes on in the session");
            }
            let now = in_store.now + in_store.wall;
            drop(in_store);
            let upload = store.next_upload(now).unwrap().expect("it waits");
            let body = String::from_utf8_lossy(upload.call.body());
            assert_eq!(body, expected, "{sdk:?}");
            assert!(body.contains("stateStart") && !body.contains("sessionEnd"), "{body}");
        }
    }
}

/// The background is where apps are stopped: nothing that was told before is lost.
#[test]
fn what_was_known_in_the_background_is_known_afterwards() {
    for durability in [Durability::EachEvent, Durability::Grouped { events: 100, millis: 60_000 }] {
        let options = StoreOptions::default().durability(durability);
        let store = temp_store_with("tracked-background", options);
        let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
        played.watch(0.0, 37);
        played.call(|tracker, moment| tracker.state_start(moment, "mute").unwrap());
        played.watch(37.0, 6);
        played.call(|tracker, moment| tracker.background(moment).unwrap());
        let (now, wall) = (played.now + 30_000, played.wall);
        let store = store.killed_with(StoreOptions::default());
        let (snapshot, sessions) = StoredDownloadedSessions::interrupted(&store).unwrap().unwrap();
        let moment = Moment::new(now, now + wall);
        let tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
        let mut played = Played { tracker, now, wall };
        played.call(|tracker, moment| tracker.end(moment).unwrap());
        let [session] = &stored(&store)[..] else { panic!("one session") };
        let expected = [
            "sessionStart 0.000",
            "play 0.001",
            "play 1.000",
            "stateStart 37.000",
            "pauseStart 43.000",
            "sessionEnd 73.000",
        ];
        assert_eq!(timed(session), expected);
        assert_eq!(session[4].player_time.playhead, 43.0);
    }
}

/// An app that ends in order, without the end of the viewing.
#[test]
fn a_dropped_tracker_leaves_what_it_knew() {
    let durability = Durability::Grouped { events: 100, millis: 60_000 };
    let options = StoreOptions::default().durability(durability);
    let store = temp_store_with("tracked-dropped", options);
    let mut played = Played::begun(Tracker::new(StoredDownloadedSessions::new(&store)));
    played.watch(0.0, 20);
    played.call(|tracker, moment| tracker.ad_break_start(moment, ad_break()).unwrap());
    played.call(|tracker, moment| tracker.ad_start(moment, spot("a")).unwrap());
    let moment = played.moment();
    drop(played);
    let (snapshot, sessions) = StoredDownloadedSessions::interrupted(&store).unwrap().unwrap();
    let tracker = Tracker::resume(snapshot, sessions, moment).unwrap();
    let mut played = Played { tracker, now: moment.now, wall: moment.ts - moment.now };
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    let [session] = &stored(&store)[..] else { panic!("one session") };
    let ads = types(session).iter().filter(|name| **name == "adStart").count();
    assert_eq!((ads, types(session).contains(&"adComplete")), (1, true));
    assert_eq!(media_collection::lint::lint(session), []);
}

/// Pings come without what the tracker knows: an app that goes on knows it from their times.
#[test]
fn what_pings_say_is_known_afterwards() {
    for gap in [5_000, 20 * MINUTE] {
        let store = temp_store("tracked-pings");
        let mut played = Played::begun(Tracker::new(StoredOnlineSessions::new(&store)));
        played.watch(0.0, 65);
        let (now, wall) = (played.now + gap, played.wall);
        let store = store.killed_with(StoreOptions::default());
        let (snapshot, sessions) = StoredOnlineSessions::interrupted(&store).unwrap().unwrap();
        let tracker = Tracker::resume(snapshot, sessions, Moment::new(now, now + wall)).unwrap();
        let mut played = Played { tracker, now, wall };
        played.call(|tracker, moment| tracker.play(moment).unwrap());
        played.watch(65.0, 5);
        played.call(|tracker, moment| tracker.complete(moment).unwrap());
        let sessions = stored(&store);
        let first = &sessions[0];
        // Two plays, and a ping every ten seconds.
        assert_eq!(timed(first)[8], "ping 61.000");
        assert_eq!(timed(first)[9], "pauseStart 61.001");
        assert_eq!(first[9].player_time.playhead, 60.0);
        assert_eq!(sessions.len(), if gap < 10 * MINUTE { 1 } else { 2 });
        assert!(sessions.iter().all(|session| media_collection::lint::lint(session).is_empty()));
    }
}
