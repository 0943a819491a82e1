//! Faults of playback, the playhead, ads and values: the faces of each, and what comes near.

use media_collection::{Event, EventBody, SessionStartParams};

use super::told::{assert_named_alone, broken, told};

const FACES: &[(&str, &[&str])] = &[
    (
        "play-before-pre-roll",
        &[
            "start@0 play@0.001/0 break@0.002/0 ad@0.003/0 ad_complete@15/0 break_complete@15.001/0 play@15.002/0 ping@25/10 end@26/11",
            "start@0 play@0/0 break@0.9/0 ad@0.9/0 play@0.9/0 ad_complete@6/0 break_complete@6.1/0 play@6.1/0 end@10/4",
            // A resumed film, and a pause before the break as well.
            "start@0 play@0.1/600 break@0.2/600 ad@0.3/600 ad_complete@9/600 break_complete@9.1/600 play@9.2/600 end@12/603",
            "start@0 buffer@0.1/0 play@0.2/0 pause@0.21/0 break@0.22/0 ad@0.3/0 ad_complete@9/0 break_complete@9.1/0 play@9.2/0 end@12/3",
            // The player waits long for the ad.
            "start@0 play@0.1/0 buffer@0.2/0 break@14/0 ad@14.1/0 ad_complete@20/0 break_complete@20.1/0 play@20.2/0 end@23/3",
        ],
    ),
    (
        "playhead-in-ad",
        &[
            "start@0 play@0 ping@10 break@20 ad@20 ping@30 ad_complete@35 break_complete@35.1 play@35.2 end@40",
            // The playhead of the ad itself.
            "start@0 play@0/600 ping@10/610 break@20/620 ad@20.1/0 ping@30/10 ad_complete@35/15 break_complete@35.1/620 play@35.2/620 end@40/625",
            "start@0 break@0.1/0 ad@0.2/0 play@0.3/0 ping@5/5 ping@10/10 ad_complete@15/15 break_complete@15.1/0 play@15.2/0 end@20/5",
            "start@0 play@0 break@10 ad@10 ad_skip@14.5 break_complete@14.6 play@14.7 end@20",
        ],
    ),
    (
        "playhead-while-paused",
        &[
            "start@0 play@0 pause@20 ping@30 ping@40 ping@50 play@60 end@65",
            "start@0 play@0 pause@20 ping@30 play@40 end@45",
            "start@0 play@0 buffer@20 ping@30 ping@40 play@50 end@55",
            "start@0 play@0 pause@20 state@21 state_end@22 state@23 play@24 end@30",
        ],
    ),
    (
        "playhead-stands-while-playing",
        &[
            "start@0 play@0/0 ping@10/0 ping@20/0 ping@30/0 end@34/0",
            "start@0 play@0/0 ping@50/0 ping@100/0 end@110/0",
            "start@0 play@0 ping@10 ping@20/10 ping@30/10 ping@40/20 end@45/25",
            "start@0 play@0/5 ping@10/5 bitrate@12/5 ping@20/5 end@25/5",
        ],
    ),
    (
        "playhead-against-time",
        &[
            // Timestamps that were adjusted after the clock was set back.
            "start@0 play@1 ping@11 ping@11.001/21 ping@11.002/31 ping@11.003/41 end@11.004/51",
            "start@0 play@0 ping@10/1 ping@20/2 ping@30/3 ping@40/4 end@44/4.4",
            "start@0 play@0 ping@10/100 ping@20/200 ping@30/300 end@34/340",
            // The clock is set forward by five minutes.
            "start@0 play@0 ping@10 ping@320/20 ping@330/30 end@335/35",
            "start@0 play@0 ping@100/10 ping@200/20 ping@300/30 end@310/31",
        ],
    ),
    (
        // The end of the break is missing: what is played then is lost with it.
        "ad-break-closed",
        &[
            "start@0 play@0 break@10 ad@10.1/10 ad_complete@25/10 play@25.1/10 ping@35/20 pause@40/25 play@41/25 end@45/29",
        ],
    ),
    (
        "one-ad-break",
        &[
            "start@0 play@0 break@10#1 ad@10.1/10 ad_complete@25/10 play@25.1/10 ping@35/20 break@40/25#2 ad@40.1/25 ad_complete@50/25 break_complete@50.1/25 play@50.2/25 end@52/27",
        ],
    ),
    (
        "no-playback-before-ad",
        &[
            "start@0 play@0 break@10 play@10.1/10 ad@10.2/10 ad_complete@25/10 break_complete@25.1/10 play@25.2/10 end@30/15",
            "start@0 play@0 break@10 ad@10.2/10 ad_complete@25/10 play@25.1/10 break_complete@25.2/10 play@25.3/10 end@30/15",
            "start@0 play@0 break@10 ad@10.2/10#1 ad_complete@25/10 pause@25.1/10 ad@26/10#2 ad_complete@30/10 break_complete@30.1/10 play@30.2/10 end@35/15",
        ],
    ),
    (
        "nothing-after-complete",
        &[
            "start@0 play@0 ping@10 complete@20 play@21 ping@22 ping@23 end@24",
            "start@0 play@0 ping@10 complete@20 complete@20 end@24",
        ],
    ),
    (
        "never-played",
        &[
            "start@0 ping@10 ping@20 ping@30 complete@40",
            "start@0 ping@10 ping@20 end@24",
            "start@0 ping@10/0 complete@20/0",
            "start@0 break@0/0 ad@0.1/0 play@0.2/0 ad_complete@9/0 break_complete@9.1/0 ping@19/10 ping@29/20 end@30/21",
            "start@0 buffer@0.1/0 ping@10/9 complete@20/19 end@20.1/19",
        ],
    ),
    (
        "ping-too-often",
        &[
            "start@0 play@1 ping@11 ping@11.003 ping@21 ping@21.003 ping@31 ping@31.003 end@32",
            "start@0 play@0 ping@10 ping@10.05 ping@20 end@25",
            "start@0 play@0 ping@1 ping@2 ping@3 ping@4 ping@5 end@6",
            "start@0 play@0 ping@5 ping@10 ping@15 ping@20 end@21",
            "start@0 play@0 pause@10 ping@11/10 ping@12/10 ping@13/10 play@14/10 end@15/11",
        ],
    ),
    (
        "ad-ping-gap",
        &[
            "start@0 play@0 break@10 ad@10 ad_complete@100/10 break_complete@100.1/10 play@100.2/10 end@102/12",
            "start@0 break@0/0 ad@0.1/0 play@0.2/0 ad_skip@75/0 break_complete@75.1/0 play@75.2/0 end@80/5",
            "start@0 play@0 break@10 ad@10 ping@20/10 ad_complete@100/10 break_complete@100.1/10 play@100.2/10 end@102/12",
        ],
    ),
    (
        "repeated-playback",
        &[
            "start@0 play@0 ping@10 play@15 ping@25 end@30",
            "start@0 play@0 play@0.1 ping@10 end@14",
            "start@0 play@0 play@1.2 play@2.4 ping@12 end@14",
            "start@0 play@0 pause@10 pause@20/10 play@25/10 end@30/15",
            "start@0 play@0 buffer@10 buffer@12/10 play@25/10 end@30/15",
            "start@0 break@0/0 ad@0.1/0 play@0.2/0 play@3/0 ad_complete@9/0 break_complete@9.1/0 play@9.2/0 end@12/3",
        ],
    ),
    (
        "instant-pause",
        &[
            "start@0 play@0 pause@10 break@10.001/10 ad@10.1/10 ad_complete@20/10 break_complete@20.1/10 play@20.2/10 end@25/15",
            "start@0 play@0 pause@10 break@=10 ad@10.1/10 ad_complete@20/10 break_complete@20.1/10 play@20.2/10 end@25/15",
        ],
    ),
    (
        "empty-ad-break",
        &[
            "start@0 play@0 break@10 break_complete@10.1/10 play@10.2/10 end@25",
            "start@0 break@0/0 ping@5/0 break_complete@6/0 play@6.1/0 end@10/4",
        ],
    ),
    (
        "pod-index-repeated",
        &[
            "start@0 play@0 break@10#1 ad@10.1/10 ad_complete@20/10 break_complete@20.1/10 play@20.2/10 break@30/20#1 ad@30.1/20 ad_complete@40/20 break_complete@40.1/20 play@40.2/20 end@41/21",
        ],
    ),
    (
        "ad-position-repeated",
        &[
            "start@0 play@0 break@10 ad@10.1/10#1 ad_complete@20/10 ad@20.1/10#1 ad_complete@30/10 break_complete@30.1/10 play@30.2/10 end@32/12",
        ],
    ),
    ("error-without-id", &["start@0 play@0 ping@10 error_without_id@15 ping@20 end@25"]),
    (
        "bitrate-change-without-bitrate",
        &["start@0 play@0 ping@10 bitrate_without_value@15 ping@20 end@25"],
    ),
    (
        "states-differ-in-case",
        &[
            "start@0 play@0 state@1#fullScreen state_end@5#fullScreen state@6#fullscreen state_end@8#fullscreen end@9",
            "start@0 play@0 state@1#Mute ping@10 states@11#mute end@12",
        ],
    ),
    (
        "",
        &[
            // A pre-roll as it should be, with all that the SDKs repeat.
            "start@0 break@0.1/0#1 ad@0.2/0#1 play@0.3/0 ping@1.3/0 ping@2.3/0 ping@3.3/0 ad_complete@10/0 ad@10.1/0#2 play@10.2/0 ad_complete@25/0 break_complete@25.1/0 play@25.2/0 play@26.3/1.1 ping@36/11 end@37/12",
            // The same numbers in another ad break.
            "start@0 play@0 break@10#1 ad@10.1/10#1 ad_complete@20/10 break_complete@20.1/10 play@20.2/10 break@30/20#2 ad@30.1/20#1 ad_complete@40/20 break_complete@40.1/20 play@40.2/20 end@41/21",
            // A mid-roll, with the pause repeated after it.
            "start@0 play@0 ping@10 pause@15 break@16/15 ad@16.1/15 pause@16.2/15 play@17/15 ad_complete@30/15 break_complete@30.1/15 play@30.2/15 end@35/20",
            // The playhead lags behind by up to a second.
            "start@0 play@0 ping@10/9.2 break@20/19.1 ad@20/20 ping@21/20 ad_complete@30/20 break_complete@30.1/20 play@30.2/20 end@35/24.2",
            // A second play in the first second or two, and one after an error.
            "start@0 play@0 play@2.1/1.9 ping@12 error@13 play@15/14 ping@25/24 end@26/25",
            // Seeks: with events, without, while paused, back and forth, more than one.
            "start@0 play@0 pause@10 play@10.5/600 ping@20.5/610 end@22/611.5",
            "start@0 play@0 ping@10 ping@20/620 ping@30/630 ping@40/10 end@44/14",
            "start@0 play@0 ping@10 ping@20/620 ping@30/1630 ping@40/1640 end@44/1644",
            "start@0 play@0 ping@11/311 ping@21/621 ping@31/631 end@33/633",
            "start@0 play@0 pause@10 ping@20/300 ping@30/300 play@35/300 end@40/305",
            "start@0 play@0 pause@10 ping@20/300 ping@30/900 play@35/900 end@40/905",
            "start@0 play@0 ping@10 play@12/600 ping@22/610 end@23/611",
            "start@0 play@0 pause@10 pause@12/500 play@14/500 end@15/501",
            // Faster and slower, as players can.
            "start@0 play@0 ping@10/20 ping@20/40 ping@30/60 end@34/68",
            "start@0 play@0 ping@10/30 ping@20/60 ping@30/90 end@34/102",
            "start@0 play@0 ping@10/5 ping@20/10 ping@30/15 end@34/17",
            // A short stall.
            "start@0 play@0 ping@10 bitrate@11/10 ping@20/10 ping@30/20 end@34/24",
            "start@0 play@0 ping@10 bitrate@10.1/10 state@10.2/10 state_end@10.3/10 ping@20 end@24",
            // Whoever leaves early has not played.
            "start@0 end@0.5/0",
            "start@0 ping@10/0 error@12/0 end@12.1/0",
            "start@0 break@0/0 ad@0.1/0 play@0.2/0 ad_skip@5/0 break_complete@5.1/0 end@6/0",
            "start@0 buffer@1/0 ping@11/0 end@15/0",
            // Pings at intervals that are a little off, after other events, and in ads.
            "start@0 play@0 ping@10 ping@22 ping@30.5 ping@40 end@41",
            "start@0 play@0 ping@10 pause@11 play@12/11 ping@13/12 end@14/13",
            "start@0 play@0 ping@10 break@11 ping@12/11 ad@12.5/11 ping@13.5/11 ping@14.5/11 ad_complete@15/11 break_complete@15.1/11 play@15.2/11 ping@16/12 end@17/13",
            // An ad of a minute without a ping.
            "start@0 play@0 break@10 ad@10 ad_complete@69/10 break_complete@69.1/10 play@69.2/10 end@70/11",
            "start@0 play@0 break@10 ad@10 ping@60/10 ad_complete@100/10 break_complete@100.1/10 play@100.2/10 end@102/12",
            // The viewer pauses, and a little later there is a break.
            "start@0 play@0 pause@10 break@10.5/10 ad@10.6/10 ad_complete@20/10 break_complete@20.1/10 play@20.2/10 end@25/15",
            // The same player state again.
            "start@0 play@0 state@1#mute state_end@5#mute state@6#mute state@7#muted end@9",
        ],
    ),
];

#[test]
fn each_fault_is_named_alone() {
    assert_named_alone(FACES);
}

const WATCHED: &str = "start@0 play@0 ping@10 chapter@12 ping@20 break@21#1 ad@21.1/21 ad_complete@30/21 break_complete@30.1/21 play@30.2/21 chapter_complete@35/26 complete@60/51 end@60.1/51";

/// A session like many, with other params in its start.
fn with_start(change: impl Fn(&mut SessionStartParams)) -> Vec<Event> {
    let mut events = told(WATCHED);
    if let EventBody::SessionStart(start) = &mut events[0].body {
        change(&mut start.params);
    }
    events
}

#[test]
fn faults_of_the_start_are_named_alone() {
    let host =
        |host: &str| broken(&with_start(|start| start.analytics_tracking_server = host.into()));
    for wrong in
        ["https://t.example.com", "HTTP://t.example.com", "//t.example.com", "t.example.com/b/ss"]
    {
        assert_eq!(host(wrong), "host-with-scheme", "{wrong}");
    }
    for right in ["t.example.com", "localhost", "127.0.0.1:8080", "https.example.com"] {
        assert_eq!(host(right), "", "{right}");
    }
    assert_eq!(host(""), "careful-value");

    let organisation =
        |id: &str| broken(&with_start(|start| start.visitor_marketing_cloud_org_id = id.into()));
    for wrong in
        ["0123456789ABCDEF", "@AdobeOrg", "0123%40AdobeOrg", "0123@AdobeOrg ", "a@example.org"]
    {
        assert_eq!(organisation(wrong), "organisation-id", "{wrong}");
    }
    assert_eq!(organisation("0123456789ABCDEF@AdobeOrg"), "");
    assert_eq!(organisation(""), "careful-value");

    let length = |length: f64, kind: &str| {
        broken(&with_start(|start| {
            start.length = length;
            start.content_type = kind.into();
        }))
    };
    for (wrong, kind) in
        [(1_800_000.0, "vod"), (86_400_000.0, "live"), (51_000.0, "vod"), (5e9, "song")]
    {
        assert_eq!(length(wrong, kind), "length-unit", "{wrong}");
    }
    for (right, kind) in [
        (60.0, "vod"),
        (90_000.0, "vod"),
        (86_400.0, "linear"),
        (0.0, "live"),
        (57_600.0, "audiobook"),
    ] {
        assert_eq!(length(right, kind), "", "{right}");
    }
}

#[test]
fn lengths_of_ads_and_chapters_have_a_unit_too() {
    let with = |change: fn(&mut EventBody)| {
        let mut events = told(WATCHED);
        events.iter_mut().for_each(|event| change(&mut event.body));
        broken(&events)
    };
    let changes: [fn(&mut EventBody); 4] = [
        |body| {
            if let EventBody::AdStart(ad) = body {
                ad.params.length = 15_000.0
            }
        },
        |body| {
            if let EventBody::AdBreakStart(params) = body {
                params.pod_second = 600_000.0
            }
        },
        |body| {
            if let EventBody::ChapterStart(chapter) = body {
                chapter.params.length = 60_000.0
            }
        },
        |body| {
            if let EventBody::ChapterStart(chapter) = body {
                chapter.params.offset = 60_000.0
            }
        },
    ];
    for change in changes {
        assert_eq!(with(change), "length-unit");
    }
    assert_eq!(
        with(|body| if let EventBody::AdStart(ad) = body {
            ad.params.length = 1_800.0
        }),
        ""
    );
}

/// However many different numbers and names there are, a linter remembers few of them.
#[test]
fn a_linter_takes_constant_memory() {
    use media_collection::lint::Linter;
    let mut linter = Linter::new();
    let mut found = 0;
    linter.event(&told("start@0")[0], |_| found += 1);
    for number in 0..5_000 {
        let second = f64::from(number) * 20.0;
        for word in ["break", "ad", "ad_complete", "break_complete"] {
            let event = &told(&format!("{word}@{second}/0#{number}"))[0];
            linter.event(event, |_| {});
        }
    }
    let shown = format!("{linter:?}");
    assert!(shown.len() < 5_000, "{} characters", shown.len());
    assert_eq!(found, 0);
}
