//! Random scripts of calls, weighted so that most of them are allowed.

use quickcheck::{Arbitrary, Gen};

use super::call::{Call, Content, Part};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

/// A call, and what happens before it.
#[derive(Clone, Debug)]
pub struct Step {
    /// Milliseconds since the call before.
    pub gap: i64,
    /// How late the host runs timers in the gap, in milliseconds; `None`: the device sleeps.
    pub late: Option<i64>,
    /// By how much the wall clock is set after the gap.
    pub clock_set: i64,
    /// The host runs a timer that is due before it makes the call.
    pub timer_first: bool,
    pub also: Also,
    pub call: Call,
}

/// What else happens, before the call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Also {
    Nothing,
    OptsOut,
    OptsIn,
    Background,
    /// An identity arrives late.
    Identity,
    /// The process ends, and goes on later; the device may have been booted meanwhile.
    Stopped {
        millis: i64,
        boots: bool,
    },
}

/// What one player says, one viewing after another.
#[derive(Clone, Debug)]
pub struct Script(pub Vec<Step>);

/// Each kind of call, as often as it should come up.
const KINDS: &str = "play play play play play pause pause bufferStart bufferComplete bufferComplete \
    seekStart seekComplete seekComplete break break break ad ad ad ad adComplete adComplete adSkip \
    breakComplete breakComplete chapter chapter chapterComplete chapterSkip bitrate error \
    state state state state state quality quality quality playhead playhead playhead playhead \
    behind refused start end complete";

const SHORT: [i64; 15] = [0, 0, 1, 10, 100, 249, 250, 251, 400, 500, 501, 750, 999, 1_000, 1_001];
const LONG: [i64; 9] =
    [3_000, 9_999, 10_000, 12_345, 25_000, 50_000, 2 * MINUTE, 9 * MINUTE, 11 * MINUTE];
const LONGEST: [i64; 6] =
    [30 * MINUTE - 1, 30 * MINUTE, 31 * MINUTE, 24 * HOUR - 1, 24 * HOUR, 30 * HOUR];
const CLOCK_SET: [i64; 6] = [-HOUR, -1_000, -10, 10, 40 * MINUTE, 25 * HOUR];
const PLAYHEADS: [f64; 9] =
    [0.0, 0.25, 12.5, 60.0, 3_600.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
const NUMBERS: [f64; 9] = [0.0, 0.5, 1.0, 1.5, 23.976, 23.5, 3_500_000.0, 1e-7, 2.5e21];

fn one_in(source: &mut Gen, many: u32) -> bool {
    u32::arbitrary(source) % many == 0
}

fn pick<T: Copy>(source: &mut Gen, from: &[T]) -> T {
    *source.choose(from).expect("there is a choice")
}

/// A value that is fine, or rarely one that is not.
fn mostly<T: Copy>(source: &mut Gen, fine: &[T], bad: &[T]) -> T {
    let from = if one_in(source, 12) { bad } else { fine };
    pick(source, from)
}

fn content(source: &mut Gen) -> Content {
    let holds = [None, None, Some(0), Some(0), Some(0), Some(250), Some(5_000), Some(-1)];
    Content {
        id: mostly(source, &["episode", "film"], &[""]),
        name: mostly(source, &[Some("A title")], &[None, Some("")]),
        length: mostly(source, &[0.0, 1_800.0], &[-1.0, f64::NAN, f64::INFINITY]),
        resumed: pick(source, &[None, None, Some(true), Some(false)]),
        hold: pick(source, &holds),
        granular: pick(source, &[None, Some(true), Some(false)]),
        automatic_breaks: pick(source, &[None, Some(true), Some(false)]),
        playhead: mostly(source, &[None, Some(0.0), Some(720.5)], &[Some(-1.0), Some(f64::NAN)]),
        live: pick(source, &[None, None, None, Some((0.0, false)), Some((30.0, true))]),
        metadata: bool::arbitrary(source),
    }
}

fn part(source: &mut Gen) -> Part {
    let (fine, bad) = ([0.0, 12.0, 12.000_000_1], [-1.0, f64::NAN, f64::INFINITY]);
    Part {
        id: mostly(source, &["a", "b"], &[""]),
        name: mostly(source, &[Some("One"), Some("Two")], &[None, Some("")]),
        position: mostly(source, &[1, 2], &[0, -1]),
        start: mostly(source, &fine, &bad),
        length: mostly(source, &fine, &bad),
        metadata: bool::arbitrary(source),
    }
}

fn call(source: &mut Gen) -> Call {
    let kinds: Vec<_> = KINDS.split_whitespace().collect();
    match pick(source, &kinds) {
        "start" => Call::SessionStart(content(source)),
        "complete" => Call::Complete,
        "end" => Call::End,
        "play" => Call::Play,
        "pause" => Call::Pause,
        "bufferStart" => Call::BufferStart,
        "bufferComplete" => Call::BufferComplete,
        "seekStart" => Call::SeekStart,
        "seekComplete" => Call::SeekComplete,
        "break" => Call::BreakStart(part(source)),
        "breakComplete" => Call::BreakComplete,
        "ad" => Call::AdStart(part(source)),
        "adComplete" => Call::AdComplete,
        "adSkip" => Call::AdSkip,
        "chapter" => Call::ChapterStart(part(source)),
        "chapterComplete" => Call::ChapterComplete,
        "chapterSkip" => Call::ChapterSkip,
        "bitrate" => Call::BitrateChange,
        "error" => Call::Error(mostly(source, &["E1"], &[""])),
        "state" => {
            let number = u8::arbitrary(source) % 13;
            let name = match number {
                _ if one_in(source, 12) => pick(source, &["", "full screen", "größe"]).to_owned(),
                12 => "x".repeat(65),
                number => format!("state{number}"),
            };
            Call::State { name, starts: !one_in(source, 3) }
        }
        "quality" => Call::Quality(std::array::from_fn(|_| {
            if one_in(source, 30) {
                pick(source, &[-1.0, f64::NAN, f64::INFINITY])
            } else {
                pick(source, &NUMBERS)
            }
        })),
        "playhead" => Call::Playhead(pick(source, &PLAYHEADS)),
        "behind" => Call::Behind(pick(source, &[0.0, 30.0, 7_200.0, -5.0, f64::NAN])),
        "refused" => Call::Refused,
        other => panic!("{other}"),
    }
}

fn also(source: &mut Gen) -> Also {
    match u8::arbitrary(source) % 60 {
        0 => Also::OptsOut,
        1..=3 => Also::OptsIn,
        4 => Also::Background,
        5 => Also::Identity,
        6..=7 => {
            let millis = [pick(source, &SHORT), pick(source, &LONG), pick(source, &LONGEST)];
            Also::Stopped { millis: pick(source, &millis), boots: bool::arbitrary(source) }
        }
        _ => Also::Nothing,
    }
}

impl Arbitrary for Step {
    fn arbitrary(source: &mut Gen) -> Self {
        let gap = match u8::arbitrary(source) % 32 {
            0 => pick(source, &LONGEST),
            1..=6 => pick(source, &LONG),
            _ => pick(source, &SHORT),
        };
        let sleeps = one_in(source, if gap >= HOUR { 2 } else { 12 });
        Self {
            gap,
            late: (!sleeps).then(|| pick(source, &[0, 0, 0, 1, 7, 200, 1_500])),
            clock_set: if one_in(source, 25) { pick(source, &CLOCK_SET) } else { 0 },
            timer_first: !one_in(source, 8),
            also: also(source),
            call: call(source),
        }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        // Steps are left out as wholes.
        Box::new(std::iter::empty())
    }
}

impl Arbitrary for Script {
    fn arbitrary(source: &mut Gen) -> Self {
        let mut steps = Vec::<Step>::arbitrary(source);
        for place in (0..steps.len()).step_by(20) {
            steps[place].call = Call::SessionStart(content(source));
        }
        Self(steps)
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        Box::new(self.0.shrink().map(Self))
    }
}
