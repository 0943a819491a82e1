//! Sessions that do not fit into one request of 64 KB.

use media_collection::lint::Rule;
use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, StoreOptions, WhenLarge};
use media_collection::{Api, DownloadedSession, Event, Policy, Recorder, edge};

use super::{Service, identified, is_start};
use crate::fixtures::stores::{temp_store, temp_store_with};
use crate::fixtures::{BEGAN, ad_break, at, chapter, names, spot, start, state};

/// Two hours with all that can be open at a cut.
fn film<S: media_collection::recorder::Sink>(recorder: &mut Recorder<S>) {
    recorder.play(at(0)).unwrap();
    recorder.state_start(at(1), state("mute")).unwrap();
    for second in (10..7_200).step_by(10) {
        match second % 600 {
            100 => drop(recorder.chapter_start(at(second), chapter(1)).unwrap()),
            200 => {
                recorder.ad_break_start(at(second), ad_break()).unwrap();
                recorder.ad_start(at(second), spot("a1")).unwrap();
                recorder.play(at(second)).unwrap();
            }
            400 => {
                recorder.ad_complete(at(second)).unwrap();
                recorder.ad_break_complete(at(second)).unwrap();
                recorder.play(at(second)).unwrap();
            }
            500 => drop(recorder.chapter_complete(at(second)).unwrap()),
            _ => drop(recorder.ping(at(second)).unwrap()),
        }
    }
    recorder.finish(at(7_200)).unwrap();
}

fn recorded() -> DownloadedSession {
    let mut recorder = Recorder::downloaded(start());
    film(&mut recorder);
    recorder.into_session()
}

/// The rules that a part breaks, and the whole session does not.
fn new_faults(part: &DownloadedSession, session: &DownloadedSession) -> Vec<Rule> {
    let rules = |session: &DownloadedSession| {
        session.lint().iter().map(|found| found.rule).collect::<Vec<_>>()
    };
    let known = rules(session);
    rules(part).into_iter().filter(|rule| !known.contains(rule)).collect()
}

#[test]
fn parts_are_valid_small_and_say_all_that_the_session_says() {
    let session = recorded();
    let size = edge::size(&session).unwrap();
    assert!(size > edge::MAX_BODY_BYTES, "{size}");
    let parts = edge::parts(&session).unwrap();
    assert!(parts.len() >= 2);
    let mut service = Service::new();
    for (index, part) in parts.iter().enumerate() {
        assert!(edge::size(part).unwrap() <= 60_000);
        assert_eq!(new_faults(part, &session), [], "part {index}");
        service.send(identified().upload(part).unwrap());
        assert_eq!(part.start().params.resume.unwrap_or(false), index > 0);
        assert_eq!(names(part.events()).last(), Some(&"sessionEnd"));
    }
    // Each event of the session is there once, at its time, and in order.
    let told = |event: &Event| (event.event_name().to_owned(), event.player_time.ts);
    let all: Vec<_> = parts.iter().flat_map(|part| part.events().iter().map(told)).collect();
    let mut rest = all.iter();
    for event in session.events() {
        let event = told(event);
        assert!(rest.any(|found| *found == event), "{event:?} is missing or moved");
    }
    // Besides, there is only what ends and what restores.
    assert!(all.len() - session.events().len() <= (parts.len() - 1) * 9, "{}", all.len());
    // The playing goes on without a gap.
    for pair in parts.windows(2) {
        let end = pair[0].events().last().unwrap().player_time.ts;
        let start = pair[1].start().player_time.ts;
        assert!((start - end).abs() <= 10, "{end} {start}");
    }
}

#[test]
fn a_session_that_fits_is_not_touched() {
    let mut recorder = Recorder::downloaded(start());
    recorder.play(at(1)).unwrap();
    recorder.finish(at(2)).unwrap();
    let session = recorder.into_session();
    assert_eq!(edge::parts(&session).unwrap(), [session]);
}

#[test]
fn a_session_can_be_cut_anywhere() {
    // The cut comes to each event by turns.
    for pings in 500..540 {
        let mut recorder = Recorder::downloaded(start());
        recorder.play(at(0)).unwrap();
        for second in 1..=pings {
            recorder.ping(at(second)).unwrap();
        }
        recorder.chapter_start(at(pings + 1), chapter(1)).unwrap();
        recorder.ad_break_start(at(pings + 2), ad_break()).unwrap();
        recorder.ad_start(at(pings + 3), spot("a1")).unwrap();
        recorder.pause_start(at(pings + 4)).unwrap();
        recorder.ad_skip(at(pings + 5)).unwrap();
        recorder.ad_break_complete(at(pings + 6)).unwrap();
        recorder.play(at(pings + 7)).unwrap();
        for second in pings + 8..pings + 30 {
            recorder.ping(at(second)).unwrap();
        }
        recorder.finish(at(pings + 40)).unwrap();
        let session = recorder.into_session();
        let parts = edge::parts(&session).unwrap();
        assert!(parts.len() > 1);
        for part in &parts {
            assert_eq!(new_faults(part, &session), [], "{pings}");
        }
        assert!(parts.iter().all(|part| edge::size(part).unwrap() < edge::MAX_BODY_BYTES));
    }
}

fn send_all(store: &OfflineStore, service: &mut Service) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    while let Some(upload) = store.next_upload(BEGAN).unwrap() {
        let (ticket, api) = (upload.ticket, upload.api);
        let to = if api == Some(Api::MediaCollection) {
            crate::fixtures::collector()
        } else {
            identified()
        };
        outcomes.push(match upload.request(&to) {
            Ok(request) if to.api() == Api::MediaEdge => {
                let response = service.send(request);
                store.responded(ticket, &response, BEGAN, 0.5).unwrap()
            }
            Ok(_) => store.responded(ticket, &crate::fixtures::response(201), BEGAN, 0.5).unwrap(),
            Err(error) => store.not_encoded(ticket, error, BEGAN).unwrap(),
        });
    }
    outcomes
}

fn stored(store: &OfflineStore) {
    let mut recorder = store.begin(start()).unwrap();
    film(&mut recorder);
    let key = recorder.key();
    drop(recorder);
    assert!(store.edge_size(key).unwrap().unwrap() > edge::MAX_BODY_BYTES);
}

#[test]
fn a_store_sends_it_in_parts() {
    let store = temp_store("edge large");
    stored(&store);
    let mut service = Service::new();
    // The first attempt makes it fit, and the parts survive the end of the app.
    let upload = store.next_upload(BEGAN).unwrap().unwrap();
    let ticket = upload.ticket;
    let error = upload.request(&identified()).unwrap_err();
    let outcome = store.not_encoded(ticket, error, BEGAN).unwrap();
    assert!(matches!(outcome, Outcome::Kept { due: BEGAN, .. }), "{outcome:?}");
    let store = store.reopened();
    let parts = edge::parts(&recorded()).unwrap();
    let infos = store.sessions().unwrap();
    assert_eq!(infos.len(), parts.len());
    for (info, part) in infos.iter().zip(&parts) {
        let policy = Policy::strict();
        let read = DownloadedSession::decode(&store.export(info.key).unwrap(), &policy).unwrap();
        assert_eq!(&read, part);
        assert_eq!(info.events as usize, part.len());
        assert_eq!(info.began, part.start().player_time.ts);
    }
    let outcomes = send_all(&store, &mut service);
    assert!(outcomes.iter().all(|outcome| *outcome == Outcome::Arrived), "{outcomes:?}");
    assert_eq!(service.sessions.len(), parts.len());
    assert!(store.sessions().unwrap().is_empty());
}

#[test]
fn options_say_what_happens_instead() {
    let options = StoreOptions::default().when_large(WhenLarge::MediaCollection);
    let store = temp_store_with("edge large elsewhere", options);
    stored(&store);
    let mut service = Service::new();
    let outcomes = send_all(&store, &mut service);
    assert!(matches!(outcomes[..], [Outcome::Kept { .. }, Outcome::Arrived]), "{outcomes:?}");
    assert!(service.asked.is_empty());

    let options = StoreOptions::default().when_large(WhenLarge::SetAside);
    let store = temp_store_with("edge large aside", options);
    stored(&store);
    let outcomes = send_all(&store, &mut service);
    assert!(matches!(outcomes[..], [Outcome::SetAside { .. }]), "{outcomes:?}");
    let rejected = store.rejected().unwrap();
    assert!(rejected[0].message.as_ref().unwrap().contains("65536"), "{rejected:?}");
}

#[test]
fn what_cannot_be_made_to_fit_is_set_aside_and_kept() {
    let store = temp_store("edge too large");
    let mut large = start();
    large.params.name = Some("x".repeat(70_000));
    let mut recorder = store.begin(large).unwrap();
    recorder.finish(at(1)).unwrap();
    drop(recorder);
    // A verbatim session is sent as it is, or not at all.
    let mut verbatim = store.begin_verbatim(start()).unwrap();
    for event in recorded().events() {
        verbatim.record(event.clone()).unwrap();
    }
    drop(verbatim);
    let outcomes = send_all(&store, &mut Service::new());
    assert!(
        outcomes.iter().all(|outcome| matches!(outcome, Outcome::SetAside { .. })),
        "{outcomes:?}"
    );
    assert_eq!(store.rejected().unwrap().len(), 2);
    let events: Vec<_> = recorded().into_events();
    assert!(is_start(&events[0]));
}
