//! Live streams, whose playhead the tracker makes.

use media_collection::tracker::{DownloadedSessions, Media, Tracker};

use super::{Played, all_of};
use crate::fixtures::{BEGAN, start_params};

const DAY: i64 = 86_400_000;

fn begun(media: impl FnOnce(Media) -> Media) -> Played<DownloadedSessions> {
    let mut params = start_params();
    params.content_type = "live".into();
    params.length = 86_400.0;
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    let media = media(Media::new(params));
    played.call(|tracker, moment| tracker.session_start(moment, media).unwrap());
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(250);
    played
}

/// Each event with its second of the day minus the playhead.
fn behind(played: &mut Played<DownloadedSessions>) -> Vec<(String, f64)> {
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    assert_eq!(session.lint(), []);
    let events = all_of(session).into_iter().map(|event| {
        let time = event.player_time;
        let second = time.ts.rem_euclid(DAY) as f64 / 1_000.0;
        (event.event_name().to_owned(), ((second - time.playhead) * 10.0).round() / 10.0)
    });
    events.collect()
}

#[test]
fn the_playhead_is_the_second_of_the_day() {
    let mut played = begun(Media::live);
    played.pass(120_000);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.pass(60_000);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(10_000);
    let behind = behind(&mut played);
    let expected = [
        ("sessionStart", 0.0),
        ("play", 0.0),
        ("play", 0.0),
        ("ping", 0.0),
        ("ping", 0.0),
        ("pauseStart", 0.0),
        ("ping", 50.0),
        ("play", 0.0),
        ("sessionEnd", 0.0),
    ];
    assert_eq!(behind, expected.map(|(name, behind)| (name.to_owned(), behind)));
}

#[test]
fn with_dvr_the_viewing_stays_behind() {
    let mut played = begun(|media| media.live_with_dvr(30.0));
    played.pass(10_000);
    played.call(|tracker, moment| tracker.pause(moment).unwrap());
    played.pass(20_000);
    played.call(|tracker, moment| tracker.play(moment).unwrap());
    played.pass(10_000);
    played.call(|tracker, moment| tracker.seek_start(moment).unwrap());
    played.call(|tracker, moment| tracker.behind_live(moment, 0.0).unwrap());
    played.call(|tracker, moment| tracker.seek_complete(moment).unwrap());
    played.pass(10_000);
    let behind = behind(&mut played);
    let expected = [
        ("sessionStart", 30.0),
        ("play", 30.0),
        ("play", 30.0),
        ("pauseStart", 30.0),
        ("play", 50.0),
        ("pauseStart", 50.0),
        ("play", 0.0),
        ("sessionEnd", 0.0),
    ];
    assert_eq!(behind, expected.map(|(name, behind)| (name.to_owned(), behind)));
}

#[test]
fn it_begins_again_at_midnight() {
    let mut played = begun(Media::live);
    let until_midnight = DAY - BEGAN.rem_euclid(DAY);
    played.pass(until_midnight - 250 - 5_000);
    let before = played.now;
    played.pass(60_000);
    played.call(|tracker, moment| tracker.end(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let events = all_of(session);
    let last = events.last().unwrap().player_time;
    assert_eq!((last.playhead, last.ts), (55.0, before + played.wall + 60_000));
    assert_eq!(session.lint(), []);
}
