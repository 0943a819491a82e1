//! The calls of every capture lead to the sessions that the SDK sent (faithful mode), and to those
//! that it should have sent (better mode).
//!
//! Another folder of captures, and of sessions that are expected of better mode, can be named with
//! `MEDIA_COLLECTION_CAPTURES` and `MEDIA_COLLECTION_BETTER`. With `--nocapture` there is a line for
//! each file.

use std::{env, panic};

use media_collection::tracker::TrackerMode;
use serde_json::Value;

use super::arguments::ENVIRONMENT;
use super::capture::{self, Capture, captures};
use super::driven::Recorded;
use super::replay::{faithful, replay};
use super::sent;
use crate::fixtures::same;

/// In these captures the SDK never took a session for opened, so that it sent nothing but the start:
/// the response was an error, had no `Location` that the SDK reads, had the wrong status for it, or
/// came too late.
const NEVER_OPENED: [&str; 8] = [
    "android-online-server_201_absolute_location",
    "android-online-server_201_after_6s_timeout",
    "android-online-server_201_without_location",
    "android-online-server_sessionstart_500",
    "js-online-server_200_with_location",
    "js-online-server_201_after_6s_timeout",
    "js-online-server_201_without_location",
    "js-online-server_sessionstart_500",
];

/// Here the requests are in the order of their arrival, which within one instant is any.
const OUT_OF_ORDER: &str = "events_arrive_out_of_order";

/// What the SDKs had recorded so shortly before the end of the process, or before the viewer opted
/// out, may not have been sent, in milliseconds: it waited for its turn.
const UNSENT: i64 = 5_000;

/// What the SDKs fill in when they send.
const FILLED_IN: [&str; 13] = [
    "analytics.trackingServer",
    "analytics.reportSuite",
    "analytics.enableSSL",
    "analytics.visitorId",
    "analytics.aid",
    "visitor.marketingCloudOrgId",
    "visitor.marketingCloudUserId",
    "visitor.aamLocationHint",
    "visitor.customerIDs",
    "media.sdkVersion",
    "media.libraryVersion",
    "media.channel",
    "media.playerName",
];

pub type Session = Vec<Value>;

#[test]
fn the_faithful_modes_do_what_the_sdks_do() {
    check_all("faithful", |capture| {
        let mut expected = sent::sessions(capture);
        expected.sort_by_key(start_key);
        let mut recorded = replay(capture, faithful(capture));
        recorded.retain_mut(|session| was_sent(session, &expected, capture));
        let mut sessions: Vec<_> = recorded.into_iter().map(|session| session.events).collect();
        sessions.sort_by_key(start_key);
        for (number, session) in expected.iter_mut().enumerate() {
            without_filled_in(session, sessions.get(number));
        }
        for session in &mut sessions {
            without_environment(session);
        }
        if capture.scenario() == OUT_OF_ORDER {
            sessions.iter_mut().chain(&mut expected).for_each(sort_by_time);
        }
        let cut = NEVER_OPENED.contains(&capture.name.as_str());
        difference(&sessions, &expected, cut)
    });
}

#[test]
fn better_mode_does_what_the_sdks_should_do() {
    let folder = capture::folder("MEDIA_COLLECTION_BETTER", "better");
    let is_given = env::var_os("MEDIA_COLLECTION_CAPTURES").is_none()
        || env::var_os("MEDIA_COLLECTION_BETTER").is_some();
    check_all("better", |capture| {
        let file = folder.join(format!("{}.json", capture.name));
        if !is_given && !file.exists() {
            return Ok("nothing is expected".to_owned());
        }
        let mut expected: Vec<Session> = capture::read(&file);
        let recorded = replay(capture, TrackerMode::Better);
        let mut sessions: Vec<_> = recorded.into_iter().map(|session| session.events).collect();
        for sessions in [&mut sessions, &mut expected] {
            sessions.sort_by_key(start_key);
            for session in sessions {
                without_environment(session);
                without_online_flag(session);
                sort_restored_states(session);
            }
        }
        difference(&sessions, &expected, false)
    });
}

/// Checks every capture, prints a line for each, and fails if one differs.
fn check_all(
    mode: &str,
    check: impl Fn(&Capture) -> Result<String, String> + panic::RefUnwindSafe,
) {
    let captures = captures();
    let least = if env::var_os("MEDIA_COLLECTION_CAPTURES").is_some() { 1 } else { 108 };
    assert!(captures.len() >= least, "only {} captures", captures.len());
    let mut differ = Vec::new();
    for capture in &captures {
        let name = &capture.name;
        let checked = panic::catch_unwind(panic::AssertUnwindSafe(|| check(capture)));
        match checked.unwrap_or_else(|_| Err("it panicked".to_owned())) {
            Ok(what) => println!("{mode} {name}: {what}"),
            Err(difference) => {
                println!("{mode} {name}: DIFFERS: {difference}");
                differ.push(format!("{name}: {difference}"));
            }
        }
    }
    let (count, all) = (differ.len(), captures.len());
    assert!(differ.is_empty(), "{mode}: {count} of {all} differ\n{}", differ.join("\n"));
}

/// The first difference, or how much is equal. If the SDK did not send everything, what it sent has to
/// be the beginning of what was recorded.
fn difference(recorded: &[Session], expected: &[Session], cut: bool) -> Result<String, String> {
    for (number, expected) in expected.iter().enumerate() {
        let Some(recorded) = recorded.get(number) else {
            let first = &expected[0];
            return Err(format!("session {number} is missing, expected: {first}"));
        };
        for (place, event) in expected.iter().enumerate() {
            match recorded.get(place) {
                Some(recorded) if same(recorded, event) => {}
                Some(recorded) => {
                    return Err(format!(
                        "session {number}, event {place}\n  recorded {recorded}\n  expected {event}"
                    ));
                }
                None => {
                    return Err(format!(
                        "session {number} has {place} events, expected next: {event}"
                    ));
                }
            }
        }
        if !cut && let Some(more) = recorded.get(expected.len()) {
            return Err(format!("session {number}, event {} is too much: {more}", expected.len()));
        }
    }
    if recorded.len() > expected.len() {
        let more = &recorded[expected.len()][0];
        return Err(format!("session {} is too much: {more}", expected.len()));
    }
    let events: usize = expected.iter().map(Vec::len).sum();
    Ok(format!("{} sessions, {events} events are equal", expected.len()))
}

/// Whether a recorded session was sent. Takes the events from its end that were not.
fn was_sent(recorded: &mut Recorded, sent: &[Session], capture: &Capture) -> bool {
    let Some(cut_at) = recorded.cut_at else { return true };
    let events = &mut recorded.events;
    let start = start_key(events);
    let sent = sent.iter().find(|sent| start_key(sent) == start);
    if sent.is_none() && capture.is_downloaded() {
        // The viewer opted out before it was uploaded.
        return false;
    }
    let is_late = |event: &Value| event["playerTime"]["ts"].as_i64() > Some(cut_at - UNSENT);
    let count = sent.map_or(0, Vec::len);
    while events.len() > count && events.last().is_some_and(is_late) {
        events.pop();
    }
    !events.is_empty()
}

/// The order of sessions: by their starts, and if these are at the same time by what starts.
pub fn start_key(session: &Session) -> (Option<i64>, String) {
    let start = &session[0];
    let mut params = start["params"].as_object().cloned().unwrap_or_default();
    params.retain(|key, _| !FILLED_IN.contains(&key.as_str()));
    for value in params.values_mut() {
        // However it is spelt.
        if let Some(number) = value.as_f64() {
            *value = number.into();
        }
    }
    let custom = start["customMetadata"].to_string();
    (start["playerTime"]["ts"].as_i64(), Value::from(params).to_string() + &custom)
}

fn sort_by_time(session: &mut Session) {
    session.sort_by_key(|event| (event["playerTime"]["ts"].as_i64(), event.to_string()));
}

/// A session that was sent, without what is filled in when it is sent. What the tracker's own
/// configuration sets is compared.
fn without_filled_in(sent: &mut Session, recorded: Option<&Session>) {
    let own = recorded.map(|session| &session[0]["params"]);
    let is_own = |key: &str| own.is_some_and(|own| own[key] != ENVIRONMENT && !own[key].is_null());
    for event in sent {
        let kind = event["eventType"].clone();
        let Some(params) = event.get_mut("params").and_then(Value::as_object_mut) else { continue };
        if kind == "sessionStart" {
            params.retain(|key, _| !FILLED_IN.contains(&key.as_str()) || is_own(key));
        } else if kind == "adStart" {
            params.remove("media.ad.playerName");
        }
    }
}

/// A session without what stands for the things that are filled in when it is sent.
fn without_environment(session: &mut Session) {
    for event in session {
        if let Some(params) = event.get_mut("params").and_then(Value::as_object_mut) {
            params.retain(|_, value| value != ENVIRONMENT);
        }
    }
}

/// Better mode leaves `media.downloaded: false` out, because the back end refuses it.
fn without_online_flag(session: &mut Session) {
    if let Some(params) = session[0].get_mut("params").and_then(Value::as_object_mut) {
        params.retain(|key, value| key != "media.downloaded" || *value != false);
    }
}

/// The states with which a session goes on have no order.
fn sort_restored_states(session: &mut Session) {
    let is_state = |event: &Value| event["eventType"] == "stateStart";
    let restored = ["sessionStart", "chapterStart", "adBreakStart", "adStart"];
    let is_restored = |event: &Value| restored.iter().any(|kind| event["eventType"] == *kind);
    let Some(first) = session.iter().position(|event| !is_restored(event)) else { return };
    let count = session[first..].iter().take_while(|event| is_state(event)).count();
    let states = &mut session[first..first + count];
    let mut params: Vec<Value> = states.iter_mut().map(|state| state["params"].take()).collect();
    params.sort_by_key(ToString::to_string);
    for (state, params) in states.iter_mut().zip(params) {
        state["params"] = params;
    }
}
