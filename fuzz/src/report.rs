//! Reports a session that says anything at any time: no number makes it panic, what is seen event by event
//! is what is seen at once, and what is kept stays small.

use media_collection::Event;
use media_collection::lint::Window;
use media_collection::report::{
    Markers, OpenStates, Record, Report, ReportOptions, Reporter, Rounding, TimeSpent, Told,
    explain_records,
};
use media_collection::{PlayerTime, QoeData};

use crate::recorder::{event, start};
use crate::steps::Steps;

const BEGAN: i64 = 1_700_000_000_000;

const NUMBERS: [i64; 9] = [0, 1, -1, 800, 99, 2_500_000, i64::MAX, i64::MIN, i64::MAX / 1_000];

const LENGTHS: [f64; 8] = [100.0, 0.0, -1.0, 86_400.0, 60.333, 1e-300, f64::MIN, 1e300];

/// What a reporter keeps beside the events that are open.
const MOST: usize = 100_000;

pub fn run(bytes: &[u8]) {
    let mut steps = Steps::new(bytes);
    let options = options(&mut steps);
    let explained = steps.byte();
    let events = session(&mut steps);
    let report = Report::with(&options, &events);

    let mut records = Vec::new();
    let mut reporter = Reporter::with(options.clone());
    let mut window = Window::new();
    let mut order = Vec::new();
    for event in &events {
        window.push(event, |arrived| order.push(arrived));
    }
    window.flush(|arrived| order.push(arrived));
    let mut hear = |told| match told {
        Told::Record(record) => records.push(record),
        Told::Diagnostic(told) => assert!(told.event < events.len()),
        _ => {}
    };
    for arrived in &order {
        reporter.arrived(arrived, &mut hear);
        if arrived.index % 4 != 1 {
            continue;
        }
        let text = serde_json::to_string(&reporter).expect("a reporter can be stored");
        assert!(text.len() < MOST, "{} bytes", text.len());
        reporter = serde_json::from_str(&text).expect("and read");
        reporter.so_far().iter().for_each(|record| check(record, events.len()));
    }
    reporter.finish(&mut hear);
    assert_eq!(format!("{records:?}"), format!("{:?}", report.records));
    records.iter().for_each(|record| check(record, events.len()));

    if let Some((_, value)) = report.values().nth(explained.into()) {
        for (record, made) in explain_records(&options, &events, &value.xdm()) {
            assert!(record < report.records.len());
            assert!(made.iter().all(|at| *at < events.len()));
        }
    }
}

fn options(steps: &mut Steps<'_>) -> ReportOptions {
    let choice = steps.byte();
    let mut options = ReportOptions::new();
    if choice & 1 != 0 {
        options = options.markers(Markers::Reached);
    }
    if choice & 2 != 0 {
        options = options.time_spent(TimeSpent::Clamped);
    }
    if choice & 4 != 0 {
        options = options.rounding(Rounding::Down);
    }
    match choice >> 3 & 3 {
        0 => options.open_states(OpenStates::Discarded),
        1 => options.open_states(OpenStates::UntilLastEvent),
        2 => options.downloaded(true),
        _ => options,
    }
}

/// Usually a start, then anything.
fn session(steps: &mut Steps<'_>) -> Vec<Event> {
    let mut clock = BEGAN;
    let mut events = Vec::new();
    let choice = steps.byte();
    if choice % 16 != 1 {
        let mut start = start(PlayerTime::new(0.0, BEGAN));
        start.params.length = *steps.pick(&LENGTHS);
        events.push(start.into());
    }
    while !steps.is_empty() {
        let made = event(steps, &mut clock);
        let choice = steps.byte();
        if !is_json(&made) {
            continue;
        }
        events.push(if choice % 4 == 1 { made.with_qoe(quality(steps)) } else { made });
    }
    events
}

/// Whether JSON has the event, apart from its playhead: a reader may put NaN for a `null`.
fn is_json(event: &Event) -> bool {
    let mut event = event.clone();
    event.player_time.playhead = 0.0;
    serde_json::to_string(&event).is_ok()
}

fn quality(steps: &mut Steps<'_>) -> QoeData {
    let [bitrate, frames, dropped, started] = std::array::from_fn(|_| *steps.pick(&NUMBERS));
    let quality = QoeData::builder().bitrate(bitrate).frames_per_second(frames);
    let quality = quality.dropped_frames(dropped).time_to_start(started);
    let source = if steps.byte() % 2 == 0 { "player" } else { "external" };
    quality.error_id(steps.text()).error_source(source).build()
}

fn check(record: &Record, events: usize) {
    for value in record.values() {
        assert!(
            value.datum().is_some() || value.ms().is_some() || !value.alternatives().is_empty()
        );
        assert!(value.events().is_none_or(|(first, last)| first.max(last) < events));
    }
    assert!(record.to_xdm().is_object());
}
