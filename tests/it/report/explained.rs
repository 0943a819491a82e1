//! Which events made a value.

use std::collections::BTreeSet;

use media_collection::report::{Report, ReportOptions, explain, explain_record};

use super::captures::real;
use super::notation::session;

#[test]
fn the_first_and_the_last_event_of_each_value_in_real_traffic_agree() {
    let mut values = 0;
    for (name, events) in real() {
        let report = Report::of(&events);
        for (record, value) in report.values() {
            let xdm = value.xdm();
            let made = explain_record(&ReportOptions::new(), &events, record, &xdm);
            let all: BTreeSet<_> = made.iter().copied().collect();
            assert_eq!(
                all.len(),
                made.len(),
                "{name}: {xdm} of record {record} has an event twice"
            );
            assert!(made.iter().all(|at| *at < events.len()), "{name}: {xdm}");
            let ends = made.first().copied().zip(made.last().copied());
            assert_eq!(ends, value.events(), "{name}: {xdm} of record {record}: {made:?}");
            let everywhere: BTreeSet<_> = explain(&events, &xdm).into_iter().collect();
            assert!(all.is_subset(&everywhere), "{name}: {xdm} of record {record}");
            values += 1;
        }
    }
    assert!(values > 5_000, "{values}");
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
}
