//! Where events go can be chosen at run time, and makes no difference to what is recorded.

use media_collection::recorder::{AnyRecorder, AnySink};
use media_collection::store::OfflineStore;
use media_collection::{Event, PlayerTime, QoeData, Recorder, SessionStart};

use crate::fixtures::collector::Server;
use crate::fixtures::stores::{exported, temp_store};
use crate::fixtures::{BEGAN, ad_break, at, chapter, names, spot, start, state};
use crate::recorders::{due_upload, next, send_all};

/// One recorder for each sink that there is.
fn recorders(store: &OfflineStore) -> [Recorder<AnySink>; 4] {
    [
        Recorder::downloaded(start()).into(),
        Recorder::online(start()).into(),
        store.begin(start()).unwrap().into(),
        store.begin_online(start()).unwrap().into(),
    ]
}

/// What there is of a recording, the start first.
fn recorded(store: &OfflineStore, recorder: Recorder<AnySink>) -> Vec<Event> {
    match recorder.downcast() {
        AnyRecorder::Downloaded(recorder) => recorder.into_session().into_events(),
        AnyRecorder::Online(recorder) => [Event::from(recorder.start().clone())]
            .into_iter()
            .chain(recorder.queue().cloned())
            .collect(),
        AnyRecorder::StoredDownloaded(recorder) => exported(store, recorder.key()),
        AnyRecorder::StoredOnline(recorder) => exported(store, recorder.key()),
        other => panic!("{other:?}"),
    }
}

/// With each of the methods, in an order that needs closing.
fn play(recorder: &mut Recorder<AnySink>) {
    let quality = || QoeData::builder().bitrate(7).build();
    recorder.play(at(1)).unwrap();
    recorder.ping(at(2).with_qoe(quality())).unwrap();
    recorder.chapter_start(at(3), chapter(1)).unwrap();
    recorder.ad_break_start(at(4), ad_break()).unwrap();
    recorder.ad_start(at(4), spot("first")).unwrap();
    recorder.state_start(at(4), state("mute")).unwrap();
    let closed = recorder.ad_start(at(4), spot("second")).unwrap().closed;
    assert!(closed.ad && !closed.ad_break);
    recorder.bitrate_change(at(5).with_qoe(quality())).unwrap();
    assert!(recorder.ad_complete(at(6)).is_ok() && recorder.ad_complete(at(6)).is_err());
    assert!(recorder.chapter_is_open() && recorder.ad_break_is_open() && !recorder.ad_is_open());
    assert_eq!(recorder.active_states().collect::<Vec<_>>(), ["mute"]);
    assert_eq!(recorder.last(), at(6));
    let ended = recorder.finish(PlayerTime::new(f64::NAN, 0)).unwrap().unwrap();
    assert!(ended.closed.ad_break && ended.closed.chapter && ended.playhead_replaced);
    assert!(recorder.has_ended());
    assert_eq!(recorder.abandon(at(90)).unwrap(), None);
    assert!(recorder.ping(at(91)).is_err());
}

#[test]
fn every_recorder_records_the_same() {
    let store = temp_store("any-sink");
    let all = recorders(&store).map(|mut recorder| {
        play(&mut recorder);
        recorded(&store, recorder)
    });
    let [first, others @ ..] = &all;
    assert_eq!(
        names(first)[..11],
        [
            "sessionStart",
            "play",
            "ping",
            "chapterStart",
            "adBreakStart",
            "adStart",
            "stateStart",
            "adSkip",
            "adStart",
            "bitrateChange",
            "adComplete",
        ]
    );
    assert_eq!(
        names(first)[11..],
        ["adBreakComplete", "chapterSkip", "sessionComplete", "sessionEnd"]
    );
    for other in others {
        assert_eq!(first[1..], other[1..]);
    }
}

#[test]
fn only_a_store_can_fail() {
    let store = temp_store("any-sink-fails");
    let mut recorders = recorders(&store);
    store.delete_all().unwrap();
    let failed = recorders.each_mut().map(|recorder| recorder.play(at(1)).err());
    let [None, None, Some(downloaded), Some(online)] = failed else { panic!("{failed:?}") };
    for refused in [downloaded, online] {
        assert_eq!(refused.value, Event::play(at(1)));
        assert!(refused.to_string().contains("no session"), "{refused}");
    }
}

#[test]
fn what_was_recorded_online_is_sent_from_where_it_is() {
    let store = temp_store("any-sink-sends");
    let [_, online, _, stored] = recorders(&store);
    let mut server = Server::new(|_| Some(204));
    let (AnyRecorder::Online(mut online), AnyRecorder::StoredOnline(mut stored)) =
        (online.downcast(), stored.downcast())
    else {
        panic!("not what they were made from")
    };
    stored.abandon(at(5)).unwrap();
    online.abandon(at(5)).unwrap();
    drop(stored);
    while let Some(in_flight) = next(&mut online) {
        let response = server.send(in_flight.request()).unwrap();
        drop(in_flight.responded(&mut online, &response));
    }
    // The downloaded session of the store stands first, and was left open.
    let upload = due_upload(&store, 0);
    assert_eq!(upload.call.path(), "/api/v1/downloaded");
    store.responded(upload.ticket, &crate::fixtures::response(201), 0, 0.5).map(drop).unwrap();
    assert!(send_all(&store, |request| server.send(request)).is_empty());
    assert_eq!(server.sessions.len(), 2);
    assert_eq!(names(&server.sessions[0]), names(&server.sessions[1]));
}

#[test]
fn a_start_without_a_playhead_is_at_0_everywhere() {
    let store = temp_store("any-sink-start");
    let start = || {
        let mut start: SessionStart = start();
        start.player_time.playhead = f64::NAN;
        start
    };
    let recorders: [Recorder<AnySink>; 4] = [
        Recorder::downloaded(start()).into(),
        Recorder::online(start()).into(),
        store.begin(start()).unwrap().into(),
        store.begin_online(start()).unwrap().into(),
    ];
    for mut recorder in recorders {
        assert_eq!(recorder.last(), PlayerTime::new(0.0, BEGAN));
        recorder.finish(at(1)).unwrap();
        let events = recorded(&store, recorder);
        assert_eq!(events[0].player_time, PlayerTime::new(0.0, BEGAN));
    }
}
