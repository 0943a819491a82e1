//! Which events made a value.

use std::collections::BTreeSet;

use media_collection::Event;
use media_collection::report::{Report, ReportOptions, explain, explain_record, explain_records};

use super::captures::real;
use super::notation::session;
use crate::fixtures::random::random;
use crate::report_model::random::Session;

/// The first and the last event of each value are those of all that made it. How many values there are.
fn check(name: &str, events: &[Event]) -> usize {
    let report = Report::of(events);
    let mut values = 0;
    let mut paths: Vec<_> = report.values().map(|(_, value)| value.xdm()).collect();
    paths.sort_unstable();
    paths.dedup();
    for xdm in paths {
        let made = explain_records(&ReportOptions::new(), events, &xdm);
        let everywhere = explain(events, &xdm);
        for (record, made) in &made {
            let value = report.records[*record].get(&xdm).expect("what has events is a value");
            let all: BTreeSet<_> = made.iter().copied().collect();
            assert_eq!(
                all.len(),
                made.len(),
                "{name}: {xdm} of record {record} has an event twice"
            );
            let ends = made.first().copied().zip(made.last().copied());
            assert_eq!(ends, value.events(), "{name}: {xdm} of record {record}: {made:?}");
            assert!(made.iter().all(|at| everywhere.contains(at)), "{name}: {xdm}");
            values += 1;
        }
        let others = report
            .records
            .iter()
            .enumerate()
            .filter(|(record, _)| !made.iter().any(|(of, _)| of == record));
        for value in others.filter_map(|(_, record)| record.get(&xdm)) {
            assert_eq!(value.events(), None, "{name}: {xdm} has events that are not explained");
        }
    }
    values
}

#[test]
fn the_ends_of_explanations_in_real_traffic_agree() {
    let values: usize = real().iter().map(|(name, events)| check(name, events)).sum();
    assert!(values > 5_000, "{values}");
}

#[test]
fn the_ends_of_explanations_agree() {
    fn property(session: Session) {
        check(&session.to_string(), &session.events());
    }
    random(60, 60).quickcheck(property as fn(_));
}

#[test]
fn counts_are_made_by_what_is_counted() {
    for (name, events) in real() {
        let report = Report::of(&events);
        let Some(close) = report.closing else { continue };
        let counted = |event_type: &str| {
            let events = events.iter().enumerate();
            let of_type = events.filter(|(_, event)| event.event_name() == event_type);
            let of_type = of_type.filter(|(_, event)| event.player_time.ts <= close.ts);
            of_type.map(|(at, _)| at).collect::<Vec<_>>()
        };
        for (xdm, event_type) in [
            ("sessionDetails.chapterCount", "chapterStart"),
            ("qoeDataDetails.bitrateChangeCount", "bitrateChange"),
            ("qoeDataDetails.errorCount", "error"),
            ("sessionDetails.isCompleted", "sessionComplete"),
        ] {
            assert_eq!(explain(&events, xdm), counted(event_type), "{name}: {xdm}");
        }
    }
}

/// The events at both ends of each interval, and no others.
#[test]
fn a_time_is_made_by_the_ends_of_its_intervals() {
    let events = session(
        "0 0 sessionStart; 0.001 0 play; 10 10 ping; 12 12 pauseStart; 20 12 ping; 22 12 play
         30 20 adBreakStart; 30.001 20 adStart; 35 20 ping; 40 20 adComplete; 40.001 20 adBreakComplete
         50 30 ping; 60 40 sessionEnd",
    );
    for (xdm, made) in [
        ("sessionDetails.timePlayed", &[1, 2, 3, 5, 6, 10, 11, 12][..]),
        ("sessionDetails.pauseTime", &[3, 4, 5]),
        ("advertisingDetails.timePlayed", &[7, 8, 9]),
        ("sessionDetails.pauseCount", &[3]),
        ("sessionDetails.adCount", &[7]),
        ("sessionDetails.isPlayed", &[1]),
        ("sessionDetails.isViewed", &[0]),
        ("sessionDetails.isCompleted", &[]),
        ("sessionDetails.nonsense", &[]),
    ] {
        assert_eq!(explain(&events, xdm), made, "{xdm}");
    }
    let of = |record, xdm| explain_record(&ReportOptions::new(), &events, record, xdm);
    assert_eq!(of(2, "advertisingDetails.timePlayed"), [7, 8, 9]);
    assert!(of(3, "advertisingDetails.timePlayed").is_empty());
    assert!(of(9, "sessionDetails.timePlayed").is_empty());
}
