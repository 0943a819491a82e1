//! What a caller may choose, and what only a caller knows.

use media_collection::report::{CloseReason, OpenStates, Report, ReportOptions};

use super::assert_report;
use super::notation::session;
use crate::fixtures::BEGAN;

const SESSION: &str = "
    0 0 sessionStart; 0.001 0 play; 1 1 stateStart name=mute; 10 10 adBreakStart
    10.001 10 adStart; 20 10 adComplete; 20.001 10 adBreakComplete; 30 20 sessionComplete";

#[test]
fn every_record_has_the_id_that_the_collector_gave() {
    let options = ReportOptions::new().session_id("a1b2c3");
    let report = Report::with(&options, &session(SESSION));
    assert_eq!(report.records.len(), 4);
    for record in &report.records {
        assert_eq!(record.to_xdm()["sessionDetails"]["ID"], "a1b2c3", "{}", record.event_type());
    }
    let unknown = Report::of(&session(SESSION));
    assert!(unknown.records.iter().all(|it| it.get("sessionDetails.ID").is_none()));
}

#[test]
fn a_batch_is_closed_by_its_last_event_whoever_says_that_it_is_one() {
    let online = Report::of(&session(SESSION));
    let closing = online.closing.unwrap();
    assert_eq!((closing.reason, closing.ts), (CloseReason::Silence, BEGAN + 630_000));
    assert_report("online", &online, "start: -isDownloaded; close: -secondsSinceLastCall");

    let flagged = SESSION.replace("sessionStart", "sessionStart downloaded=true");
    let by_flag = Report::of(&session(&flagged));
    let by_option = Report::with(&ReportOptions::new().downloaded(true), &session(SESSION));
    for report in [by_flag, by_option] {
        assert_report("downloaded", &report, "start: isDownloaded=true; close: timePlayed=20");
        assert_eq!(report.closing.unwrap().ts, BEGAN + 30_000);
    }

    let cut_off = "0 0 sessionStart downloaded=true; 0.001 0 play; 700 10 ping; 705 15 ping";
    let report = Report::of(&session(cut_off));
    let closing = report.closing.unwrap();
    assert_eq!((closing.reason, closing.ts), (CloseReason::EndOfBatch, BEGAN + 705_000));
    assert_report("cut off", &report, "close: timePlayed=705 -isCompleted -secondsSinceLastCall");

    let two_ends = "0 0 sessionStart downloaded=true; 0.001 0 play; 10 10 sessionComplete
        20 20 ping; 30 30 sessionEnd";
    let report = Report::of(&session(two_ends));
    assert_eq!(report.closing.unwrap().ts, BEGAN + 10_000);
    assert_report("two ends", &report, "close: timePlayed=10 isCompleted=true");
}

#[test]
fn a_state_that_is_not_left_lasts_as_long_as_is_chosen() {
    let events = "0 0 sessionStart; 0.001 0 play; 1 1 stateStart name=mute; 10 10 ping; 21 21 ping";
    for (choice, expected) in [
        (OpenStates::UntilClose, "close: mute.count=1 mute.time=620"),
        (OpenStates::UntilLastEvent, "close: mute.count=1 mute.time=20"),
        (OpenStates::Discarded, "close: mute.count=1 mute.isSet=true -mute.time"),
    ] {
        let options = ReportOptions::new().open_states(choice);
        let report = Report::with(&options, &session(events));
        assert_report(&format!("{choice:?}"), &report, expected);
    }
}

/// The time limits may go by the clock of the back end.
#[test]
fn what_arrives_late_is_told() {
    let events =
        session("0 0 sessionStart; 0.001 0 play; 10 10 ping; 20 20 ping; 30 30 sessionEnd");
    let told = |arrivals: &[i64]| {
        let report = Report::arrived(&ReportOptions::new(), &events, arrivals);
        assert_report("arrived", &report, "close: timePlayed=30");
        let rules = report.diagnostics.into_iter().map(|found| (found.rule, found.event));
        rules.collect::<Vec<_>>()
    };
    let at = |seconds: [i64; 5]| seconds.map(|second| BEGAN + second * 1_000);
    assert_eq!(told(&at([0, 0, 10, 20, 30])), []);
    assert_eq!(told(&at([0, 0, 10, 611, 612])), [("closed-by-arrival", 3)]);
    assert_eq!(told(&[]), []);
}
