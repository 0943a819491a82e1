//! Numbers that the documentation gives, each with a session that leads to it.

use std::fmt::Write as _;

use media_collection::report::Report;

use super::Choice::Reached;
use super::{Case, assert_report, case, session};

/// The sample of the reporting schema, a session of 65 seconds. Its events are not published; these
/// lead to each of its numbers except one: `secondsSinceLastCall` is 51 there.
pub const SAMPLE: &str = "
    0 0 sessionStart length=100 genre=Comedy streamType=video resume=false
    7 0 play qoe.timeToStart=1000 qoe.bitrate=35
    10 3 stateStart name=mute; 10.001 3 stateStart name=pictureInPicture
    13 6 stateEnd name=mute; 13.001 6 stateEnd name=pictureInPicture
    20.999 14 adBreakStart podFriendlyName=Mid-ad podIndex=1
    21 14 adStart id=/uri-reference/001 length=10 name=spot
    28 14 adComplete
    28.001 14 adBreakComplete
    30 16 pauseStart
    33 15 play
    35 17 bitrateChange qoe.bitrate=35 qoe.droppedFrames=30
    36 18 error qoe.errorID=test-buffer-start qoe.errorSource=player
    39 21 chapterStart index=1 offset=0 length=10 friendlyName=first
    49 31 chapterComplete
    65 47 sessionComplete
    65.001 47 sessionEnd";

const NUMBERS: &[Case] = &[
    case(
        "the sample of the reporting schema",
        SAMPLE,
        "start: isViewed=true -isPlayed -pccr -pev3
         ad start 1: isStarted=true length=10 -timePlayed -isCompleted offset=14
         ad 1: timePlayed=7 isCompleted=true length=10
         chapter 1: timePlayed=10 offset=0 length=10 index=1 isStarted=true isCompleted=true
         close: timePlayed=48 totalTimePlayed=55 uniqueTimePlayed=47 averageMinuteAudience=0.48
         close: pauseCount=1 pauseTime=3 hasPauseImpactedStreams=true adCount=1 chapterCount=1
         close: estimatedStreams=1 isPlayed=true isCompleted=true hasSegmentView=true segment=[0-1]
         close: hasProgress10=true hasProgress25=true -hasProgress50 -hasProgress75 -hasProgress95
         close: bitrateAverage=35 bitrateAverageBucket=0-99 bitrateChangeCount=1 droppedFrames=30
         close: timeToStart=1 errorCount=1 playerSdkErrors=[\"test-buffer-start\"] -externalErrors
         close: hasErrorImpactedStreams=true hasBitrateChangeImpactedStreams=true
         close: hasDroppedFrameImpactedStreams=true pccr=true pev3=video genreList=[\"Comedy\"]
         close: -bufferCount -bufferTime -hasBufferImpactedStreams -isDroppedBeforeStart
         close: -stallCount -stallTime -hasStallImpactedStreams -isFederated -isDownloaded
         close: mute.count=1 mute.time=3 mute.isSet=true
         close: pictureInPicture.count=1 pictureInPicture.time=3",
    ),
    case(
        "content, media and unique time",
        "0 0 sessionStart length=600; 0.001 0 play; 50.001 50 ping; 94.001 94 pauseStart
         95 83 play; 106 94 adBreakStart; 106.001 94 adStart; 121.001 94 adComplete
         121.002 94 adBreakComplete; 121.003 94 sessionEnd",
        "close: timePlayed=105 totalTimePlayed=120 uniqueTimePlayed=94",
    ),
    case(
        "two pauses of 190 seconds",
        "0 0 sessionStart length=600; 0 0 play; 10 10 pauseStart; 100 10 ping; 110 10 play
         120 20 pauseStart; 210 20 play; 220 30 sessionEnd",
        "close: pauseCount=2 pauseTime=190",
    ),
    case(
        "30 seconds of buffering",
        "0 0 sessionStart; 0 0 bufferStart; 15 0 play; 20 5 bufferStart; 30 5 ping; 35 5 play
         40 10 sessionEnd",
        "close: bufferCount=2 bufferTime=30 hasBufferImpactedStreams=true timePlayed=10",
    ),
    case(
        "12 seconds of stalling",
        "0 0 sessionStart; 0 0 play; 10 10 ping; 14 10 ping; 18 10 ping; 22 10 ping; 22 10 bufferStart
         23 10 play; 30 17 sessionEnd",
        "close: stallCount=1 stallTime=12 timePlayed=17 bufferTime=1",
    ),
    case(
        "a state four times, for 240 seconds",
        "0 0 sessionStart length=600; 0 0 play; 10 10 stateStart name=fullscreen
         70 70 stateEnd name=fullscreen; 80 80 stateStart name=fullscreen
         140 140 stateEnd name=fullscreen; 150 150 stateStart name=fullscreen
         210 210 stateEnd name=fullscreen; 220 220 stateStart name=fullscreen
         280 280 stateEnd name=fullscreen; 281 281 sessionEnd",
        "close: fullscreen.count=4 fullscreen.time=240 fullscreen.isSet=true",
    ),
    case(
        "muted for ten minutes and a moment, through ad and pause",
        "0 0 sessionStart length=900; 0 0 play; 0.627 1 stateStart name=mute; 10 10 pauseStart
         100 10 play; 110 20 adBreakStart; 110 20 adStart; 200 20 adComplete; 200 20 adBreakComplete
         400 220 ping; 600.638 420 stateEnd name=mute; 601 421 sessionEnd",
        "close: mute.count=1 mute.time=600",
    ),
    case(
        "the same five seconds twice",
        "0 0 sessionStart; 0 0 play; 5 5 pauseStart; 6 0 play; 11 5 sessionEnd",
        "close: timePlayed=10 uniqueTimePlayed=5",
    ),
    case(
        "a jump from 5 to 60 per cent",
        "0 0 sessionStart length=100; 0 0 play; 5 5 pauseStart; 6 60 play; 10 64 sessionEnd",
        "close: -hasProgress10 -hasProgress25 -hasProgress50",
    )
    .or(
        Reached,
        "close: hasProgress10=true hasProgress25=true hasProgress50=true -hasProgress75",
    ),
    case(
        "a live stream is joined at noon",
        "0 0 sessionStart length=86400; 1 43200 play; 2 43201 sessionEnd",
        "close: -hasProgress10 -hasProgress25 -hasProgress50 timePlayed=1",
    )
    .or(
        Reached,
        "close: hasProgress10=true hasProgress25=true hasProgress50=true -hasProgress75",
    ),
    case(
        "ads of an issue: 10,080 ms played, and 943 ms between two of them",
        "0 0 sessionStart; 0 0 adBreakStart; 0 0 adStart; 10.080 0 adComplete; 11.023 0 adStart
         21.023 0 adComplete; 21.023 0 adBreakComplete; 21.023 0 play; 22.023 1 sessionEnd",
        "ad 1: timePlayed=10; ad 2: timePlayed=10; close: timePlayed=1 totalTimePlayed=21",
    ),
    case(
        "a live playhead that is Unix time, and stuck",
        "0 0 sessionStart length=86400; 0 1600000000 play; 500 1600000000 ping
         1000 1600000000 ping; 1500 1600000000 ping; 1800 1600000000 ping; 2300 1600000000 ping
         2800 1600000000 sessionEnd",
        "close: -timePlayed -totalTimePlayed stallCount=1 stallTime=1800 isPlayed=true",
    ),
];

#[test]
fn documented_numbers_come_out() {
    NUMBERS.iter().for_each(Case::check);
}

/// A session that plays for so many seconds, with a ping every five minutes.
fn playing_for(seconds: u32) -> String {
    let mut text = "0 0 sessionStart length=9000; 0 0 play".to_owned();
    for second in (300..seconds).step_by(300) {
        write!(text, "; {second} {second} ping").unwrap();
    }
    write!(text, "; {seconds} {seconds} sessionEnd").unwrap();
    text
}

#[test]
fn every_half_hour_is_a_stream() {
    let minutes = [(19, 1), (29, 1), (30, 2), (31, 2), (59, 2), (60, 3), (78, 3), (89, 3), (90, 4)];
    for (minutes, streams) in minutes {
        let report = Report::of(&session(&playing_for(minutes * 60)));
        let time = minutes * 60;
        let expected = format!("close: estimatedStreams={streams} timePlayed={time}");
        assert_report(&format!("{minutes} minutes"), &report, &expected);
    }
}

#[test]
fn an_interval_counts_by_its_milliseconds() {
    let report = Report::of(&session("0 0 sessionStart; 0 0 play; 10.189 10 sessionEnd"));
    let time = report.close().unwrap().get("sessionDetails.timePlayed").unwrap();
    assert_eq!(time.ms(), Some(10_189));
    assert_eq!(serde_json::to_value(time.datum()).unwrap(), 10);
}
