//! A reporter that sees one event after the other says what a report of all of them says.

use media_collection::Event;
use media_collection::lint::Window;
use media_collection::report::{Diagnostic, Record, Report, Reporter, Told};
use serde_json::Value;

use super::random::Session;
use super::{Options, always, report_options};

/// What a reporter told.
#[derive(Debug, Default, PartialEq)]
struct Heard {
    records: Vec<Record>,
    diagnostics: Vec<Diagnostic>,
}

impl Heard {
    fn hear(&mut self, told: Told) {
        match told {
            Told::Record(record) => self.records.push(record),
            Told::Diagnostic(diagnostic) => self.diagnostics.push(diagnostic),
            _ => panic!("what else is told?"),
        }
    }
}

/// The reporter after it was stored and read.
fn stored(reporter: &Reporter) -> Reporter {
    let text = serde_json::to_string(reporter).expect("a reporter can be stored");
    let read: Reporter =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    read
}

#[test]
fn a_reporter_that_is_stored_after_each_event_says_the_same() {
    fn property(session: Session) {
        let events = session.events();
        let others = Options { reached: true, clamped: true, down: true };
        for options in [Options::default(), others].map(report_options) {
            let report = Report::with(&options, &events);
            let mut heard = [Heard::default(), Heard::default()];
            let mut reporter = Reporter::with(options.clone());
            let mut restored = Reporter::with(options);
            let mut window = Window::new();
            let mut order = Vec::new();
            for event in &events {
                window.push(event, |arrived| order.push(arrived));
            }
            window.flush(|arrived| order.push(arrived));
            for arrived in order {
                reporter.arrived(&arrived, |told| heard[0].hear(told));
                restored = stored(&restored);
                restored.arrived(&arrived, |told| heard[1].hear(told));
                assert_eq!(restored.so_far(), reporter.so_far(), "\n{session}");
            }
            reporter.finish(|told| heard[0].hear(told));
            stored(&restored).finish(|told| heard[1].hear(told));
            assert_eq!(heard[1], heard[0], "\n{session}");
            assert_eq!(heard[0].records, report.records, "\n{session}");
            for told in &heard[0].diagnostics {
                // Where the lint finds the same, only that is told.
                let is_known = |it: &Diagnostic| {
                    it.event == told.event || told.spoils.iter().any(|xdm| it.spoils.contains(xdm))
                };
                let known = report.diagnostics.iter().any(is_known);
                assert!(known, "{told} is told only live\n{session}");
            }
        }
    }
    always(150, property);
}

/// Without what depends on the time of closing, or is not so before it.
fn timeless(record: &Record) -> Value {
    let mut record = record.to_xdm();
    if let Some(details) = record.get_mut("sessionDetails").and_then(Value::as_object_mut) {
        details.remove("secondsSinceLastCall");
    }
    for state in record.get_mut("states").and_then(Value::as_array_mut).into_iter().flatten() {
        state.as_object_mut().expect("a state is an object").remove("time");
    }
    if let Some(details) = record.get_mut("qoeDataDetails").and_then(Value::as_object_mut) {
        details.remove("isDroppedBeforeStart");
        if details.is_empty() {
            record["qoeDataDetails"] = Value::Null;
        }
    }
    let members = record.as_object_mut().expect("a record is an object");
    members.retain(|_, value| !value.is_null());
    record
}

#[test]
fn what_is_shown_live_is_what_a_close_would_report() {
    fn property(session: Session) {
        let mut lines = session.0;
        lines[1..].sort_by_key(|line| line.time);
        for at in 1..lines.len() {
            lines[at].time = lines[at].time.max(lines[at - 1].time + 1);
        }
        let session = Session(lines);
        let events: Vec<Event> = session.events();
        let mut reporter = Reporter::new();
        let mut told = 0;
        for (at, event) in events.iter().enumerate() {
            reporter.event(event, |it| told += usize::from(matches!(it, Told::Record(_))));
            if reporter.closing().is_some() {
                assert!(reporter.so_far().is_empty());
                break;
            }
            let report = Report::of(&events[..=at]);
            let shown: Vec<_> = reporter.so_far().iter().map(timeless).collect();
            let due: Vec<_> = report.records[told..].iter().map(timeless).collect();
            assert_eq!(shown, due, "after event {at}\n{session}");
        }
    }
    always(200, property);
}
