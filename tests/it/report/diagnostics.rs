//! What is wrong with a session, before its numbers: each fault is told once, with what it spoils.

use media_collection::report::Report;

use super::notation::{lines, session};

/// A session, and its diagnostics as `rule@event` with a value that each spoils. Equal timestamps are
/// left out where they are not the subject.
struct Fault {
    session: &'static str,
    told: &'static str,
}

const fn fault(session: &'static str, told: &'static str) -> Fault {
    Fault { session, told }
}

const FAULTS: &[Fault] = &[
    fault("0 0 sessionStart; 0.001 0 play; 10 10 ping; 20 20 ping; 27 27 sessionEnd", ""),
    // The tail is lost.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 ping; 20 20 ping",
        "session-closed@3 sessionDetails.timePlayed",
    ),
    // No `play` after the pre-roll.
    fault(
        "0 0 sessionStart; 0.001 0 adBreakStart; 0.002 0 adStart; 0.003 0 play; 15 0 adComplete
         15.001 0 adBreakComplete; 25 10 ping; 35 20 sessionEnd",
        "never-played@7 sessionDetails.isPlayed",
    ),
    // `play` before the pre-roll.
    fault(
        "0 0 sessionStart; 0.001 0 play; 1 0 adBreakStart; 1.001 0 adStart; 9 0 adComplete
         9.001 0 adBreakComplete; 9.002 0 play; 20 11 sessionEnd",
        "play-before-pre-roll@2 sessionDetails.isPlayed",
    ),
    // An ad outside a break.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 adStart; 25 25 adComplete; 26 26 sessionEnd",
        "ad-in-ad-break@2 sessionDetails.adCount; ad-in-ad-break@3 sessionDetails.adCount",
    ),
    // A break that is open at the close.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 adBreakStart; 10.001 10 adStart; 15 10 adComplete
         15.001 10 sessionEnd",
        "ad-break-closed@5 sessionDetails.timePlayed",
    ),
    // Time in a break without an ad.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 adBreakStart; 10.001 10 adStart; 20 10 adComplete
         23 10 adStart id=b podPosition=2; 33 10 adComplete; 33.001 10 adBreakComplete; 40 17 sessionEnd",
        "gap-in-ad-break@5 sessionDetails.timePlayed",
    ),
    // A seek that is seen as a jump.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 ping; 20 60 ping; 30 70 sessionEnd",
        "playhead-jumps@3 sessionDetails.uniqueTimePlayed",
    ),
    // The playhead moves in an ad.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 adBreakStart; 10.001 10 adStart; 15 15 ping
         20 20 adComplete; 20.001 20 adBreakComplete; 20.002 20 play; 30 30 sessionEnd",
        "playhead-in-ad@4 sessionDetails.timePlayed",
    ),
    // An ad in a pause that nobody ends, and one after buffering.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 pauseStart; 12 10 adBreakStart; 12.001 10 adStart
         27 10 adComplete; 27.001 10 adBreakComplete; 27.002 10 play; 30 13 sessionEnd",
        "ad-without-play@4 advertisingDetails.timePlayed",
    ),
    fault(
        "0 0 sessionStart; 0.001 0 bufferStart; 3 0 adBreakStart; 3.001 0 adStart; 18 0 adComplete
         18.001 0 adBreakComplete; 18.002 0 play; 28 10 sessionEnd",
        "ad-without-play@3 qoeDataDetails.bufferTime",
    ),
    fault(
        "0 0 sessionStart; 0.001 0 bufferStart; 3 0 adBreakStart; 3.001 0 adStart; 3.002 0 play
         18 0 adComplete; 18.001 0 adBreakComplete; 18.002 0 play; 28 10 sessionEnd",
        "",
    ),
    // Equal timestamps.
    fault("0 0 sessionStart; 1 0 play; 11 10 ping; 11 10 sessionEnd", "timestamps-differ@3"),
    // Markers that cannot be reached: no length, or live.
    fault(
        "0 0 sessionStart length=0; 0.001 0 play; 10 10 sessionEnd",
        "no-progress-markers@0 sessionDetails.hasProgress10",
    ),
    fault(
        "0 0 sessionStart length=86400 contentType=live; 0.001 43200 play; 10 43210 sessionEnd",
        "no-progress-markers@0 sessionDetails.hasProgress10",
    ),
    // Completed, though little was played.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 sessionComplete; 10.001 10 sessionEnd",
        "completed-early@2 sessionDetails.isCompleted",
    ),
    fault("0 0 sessionStart length=10; 0.001 0 play; 9.8 9.8 sessionComplete; 10 9.8 sessionEnd", ""),
    // A counter that falls.
    fault(
        "0 0 sessionStart; 0.001 0 play qoe.droppedFrames=5; 10 10 ping qoe.droppedFrames=2
         20 20 sessionEnd",
        "dropped-frames-fall@2 qoeDataDetails.droppedFrames",
    ),
    // Units.
    fault(
        "0 0 sessionStart; 0.001 0 play qoe.timeToStart=2; 10 10 sessionEnd",
        "time-to-start-unit@1 qoeDataDetails.timeToStart",
    ),
    fault(
        "0 0 sessionStart; 0.001 0 play qoe.bitrate=2500000; 10 10 sessionEnd",
        "bitrate-unit@1 qoeDataDetails.bitrateAverage",
    ),
    // More states than ten.
    fault(
        "0 0 sessionStart; 0.001 0 play; 1 1 statesUpdate statesStart=a,b,c,d,e,f,g,h,i,j
         2 2 stateStart name=k; 3 3 statesUpdate statesEnd=a,b,c,d,e,f,g,h,i,j; 10 10 sessionEnd",
        "ten-states@3 states[k].count",
    ),
    // A pause that is said twice.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 pauseStart; 15 10 pauseStart; 20 10 play; 30 20 sessionEnd",
        "repeated-playback@3 sessionDetails.pauseCount",
    ),
    // A session that resumes another.
    fault(
        "0 10 sessionStart resume=true; 0.001 10 play; 10 20 sessionEnd",
        "resumed@0 sessionDetails.isViewed; progress-marker-passed@1 sessionDetails.hasProgress10",
    ),
    // A player state that is not left.
    fault(
        "0 0 sessionStart; 0.001 0 play; 1 1 stateStart name=mute; 10 10 sessionEnd",
        "player-state-left-open@3 states[mute].time",
    ),
    // A start, but nothing of the content.
    fault(
        "0 0 sessionStart; 1 0 play; 1.001 0 sessionEnd",
        "",
    ),
    // Events that come after the close.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 ping; 611 20 ping; 620 29 sessionEnd",
        "ten-minutes@3 sessionDetails.timePlayed",
    ),
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 sessionEnd; 20 20 ping",
        "nothing-after-end@3 sessionDetails.timePlayed",
    ),
    // A stall.
    fault(
        "0 0 sessionStart; 0.001 0 play; 10 10 ping; 20 10 ping; 30 10 ping; 40 20 sessionEnd",
        "playhead-stands-while-playing@4 sessionDetails.timePlayed",
    ),
];

#[test]
fn each_fault_is_told_once_with_what_it_spoils() {
    let mut wrong = Vec::new();
    for Fault { session: text, told } in FAULTS {
        let report = Report::of(&session(text));
        let is_shown = |rule: &str| rule != "timestamps-differ" || told.contains(rule);
        let shown = report.diagnostics.iter().filter(|found| is_shown(found.rule));
        let found: Vec<_> = shown.map(|it| (format!("{}@{}", it.rule, it.event), it)).collect();
        let expected: Vec<_> =
            lines(told).map(|line| line.split_once(' ').unwrap_or((line, ""))).collect();
        let names: Vec<_> = found.iter().map(|(name, _)| name.as_str()).collect();
        if names != expected.iter().map(|(name, _)| *name).collect::<Vec<_>>() {
            wrong.push(format!("{text}\n  {names:?}, not {told}"));
            continue;
        }
        for ((_, spoils), (name, found)) in expected.iter().zip(&found) {
            if !spoils.is_empty() && !found.spoils.iter().any(|xdm| xdm == spoils) {
                wrong.push(format!("{text}\n  {name} spoils {:?}, not {spoils}", found.spoils));
            }
            let message = found.message.trim();
            assert!(message.len() > 20 && !message.ends_with('.'), "{message}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever is spoilt is a value of a report.
#[test]
fn what_is_spoilt_is_a_field() {
    for (name, events) in super::captures::real() {
        for found in Report::of(&events).diagnostics {
            assert!(found.event < events.len(), "{name}: {found}");
            for xdm in &found.spoils {
                let is_field = media_collection::report::field(xdm).is_some();
                assert!(is_field, "{name}: {found} spoils {xdm}");
            }
        }
    }
}
