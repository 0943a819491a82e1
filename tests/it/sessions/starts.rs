//! The start can be changed until it is sent: identity and configuration may arrive late.

use media_collection::recorder::{AnyRecorder, AnySink, NextRequest, Outcome};
use media_collection::store::{OfflineStore, SessionKey, SessionStatus, StoreError, StoreOptions};
use media_collection::{DownloadedSession, Event, PlayerTime, Policy, Recorder, SessionStart};

use crate::fixtures::stores::{exported, temp_store, temp_store_with};
use crate::fixtures::{at, names, opened, response, start, start_params};
use crate::recorders::sender::{Next, Request, Sender};
use crate::recorders::{due_upload, next};

fn identified(start: &mut SessionStart) {
    start.params.visitor_marketing_cloud_user_id = Some("viewer".to_owned());
}

fn is_identified(start: &SessionStart) -> bool {
    start.params.visitor_marketing_cloud_user_id.as_deref() == Some("viewer")
}

fn stored(store: &OfflineStore, key: SessionKey) -> SessionStart {
    SessionStart::try_from(exported(store, key).swap_remove(0)).unwrap()
}

#[test]
fn every_recorder_changes_its_start() {
    let store = temp_store("starts");
    let recorders: [Recorder<AnySink>; 4] = [
        Recorder::downloaded(start()).into(),
        Recorder::online(start()).into(),
        store.begin(start()).unwrap().into(),
        store.begin_online(start()).unwrap().into(),
    ];
    for mut recorder in recorders {
        recorder.play(at(1)).unwrap();
        let changed = recorder.change_start(|start| {
            // What belongs to the session is set again, even if all is replaced.
            start.params = start_params();
            identified(start);
            start.player_time.playhead = f64::NAN;
            start.player_time.ts += 3_600_000;
        });
        assert!(changed.unwrap());
        recorder.ping(at(11)).unwrap();
        let mut downloaded = None;
        let start = match recorder.downcast() {
            AnyRecorder::Downloaded(recorder) => recorder.start().clone(),
            AnyRecorder::Online(recorder) => recorder.start().clone(),
            AnyRecorder::StoredDownloaded(recorder) => {
                downloaded = Some(true);
                stored(&store, recorder.key())
            }
            AnyRecorder::StoredOnline(recorder) => stored(&store, recorder.key()),
            _ => panic!("another kind"),
        };
        assert!(is_identified(&start));
        assert_eq!(start.params.downloaded(), downloaded);
        assert_eq!(start.player_time.playhead, 0.0);
        assert_eq!(start.player_time.ts, at(1).ts - 1);
    }
}

#[test]
fn a_start_that_was_sent_stays() {
    let mut recorder = Recorder::online(start());
    let in_flight = next(&mut recorder).unwrap();
    assert_eq!(recorder.change_start(identified), Ok(false));
    // No response came: it is sent again, and may be changed.
    in_flight.not_sent(&mut recorder);
    assert_eq!(recorder.change_start(identified), Ok(true));
    assert!(is_identified(recorder.start()));
    let in_flight = next(&mut recorder).unwrap();
    let _ = in_flight.responded(&mut recorder, &opened(1));
    assert_eq!(recorder.change_start(identified), Ok(false));
}

#[test]
fn a_late_response_is_not_to_the_changed_start() {
    let mut recorder = Recorder::online(start());
    let NextRequest::Send(outgoing) = recorder.next_request(0).unwrap() else {
        panic!("the start is to be sent")
    };
    let ticket = outgoing.ticket;
    let _ = recorder.not_sent(ticket, 0, 0.5);
    assert_eq!(recorder.change_start(identified), Ok(true));
    let outcome = recorder.responded(ticket, &opened(1), 0, 0.5);
    assert_eq!(outcome, Outcome::Stale);
}

#[test]
fn a_stored_session_changes_its_start_until_it_is_sent() {
    let store = temp_store("starts");
    let mut recorder = store.begin(start()).unwrap();
    let key = recorder.key();
    recorder.finish(at(60)).unwrap();
    drop(recorder);
    let before = store.sessions().unwrap()[0].bytes;
    assert!(store.change_start(key, identified).unwrap());
    assert!(is_identified(&stored(&store, key)));
    assert!(store.sessions().unwrap()[0].bytes > before);

    let upload = due_upload(&store, 0);
    assert!(!store.change_start(key, identified).unwrap(), "it is in flight");
    let _ = store.responded(upload.ticket, &response(400), 0, 0.5).unwrap();
    assert_eq!(store.sessions().unwrap()[0].status, SessionStatus::Rejected);
    assert!(store.change_start(key, |start| start.params.channel = "other".to_owned()).unwrap());
    store.retry(key).unwrap();
    let upload = due_upload(&store, 0);
    let sent = DownloadedSession::decode(upload.call.body(), &Policy::strict());
    assert_eq!(sent.as_ref().map(|sent| sent.start().params.channel.as_str()), Ok("other"));
    let _ = store.responded(upload.ticket, &response(201), 0, 0.5).unwrap();
    let gone = store.change_start(key, identified).unwrap_err();
    assert!(matches!(gone, StoreError::NoSession(_)), "{gone}");
}

#[test]
fn limits_and_encoding_hold_for_a_changed_start() {
    let store = temp_store_with("full-starts", StoreOptions::default().max_bytes(900));
    let mut recorder = store.begin(start()).unwrap();
    let full = recorder.change_start(|start| start.params.channel = "c".repeat(1_000)).unwrap_err();
    assert!(matches!(full, StoreError::Full { limit: "bytes" }), "{full}");
    let endless = recorder.change_start(|start| start.params.length = f64::INFINITY).unwrap_err();
    assert!(matches!(endless, StoreError::Encode(_)), "{endless}");
    assert_eq!(stored(&store, recorder.key()).params.channel, start().params.channel);
    assert!(recorder.change_start(identified).unwrap());
}

#[test]
fn a_completed_session_changes_its_start() {
    let mut recorder = Recorder::downloaded(start());
    identified(&mut recorder.start_mut());
    recorder.start_mut().player_time = at(5);
    assert!(recorder.play(at(3)).unwrap().player_time.ts > at(5).ts, "it begins later");
    recorder.finish(at(60)).unwrap();
    let mut session = recorder.into_session();
    session.start_mut().params = start_params();
    identified(&mut session.start_mut());
    session.start_mut().params.channel = "late".to_owned();
    assert_eq!(session.start().params.downloaded(), Some(true));
    assert!(is_identified(session.start()) && session.start().params.channel == "late");
    assert_eq!(names(session.events()), ["play", "sessionComplete", "sessionEnd"]);
}

fn awaited(sender: &mut Sender, now: &mut i64) -> Request {
    loop {
        match sender.next(*now) {
            Next::Send(request) => return request,
            Next::Wait(until) => *now = until,
            other => panic!("{other:?}"),
        }
    }
}

/// The events before it were reported to the session that was lost.
#[test]
fn a_changed_start_of_a_new_session_stays_after_the_lost_one() {
    for mut sender in Sender::both(&start()) {
        sender.record(Event::play(at(1)));
        sender.record(Event::ping(at(20)));
        let mut now = at(20).ts;
        for (index, code) in [201, 204, 404, 404].into_iter().enumerate() {
            let request = awaited(&mut sender, &mut now);
            let answer = if index == 0 { opened(0) } else { response(code) };
            let _ = sender.responded(request.ticket, &answer, now);
        }
        assert!(sender.change_start(identified));
        let start = awaited(&mut sender, &mut now);
        assert!(start.is_start());
        let started = SessionStart::try_from(start.event()).unwrap();
        assert!(is_identified(&started));
        // The time until the ping counts in the new session.
        assert_eq!(started.player_time, PlayerTime::new(1.0, at(1).ts + 1));
    }
}
