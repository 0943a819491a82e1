//! Whole sessions: each kind of client against one service.

use media_collection::recorder::{NextRequest, Online, OnlineOptions, Outcome};
use media_collection::store::{OfflineStore, StoredOnlineSessions};
use media_collection::tracker::{OnlineSessions, Tracker};
use media_collection::{Created, Recorder, Session};

use super::{Service, edge, identified, response, unknown};
use crate::fixtures::stores::temp_store;
use crate::fixtures::{BEGAN, ad_break, at, chapter, spot, start, state};

/// What a viewing leads to.
const EVENTS: [&str; 14] = [
    "sessionStart",
    "play",
    "chapterStart",
    "statesUpdate",
    "adBreakStart",
    "adStart",
    "play",
    "adComplete",
    "adBreakComplete",
    "play",
    "bitrateChange",
    "chapterComplete",
    "sessionComplete",
    "sessionEnd",
];

fn watch<S: media_collection::recorder::Sink>(recorder: &mut Recorder<S>) {
    recorder.play(at(0)).unwrap();
    recorder.chapter_start(at(1), chapter(1)).unwrap();
    recorder.state_start(at(2), state("mute")).unwrap();
    recorder.ad_break_start(at(10), ad_break()).unwrap();
    recorder.ad_start(at(10), spot("a1")).unwrap();
    recorder.play(at(10)).unwrap();
    recorder.ad_complete(at(25)).unwrap();
    recorder.ad_break_complete(at(25)).unwrap();
    recorder.play(at(25)).unwrap();
    recorder.bitrate_change(at(30)).unwrap();
    recorder.chapter_complete(at(60)).unwrap();
    recorder.finish(at(60)).unwrap();
}

/// Sends what is there, the clock going on by so many milliseconds with each request.
fn drive(recorder: &mut Recorder<Online>, service: &mut Service, step: i64) {
    let mut now = BEGAN;
    for _ in 0..1_000 {
        match recorder.next_request(now).unwrap() {
            NextRequest::Send(outgoing) => {
                let ticket = outgoing.ticket;
                let response = service.send(outgoing.request(&identified()).unwrap());
                assert_ne!(recorder.responded(ticket, &response, now, 0.5), Outcome::Stale);
                now += step;
            }
            NextRequest::Wait { until } => now = until,
            _ => return,
        }
    }
    panic!("no end of requests");
}

fn paths(service: &Service) -> Vec<&str> {
    service.asked.iter().map(|(path, _)| path.split('?').next().unwrap()).collect()
}

#[test]
fn a_recorder_reports_to_either_api() {
    let mut service = Service::new();
    let mut recorder = Recorder::online(start());
    watch(&mut recorder);
    drive(&mut recorder, &mut service, 1_000);
    assert!(recorder.is_done());
    assert_eq!(service.sessions.values().next().unwrap(), &EVENTS);
    // The hint of the start is followed.
    let paths = paths(&service);
    assert_eq!(paths[0], "/ee/va/v1/sessionStart");
    assert!(paths[1..].iter().all(|path| path.starts_with("/ee/or2/va/v1/")), "{paths:?}");
    // Cookies are the HTTP stack's, unless the options say otherwise.
    assert!(service.asked.iter().all(|(_, body)| body.get("meta").is_none()));
}

#[test]
fn a_hint_lives_as_long_as_responses_come_within_its_time() {
    let hinted = |step: i64| {
        let mut service = Service::new();
        let mut recorder = Recorder::online(start());
        recorder.set_renewal(false);
        watch(&mut recorder);
        drive(&mut recorder, &mut service, step);
        assert!(recorder.is_done());
        paths(&service).iter().filter(|path| path.contains("/or2/")).count()
    };
    assert_eq!(hinted(1_799_000), EVENTS.len() - 1);
    assert_eq!(hinted(1_800_000), 0);
}

#[test]
fn options_say_what_is_sent_back() {
    let mut service = Service::new();
    let options = OnlineOptions::default().follow_location_hint(false).keep_state(true);
    let mut recorder = Recorder::online(start()).with_options(options);
    watch(&mut recorder);
    // What was kept survives a restart of the app.
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else { panic!() };
    let ticket = outgoing.ticket;
    let opened = service.send(outgoing.request(&identified()).unwrap());
    assert!(matches!(recorder.responded(ticket, &opened, BEGAN, 0.5), Outcome::Opened(_)));
    let text = serde_json::to_string(&recorder).unwrap();
    let mut recorder: Recorder<Online> = serde_json::from_str(&text).unwrap();
    drive(&mut recorder, &mut service, 1_000);
    assert!(paths(&service).iter().all(|path| !path.contains("/or2/")));
    let key = "/meta/state/entries/0/key";
    assert_eq!(service.asked[0].1.pointer(key), None);
    for (_, body) in &service.asked[1..] {
        assert_eq!(body.pointer(key).unwrap(), "kndctr_0A1B2C_AdobeOrg_identity");
    }
}

#[test]
fn a_lost_session_goes_on_in_a_new_one() {
    for status in [404, 410] {
        let mut service = Service::new();
        service.script = if status == 404 {
            |at| (5..7).contains(&at).then(|| response(404, &unknown()))
        } else {
            |at| (5..7).contains(&at).then(|| response(410, &unknown()))
        };
        let mut recorder = Recorder::online(start());
        watch(&mut recorder);
        drive(&mut recorder, &mut service, 1_000);
        assert!(recorder.is_done());
        let sessions: Vec<_> = service.sessions.values().collect();
        assert_eq!(sessions.len(), 2);
        assert_eq!(sessions[0], &EVENTS[..5]);
        let resumed = service.asked.iter().filter(|(path, body)| {
            let resume = "/events/0/xdm/mediaCollection/sessionDetails/hasResume";
            path.contains("sessionStart") && body.pointer(resume).is_some_and(|value| value == true)
        });
        assert_eq!(resumed.count(), 1);
        // The ad break, the chapter and the state are open again before the ad.
        let begins = sessions[1].iter().position(|name| name == "adStart").unwrap();
        for name in ["chapterStart", "statesUpdate", "adBreakStart"] {
            assert!(sessions[1][..begins].iter().any(|event| event == name), "{name}");
        }
    }
}

#[test]
fn a_server_error_of_an_open_session_sets_the_event_aside() {
    let mut service = Service::new();
    service.script = |at| (at == 1).then(|| response(500, &"an error"));
    let mut recorder = Recorder::online(start());
    watch(&mut recorder);
    drive(&mut recorder, &mut service, 1_000);
    assert_eq!(service.sessions.values().next().unwrap()[1], "chapterStart");
    // Before the session is known to be one of Media Edge, the start is sent again.
    let mut service = Service::new();
    service.script = |at| (at == 0).then(|| response(500, &"an error"));
    let mut recorder = Recorder::online(start());
    watch(&mut recorder);
    drive(&mut recorder, &mut service, 1_000);
    assert_eq!(service.sessions.values().next().unwrap(), &EVENTS);
}

#[test]
fn a_typed_session_reports_to_either_api() {
    let mut service = Service::new();
    let opening = Session::online(start(), identified());
    let response = service.send(opening.request().unwrap());
    let mut session = opening.created(&response).unwrap();
    service.send(session.play(at(1)).unwrap());
    let (request, session) = session.chapter_start(at(1), chapter(1)).unwrap();
    service.send(request);
    let reopening = session.reopen(at(5));
    let response = service.send(reopening.request().unwrap());
    let (restoring, session) = reopening.created(&response).unwrap();
    restoring.into_iter().for_each(|request| drop(service.send(request)));
    session.finish(at(60)).unwrap().into_iter().for_each(|request| drop(service.send(request)));
    let sessions: Vec<_> = service.sessions.values().map(Vec::len).collect();
    assert_eq!(sessions, [3, 6]);
    assert!(paths(&service)[1..].iter().all(|path| path.contains("/or2/")));
}

#[test]
fn a_tracker_reports_to_either_api() {
    let mut service = Service::new();
    let mut tracker = Tracker::new(OnlineSessions::new());
    tracker.session_start(BEGAN, crate::fixtures::start_params()).unwrap();
    tracker.play(BEGAN).unwrap();
    for second in 1..40 {
        tracker.playhead(BEGAN + second * 1_000, second as f64).unwrap();
    }
    tracker.complete(BEGAN + 40_000).unwrap();
    let sessions = tracker.sessions_mut();
    while let NextRequest::Send(outgoing) = sessions.next_request(BEGAN).unwrap() {
        let ticket = outgoing.ticket;
        let response = service.send(outgoing.request(&identified()).unwrap());
        assert_ne!(sessions.responded(ticket, &response, BEGAN, 0.5), Outcome::Stale);
    }
    assert!(sessions.is_done());
    let events = service.sessions.values().next().unwrap();
    assert_eq!(events.last().unwrap(), "sessionComplete");
    assert!(events.iter().filter(|name| *name == "ping").count() >= 3, "{events:?}");
}

fn send_all(store: &OfflineStore, service: &mut Service) {
    let mut now = BEGAN;
    loop {
        while let Some(upload) = store.next_upload(now).unwrap() {
            let ticket = upload.ticket;
            let outcome = match upload.request(&identified()).map(|request| service.send(request)) {
                Ok(response) => store.responded(ticket, &response, now, 0.5).unwrap(),
                Err(error) => store.not_encoded(ticket, error, now).unwrap(),
            };
            assert_ne!(outcome, Outcome::Stale);
        }
        match store.due().unwrap() {
            Some(due) => now = now.max(due),
            None => return,
        }
    }
}

#[test]
fn a_store_sends_either_kind_to_either_api() {
    let store = temp_store("edge sessions");
    let mut downloaded = store.begin(start()).unwrap();
    watch(&mut downloaded);
    drop(downloaded);
    let mut online = store.begin_online(start()).unwrap();
    watch(&mut online);
    drop(online);
    let mut service = Service::new();
    send_all(&store, &mut service);
    assert_eq!(store.stats().unwrap().pending, 0);
    assert_eq!(service.sessions.len(), 2);
    assert!(service.sessions.values().all(|events| events == &EVENTS), "{:?}", service.sessions);
    assert!(paths(&service).iter().any(|path| path.contains("/or2/")));
}

#[test]
fn a_tracker_in_a_store_goes_on_after_a_restart() {
    let store = temp_store("edge tracker");
    let mut service = Service::new();
    let mut tracker = Tracker::new(StoredOnlineSessions::new(&store));
    tracker.session_start(BEGAN, crate::fixtures::start_params()).unwrap();
    tracker.play(BEGAN).unwrap();
    send_all(&store, &mut service);
    drop(tracker);
    let store = store.reopened();
    send_all(&store, &mut service);
    assert_eq!(service.sessions.len(), 1);
    assert_eq!(service.sessions.values().next().unwrap().last().unwrap(), "sessionEnd");
}

#[test]
fn the_first_of_two_replies_opens_the_session() {
    let mut service = Service::new();
    let mut recorder = Recorder::online(start());
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else { panic!() };
    let ticket = outgoing.ticket;
    let reply = service.send(outgoing.request(&edge()).unwrap());
    let created = Created::from_response(&reply).unwrap();
    assert_eq!(recorder.responded(ticket, &reply, BEGAN, 0.5), Outcome::Opened(created.session_id));
    assert_eq!(recorder.responded(ticket, &reply, BEGAN, 0.5), Outcome::Stale);
    assert_eq!(recorder.reopened(), 0);
}
