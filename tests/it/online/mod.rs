//! The online recorder against a collector that answers badly, or not at all.

mod losses;
mod reopening;
mod responses;

use media_collection::{
    AdBreakStartParams, Event, QoeData, SessionStart, State, StateEndParams, StatesUpdateParams,
};

use crate::fixtures::collector::{Asked, Server, marked};
use crate::fixtures::{ad_break, at, chapter, metadata, spot_of_campaign, state};
use crate::recorders::{self, OnlineRecorder};
use crate::scenario::Scenario;

fn start() -> SessionStart {
    crate::fixtures::start().with_metadata(metadata("season", "2"))
}

/// A viewing with everything in it, each event with its number.
fn rich() -> Vec<Event> {
    let swap = StatesUpdateParams::builder()
        .states_end(vec![State::new("mute")])
        .states_start(vec![State::new("pictureInPicture"), State::new("inFocus")])
        .build();
    let qoe = || QoeData::builder().build();
    let events = vec![
        Event::ad_break_start(at(0), AdBreakStartParams::new(1, 0.0)),
        Event::ad_start(at(0), spot_of_campaign("pre-roll")),
        Event::ping(at(1)),
        Event::ad_complete(at(15)),
        Event::ad_break_complete(at(15)),
        Event::state_start(at(15), state("mute")),
        Event::play(at(16)),
        Event::chapter_start(at(16), chapter(1)),
        Event::ping(at(26)),
        Event::buffer_start(at(30)),
        Event::ping(at(36)),
        Event::play(at(40)),
        Event::state_start(at(41), state("fullScreen")),
        Event::ad_break_start(at(50), ad_break()),
        Event::ping(at(50)),
        Event::ad_start(at(50), spot_of_campaign("first")),
        Event::play(at(50)),
        Event::pause_start(at(55)),
        Event::play(at(58)),
        Event::ad_complete(at(65)),
        Event::states_update(at(65), swap),
        Event::ad_start(at(65), spot_of_campaign("second")),
        Event::play(at(66)),
        Event::ad_skip(at(70)),
        Event::ad_break_complete(at(70)),
        Event::play(at(70)),
        Event::pause_start(at(80)),
        Event::chapter_complete(at(80)),
        Event::chapter_start(at(81), chapter(2)),
        Event::state_end(at(82), StateEndParams::new("fullScreen")),
        Event::play(at(83)),
        Event::bitrate_change(at(84)).with_qoe(qoe()),
        Event::error(at(85)).with_qoe(qoe()),
        Event::chapter_skip(at(90)),
        Event::ad_break_start(at(95), ad_break()),
        Event::ad_start(at(95), spot_of_campaign("post-roll")),
        Event::ad_complete(at(110)),
        Event::ad_break_complete(at(110)),
        Event::session_complete(at(110)),
        Event::session_end(at(110)),
    ];
    let number = |(number, event)| marked(event, number);
    events.into_iter().enumerate().map(number).collect()
}

/// A recorder of all that, of which nothing has been sent.
fn recorder() -> OnlineRecorder {
    rich().into_iter().fold(Scenario::from(start()), Scenario::then).online()
}

/// Records all events and sends them as the script has it: `together` when all are recorded,
/// otherwise each at once.
fn run<'a>(
    together: bool,
    asleep: fn(OnlineRecorder) -> OnlineRecorder,
    script: impl FnMut(&Asked) -> Option<u16> + 'a,
) -> Server<'a> {
    let mut server = Server::new(script);
    let mut recorder = recorders::online(start());
    for event in rich() {
        recorder.record(event).unwrap();
        if !together {
            assert_eq!(server.drain(&mut recorder, asleep), []);
        }
    }
    assert_eq!(server.drain(&mut recorder, asleep), []);
    assert!(recorder.is_done());
    assert_eq!(recorder.reopened() as usize + 1, server.sessions.len());
    server
}
