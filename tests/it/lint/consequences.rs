//! One fault gives one finding: what follows from it is not told as well.

use media_collection::lint::{Rule, lint};
use media_collection::{ChapterStartParams, Event, EventBody};

use super::told::{assert_named_alone, broken, told};

const FACES: &[(&str, &[&str])] = &[
    (
        // No ad break is open around the ads: their pings and their playhead are those of ads.
        "ad-in-ad-break",
        &[
            "start@0 ad@0.1/0 play@0.2/0 ping@1.2/0 ping@2.2/0 ping@3.2/0 ping@4.2/0 ad_complete@5.2/0 play@5.3/0 ping@15.3/10 end@20.3/15",
            "start@0 play@0 ping@10 ad@20 play@20.1/20 ping@30/20 ad_complete@35/20 ad@35.1/20 play@35.2/20 ping@45/20 ad_skip@55/20 play@55.1/20 ping@65/30 end@70/35",
        ],
    ),
    (
        "ad-in-ad-break timestamps-differ",
        &[
            "start@0 play@0 ping@10 ad@20 play@=20 ad_complete@35/20 play@=35/20 ping@45/30 end@50/35",
        ],
    ),
    (
        "one-ad-break",
        &[
            "start@0 play@0 break@10#1 break@10/10#1 ad@10/10 ad_complete@25/10 break_complete@25/10 play@25/10 ping@35/20 end@40/25",
            // The end of a pre-roll is missing, and what is played then is lost with it.
            "start@0 break@0.1/0#1 ad@0.2/0 ad_complete@15/0 play@15.1/0 ping@25/10 break@30/15#2 ad@30.1/15 ad_complete@45/15 break_complete@45.1/15 end@46/15",
        ],
    ),
    (
        "ad-break-closed",
        &["start@0 break@0.1/0 ad@0.2/0 ad_complete@15/0 play@15.1/0 ping@25/10 end@30/15"],
    ),
    (
        // Equal timestamps: in the order of arrival no more is lost than in another one.
        "timestamps-differ one-ad",
        &[
            "start@0 play@0 break@10 ad@=10#1 play@=10 ping@20/10 ad@25/10#2 play@=25/10 ad_complete@30/10 break_complete@30.1/10 play@30.2/10 end@35/15",
        ],
    ),
    (
        "ad-closed-in-break timestamps-differ",
        &[
            "start@0 play@0 break@10 ad@10/10 play@10/10 break_complete@25/10 play@=25/10 ping@35/20 end@40/25",
        ],
    ),
    (
        "time-unit",
        &[
            // The first `play` alone: when the second one is due is not known.
            "start@0 play@-1699999000/0 play@2 ping@12 end@15",
        ],
    ),
    ("ten-minutes", &["start@0 play@0 bitrate@1 play@3601/2 ping@3611/12 end@3615/16"]),
    (
        "repeated-playback",
        &[
            // Faster than time, so that it is no seek.
            "start@0 play@0 ping@10/15 ping@20/30 play@26/39 ping@30/45 end@35/52",
            // Long after an error or an ad break.
            "start@0 play@0 ping@10 error@12 ping@20 ping@30 play@35 ping@40 end@45",
        ],
    ),
    (
        "playhead-in-ad",
        &[
            // After the end of the content.
            "start@0 play@0/1790 ping@10/1800 break@10.1/1800 ad@10.2/1800 ping@20/1810 ping@30/1820 ad_complete@35/1825 break_complete@35.1/1800 end@36/1800",
        ],
    ),
    (
        "one-session-start",
        &[
            "start@0 play@0 ping@10 start@10.5/0 ping@20 ping@30 end@35",
            // The same start once more, late.
            "start@0 play@0 ping@50 ping@100 ping@150 ping@200 ping@250 ping@300 ping@350 ping@400 ping@450 ping@500 ping@550 ping@600 ping@650 start@0 ping@700 end@715",
            "start@0 play@0 chapter@1 ping@10 start@12 chapter_complete@20 end@25",
            "start@0 play@0 break@10 ad@10 start@11/10 ping@12/10 ping@13/10 ping@14/10 ping@15/10 ad_complete@20/10 ad@20/10 ad_complete@30/10 break_complete@30/10 play@30/10 ping@40/20 end@45/25",
            "start@0 play@0 state@5#mute ping@10 start@12 state_end@15#mute end@20",
        ],
    ),
    (
        // The start of the ad break is missing: its end has nothing to end.
        "ad-in-ad-break",
        &[
            "start@0 play@0 ping@10 ad@20 play@20/20 ping@30/20 ad_complete@35/20 break_complete@35/20 play@35/20 ping@45/30 end@48/33",
            "start@0 ad@0.1/0#1 play@0.2/0 ad_complete@15/0 ad@15.1/0#2 play@15.2/0 ad_skip@20/0 break_complete@20.1/0 play@20.2/0 ping@30/10 end@32/12",
        ],
    ),
    (
        // The start of an ad is missing: what is played in it is not before the ad.
        "close-what-is-open",
        &[
            "start@0 play@0 ping@10 break@20 play@20/20 ping@30/20 ad_complete@35/20 break_complete@35/20 play@35/20 end@40/25",
            "start@0 play@0 ping@10 break@20 ad@20#1 play@20/20 ad_complete@35/20 play@35/20 pause@40/20 play@42/20 ad_skip@50/20 break_complete@50/20 play@50/20 end@55/25",
        ],
    ),
    (
        "empty-ad-break",
        &["start@0 play@0 ping@10 break@20 play@20/20 break_complete@35/20 play@35/20 end@40/25"],
    ),
    (
        // The event came twice.
        "one-ad",
        &[
            "start@0 play@0 break@10 ad@10 ad@=10.001/10 play@10/10 ad_complete@25/10 break_complete@25/10 play@25/10 end@30/15",
            "start@0 play@0 break@10 ad@10 ad@10/10 play@10/10 ad_complete@25/10 break_complete@25/10 play@25/10 end@30/15",
        ],
    ),
    (
        "repeated-playback",
        &[
            "start@0 play@0 ping@10 pause@15 pause@=15 play@20/15 ping@30/25 end@32/27",
            "start@0 play@0 ping@10 buffer@15 play@20/15 play@=20/15 ping@30/25 end@32/27",
        ],
    ),
    (
        "state-starts-once",
        &["start@0 play@0 state@5#mute state@=5#mute ping@10 state_end@12#mute end@15"],
    ),
    (
        // The start of a pause is missing: the `play` after it repeats nothing.
        "playhead-against-time",
        &[
            "start@0 play@0 ping@10 ping@20/12 ping@30/12 ping@40/12 play@45/12 ping@55/22 end@57/24",
            "start@0 play@0 ping@50 play@164/60 ping@214/110 end@220/116",
        ],
    ),
    (
        "playhead-stands-while-playing",
        &[
            "start@0 play@0/0 ping@10/0 ping@20/0 ping@30/0 ping@40/0 play@45/300 ping@55/310 end@58/313",
            "start@0 play@0 ping@10 ping@20/10 ping@30/10 ping@40/10 play@42/10 ping@52/20 end@55/23",
        ],
    ),
    (
        "playhead-within-length",
        &[
            "start@0 play@0 ping@10 break@20 ad@20 ad_complete@35/20 break_complete@35/5000 play@35.1/20 end@40/25",
        ],
    ),
    (
        // The clock is set back: pings do not come more often because of it.
        "time-moves-forward",
        &[
            "start@0 play@0 ping@10/5 ping@20/10 bitrate@-380/11 ping@-370/15 ping@-360/20 end@-355/22",
            "start@0 play@0 break@10 ad@-50/10 play@10.1/10 ping@20/10 ad_complete@25/10 break_complete@25/10 play@25/10 end@30/15",
        ],
    ),
    (
        // The state that is not tracked ends as well.
        "ten-states",
        &[
            "start@0 play@0 state@1#a state@2#b state@3#c state@4#d state@5#e state@6#f state@7#g state@8#h state@9#i state@10#j state@11#k state_end@12#k end@15",
        ],
    ),
];

#[test]
fn what_follows_from_a_fault_is_not_told() {
    assert_named_alone(FACES);
}

#[test]
fn what_is_open_at_an_end_is_told_once() {
    for (session, place) in [
        ("start@0 play@0 break@5 complete@9/5", Some(3)),
        ("start@0 play@0 break@5 end@9/5", Some(3)),
        ("start@0 play@0 break@5 complete@9/5 end@9.1/5", Some(3)),
        ("start@0 play@0 break@5 ad@5/5 ping@9/5", Some(4)),
        ("start@0 play@0 break@5 ad@5/5 ad_skip@9/5 break_complete@9/5 complete@9/5", None),
    ] {
        let findings = lint(&told(session));
        let mut places = findings.iter().filter(|found| found.rule == Rule::BreakClosed);
        assert_eq!(places.next().map(|found| found.event), place, "{session}");
        assert_eq!(places.next(), None, "{session}");
    }
}

#[test]
fn a_repeated_play_is_part_of_a_seek() {
    for session in [
        "start@0 play@0 ping@10 play@15/40 ping@25/50 end@30/55",
        "start@0 play@0 ping@10/15 ping@20/30 play@26/49 ping@36/64 end@40/70",
        // An error stopped it.
        "start@0 play@0 ping@10 error@12 ping@20/12 play@25/12 ping@35/22 end@40/27",
    ] {
        assert_eq!(broken(&told(session)), "", "{session}");
    }
}

/// The rules that a session with this content, and a chapter, breaks.
fn with_chapter(content: &str, length: f64, chapter: ChapterStartParams) -> String {
    let mut events = told("start@0 play@0 chapter@1 ping@10 chapter_complete@15 end@20");
    let EventBody::SessionStart(start) = &mut events[0].body else { panic!("a start") };
    start.params.content_type = content.into();
    start.params.length = length;
    let at = events[2].player_time;
    events[2] = Event::chapter_start(at, chapter);
    broken(&events)
}

#[test]
fn lengths_of_parts_are_compared_with_the_whole() {
    let chapter = |length, offset| {
        ChapterStartParams::builder().index(1).length(length).offset(offset).build()
    };
    let vod = |chapter| with_chapter("vod", 3_600.0, chapter);
    assert_eq!(vod(chapter(60_000.0, 0.0)), "length-unit");
    assert_eq!(vod(chapter(60.0, 120_000.0)), "length-unit");
    assert_eq!(vod(chapter(3_600.0, 3_000.0)), "");
    let live = |chapter| with_chapter("live", 1_800.0, chapter);
    assert_eq!(live(chapter(100_000.0, 0.0)), "length-unit");
    // The offset is a second of the day, and the length that of a programme.
    assert_eq!(live(chapter(600.0, 72_000.0)), "");
}
