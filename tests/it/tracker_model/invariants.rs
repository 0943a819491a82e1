//! What must be true of everything that a better tracker records, whatever the player does.

use media_collection::lint::{Rule, Severity, lint};
use media_collection::recorder::{NextRequest, Outcome};
use media_collection::tracker::{DownloadedSessions, Moment, OnlineSessions, Tracker};
use media_collection::{Event, EventBody, Policy};

use super::call::{Call, Content, Part};
use super::drive::Watched;
use super::script::{Also, Script, Step};
use super::unruly::{Host, Kept, Unruly, restart_in_memory};
use crate::fixtures::random::random;
use crate::fixtures::{collector, names, opened, response};

/// The advice that the lint may give, and why the tracker is not at fault.
pub const ADVICE: &[(Rule, &str)] = &[
    (Rule::PlayheadWithinLength, "the player says any playhead"),
    (Rule::LengthUnit, "the player opens breaks at the playheads of a live stream that is no such"),
    (Rule::PlayheadStands, "the player says no playhead while it plays"),
    (Rule::PlayheadAgainstTime, "the player says any playhead"),
    (Rule::PlayheadWhilePaused, "the player says a playhead that moves while it pauses"),
    (Rule::PlayheadInAd, "the player says a playhead of the content in an ad"),
    (Rule::ThirtyMinutes, "the player says the same playhead before and after short breaks"),
    (Rule::EmptyAdBreak, "the player opens a break and no ad in it"),
    (Rule::PodIndexRepeated, "the player gives two breaks one number"),
    (Rule::AdPositionRepeated, "the player gives two ads of a break one position"),
    (Rule::BitrateWithoutValue, "the player has told no bitrate"),
    (Rule::NeverPlayed, "the player never plays"),
    (Rule::InstantPause, "the player pauses just before a break"),
    (Rule::PlayBeforePreRoll, "the player plays before its break, after the calls were released"),
    (Rule::AdPingGap, "the content is downloaded, and the viewer pauses in an ad"),
    (Rule::RepeatedPlayback, "an ad plays after a session has ended: the next one begins with it"),
];

/// The same where the device sleeps, stops or is set.
pub const ADVICE_ASLEEP: &[(Rule, &str)] = &[
    (Rule::TenMinutes, "after a day of sleep the session ends when the device wakes"),
    (Rule::PingGap, "there are no pings while the device sleeps"),
    (Rule::LivePlayhead, "the clock was set"),
];

/// More than the events of one call and of those that are made in the same millisecond.
const SLACK: i64 = 100;

/// The latest that a host of the scripts runs a timer.
const LATEST: i64 = 1_500;

impl Kept for DownloadedSessions {
    fn seen(&self) -> String {
        format!("{self:?}")
    }

    fn are_none(&self) -> bool {
        *self == Self::new()
    }

    fn restart(tracker: &mut Tracker<Self>, at: Moment) {
        restart_in_memory(tracker, at);
    }
}

impl Kept for OnlineSessions {
    fn seen(&self) -> String {
        format!("{self:?}")
    }

    fn are_none(&self) -> bool {
        *self == Self::new()
    }

    fn restart(tracker: &mut Tracker<Self>, at: Moment) {
        restart_in_memory(tracker, at);
    }
}

pub fn assert_worth_sending(sessions: &[Vec<Event>], advice: &[&[(Rule, &str)]]) {
    for (number, session) in sessions.iter().enumerate() {
        for finding in lint(session) {
            let is_known = advice.iter().copied().flatten().any(|(rule, _)| *rule == finding.rule);
            assert!(
                finding.severity() == Severity::Advice && is_known,
                "session {number}, {:?}: {finding}",
                names(session)
            );
        }
        for pair in session.windows(2) {
            let (one, next) = (pair[0].player_time.ts, pair[1].player_time.ts);
            assert!(one < next, "session {number}: {one} is not before {next}");
        }
    }
}

/// The viewings of a film have a ping every second in ads.
fn is_granular(session: &[Event]) -> bool {
    let EventBody::SessionStart(start) = &session[0].body else { panic!("{session:?}") };
    start.params.id == "film"
}

/// No ping comes early, and none later than the host runs its timers.
fn assert_punctual(session: &[Event], base: i64) {
    let granular = if base == 10_000 && is_granular(session) { 1_000 } else { base };
    // When the last event said that the viewing goes on, and whether an ad was open ever since.
    let (mut last, mut in_ad) = (session[0].player_time.ts, false);
    let mut was_in_ad = false;
    let mut before = "";
    for event in session {
        let ts = event.player_time.ts;
        match event.event_name() {
            "adStart" => in_ad = true,
            "adComplete" | "adSkip" => (in_ad, was_in_ad) = (false, false),
            _ => {}
        }
        let longest = if was_in_ad { granular } else { base };
        assert!(ts - last <= longest + LATEST + SLACK, "a ping is missing before {event:?}");
        // After an ad break before the first `play` a ping says that nothing plays.
        if event.event_name() == "ping" && before != "adBreakComplete" {
            let interval = if in_ad { granular } else { base };
            assert!(ts - last >= interval - SLACK, "{event:?} comes early, after {}", ts - last);
        }
        if ["play", "pauseStart", "bufferStart", "ping"].contains(&event.event_name()) {
            (last, was_in_ad) = (ts, in_ad);
        }
        before = event.event_name();
    }
}

pub fn always(tests: u64, property: fn(Script, bool)) {
    random(60, tests).quickcheck(property);
}

/// The sessions of a player that does anything, each of which has ended.
pub fn sessions<S: Kept + Watched>(
    script: &Script,
    host: Host,
    automatic_ad_breaks: bool,
) -> Vec<Vec<Event>> {
    let mut unruly = Unruly::new(S::default(), host, automatic_ad_breaks);
    unruly.play(script);
    unruly.end();
    let sessions = unruly.tracker.sessions_mut().recorded();
    for session in &sessions {
        let last = session.last().map(Event::event_name);
        assert!(matches!(last, Some("sessionEnd" | "sessionComplete")), "{last:?}");
    }
    sessions
}

#[test]
fn what_is_recorded_is_worth_sending_whatever_the_player_does() {
    fn property(script: Script, automatic: bool) {
        let host = Host { one_clock: false, punctual: false };
        let advice = &[ADVICE, ADVICE_ASLEEP];
        assert_worth_sending(&sessions::<DownloadedSessions>(&script, host, automatic), advice);
        assert_worth_sending(&sessions::<OnlineSessions>(&script, host, automatic), advice);
    }
    always(200, property);
}

#[test]
fn what_is_recorded_is_worth_sending_with_one_clock_that_is_set() {
    fn property(script: Script, automatic: bool) {
        let host = Host { one_clock: true, punctual: false };
        let advice = &[ADVICE, ADVICE_ASLEEP];
        assert_worth_sending(&sessions::<DownloadedSessions>(&script, host, automatic), advice);
        assert_worth_sending(&sessions::<OnlineSessions>(&script, host, automatic), advice);
    }
    always(200, property);
}

#[test]
fn no_ping_is_early_and_none_later_than_the_host() {
    fn property(mut script: Script, automatic: bool) {
        for step in &mut script.0 {
            if (-1_000..0).contains(&step.clock_set) {
                // The next viewing would begin that much later, to follow the one before.
                step.clock_set = 0;
            }
            if let Call::SessionStart(content) = &mut step.call {
                content.granular = Some(content.id == "film");
            }
        }
        let host = Host { one_clock: false, punctual: true };
        for session in sessions::<DownloadedSessions>(&script, host, automatic) {
            assert_punctual(&session, 50_000);
            assert_worth_sending(&[session], &[ADVICE]);
        }
        for session in sessions::<OnlineSessions>(&script, host, automatic) {
            assert_punctual(&session, 10_000);
            assert_worth_sending(&[session], &[ADVICE]);
        }
    }
    always(200, property);
}

/// Sends everything to a collector that takes it; returns the events of each session.
fn drain(sessions: &mut OnlineSessions, now: i64, arrived: &mut Vec<Vec<Event>>) {
    let policy = Policy::tolerant();
    while let NextRequest::Send(outgoing) = sessions.next_request(now).expect("it is JSON") {
        let ticket = outgoing.ticket;
        let request = outgoing.request(&collector()).unwrap();
        let event = Event::decode(request.body(), &policy).expect("it is an event");
        let path = request.uri().path();
        let response = match path.strip_prefix("/api/v1/sessions/session-") {
            None => {
                arrived.push(vec![event]);
                opened(arrived.len() - 1)
            }
            Some(rest) => {
                let number = rest.strip_suffix("/events").expect("the path of an event");
                arrived[number.parse::<usize>().expect("a number")].push(event);
                response(204)
            }
        };
        let outcome = sessions.responded(ticket, &response, now, 0.5);
        let is_taken = matches!(outcome, Outcome::Opened(_) | Outcome::Arrived | Outcome::Closed);
        assert!(is_taken, "{outcome:?}");
    }
}

#[test]
fn what_arrives_is_what_is_recorded() {
    fn property(mut script: Script, automatic: bool) {
        for step in &mut script.0 {
            if step.also == Also::OptsOut {
                // It deletes only what was not sent.
                step.also = Also::Nothing;
            }
        }
        let host = Host { one_clock: false, punctual: false };
        let recorded = sessions::<OnlineSessions>(&script, host, automatic);
        let mut arrived = Vec::new();
        let mut unruly = Unruly::new(OnlineSessions::new(), host, automatic);
        unruly.play_and(&script, |sessions, now| drain(sessions, now, &mut arrived));
        unruly.end();
        drain(unruly.tracker.sessions_mut(), i64::MAX, &mut arrived);
        assert!(unruly.tracker.sessions().is_done());
        assert_eq!(arrived, recorded);
    }
    always(100, property);
}

/// A ping came while an automatic ad break waited for its next ad: the next is counted from that one.
#[test]
fn a_ping_while_an_ad_break_waits_counts() {
    let content = Content {
        id: "episode",
        name: None,
        length: 1_800.0,
        resumed: None,
        hold: Some(0),
        granular: Some(false),
        automatic_breaks: None,
        playhead: None,
        live: None,
        metadata: false,
    };
    let (id, name) = ("a", Some("Two"));
    let ad = Part { id, name, position: 1, start: 12.0, length: 12.0, metadata: false };
    let step = |gap, call| {
        let (clock_set, timer_first, also) = (0, true, Also::Nothing);
        Step { gap, late: Some(200), clock_set, timer_first, also, call }
    };
    let script = |skipped: i64| {
        Script(vec![
            step(0, Call::SessionStart(content.clone())),
            step(750, Call::Play),
            step(1_000, Call::AdStart(ad.clone())),
            step(skipped, Call::AdSkip),
            step(25_000, Call::ChapterSkip),
        ])
    };
    let host = Host { one_clock: false, punctual: true };
    for skipped in (48_000..52_500).step_by(50) {
        for session in sessions::<DownloadedSessions>(&script(skipped), host, true) {
            assert_punctual(&session, 50_000);
        }
        for session in sessions::<OnlineSessions>(&script(skipped), host, true) {
            assert_punctual(&session, 10_000);
        }
    }
}
