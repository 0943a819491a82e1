//! What an app called is played into our recorders, and gives what Adobe's SDKs sent for it,
//! apart from what their timers do.

mod capture;
mod params;
mod player;
mod viewing;

use media_collection::lint::{Rule, Severity, lint};
use media_collection::{Event, EventBody, SessionStart};

use crate::fixtures::captures::captured_sessions;
use crate::fixtures::collector::Server;
use crate::fixtures::names;
use crate::recorders::{self, awake};
use capture::Capture;
use player::Player;

/// Captures that are not compared, and why: the calls alone do not lead to what was sent.
const EXCLUDED: &[(&str, &str)] = &[
    ("android-downloaded-app_killed_in_ad", KILLED),
    ("android-downloaded-buffer_idle_abort", IDLE),
    ("android-downloaded-pause_idle_restart_full_context", IDLE),
    ("android-downloaded-pause_idle_then_end", IDLE),
    ("android-downloaded-report_failures_then_success", AGAIN),
    ("android-downloaded-restart_24h_device_asleep", DAY),
    ("android-downloaded-restart_24h_full", DAY),
    ("android-online-buffer_idle_abort", IDLE),
    ("android-online-idle_flag_leaks_into_next_session", IDLE),
    ("android-online-pause_idle_restart", IDLE),
    ("android-online-pause_idle_then_end", IDLE),
    ("android-online-restart_24h_device_asleep", DAY),
    ("android-online-server_201_v2_location_with_suffix", MISREAD),
    ("android-online-server_201_without_location", AGAIN),
    ("android-online-server_sessionstart_400_then_201", AGAIN),
    ("android-online-stale_idle_start_leaks_into_next_session", IDLE),
    ("js-online-network_errors", AGAIN),
    ("js-online-odd_playheads", "an infinite playhead is sent as null, and that body is no event"),
    ("js-online-pause_idle_restart", IDLE),
    ("js-online-server_200_with_location", AGAIN),
    ("js-online-server_201_absolute_location", MISREAD),
    ("js-online-server_201_after_6s_timeout", "the SDK waits for ever after a timeout"),
    ("js-online-server_201_without_location", AGAIN),
    ("js-online-server_sessionstart_500", AGAIN),
];

const KILLED: &str = "the SDK makes up an end; sessions/repair.rs compares it with a repair";
const IDLE: &str = "a timer ends the session after 30 minutes without playing";
const DAY: &str = "a timer ends the session after 24 hours and opens another";
const AGAIN: &str = "the same start or batch is sent several times, and counts as several sessions";
const MISREAD: &str = "the SDK misreads the session's id, and its events cannot be found by it";

/// Plays the calls.
fn played(capture: &Capture, config: &Event) -> Vec<Vec<Event>> {
    let config = serde_json::to_value(config).unwrap();
    let mut players = vec![Player::new(&capture.mode, config.clone())];
    let mut current = 0;
    for call in capture::held(&capture.calls) {
        match call.api.as_str() {
            "(second tracker)" => {
                players.push(Player::new(&capture.mode, config.clone()));
                current = 1;
            }
            "(back to first tracker)" => current = 0,
            // Whoever opts out is not reported any more.
            "MobileCore.setPrivacyStatus" => break,
            _ => players[current].call(&call),
        }
    }
    players.into_iter().flat_map(Player::gone).collect()
}

/// The captured session without what the SDKs' timers added: pings, and one more `play` after a
/// second of content, which shows by its being where we have something else.
fn without_timers(ours: &[Event], sent: &[Event]) -> Vec<Event> {
    let mut kept: Vec<Event> = Vec::new();
    let mut playing = false;
    let mut repeated = false;
    for event in sent.iter().filter(|event| event.event_name() != "ping") {
        let is_play = event.event_name() == "play";
        let expected = ours.get(kept.len()).is_some_and(|ours| ours.event_name() == "play");
        if is_play && playing && !expected && !repeated {
            repeated = true;
            continue;
        }
        match event.event_name() {
            "play" => playing = true,
            "pauseStart" | "bufferStart" => playing = false,
            _ => {}
        }
        kept.push(event.clone());
    }
    kept
}

/// Compares an event, as far as what is in it follows from the calls.
fn difference(ours: &Event, theirs: &Event, in_order: bool) -> Option<String> {
    let differ = |what: &str| Some(format!("{what}: {ours:?} instead of {theirs:?}"));
    match (&ours.body, &theirs.body) {
        (EventBody::SessionStart(ours), EventBody::SessionStart(theirs)) => {
            // What the SDK adds of itself, its device and its visitor follows from no call.
            let mut expected = theirs.clone();
            let (to, from) = (&mut expected.params, &ours.params);
            to.analytics_aid.clone_from(&from.analytics_aid);
            to.analytics_enable_ssl = from.analytics_enable_ssl;
            to.analytics_visitor_id.clone_from(&from.analytics_visitor_id);
            to.library_version.clone_from(&from.library_version);
            to.sdk_version.clone_from(&from.sdk_version);
            to.visitor_aam_location_hint = from.visitor_aam_location_hint;
            to.visitor_customer_ids.clone_from(&from.visitor_customer_ids);
            to.visitor_marketing_cloud_user_id.clone_from(&from.visitor_marketing_cloud_user_id);
            let (mut expected, mut given) = (expected, ours.clone());
            if theirs.params.downloaded() != Some(true) {
                // Left out or false: the same online.
                for start in [&mut expected, &mut given] {
                    let mut value = serde_json::to_value(&start.params).unwrap();
                    value.as_object_mut().unwrap().remove("media.downloaded");
                    start.params = serde_json::from_value(value).unwrap();
                }
            }
            if given != expected {
                return differ("the start");
            }
        }
        (left, right) if left != right => return differ("what happened"),
        _ => {}
    }
    // Other events carry the quality when it has changed, which the app decides.
    if ["error", "bitrateChange"].contains(&ours.event_name()) && ours.qoe_data != theirs.qoe_data {
        return differ("the quality");
    }
    let later = ours.player_time.ts - theirs.player_time.ts;
    // What one call brings about has one time there, and a time each here.
    if in_order && !(0..10).contains(&later) {
        return differ("the time");
    }
    None
}

fn compare(name: &str, ours: &[Event], sent: &[Event]) -> Result<(), String> {
    let expected = without_timers(ours, sent);
    let pings = ours.iter().filter(|event| event.event_name() != "ping");
    let ours: Vec<_> = pings.cloned().collect();
    if names(&ours) != names(&expected) {
        return Err(format!("{name}:\nours   {:?}\ntheirs {:?}", names(&ours), names(&expected)));
    }
    let in_order = sent.is_sorted_by_key(|event| event.player_time.ts);
    for (ours, theirs) in ours.iter().zip(&expected) {
        if let Some(difference) = difference(ours, theirs, in_order) {
            return Err(format!("{name}: {difference}"));
        }
    }
    Ok(())
}

/// What is wrong with what we make of the calls; how many sessions were compared.
fn problems(capture: &Capture, sent: &[(String, Vec<Event>)]) -> (Vec<String>, usize) {
    let sent: Vec<_> = sent.iter().filter(|(name, _)| *name == capture.name).collect();
    let ours = played(capture, &sent[0].1[0]);
    if ours.len() != sent.len() {
        let problem = format!("{}: {} sessions, not {}", capture.name, ours.len(), sent.len());
        return (vec![problem], 0);
    }
    let mut problems = Vec::new();
    for (ours, (_, sent)) in ours.iter().zip(&sent) {
        problems.extend(compare(&capture.name, ours, sent).err());
        let ended = ours.last().is_some_and(|last| last.event_name().starts_with("session"));
        let serious = lint(ours)
            .into_iter()
            .filter(|finding| finding.severity() > Severity::Advice)
            // An app that is gone closes nothing.
            .filter(|finding| ended || finding.rule != Rule::BreakClosed);
        problems.extend(serious.map(|finding| format!("{}: {finding}", capture.name)));
    }
    (problems, sent.len())
}

#[test]
fn calls_give_what_the_sdks_sent() {
    let sent = captured_sessions();
    let (mut all, mut compared) = (Vec::new(), 0);
    for capture in capture::all() {
        let (problems, sessions) = problems(&capture, &sent);
        if let Some((name, why)) = EXCLUDED.iter().find(|(name, _)| *name == capture.name) {
            assert!(!problems.is_empty(), "{name} is excluded without need: {why}");
            continue;
        }
        all.extend(problems);
        compared += sessions;
    }
    assert!(all.is_empty(), "{} problems\n{}", all.len(), all.join("\n"));
    assert!(compared > 80, "only {compared} sessions were compared");
}

/// After 30 minutes of pause, or a day, the SDKs open a new session where the old one stood. We
/// do so too: with the same events in the same order.
#[test]
fn a_lost_session_is_restored_as_the_sdks_restart_one() {
    let scenarios = [
        "android-downloaded-pause_idle_restart_full_context",
        "android-online-pause_idle_restart",
        "js-online-pause_idle_restart",
        "android-online-restart_24h_device_asleep",
    ];
    let sent = captured_sessions();
    for scenario in scenarios {
        let mut sessions = sent.iter().filter(|(name, _)| name == scenario);
        let (first, second) = (&sessions.next().unwrap().1, &sessions.next().unwrap().1);
        let (mut server, mut at) = (Server::new(|_| Some(204)), first[0].player_time);
        let mut recorder = recorders::online(SessionStart::try_from(first[0].clone()).unwrap());
        for event in first[1..].iter().filter(|event| event.event_name() != "sessionEnd") {
            recorder.record(event.clone()).unwrap();
            at = event.player_time;
        }
        server.drain(&mut recorder, awake);
        // The viewer goes on after the time that a session may last.
        at.ts = second[0].player_time.ts;
        recorder.play(at).unwrap();
        let opening = recorders::next(&mut recorder).unwrap();
        assert_eq!(opening.call.path(), "/api/v1/sessions", "{scenario}");
        assert_eq!(recorder.start().player_time.ts, second[0].player_time.ts);
        assert_eq!(recorder.start().params.resume, Some(true));

        let restored: Vec<_> = recorder.queue().cloned().collect();
        let theirs = &second[1..=restored.len()];
        assert_eq!(names(&restored), names(theirs), "{scenario}");
        for (ours, theirs) in restored.iter().zip(theirs) {
            assert_eq!(ours.body, theirs.body, "{scenario}");
        }
    }
}
