//! The window, and faults of timestamps.

use media_collection::lint::{Linter, Rule, Severity, lint};
use media_collection::{Event, PlayerTime};

use super::told::{assert_named_alone, broken, told};

const FACES: &[(&str, &[&str])] = &[
    (
        // What the window puts right is no fault.
        "",
        &[
            "start@0 play@0 ping@10 ping@20 end@25",
            "start@0 play@1 bitrate@1.2 ping@1.1 end@6",
            "start@0 play@1 ping@11 end@11.9 bitrate@11.2",
            // An ad break whose events arrived in reverse.
            "start@0 ping@1/0 play@0.3/0 ad@0.2/0 break@0.1/0 ad_complete@0.9/0 break_complete@1.1/0 play@1.2/0 end@5/3.8",
            "start@1 play@0.2 ping@10 end@12",
        ],
    ),
    (
        "out-of-order",
        &[
            "start@0 play@0 bitrate@3.1 state@2 ping@10 end@14",
            "start@0 play@0 ping@10 bitrate@14.9 chapter@10.1 end@16 chapter_complete@15.5",
            // Nine events overtake one.
            "start@0 play@0 ping@10 state@11.2#a state@11.3#b state@11.4#c state@11.5#d state@11.6#e state@11.7#f state@11.8#g state@11.9#h state@12#i bitrate@10.5 end@14",
            "start@3 play@1 ping@11 end@14",
        ],
    ),
    (
        "time-moves-forward",
        &[
            "start@0 play@0 ping@10 ping@4 ping@20 end@24",
            // The clock is set back by an hour, and stays.
            "start@0 play@0 ping@10 ping@-3580/20 ping@-3570/30 ping@-3560/40 end@-3555/45",
            // One reading in the future.
            "start@0 play@0 ping@10 ping@3620/20 ping@30 ping@40 end@44",
            "start@0 play@0 ping@10 ping@100/20 ping@30 ping@40 end@44",
            // One reading in the past.
            "start@0 play@0 ping@10 ping@-3000/20 ping@30 ping@40 end@44",
            // The same in an ad, and between pings that are far apart.
            "start@0 play@0 break@10 ad@10 ping@11/10 ping@112/10 ping@13/10 ping@14/10 ad_complete@25/10 break_complete@25/10 play@25/10 end@28/13",
            "start@0 play@0 break@10 ad@10 ping@11/10 ping@-88/10 ping@13/10 ping@14/10 ad_complete@25/10 break_complete@25/10 play@25/10 end@28/13",
            "start@0 play@0 ping@50 ping@0/100 bitrate@114 ping@164 end@170",
            "start@0 play@0 ping@50 ping@0/100 ping@150 ping@200 end@205",
            // Ten events overtake one, all within 5 seconds.
            "start@0 play@0 ping@10 state@11.1#a state@11.2#b state@11.3#c state@11.4#d state@11.5#e state@11.6#f state@11.7#g state@11.8#h state@11.9#i state@12#j bitrate@10.5 end@14",
            "start@0 play@-20/0 ping@-10/10 end@-5/15",
        ],
    ),
    (
        // An order in which nothing is lost, where the timestamps do not tell one.
        "timestamps-differ",
        &[
            "start@0 ad@0.1/0 break@=0.1/0 play@=0.1/0 ad_complete@9/0 break_complete@9.1/0 play@9.2/0 end@12/3",
            "start@0 play@0 break@5 ad@5.1/5 play@6/5 break_complete@=9/5 ad_complete@=9/5 play@=9/5 end@12/8",
            "start@0 play@0 chapter@1 end@=9 chapter_complete@=9",
            "start@0 play@0 break@5 ad@5.1/5 end@=9/5 break_complete@=9/5 ad_skip@=9/5",
            "start@0 play@0 break@=5 ad@=5 ad_complete@9/5 break_complete@=9/5 play@=9/5 end@12/8",
        ],
    ),
    (
        "instant-pause timestamps-differ",
        &[
            // The first one is not lost, and another is because of it: the player paused before the
            // ad break.
            "start@0 play@0 break@5 pause@=5 ad@5.1/5 pause@=5.1/5 ping@10/5 ad_complete@11/5 break_complete@11.1/5 play@11.2/5 end@12/6",
        ],
    ),
    ("timestamps-differ", &["start@0 play@0.1 bitrate@5 state@=5 ping@10 end@11"]),
    (
        "ten-minutes",
        &[
            "start@0 play@0 ping@10 ping@611 ping@621 end@625",
            "start@0 play@0 pause@10 play@700/10 ping@710/20 end@711/21",
            // The device slept for a day.
            "start@0 play@0 ping@10 ping@90000/20 ping@90010/30 end@90012/32",
            "start@0 play@0 pause@10 ping@2000/10 ping@2010/10 end@2020/10",
            "start@0 play@0 break@10 ad@10 ad_complete@800/10 break_complete@800.1/10 play@800.2/10 end@802/12",
        ],
    ),
    (
        "",
        &[
            "start@0 play@0 pause@10 ping@20/10 ping@600/10 play@610/10 end@612/12",
            // The end of a session that is complete may come late.
            "start@0 play@0 ping@10 complete@20 end@900/20",
        ],
    ),
    (
        "ping-gap",
        &[
            "start@0 play@0 ping@70 ping@80 end@85",
            "start@0 play@0 ping@60 ping@120 ping@180 end@190",
            "start@0 play@0 ping@10 end@100",
        ],
    ),
    (
        "",
        &[
            "start@0 play@0 ping@51 ping@102 ping@153 end@160",
            "start@0 play@0 ping@10 pause@11 ping@100/11 play@101/11 ping@111/21 end@115/25",
            "start@0 play@0 break@10 ad@10 ping@40/10 ad_complete@71/10 break_complete@71.1/10 play@71.2/10 end@80/19",
        ],
    ),
];

#[test]
fn each_fault_of_order_is_named_alone() {
    assert_named_alone(FACES);
}

/// Calls `try_order` with every order of the items.
fn orders<T>(items: &mut [T], from: usize, try_order: &mut impl FnMut(&[T])) {
    if from == items.len() {
        return try_order(items);
    }
    for other in from..items.len() {
        items.swap(from, other);
        orders(items, from + 1, try_order);
        items.swap(from, other);
    }
}

/// Events of one call have the same timestamp, and may arrive in any order.
#[test]
fn no_order_of_events_with_the_same_time_loses_one() {
    let before_and_after = [
        // The session, the events with the same time, and the rest.
        (
            "start@0 play@0",
            "pause@5 break@=5 ad@=5 pause@=5 chapter@=5",
            "ad_skip@9/5 break_complete@9/5 play@9/5 chapter_skip@12/8 end@12/8",
        ),
        // A pod that is not complete is replaced by the next one.
        (
            "start@0 play@0 break@2 ad@2 play@2",
            "ad_skip@5/2 break_complete@=5/2 break@=5/2 ad@=5/2 play@=5/2",
            "ad_skip@9/2 break_complete@9/2 complete@9/2",
        ),
        (
            "start@0 play@0 break@2 ad@2 play@2 chapter@3/2",
            "ad_skip@5/2 break_complete@=5/2 play@=5/2 chapter_skip@=5/2 chapter@=5/2 state@=5/2#mute error@=5/2",
            "end@9/6",
        ),
        (
            "start@0 play@0 break@2 ad@2 play@2 chapter@3/2",
            "ad_skip@5/2 break_complete@=5/2 chapter_skip@=5/2 end@=5/2",
            "",
        ),
        (
            "start@0 play@0 break@2 ad@2 play@2 chapter@3/2",
            "ad_complete@5/2 break_complete@=5/2 chapter_complete@=5/2 complete@=5/2",
            "",
        ),
        (
            "start@0 play@0 state@1#mute",
            "state_end@5#mute state@=5#mute state_end@=5#mute state@=5#mute play@=5",
            "end@8",
        ),
        (
            "start@0 play@0",
            "break@5 ad@=5 ad_complete@=5 ad@=5 ad_skip@=5 break_complete@=5 play@=5",
            "end@8",
        ),
        (
            "start@0",
            "play@0 break@=0 ad@=0 play@=0",
            "ad_complete@5/0 break_complete@5/0 play@5/0 end@9/4",
        ),
    ];
    let mut tried = 0;
    for (before, equal, after) in before_and_after {
        let number = |session: &str| session.split_whitespace().count();
        let mut events = told(&format!("{before} {equal} {after}"));
        let ts = events[number(before)].player_time.ts;
        let (from, to) = (number(before), number(before) + number(equal));
        events[from..to].iter_mut().for_each(|event| event.player_time.ts = ts);
        let mut equal_events = events[from..to].to_vec();
        orders(&mut equal_events, 0, &mut |order| {
            let mut events = events.clone();
            events[from..to].clone_from_slice(order);
            let lost: Vec<_> = lint(&events)
                .into_iter()
                .filter(|found| found.severity() > Severity::Advice)
                .collect();
            let types: Vec<_> = order.iter().map(|event| event.event_type()).collect();
            assert!(lost.is_empty(), "{before} {types:?} {after}: {lost:?}");
            tried += 1;
        });
    }
    assert!(tried > 10_000, "{tried}");
}

/// Moves every timestamp: `ts` in another unit, or of a clock that is not set.
fn with_times(events: &[Event], time: impl Fn(i64) -> i64) -> Vec<Event> {
    let mut events = events.to_vec();
    for event in &mut events {
        event.player_time.ts = time(event.player_time.ts);
    }
    events
}

#[test]
fn a_time_in_another_unit_is_named_alone() {
    let began = crate::fixtures::BEGAN;
    let sessions = [
        "start@0 play@1 ping@11 ping@21 complete@1800",
        "start@0 play@0 break@5#1 ad@5 ping@6/5 ad_complete@20/5 break_complete@20/5 play@20/5 ping@30/15 end@31/16",
        "start@0 play@0 pause@10 ping@1000/10 ping@3000/10 play@3001/10 ping@3011/20 end@4000/30",
        "start@0 play@0 ping@9 ping@18 ping@24 end@30",
    ];
    for session in sessions {
        let events = told(session);
        for time in [
            |ts: i64| ts / 1_000,
            |ts| ts * 1_000,
            |ts| ts * 1_000_000,
            |ts| ts / 100,
            // Milliseconds since the device was turned on.
            |ts| ts - 1_700_000_000_000,
        ] {
            assert_eq!(broken(&with_times(&events, time)), "time-unit", "{session}");
        }
    }
    // The clock starts in 1970, and is set during playback.
    let events = told("start@0 play@0 ping@10 ping@20 ping@30 end@35");
    let early = |ts| if ts < began + 15_000 { ts - began } else { ts };
    assert_eq!(broken(&with_times(&events, early)), "time-unit");
    // One event type is in seconds.
    let one = |ts| if ts == began + 20_000 { ts / 1_000 } else { ts };
    assert_eq!(broken(&with_times(&events, one)), "time-unit");
    let one = |ts| if ts == began + 20_000 { ts * 1_000 } else { ts };
    assert_eq!(broken(&with_times(&events, one)), "time-unit");
}

#[test]
fn findings_have_the_index_of_arrival() {
    let events = told(
        "start@0 play@0 ping@10 error_without_id@10.9 bitrate_without_value@10.2 ping@20 ping@14 end@22",
    );
    let found: Vec<_> = lint(&events).iter().map(|found| (found.event, found.rule)).collect();
    assert_eq!(
        found,
        [(3, Rule::ErrorWithoutId), (4, Rule::BitrateWithoutValue), (6, Rule::TimeMovesForward)]
    );
}

/// Whoever has no window is not told more about small displacements.
#[test]
fn a_linter_alone_knows_displacements_too() {
    let found = |session: &str| {
        let (mut linter, mut found) = (Linter::new(), Vec::new());
        told(session).iter().for_each(|event| linter.event(event, |finding| found.push(finding)));
        linter.finish(|finding| found.push(finding));
        super::told::names(&found)
    };
    assert_eq!(found("start@0 play@1 bitrate@1.9 ping@1.1 end@6"), "");
    assert_eq!(found("start@0 play@1 bitrate@4 ping@1.1 end@6"), "out-of-order");
    assert_eq!(found("start@0 play@1 bitrate@11 ping@1.1 end@12"), "time-moves-forward");
}

#[test]
fn extreme_times_are_no_panic() {
    let times = [i64::MIN, -1, 0, i64::MAX];
    for first in times {
        for second in times {
            let at = |ts| PlayerTime::new(f64::MAX, ts);
            let mut start = crate::fixtures::start();
            start.player_time = at(first);
            let events = [start.into(), Event::play(at(second)), Event::ping(at(first))];
            assert!(!lint(&events).is_empty());
        }
    }
}
