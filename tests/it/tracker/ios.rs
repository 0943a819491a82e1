//! What is particular about Adobe's SDK for iOS. There are no captures of it: the rules were read
//! from its code, and the expected events follow from them.

use media_collection::tracker::{Quality, Sdk, TrackerMode};

use super::arguments::Told;
use super::script::{Script, ad_break, invalid_start, start};

const IOS: TrackerMode = TrackerMode::Faithful(Sdk::Ios);
const ANDROID: TrackerMode = TrackerMode::Faithful(Sdk::Android);
const MINUTE: i64 = 60_000;

fn quality(bitrate: f64, fps: f64) -> Told {
    Told::Quality(Quality::new(bitrate, 0.0, fps, 2.0))
}

#[test]
fn every_third_tick_of_a_quiet_player_does_something() {
    let script = Script::online(IOS)
        .at(0, start(0))
        .at(0, Told::Playhead(1.0))
        .at(0, Told::Play)
        .until(40_000);
    assert_eq!(
        script.events(),
        [
            "sessionStart @0 0",
            "play @0 1",
            "play @1500 1",
            "ping @12000 1",
            "ping @22500 1",
            "ping @33000 1",
        ]
    );
}

#[test]
fn ticks_do_nothing_before_the_first_playhead() {
    let script = Script::online(IOS)
        .at(0, start(0))
        .at(0, Told::Play)
        .at(60_000, Told::Playhead(0.0))
        .until(75_000);
    let expected = ["sessionStart @0 0", "play @0 0", "play @60000 0", "ping @70500 0"];
    assert_eq!(script.events(), expected);

    // A call does what was due, such as the end after half an hour without playback.
    let script =
        Script::online(IOS).at(0, start(0)).until(31 * MINUTE).at(31 * MINUTE, quality(1e3, 25.0));
    assert_eq!(script.events(), ["sessionStart @0 0", "sessionEnd qoe @1860000 0"]);
}

#[test]
fn the_timer_starts_once_and_never_stops() {
    let script = Script::online(IOS)
        .at(0, invalid_start())
        .at(1_300, start(0))
        .at(1_300, Told::Playhead(0.0))
        .at(1_300, Told::Play)
        .at(3_000, Told::End)
        .at(10_100, start(0))
        .at(10_100, Told::Playhead(0.0))
        .at(10_100, Told::Play)
        .until(13_000);
    // At multiples of 500, which neither start has moved. The second session has a second `play`:
    // nothing leaks into it.
    assert_eq!(
        script.events(),
        [
            "sessionStart @1300 0",
            "play @1300 0",
            "play @2500 0",
            "sessionEnd @3000 0",
            "sessionStart @10100 0",
            "play @10100 0",
            "play @11500 0",
        ]
    );
}

#[test]
fn an_end_and_an_ad_break_release_what_is_held() {
    let script = Script::online(IOS).at(0, start(250)).at(50, Told::Play).at(100, Told::End);
    assert_eq!(script.events(), ["sessionStart @0 0", "play @50 0", "sessionEnd @100 0"]);

    let script = Script::online(IOS).at(0, start(250)).at(50, Told::Play).at(100, ad_break(0.0));
    assert_eq!(script.events(), ["sessionStart @0 0", "adBreakStart @100 0"]);
}

#[test]
fn a_session_that_goes_on_says_so() {
    let script = Script::online(IOS)
        .at(0, start(0))
        .at(0, Told::Play)
        .at(500, ad_break(0.0))
        .at(600, Told::AdBreakComplete)
        .at(700, Told::StateStart("mute".to_owned()))
        .at(1_000, Told::Pause)
        .at(32 * MINUTE, quality(1e3, 25.0))
        .at(32 * MINUTE + 500, Told::Play);
    assert_eq!(
        script.events(),
        [
            "sessionStart @0 0",
            "play @0 0",
            "adBreakStart @500 0",
            "adBreakComplete @600 0",
            "play @600 0",
            "stateStart @700 0",
            "pauseStart @1000 0",
            "sessionEnd qoe @1920000 0",
            "sessionStart resume qoe @1920500 0",
            "stateStart @1920500 0",
            "play @1920500 0",
        ]
    );
}

#[test]
fn quality_is_compared_as_integers_and_rides_on_states_too() {
    let script = Script::online(IOS)
        .at(0, start(0))
        .at(0, quality(1_000.0, 23.976))
        .at(0, Told::Play)
        .at(10, quality(1_000.0, 23.5))
        .at(20, Told::Pause)
        .at(30, quality(2_000.0, 23.5))
        .at(40, Told::StateStart("mute".to_owned()))
        .at(50, Told::StateEnd("mute".to_owned()))
        .at(60, quality(3_000.0, 23.5))
        .at(70, Told::BitrateChange)
        .at(80, Told::SeekStart)
        .at(90, Told::Error("e".to_owned()))
        .at(100, Told::SeekComplete);
    assert_eq!(
        script.events(),
        [
            "sessionStart @0 0",
            "play qoe @0 0",
            "pauseStart @20 0",
            "stateStart qoe @40 0",
            "stateEnd @50 0",
            "bitrateChange qoe @70 0",
            "pauseStart @80 0",
            "error qoe @90 0",
            // It differs from what the error carried.
            "pauseStart qoe @100 0",
        ]
    );
}

#[test]
fn empty_ids_of_errors_and_negative_playheads_are_taken() {
    let calls = |script: Script| {
        script
            .at(0, start(0))
            .at(0, Told::Playhead(7.0))
            .at(0, Told::Playhead(-5.0))
            .at(0, Told::Error(String::new()))
            .at(0, Told::Play)
    };
    let sessions = calls(Script::online(IOS)).sessions();
    let [start, error, play] = &sessions[0][..] else { panic!("{sessions:?}") };
    assert_eq!(start["playerTime"]["playhead"], 0);
    assert_eq!(error["qoeData"]["media.qoe.errorID"], "");
    assert_eq!(error["qoeData"]["media.qoe.errorSource"], "player");
    assert_eq!(play["playerTime"]["playhead"], -5);
    assert_eq!(calls(Script::online(ANDROID)).events(), ["sessionStart @0 0", "play @0 7"]);
}

#[test]
fn a_break_that_differs_by_less_than_a_millionth_is_the_same() {
    let calls = |script: Script| {
        script.at(0, start(0)).at(0, ad_break(30.0)).at(10, ad_break(30.000_000_5)).events()
    };
    assert_eq!(calls(Script::online(IOS)), ["sessionStart @0 0", "adBreakStart @0 0"]);
    assert_eq!(
        calls(Script::online(ANDROID)),
        ["sessionStart @0 0", "adBreakStart @0 0", "adBreakComplete @10 0", "adBreakStart @10 0"]
    );
}

#[test]
fn a_session_says_whether_it_is_downloaded() {
    let online = Script::online(IOS).at(0, start(0)).sessions();
    assert_eq!(online[0][0]["params"]["media.downloaded"], false);
    let downloaded = Script::downloaded(IOS).at(0, start(0)).sessions();
    assert_eq!(downloaded[0][0]["params"]["media.downloaded"], true);
}

#[test]
fn the_playhead_of_the_session_before_comes_back() {
    let script = Script::online(IOS)
        .at(0, start(0))
        .at(0, Told::Playhead(50.0))
        .at(1_000, Told::End)
        .at(5_000, start(0))
        .at(5_000, Told::Play)
        .until(8_000);
    assert_eq!(
        script.events(),
        [
            "sessionStart @0 0",
            "sessionEnd @1000 50",
            "sessionStart @5000 0",
            "play @5000 0",
            "play @6500 50",
        ]
    );
}
