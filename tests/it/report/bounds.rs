//! A reporter takes whatever is sent, in bounded memory, and can be stored after any event.

use media_collection::report::{Report, Reporter, Told};
use media_collection::{
    AdBreakStartParams, ChapterStartParams, Event, PlayerTime, QoeData, StateStartParams,
};

use crate::fixtures::random::Random;
use crate::fixtures::{BEGAN, spot, start, state};

/// The most that a reporter's serialised form has, apart from texts of the events themselves.
const MOST: usize = 200_000;

fn size(reporter: &Reporter) -> usize {
    serde_json::to_vec(reporter).expect("a reporter can be stored").len()
}

/// An event whose names and places nobody has used before.
fn hostile(number: i64, random: &mut Random, text: &str) -> Event {
    let jump = (number * 7_919 % 1_000_003) as f64;
    let at = PlayerTime::new(jump, BEGAN + number * 3_000);
    let name = format!("{text}{number}");
    match random.below(12) {
        0..=1 => {
            let quality = QoeData::builder().error_id(name).error_source(if number % 2 == 0 {
                "player"
            } else {
                "external"
            });
            Event::error(at.with_qoe(quality.build()))
        }
        2 => Event::state_start(at, StateStartParams::new(name)),
        3 => Event::ad_break_start(at, AdBreakStartParams::new(number, jump)),
        4 => Event::ad_start(at, spot(&name)),
        5 => {
            let chapter = ChapterStartParams::builder().index(number).offset(jump).length(1.0);
            Event::chapter_start(at, chapter.build())
        }
        6 => Event::ad_break_complete(at),
        7 => Event::bitrate_change(at.with_qoe(QoeData::builder().bitrate(number).build())),
        8 => Event::pause_start(at),
        9..=10 => Event::play(at),
        _ => Event::ping(at),
    }
}

#[test]
fn a_million_hostile_events_fit() {
    let mut random = Random::new(13);
    let mut reporter = Reporter::default();
    let mut records = 0_usize;
    reporter.event(&start().into(), |_| {});
    for number in 1..1_000_000 {
        let event = hostile(number, &mut random, "name-");
        reporter.event(&event, |told| records += usize::from(matches!(told, Told::Record(_))));
        if number % 100_000 == 1 {
            assert!(size(&reporter) < MOST, "{} bytes after {number} events", size(&reporter));
        }
    }
    assert!(size(&reporter) < MOST, "{} bytes", size(&reporter));
    assert!(records > 50_000, "{records} records: the session was open all the time");
}

#[test]
fn great_texts_are_not_collected() {
    let text = "x".repeat(20_000);
    let mut random = Random::new(14);
    let mut reporter = Reporter::default();
    reporter.event(&start().into(), |_| {});
    for number in 1..3_000 {
        reporter.event(&hostile(number, &mut random, &text), |_| {});
    }
    // Some of them are values of the report: an ad, ten states, a few errors.
    assert!(size(&reporter) < 60 * text.len() + MOST, "{} bytes", size(&reporter));
}

const TIMES: [i64; 9] =
    [i64::MIN, i64::MIN + 1, -1, 0, 1, BEGAN, BEGAN + 1, i64::MAX - 1, i64::MAX];
const PLAYHEADS: [f64; 12] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    1e308,
    -1e18,
    9.3e15,
    -1.0,
    -0.0,
    0.0,
    1.0,
];

/// Numbers at which arithmetic may fail, and no start, or several.
#[test]
fn nothing_panics_on_extreme_numbers() {
    let mut random = Random::new(15);
    for _ in 0..20_000 {
        let mut events = Vec::new();
        for number in 0..random.below(14) {
            let mut event = match random.below(6) {
                0 => start().into(),
                1 => Event::session_complete(PlayerTime::new(0.0, 0)),
                2 => Event::state_end(PlayerTime::new(0.0, 0), state_end()),
                _ => hostile(number as i64, &mut random, ""),
            };
            let playhead = PLAYHEADS[random.below(PLAYHEADS.len())];
            event.player_time = PlayerTime::new(playhead, TIMES[random.below(TIMES.len())]);
            if random.once_in(3) {
                let number = TIMES[random.below(TIMES.len())];
                let quality = QoeData::builder().bitrate(number).dropped_frames(number);
                let quality = quality.time_to_start(number).frames_per_second(number);
                event = event.with_qoe(quality.build());
            }
            if let media_collection::EventBody::SessionStart(start) = &mut event.body {
                start.params.length = PLAYHEADS[random.below(PLAYHEADS.len())];
            }
            events.push(event);
        }
        let report = Report::of(&events);
        for record in &report.records {
            assert!(record.to_xdm().is_object());
        }
    }
}

fn state_end() -> media_collection::StateEndParams {
    media_collection::StateEndParams::new(state("name-1").name)
}

#[test]
fn a_session_without_a_start_or_events_has_a_report() {
    assert!(Report::of(&[]).records.is_empty());
    let ping = Event::ping(PlayerTime::new(0.0, BEGAN));
    let report = Report::of(&[ping]);
    assert!(report.diagnostics.iter().any(|it| it.rule == "session-start-first"));
}
