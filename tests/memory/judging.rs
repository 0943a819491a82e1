//! Whatever is sent in a session, what judges it keeps a bounded part of it.

use media_collection::lint::{Finding, Linter, Window};
use media_collection::report::Reporter;
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, CustomMetadata, Event, PlayerTime,
    QoeData, SessionStart, SessionStartParams, State, StateStartParams, StatesUpdateParams,
};

use crate::counting::in_use;
use crate::peak_of;

const BEGAN: i64 = 1_700_000_000_000;
/// Of each text that is sent. A server accepts a body of some megabytes.
const LONG: usize = 1_000_000;
/// The most bytes that a linter keeps, in memory and written as JSON.
const LINTER: usize = 8 * 1024;
/// The most bytes that a window keeps.
const WINDOW: usize = 160 * 1024;
/// The most bytes that a reporter keeps: the lists of errors, and what is open.
const REPORTER: usize = 900 * 1024;

fn start(name: &str) -> Event {
    let params = SessionStartParams::builder()
        .analytics_tracking_server(name)
        .analytics_report_suite(name)
        .visitor_marketing_cloud_org_id(name)
        .id(name)
        .name(name)
        .length(60.0)
        .content_type(name)
        .player_name(name)
        .channel(name);
    SessionStart::new(PlayerTime::new(0.0, BEGAN), params.build()).into()
}

fn metadata(name: &str, pairs: usize) -> CustomMetadata {
    let key = |number| if pairs == 1 { name.to_owned() } else { format!("a.{number}") };
    let pairs: Vec<_> = (0..pairs).map(|number| (key(number), name)).collect();
    CustomMetadata::try_from(pairs).expect("pairs")
}

/// An event with long texts, or many parts, that nobody has sent before.
fn hostile(number: i64, letter: &str) -> Event {
    let at = PlayerTime::new(number as f64, BEGAN + number * 1_000);
    let name = format!("{number}{}", letter.repeat(LONG / letter.len()));
    let short = format!("{number}{}", letter.repeat(60));
    let states = |count: usize| {
        (0..count).map(|state| State::new(format!("{short}{state}"))).collect::<Vec<_>>()
    };
    let ad = |name: &str| {
        let params = AdStartParams::builder().id(name).length(1.0).pod_position(number);
        params.player_name(name).name(name).build()
    };
    match number % 12 {
        0 => Event::state_start(at, StateStartParams::new(name)),
        1 => Event::state_start(at, StateStartParams::new(short)),
        2 => Event::states_update(
            at,
            StatesUpdateParams::builder().states_start(states(10_000)).build(),
        ),
        3 => Event::states_update(
            at,
            StatesUpdateParams::builder().states_end(states(10_000)).build(),
        ),
        4 => Event::ad_break_start(
            at,
            AdBreakStartParams::builder()
                .pod_index(number)
                .pod_second(1.0)
                .pod_friendly_name(name)
                .build(),
        ),
        5 => Event::ad_start(at, (ad(&name), metadata("x", 10_000))),
        6 => Event::error(
            at.with_qoe(QoeData::builder().error_id(name).error_source("player").build()),
        ),
        7 => Event::play(at),
        8 => Event::chapter_start(
            at,
            (
                ChapterStartParams::builder()
                    .index(number)
                    .offset(1.0)
                    .length(1.0)
                    .friendly_name(name)
                    .build(),
                metadata(&"a".repeat(LONG), 1),
            ),
        ),
        9 => start(&name),
        10 => {
            let mut event = Event::ping(at);
            event.extra_mut().members.insert(name, 1);
            event
        }
        _ => Event::pause_start(at),
    }
}

fn size(linter: &Linter) -> usize {
    serde_json::to_vec(linter).expect("it can be written").len()
}

/// Judges hostile sessions with this, and returns the most that it kept after an event.
fn kept<J>(judge: impl Fn() -> J, mut takes: impl FnMut(&mut J, Event)) -> usize {
    let mut most = 0;
    for letter in ["a", "\u{1}", "\u{1f600}"] {
        let before = in_use();
        let mut judged = judge();
        takes(&mut judged, start("a"));
        for number in 1..100 {
            takes(&mut judged, hostile(number, letter));
            most = most.max(in_use() - before);
        }
    }
    most
}

pub fn a_linter_keeps_a_few_kilobytes_and_finds_a_few_hundred_things() {
    let mut written = 0;
    let kept = kept(Linter::new, |linter, event| {
        let mut found = 0;
        linter.event(&event, |Finding { message, .. }| {
            found += 1;
            assert!(message.len() < 500, "{} bytes", message.len());
        });
        assert!(found <= 300, "{found} findings of {}", event.event_name());
        written = written.max(size(linter));
    });
    assert!(kept < LINTER, "{kept} bytes");
    assert!(written < LINTER, "{written} bytes as JSON");
}

pub fn a_window_keeps_a_hundred_kilobytes() {
    let kept = kept(Window::new, |window, event| {
        let mut released = Vec::new();
        window.push(event, |arrived| released.push(arrived.index));
        assert!(window.held().len() < 10);
    });
    assert!(kept < WINDOW, "{kept} bytes");
}

pub fn a_reporter_keeps_a_bounded_part() {
    let kept = kept(Reporter::new, |reporter, event| reporter.event(&event, |_| {}));
    assert!(kept < REPORTER, "{kept} bytes");
}

/// A name that is not kept counts and compares as the others do.
pub fn a_long_name_is_counted_and_not_kept() {
    let long = |number: usize| format!("{}{number}", "x".repeat(64));
    let at = |number: usize| PlayerTime::new(number as f64, BEGAN + number as i64 * 1_000);
    let mut linter = Linter::new();
    linter.event(&start("a"), |_| {});
    let state = |number| StateStartParams::new(long(number));
    let rules = |linter: &mut Linter, event: &Event| {
        let mut rules = Vec::new();
        linter.event(event, |finding| rules.push(finding.rule.name()));
        rules.retain(|rule| rule.contains("state"));
        rules
    };
    for number in 0..10 {
        let none: [&str; 0] = [];
        assert_eq!(rules(&mut linter, &Event::state_start(at(number + 1), state(number))), none);
    }
    let text = serde_json::to_string(&linter).expect("it can be written");
    assert!(!text.contains("xxx"));
    linter = serde_json::from_str(&text).expect("it can be read");
    assert_eq!(rules(&mut linter, &Event::state_start(at(11), state(3))), ["state-starts-once"]);
    assert_eq!(rules(&mut linter, &Event::state_start(at(12), state(10))), ["ten-states"]);
    let peak = peak_of(|| serde_json::from_str::<Linter>(&text).expect("it can be read"));
    assert!(peak < LINTER, "{peak} bytes");
}
