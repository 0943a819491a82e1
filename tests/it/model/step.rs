//! Random steps of a session, weighted so that many of them are legal.

use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, CustomMetadata, Event, PlayerTime,
    QoeData, SessionStart, State, StateEndParams, StateStartParams, StatesUpdateParams, Tolerant,
    WithMetadata,
};
use quickcheck::{Arbitrary, Gen};

use crate::fixtures::at;

/// No pauses add up to it, so that a clock that is set back by it never seems to return.
const DAY: i64 = 86_400_000;

/// One event; its timestamp counts from that of the step before.
#[derive(Clone, Debug)]
pub struct Step(Event);

/// Each kind of step, as often as it should come up.
const KINDS: &str = "play play play play pauseStart pauseStart bufferStart ping ping ping ping \
    adBreakStart adBreakStart adBreakStart adBreakStart adStart adStart adStart adStart adStart \
    adComplete adComplete adSkip adSkip adBreakComplete adBreakComplete adBreakComplete \
    chapterStart chapterStart chapterComplete chapterSkip stateStart stateStart stateStart \
    stateStart stateStart stateStart stateEnd stateEnd statesUpdate statesUpdate bitrateChange \
    error";

impl Arbitrary for Step {
    fn arbitrary(source: &mut Gen) -> Self {
        let kinds: Vec<_> = KINDS.split_whitespace().collect();
        let kind = *source.choose(&kinds).unwrap();
        let rare = ["sessionEnd", "sessionComplete", "sessionStart", "applause"];
        let kind = if one_in(source, 60) { source.choose(&rare).unwrap() } else { kind };
        let playheads = [0.0, 0.1, 12.5, 60.0, f64::NAN, f64::INFINITY, -0.0];
        let playhead = *source.choose(&playheads).unwrap();
        let later = *source.choose(&[1, 2, 1_000, 10_000, 10_000, 0, 0, -1, -DAY]).unwrap();
        let mut event = event(kind, PlayerTime::new(playhead, later), source);
        let ends = kind.starts_with("session");
        if !ends && (one_in(source, 5) || ["bitrateChange", "error"].contains(&kind)) {
            event.qoe_data = Some(Box::new(QoeData::arbitrary(source)));
        }
        Self(event)
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        // Steps are left out as wholes.
        Box::new(std::iter::empty())
    }
}

fn one_in(source: &mut Gen, many: u32) -> bool {
    u32::arbitrary(source) % many == 0
}

/// More than the ten that a session may track.
fn state(source: &mut Gen) -> String {
    format!("state{}", u8::arbitrary(source) % 14)
}

fn metadata<P>(params: P, source: &mut Gen) -> WithMetadata<P> {
    WithMetadata::new(params, Option::<CustomMetadata>::arbitrary(source))
}

fn event(kind: &str, at: PlayerTime, source: &mut Gen) -> Event {
    match kind {
        "play" => Event::play(at),
        "ping" => Event::ping(at),
        "pauseStart" => Event::pause_start(at),
        "bufferStart" => Event::buffer_start(at),
        "adBreakStart" => Event::ad_break_start(at, AdBreakStartParams::arbitrary(source)),
        "adBreakComplete" => Event::ad_break_complete(at),
        "adStart" => {
            let params = AdStartParams::arbitrary(source);
            Event::ad_start(at, metadata(params, source))
        }
        "adComplete" => Event::ad_complete(at),
        "adSkip" => Event::ad_skip(at),
        "chapterStart" => {
            let params = ChapterStartParams::arbitrary(source);
            Event::chapter_start(at, metadata(params, source))
        }
        "chapterComplete" => Event::chapter_complete(at),
        "chapterSkip" => Event::chapter_skip(at),
        "stateStart" => Event::state_start(at, StateStartParams::new(state(source))),
        "stateEnd" => Event::state_end(at, StateEndParams::new(state(source))),
        "statesUpdate" => {
            let mut some = || -> Vec<_> {
                let count = u8::arbitrary(source) % 3;
                (0..count).map(|_| State::new(state(source))).collect()
            };
            let params = StatesUpdateParams::builder().states_end(some()).states_start(some());
            Event::states_update(at, params.build())
        }
        "bitrateChange" => Event::bitrate_change(at),
        "error" => Event::error(at),
        "sessionComplete" => Event::session_complete(at),
        "sessionEnd" => Event::session_end(at),
        "sessionStart" => {
            let mut start = SessionStart::arbitrary(source);
            start.player_time = at;
            start.into()
        }
        unknown => {
            let text =
                format!(r#"{{"eventType":"{unknown}","playerTime":{{"playhead":0,"ts":1}}}}"#);
            let Tolerant(mut event) = serde_json::from_str::<Tolerant<Event>>(&text).unwrap();
            event.player_time = at;
            event
        }
    }
}

/// A start, and steps with timestamps that mostly go forward.
#[derive(Clone, Debug)]
pub struct Steps {
    pub start: SessionStart,
    pub steps: Vec<Step>,
    /// Whether the events have members that the schemas do not have.
    pub extra: bool,
}

impl Steps {
    /// The events as a player would give them.
    pub fn events(&self) -> Vec<Event> {
        let mut ts = self.start.player_time.ts;
        let timed = |Step(event): &Step| {
            ts += event.player_time.ts;
            let mut event = event.clone();
            event.player_time.ts = ts;
            if self.extra {
                let extra = event.extra_mut();
                extra.members.insert("newer", ts);
                extra.player_time.insert("clock", "ntp");
            }
            event
        };
        self.steps.iter().map(timed).collect()
    }
}

impl Arbitrary for Steps {
    fn arbitrary(source: &mut Gen) -> Self {
        let mut start = SessionStart::arbitrary(source);
        start.player_time = at(0);
        let extra = one_in(source, 8);
        if extra {
            let mut event = Event::from(start);
            event.extra_mut().members.insert("newer", 1.5);
            start = SessionStart::try_from(event).unwrap();
            start.params.extra.insert("media.newer", vec!["a", "b"]);
        }
        let mut steps = Vec::arbitrary(source);
        if one_in(source, 4) {
            // As many states as a session may track.
            let at = PlayerTime::new(0.0, 1);
            let name = |number| StateStartParams::new(format!("state{number}"));
            steps.splice(0..0, (0..10).map(|number| Step(Event::state_start(at, name(number)))));
        }
        Self { start, steps, extra }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let same = self.clone();
        Box::new(self.steps.shrink().map(move |steps| Self { steps, ..same.clone() }))
    }
}
