//! What Media Edge has no form for: told, and in nobody's way.

use media_collection::error::ResponseError;
use media_collection::recorder::{NextRequest, Outcome, StopReason, Verbatim};
use media_collection::store::SessionStatus;
use media_collection::{Event, EventBody, Mode, OtherEvent, Recorder, SessionStart};

use super::{Service, edge, identified};
use crate::fixtures::stores::temp_store;
use crate::fixtures::{BEGAN, at, start};

/// The viewer does not want the data to be shared, which Media Edge cannot say.
fn opted_out() -> SessionStart {
    let mut start = start();
    start.params.analytics_opt_out_share = Some(true);
    start
}

fn applause() -> Event {
    Event::new(at(1), EventBody::Other(Box::new(OtherEvent::new("applause"))))
}

#[test]
fn a_start_stops_the_recorder_until_it_is_corrected() {
    let mut recorder = Recorder::online(opted_out());
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else { panic!() };
    let ticket = outgoing.ticket;
    let error = outgoing.request(&edge()).unwrap_err();
    assert_eq!(error.violations[0].pointer, "/params/analytics.optOutShare");
    let outcome = recorder.not_encoded(ticket, error.clone());
    let reason = Some(ResponseError::NotEncoded(error));
    assert_eq!(outcome, Outcome::Stopped { why: StopReason::StartRejected, reason });
    assert!(matches!(recorder.next_request(BEGAN), Ok(NextRequest::Stopped(_))));
    recorder.start_mut().unwrap().params.analytics_opt_out_share = None;
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else { panic!() };
    assert!(outgoing.request(&edge()).is_ok());
    // The ticket is used up.
    let stale = recorder.not_encoded(ticket, start_error());
    assert_eq!(stale, Outcome::Stale);
}

fn start_error() -> media_collection::error::EncodeError {
    edge().start(&opted_out()).unwrap_err()
}

#[test]
fn an_event_is_set_aside_and_the_others_go_on() {
    let mut service = Service::new();
    let mut recorder = Recorder::online(start()).with_mode(Mode::Tolerant);
    recorder.record(applause()).unwrap();
    recorder.play(at(2)).unwrap();
    recorder.finish(at(60)).unwrap();
    let mut aside = Vec::new();
    while let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() {
        let ticket = outgoing.ticket;
        let outcome = match outgoing.request(&identified()).map(|request| service.send(request)) {
            Ok(response) => recorder.responded(ticket, &response, BEGAN, 0.5),
            Err(error) => recorder.not_encoded(ticket, error),
        };
        if let Outcome::SetAside { event, .. } = outcome {
            aside.extend(event);
        }
    }
    assert!(recorder.is_done());
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].event_name(), "applause");
    let events = service.sessions.values().next().unwrap();
    assert_eq!(events, &["sessionStart", "play", "sessionComplete", "sessionEnd"]);
}

#[test]
fn a_verbatim_recorder_does_the_same() {
    let mut recorder = Verbatim::online(opted_out());
    let NextRequest::Send(outgoing) = recorder.next_request(BEGAN).unwrap() else { panic!() };
    let ticket = outgoing.ticket;
    let error = outgoing.request(&edge()).unwrap_err();
    assert!(matches!(recorder.not_encoded(ticket, error), Outcome::Stopped { .. }));
}

#[test]
fn a_store_sets_the_session_aside_with_the_violations() {
    let store = temp_store("edge not encoded");
    for online in [false, true] {
        let key = if online {
            let mut recorder = store.begin_online(opted_out()).unwrap();
            recorder.finish(at(1)).unwrap();
            recorder.key()
        } else {
            let mut recorder = store.begin(opted_out()).unwrap();
            recorder.finish(at(1)).unwrap();
            recorder.key()
        };
        let upload = store.next_upload(BEGAN).unwrap().unwrap();
        assert_eq!(upload.key, key);
        let ticket = upload.ticket;
        let error = upload.request(&edge()).unwrap_err();
        let outcome = store.not_encoded(ticket, error, BEGAN).unwrap();
        match (online, outcome) {
            (false, Outcome::SetAside { event: None, .. }) | (true, Outcome::Stopped { .. }) => {}
            (_, other) => panic!("{other:?}"),
        }
        let rejected = store.rejected().unwrap();
        let rejected = rejected.iter().find(|rejected| rejected.key == key).unwrap();
        let pointer = &rejected.reported[0].pointer;
        assert!(pointer.ends_with("/params/analytics.optOutShare"), "{pointer}");
        assert!(store.next_upload(BEGAN).unwrap().is_none());
        // The older API can say it.
        store.retry(key).unwrap();
        let upload = store.next_upload(BEGAN).unwrap().unwrap();
        let ticket = upload.ticket;
        assert!(upload.request(&crate::fixtures::collector()).is_ok());
        let reply =
            if online { crate::fixtures::opened(1) } else { crate::fixtures::response(201) };
        let outcome = store.responded(ticket, &reply, BEGAN, 0.5).unwrap();
        assert!(matches!(outcome, Outcome::Arrived | Outcome::Opened(_)), "{outcome:?}");
    }
    assert!(store.sessions().unwrap().iter().all(|info| info.status != SessionStatus::Rejected));
}
