//! The timelines of the documentation, and what a report says of them: no page does. Content time is
//! that of the playhead at the end.

use std::fs;

use media_collection::report::Report;
use media_collection::{Event, Policy};

use super::{Case, assert_report, case};
use crate::fixtures::files::payloads;

/// A timeline of the Media Collection API, with the playheads of its bodies.
fn timeline(number: u32) -> Vec<Event> {
    let path = payloads().join(format!("timelines/timeline-{number}.json"));
    // Tolerant: the second timeline has a quality key without its prefix.
    Event::decode_batch(&fs::read(path).unwrap(), &Policy::tolerant()).unwrap()
}

/// What the first and the third have in common.
const FIRST: &str = "
    records: ads=3, ad starts=3
    ad 1: timePlayed=15 isCompleted=true; ad 2: timePlayed=7 isCompleted=true
    ad 3: timePlayed=8 isCompleted=true
    start: isViewed=true
    close: isPlayed=true isCompleted=true timePlayed=45 totalTimePlayed=75
    close: pauseCount=1 pauseTime=10 bufferCount=1 bufferTime=3 -errorCount
    close: hasProgress10=true hasProgress25=true hasProgress50=true -hasProgress75 -hasProgress95
    close: averageMinuteAudience~0.746 estimatedStreams=1 segment=[0-1] adCount=3";

#[test]
fn the_first_timeline() {
    let report = Report::of(&timeline(1));
    assert_report("timeline 1", &report, FIRST);
    assert_report("timeline 1", &report, "close: uniqueTimePlayed=45; records: chapters=0");
}

/// Its second ad and break are open at the end; an error does not stop the clock. Its playhead goes
/// from 20 to 18 and on to 28 within three seconds, which is no play.
#[test]
fn the_second_timeline() {
    let expected = "
        records: ads=2, ad starts=2, chapters=0
        ad 1: timePlayed=12 isCompleted=true; ad 2: timePlayed=3 -isCompleted
        start: isViewed=true
        close: isPlayed=true -isCompleted timePlayed=33 totalTimePlayed=48
        close: -pauseCount -bufferCount errorCount=1 hasErrorImpactedStreams=true
        close: hasProgress10=true hasProgress25=true hasProgress50=true -hasProgress75
        close: averageMinuteAudience~0.547 estimatedStreams=1 segment=[0-1] adCount=2";
    let report = Report::of(&timeline(2));
    assert_report("timeline 2", &report, expected);
    let unique = report.close().unwrap().get("sessionDetails.uniqueTimePlayed").unwrap().ms();
    assert!(unique.is_some_and(|ms| (26_000..=33_000).contains(&ms)), "{unique:?}");
}

const CHAPTERS: &str = "
    records: chapters=2
    chapter 1: timePlayed=19 isCompleted=true isStarted=true index=1 offset=0 length=20
    chapter 2: timePlayed=22 isCompleted=true index=2 offset=22 length=22
    close: chapterCount=2";

#[test]
fn the_third_timeline() {
    let mut events = timeline(3);
    let as_sent = Report::of(&events);
    // Its chapters begin and end at playhead 0 in the bodies, and at 1 and 44 in the table.
    for (name, playhead) in [("chapterStart", 1.0), ("chapterComplete", 44.0)] {
        let wrong = events.iter_mut().filter(|event| event.event_name() == name);
        let wrong = wrong.filter(|event| event.player_time.playhead == 0.0);
        wrong.for_each(|event| event.player_time.playhead = playhead);
    }
    let report = Report::of(&events);
    for report in [&as_sent, &report] {
        assert_report("timeline 3", report, FIRST);
        assert_report("timeline 3", report, CHAPTERS);
    }
    assert_report("timeline 3", &report, "close: uniqueTimePlayed=45");
    // From 37 to 0 in seven seconds, and from there to 45 in one.
    assert_report("timeline 3 as sent", &as_sent, "close: uniqueTimePlayed=37");
}

/// The two examples of the Media Edge API, with the playheads of their tables, and the sample of
/// downloaded content.
const OTHERS: &[Case] = &[
    case(
        "buffering and a pause",
        "0 0 sessionStart length=60; 1 1 bufferStart; 4 1 play; 10 7 ping; 15 12 pauseStart
         20 12 ping; 24 12 play; 29 17 sessionEnd",
        "start: isViewed=true; records: ads=0, chapters=0
         close: isPlayed=true -isCompleted timePlayed=16 totalTimePlayed=16 uniqueTimePlayed=16
         close: pauseCount=1 pauseTime=9 bufferCount=1 bufferTime=3 averageMinuteAudience~0.267
         close: hasProgress10=true hasProgress25=true -hasProgress50 estimatedStreams=1
         close: segment=[0-1] -secondsSinceLastCall",
    ),
    case(
        "two chapters with an ad break between them",
        "0 0 sessionStart length=54; 0.001 0 play; 1 1 chapterStart offset=0 length=15; 10 10 ping
         15 15 chapterComplete; 15.001 15 adBreakStart podIndex=0 podFriendlyName=mid-roll
         15.002 15 adStart id=001 length=16; 20 15 ping; 30 15 ping; 31 15 adComplete
         31.001 15 adStart id=002 length=12; 40 15 ping; 43 15 adComplete; 43.001 15 adBreakComplete
         43.002 15 chapterStart index=2 offset=43 length=11; 50 22 ping; 54 26 chapterComplete
         54.001 26 sessionComplete",
        "records: ads=2, ad starts=2, chapters=2
         ad 1: timePlayed=16 isCompleted=true; ad 2: timePlayed=12 isCompleted=true
         chapter 1: timePlayed=14 isCompleted=true; chapter 2: timePlayed=11 isCompleted=true
         close: isPlayed=true isCompleted=true timePlayed=26 totalTimePlayed=54 uniqueTimePlayed=26
         close: hasProgress10=true hasProgress25=true -hasProgress50 averageMinuteAudience~0.481
         close: segment=[0-1] estimatedStreams=1 -pauseCount -bufferCount",
    ),
    case(
        "downloaded content",
        "0 0 sessionStart length=0 downloaded=true; 4.696 0 play; 14.025 10 ping; 24.055 20 ping
         34.067 30 ping; 37.081 35 sessionComplete",
        "start: isDownloaded=true isViewed=true
         close: isPlayed=true isCompleted=true timePlayed=32 totalTimePlayed=32 uniqueTimePlayed=35
         close: -averageMinuteAudience -hasProgress10 segment=[0-1] estimatedStreams=1
         close: -isDownloaded -secondsSinceLastCall",
    ),
];

#[test]
fn the_examples_of_other_pages() {
    OTHERS.iter().for_each(Case::check);
}

/// The milliseconds are exact.
#[test]
fn nothing_is_rounded_before_the_end() {
    let report = Report::of(&super::session(OTHERS[1].session));
    let ms = |record: usize, xdm: &str| report.records[record].get(xdm).and_then(|it| it.ms());
    assert_eq!(ms(3, "advertisingDetails.timePlayed"), Some(15_998));
    assert_eq!(ms(5, "advertisingDetails.timePlayed"), Some(11_999));
    let close = report.records.len() - 1;
    assert_eq!(ms(close, "sessionDetails.timePlayed"), Some(26_000));
    assert_eq!(ms(close, "sessionDetails.totalTimePlayed"), Some(53_997));
}
