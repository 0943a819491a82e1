//! Events of types that the schemas do not know, and events that say less than usual.

use media_collection::lint::Rule;
use media_collection::recorder::AnySink;
use media_collection::{
    Event, EventBody, Mode, OtherEvent, PlayerTime, Policy, Recorder, SessionStart,
};
use serde_json::json;

use crate::fixtures::collector::Server;
use crate::fixtures::stores::{exported, temp_store};
use crate::fixtures::{at, names, start};
use crate::recorders::restarted;

fn applause(at: PlayerTime) -> Event {
    let mut event = OtherEvent::new("applause");
    event.params = Some(json!({ "loud": true }));
    Event::new(at, EventBody::Other(Box::new(event)))
}

#[test]
fn unknown_types_are_recorded_where_that_is_wanted() {
    let mut strict = Recorder::downloaded(start());
    assert_eq!(strict.mode(), Mode::Strict);
    let refused = strict.record(applause(at(1))).unwrap_err();
    assert_eq!(refused.rule(), Some(Rule::KnownEvent));

    let mut recorder = strict.with_mode(Mode::Tolerant);
    assert_eq!(recorder.allows(&applause(at(1))), Ok(()));
    recorder.record(applause(at(1))).unwrap();
    // Time and order are those of all events.
    assert_eq!(recorder.record(applause(at(1))).unwrap().adjusted_by, 1);
    let text = serde_json::to_string(&recorder).unwrap();
    let mut recorder: Recorder = serde_json::from_str(&text).unwrap();
    assert_eq!(recorder.mode(), Mode::Tolerant);
    recorder.finish(at(60)).unwrap();
    assert_eq!(recorder.record(applause(at(61))).unwrap_err().rule(), Some(Rule::NothingAfterEnd));
    let other: Event = start().into();
    assert!(recorder.record(other).is_err(), "a second start is none");

    let session = recorder.into_session();
    let read = media_collection::DownloadedSession::decode(
        &session.encode().unwrap(),
        &Policy::tolerant(),
    );
    assert_eq!(read.as_ref(), Ok(&session));
    assert_eq!(names(session.events())[..2], ["applause", "applause"]);
}

#[test]
fn unknown_types_reach_every_sink() {
    let store = temp_store("unknown-types");
    let recorders: [Recorder<AnySink>; 4] = [
        Recorder::downloaded(start()).with_mode(Mode::Tolerant).into(),
        Recorder::online(start()).with_mode(Mode::Tolerant).into(),
        store.begin(start()).unwrap().with_mode(Mode::Tolerant).into(),
        store.begin_online(start()).unwrap().with_mode(Mode::Tolerant).into(),
    ];
    for mut recorder in recorders {
        assert_eq!(recorder.mode(), Mode::Tolerant);
        recorder.record(applause(at(1))).unwrap();
        recorder.finish(at(60)).unwrap();
    }
    for session in store.sessions().unwrap() {
        assert_eq!(names(&exported(&store, session.key))[1], "applause");
    }

    let mut online = Recorder::online(start()).with_mode(Mode::Tolerant);
    online.record(applause(at(1))).unwrap();
    online.finish(at(60)).unwrap();
    let mut server = Server::new(|_| Some(204));
    server.drain(&mut online, restarted);
    assert!(online.is_done());
}

/// A bitrate change and an error need nothing that the schemas do not ask for.
#[test]
fn a_bitrate_change_and_an_error_may_say_nothing_more() {
    let mut recorder = Recorder::downloaded(SessionStart::clone(&start()));
    recorder.bitrate_change(at(1)).unwrap();
    recorder.error(at(2)).unwrap();
    recorder.abandon(at(3)).unwrap();
    let session = recorder.into_session();
    let text = session.encode().unwrap();
    let read = media_collection::DownloadedSession::decode(&text, &Policy::strict()).unwrap();
    assert_eq!(read, session);
}
