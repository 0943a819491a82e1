//! One rule a session.

use super::Choice::{Clamped, Down, Reached};
use super::{Case, case};

const VECTORS: &[Case] = &[
    case(
        "the tail is lost",
        "0 0 sessionStart; 0 0 play; 10 10 ping; 20 20 ping // the app is killed at 27",
        "close: timePlayed=20 totalTimePlayed=20 secondsSinceLastCall=600 -isCompleted",
    ),
    case(
        "a pre-roll is left",
        "0 0 sessionStart; 0 0 adBreakStart; 0 0 adStart; 5 0 ping; 6 0 sessionEnd",
        "records: ad starts=1, ads=1
         ad start 1: isStarted=true; ad 1: timePlayed=6 -isCompleted -isStarted
         close: totalTimePlayed=6 -timePlayed -isPlayed isDroppedBeforeStart=true adCount=1
         close: -hasProgress10 -hasSegmentView -uniqueTimePlayed -averageMinuteAudience -segment",
    ),
    case(
        "`play` before the pre-roll",
        "0 0 sessionStart; 0 0 play; 1 0 adBreakStart; 1 0 adStart; 9 0 sessionEnd",
        "close: isPlayed=true timePlayed=1 totalTimePlayed=9 -isDroppedBeforeStart",
    ),
    case(
        "a rewind",
        "0 0 sessionStart length=100; 0 0 play; 10 10 ping; 20 20 ping; 30 5 ping; 40 15 ping
         40 15 sessionEnd",
        "close: timePlayed=40 uniqueTimePlayed=20 hasProgress10=true -hasProgress25",
    )
    .or(Clamped, "close: timePlayed=40 uniqueTimePlayed=20 hasProgress10=true"),
    case(
        "a seek forward",
        "0 0 sessionStart length=100; 0 0 play; 5 5 ping; 10 65 ping; 20 75 ping; 20 75 sessionEnd",
        "close: timePlayed=20 hasProgress75=true -hasProgress10 -hasProgress25 -hasProgress50",
    )
    .or(
        Reached,
        "close: hasProgress10=true hasProgress25=true hasProgress50=true hasProgress75=true
         close: -hasProgress95 timePlayed=20",
    ),
    case(
        "a seek forward, clamped",
        "0 0 sessionStart length=100; 0 0 play; 5 5 ping; 10 65 ping; 20 75 ping; 20 75 sessionEnd",
        "close: uniqueTimePlayed=20 segment=[0-2]",
    )
    .or(Clamped, "close: timePlayed=20"),
    case(
        "the playhead is not updated",
        "0 0 sessionStart; 0 0 play; 10 0 ping; 20 0 ping; 30 0 ping; 30 0 sessionEnd",
        "close: stallCount=1 stallTime=30 hasStallImpactedStreams=true -timePlayed isPlayed=true
         close: -totalTimePlayed -averageMinuteAudience estimatedStreams=1",
    )
    .or(Clamped, "close: -timePlayed stallCount=1"),
    case(
        "a gap between two ads",
        "0 0 sessionStart; 0 0 adBreakStart; 0 0 adStart id=a; 15 0 adComplete; 17 0 adStart id=b
         32 0 adComplete; 32 0 adBreakComplete; 32 0 play; 42 10 ping; 42 10 sessionEnd",
        "ad 1: timePlayed=15 isCompleted=true name=a; ad 2: timePlayed=15 name=b
         close: totalTimePlayed=40 timePlayed=10 -bufferTime adCount=2 isPlayed=true",
    ),
    case(
        "a pause that is said twice",
        "0 0 sessionStart; 0 0 play; 10 10 pauseStart; 15 10 pauseStart; 20 10 play; 30 20 sessionEnd",
        "close: pauseCount=1 pauseTime=10 hasPauseImpactedStreams=true timePlayed=20",
    ),
    case(
        "a seek of an SDK is a pause",
        "0 0 sessionStart; 0 0 play; 10 10 pauseStart; 12 80 play; 20 88 sessionEnd",
        "close: pauseCount=1 pauseTime=2 timePlayed=18 uniqueTimePlayed=18",
    ),
    case(
        "an ad without a break",
        "0 0 sessionStart; 0 0 play; 10 10 adStart; 25 25 adComplete; 25 25 sessionEnd",
        "records: ads=0, ad starts=0
         close: timePlayed=25 totalTimePlayed=25 -adCount hasProgress25=true",
    ),
    case(
        "live",
        "0 0 sessionStart length=86400; 0 43200 play; 10 43210 ping; 10 43210 sessionEnd",
        "close: timePlayed=10 averageMinuteAudience~0.0001 segment=[720-721]
         close: -hasProgress10 -hasProgress25 -hasProgress50",
    )
    .or(Reached, "close: hasProgress10=true hasProgress25=true hasProgress50=true -hasProgress75"),
    case(
        "a player state is left open",
        "0 0 sessionStart; 0 0 stateStart name=mute; 60 0 sessionEnd",
        "close: mute.count=1 mute.time=60 mute.isSet=true",
    ),
    case(
        "thirty minutes of pause",
        "0 0 sessionStart length=3600; 0 0 play; 100 100 pauseStart; 600 100 ping; 1100 100 ping
         1600 100 ping; 1900 100 ping; 1910 100 ping; 1920 100 play; 1930 110 sessionEnd",
        "close: pauseTime=1800 timePlayed=100 pauseCount=1 -isCompleted",
    ),
    case(
        "an ad of sixteen seconds with stamps a millisecond apart",
        "0 0 sessionStart; 0.001 0 adBreakStart; 0.002 0 adStart length=16; 16 0 adComplete
         16.001 0 adBreakComplete; 16.002 0 play; 17 1 sessionEnd",
        "ad 1: timePlayed=16",
    )
    .or(Down, "ad 1: timePlayed=15; close: -timePlayed"),
];

#[test]
fn each_rule_has_its_session() {
    VECTORS.iter().for_each(Case::check);
}
