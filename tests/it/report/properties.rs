//! What holds for every session.

use std::collections::BTreeSet;

use media_collection::report::{RecordType, Report, ReportOptions, TimeSpent, explain};
use serde_json::Value;

use crate::fixtures::BEGAN;
use crate::fixtures::random::{Random, random};
use crate::report_model::random::{Line, Session};

fn always(tests: u64, size: usize, property: fn(Session, u64)) {
    random(size, tests).quickcheck(property as fn(_, _));
}

fn ms(report: &Report, xdm: &str) -> i64 {
    let close = report.close().expect("a session has a close");
    close.get(xdm).and_then(|value| value.ms()).unwrap_or_default()
}

fn number(report: &Report, xdm: &str) -> i64 {
    let value = report.close().and_then(|close| close.get(xdm)?.datum().cloned());
    let value = serde_json::to_value(value).expect("a datum is JSON");
    value.as_i64().unwrap_or_else(|| i64::from(value == Value::Bool(true)))
}

/// The milliseconds of a value by its path.
type Exact = (String, Option<i64>);

/// The records as they are reported, with the milliseconds of their values.
fn whole(report: &Report) -> Vec<(Value, Vec<Exact>)> {
    let records = report.records.iter().map(|record| {
        let ms = record.values().map(|value| (value.xdm().into_owned(), value.ms()));
        (record.to_xdm(), ms.collect())
    });
    records.collect()
}

#[test]
fn media_time_is_the_sum_of_its_parts() {
    fn property(session: Session, _: u64) {
        let report = Report::of(&session.events());
        let ads = report.records.iter().filter(|it| it.record_type() == RecordType::AdClose);
        let ads = ads.map(|ad| ad.get("advertisingDetails.timePlayed").and_then(|it| it.ms()));
        let content = report.close().and_then(|it| it.get("sessionDetails.timePlayed")?.ms());
        let parts: Vec<_> = ads.chain([content]).collect();
        // What rounds to no second is absent.
        let absent = parts.iter().filter(|part| part.is_none()).count() as i64;
        let sum: i64 = parts.iter().flatten().sum();
        let media = ms(&report, "sessionDetails.totalTimePlayed");
        assert!((sum..=sum + absent * 499).contains(&media), "{media}, not {sum}\n{session}");
    }
    always(2_000, 60, property);
}

/// The lines in the order of their times, each later than the one before.
fn forward(session: &Session) -> Vec<Line> {
    let mut lines = session.0.clone();
    lines[1..].sort_by_key(|line| line.time);
    for at in 1..lines.len() {
        lines[at].time = lines[at].time.max(lines[at - 1].time + 1);
    }
    lines
}

/// The same session of a player whose playhead moves with the time while content plays, and stands
/// still otherwise.
fn calm(session: &Session) -> Vec<Line> {
    let mut lines = forward(session);
    let (mut plays, mut in_break) = (false, false);
    for at in 0..lines.len() {
        if let Some(before) = at.checked_sub(1) {
            let passed = lines[at].time - lines[before].time;
            let moved = if plays && !in_break { passed } else { 0 };
            lines[at].playhead = lines[before].playhead + moved;
        }
        match lines[at].said.split(' ').next() {
            Some("play") => plays = true,
            Some("pauseStart" | "bufferStart") => plays = false,
            Some("adBreakStart") => in_break = true,
            Some("adBreakComplete") => in_break = false,
            _ => {}
        }
    }
    lines
}

/// More pings between the events. The playhead of a calm player moves evenly from one to the next.
fn with_pings(lines: &[Line], random: &mut Random) -> Vec<Line> {
    let mut split = Vec::new();
    for pair in lines.windows(2) {
        split.push(pair[0].clone());
        let [passed, moved] = [pair[1].time - pair[0].time, pair[1].playhead - pair[0].playhead];
        let mut after = 0;
        while passed - after > 2 && random.below(3) > 0 {
            after += 1 + random.below((passed - after - 1) as usize) as i64;
            let playhead = pair[0].playhead + if moved == 0 { 0 } else { after };
            let time = pair[0].time + after;
            split.push(Line { time, playhead, said: "ping".to_owned() });
        }
    }
    split.extend(lines.last().cloned());
    split
}

#[test]
fn pings_between_events_change_no_sum() {
    fn property(session: Session, seed: u64) {
        let mut lines = calm(&session);
        // Not beyond what a time limit discards: after the last event comes the tail.
        let closing = Report::of(&Session(lines.clone()).events()).closing;
        let closed = closing.expect("a session is closed").ts - BEGAN;
        lines.retain(|line| line.time <= closed);
        let few = Session(lines.clone());
        let many = Session(with_pings(&lines, &mut Random::new(seed)));
        let clamped = ReportOptions::new().time_spent(TimeSpent::Clamped);
        let clamped = Report::with(&clamped, &many.events());
        let [few, many] = [few, many].map(|session| Report::of(&session.events()));
        assert_eq!(number(&many, "qoeDataDetails.stallCount"), 0);
        let [few, many, clamped] = [few, many, clamped].map(|report| whole(&report));
        assert_eq!(few, many, "\n{session}");
        assert_eq!(clamped, many, "playhead and time agree\n{session}");
    }
    always(1_000, 50, property);
}

#[test]
fn the_order_of_arrival_within_the_window_changes_nothing() {
    fn property(session: Session, seed: u64) {
        let mut random = Random::new(seed);
        let lines = forward(&session);
        let mut arrived = lines.clone();
        let mut at = 1;
        while at + 1 < arrived.len() {
            let apart = arrived[at + 1].time - arrived[at].time;
            if apart < 4_000 && random.once_in(2) {
                arrived.swap(at, at + 1);
                at += 1;
            }
            at += 1;
        }
        let in_order = Report::of(&Session(lines).events());
        let arrived = Report::of(&Session(arrived).events());
        assert_eq!(whole(&arrived), whole(&in_order), "\n{session}");
        assert_eq!(arrived.closing, in_order.closing);
    }
    always(1_000, 60, property);
}

/// What only grows while a session goes on. Content time is not among it: a third reading of the same
/// playhead turns it into a stall. Averages, the time of states that are open, what the last value
/// of several is, and the time since the last event come and go.
const GROWING: &[&str] = &[
    "sessionDetails.isPlayed",
    "sessionDetails.isCompleted",
    "sessionDetails.adCount",
    "sessionDetails.chapterCount",
    "sessionDetails.pauseCount",
    "sessionDetails.pauseTime",
    "sessionDetails.uniqueTimePlayed",
    "sessionDetails.estimatedStreams",
    "sessionDetails.hasProgress10",
    "sessionDetails.hasProgress25",
    "sessionDetails.hasProgress50",
    "sessionDetails.hasProgress75",
    "sessionDetails.hasProgress95",
    "qoeDataDetails.bufferCount",
    "qoeDataDetails.bufferTime",
    "qoeDataDetails.bitrateChangeCount",
    "qoeDataDetails.errorCount",
    "qoeDataDetails.stallCount",
    "qoeDataDetails.stallTime",
];

#[test]
fn what_was_counted_stays_counted() {
    fn property(session: Session, _: u64) {
        let events = Session(forward(&session)).events();
        let reports: Vec<_> = (1..=events.len()).map(|end| Report::of(&events[..end])).collect();
        for pair in reports.windows(2) {
            for xdm in GROWING {
                let [before, after] = [&pair[0], &pair[1]].map(|report| number(report, xdm));
                let stalls = ms(&pair[1], "qoeDataDetails.stallTime") > 0;
                let may_shrink = *xdm == "sessionDetails.estimatedStreams" && stalls;
                assert!(before <= after || may_shrink, "{xdm}: {before}, then {after}\n{session}");
            }
            let played = ["sessionDetails.timePlayed", "qoeDataDetails.stallTime"];
            let [before, after] = [&pair[0], &pair[1]]
                .map(|report| played.iter().map(|xdm| ms(report, xdm)).sum::<i64>());
            assert!(before <= after, "played or stalled: {before}, then {after}\n{session}");
            assert!(pair[0].records.len() <= pair[1].records.len() + 2);
        }
    }
    always(150, 60, property);
}

/// Whether the playhead rests for half an hour, after which the back end closes a session.
fn is_still(lines: &[Line]) -> bool {
    let mut moved = lines.first().map_or(0, |first| first.time);
    lines.windows(2).any(|pair| {
        let rested = pair[1].time - moved >= 1_800_000;
        if pair[1].playhead != pair[0].playhead {
            moved = pair[1].time;
        }
        rested
    })
}

/// Pings that did not make a value can be left out, and the value is the same.
#[test]
fn what_did_not_make_a_value_does_not_matter() {
    fn property(session: Session, _: u64) {
        let lines = calm(&session);
        let events = Session(lines.clone()).events();
        let report = Report::of(&events);
        for xdm in
            ["sessionDetails.pauseTime", "sessionDetails.timePlayed", "qoeDataDetails.bufferTime"]
        {
            let made: BTreeSet<_> = explain(&events, xdm).into_iter().collect();
            let value = report.close().and_then(|close| close.get(xdm));
            let ends = value.and_then(|value| value.events());
            let ends_of_made = made.first().copied().zip(made.last().copied());
            if ms(&report, xdm) > 0 {
                assert_eq!(ends, ends_of_made, "{xdm}\n{session}");
            }
            let needed = |at: &usize| !lines[*at].is("ping") || made.contains(at);
            let kept: Vec<_> =
                (0..lines.len()).filter(needed).map(|at| lines[at].clone()).collect();
            let silent = kept.windows(2).any(|pair| pair[1].time - pair[0].time > 600_000);
            let ends_before = kept.len() < lines.len() && kept.last() != lines.last();
            if silent || ends_before || is_still(&kept) {
                continue; // These pings kept the session open.
            }
            let less = Report::of(&Session(kept).events());
            assert_eq!(ms(&less, xdm), ms(&report, xdm), "{xdm}\n{session}");
        }
    }
    always(500, 40, property);
}
