//! What is timed without a recorder.

use media_collection::{Event, PlayerTime, SessionStart};

use super::{HOUR, SECOND};
use crate::fixtures::{BEGAN, start_params};

/// The builder and the repair of a recording time events in the same way.
#[test]
fn a_recording_that_is_repaired_keeps_differences() {
    let at =
        |second: i64, error: i64| PlayerTime::new(second as f64, BEGAN + second * SECOND + error);
    let start = SessionStart::new(at(0, 0), start_params());
    let mut events = vec![start.clone().into(), Event::play(at(0, 1))];
    events.extend((1..10).map(|ping| Event::ping(at(ping * 10, 0))));
    events.extend((10..20).map(|ping| Event::ping(at(ping * 10, -HOUR))));
    let (session, repairs) = media_collection::DownloadedSession::repair(events.clone()).unwrap();
    assert_eq!(repairs.adjusted, 10);
    let last = session.events().last().unwrap().player_time.ts;
    assert_eq!(last, BEGAN + 190 * SECOND + 1);

    let mut builder = media_collection::Session::downloaded(start).play(at(0, 1));
    for event in &events[2..] {
        builder = builder.ping(event.player_time);
    }
    let built = builder.end(at(200, -HOUR));
    assert_eq!(built.events().last().unwrap().player_time, at(200, 0));
}
