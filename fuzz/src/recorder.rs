//! Drives the recorders in memory by a player that reports any events, and a collector that sends
//! any responses.

use media_collection::http::Response;
use media_collection::lint::{Finding, Linter, Severity};
use media_collection::recorder::{NextRequest, Online, Order, Outcome};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Collector, DownloadedSession, Event,
    PlayerTime, QoeData, Recorder, SessionStart, SessionStartParams, State, StateEndParams,
    StateStartParams, StatesUpdateParams,
};

use crate::steps::Steps;

const BEGAN: i64 = 1_700_000_000_000;

pub fn run(bytes: &[u8]) {
    let mut steps = Steps::new(bytes);
    if steps.byte() % 2 == 0 { downloaded(steps) } else { online(steps) }
}

pub fn start(at: PlayerTime) -> SessionStart {
    let params = SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build();
    SessionStart::new(at, params)
}

/// A time near the previous one, usually later; rarely an extreme one.
fn time(steps: &mut Steps<'_>, clock: &mut i64) -> PlayerTime {
    let choice = steps.byte();
    match choice {
        250 => *clock = i64::from(steps.u32() as i32),
        251 => *clock = clock.saturating_sub(i64::from(steps.u32())),
        252 => *clock = clock.saturating_add(i64::from(steps.u32())),
        _ => *clock = clock.saturating_add((i64::from(choice) - 16) * 100),
    }
    let playhead = match choice {
        253 => f64::NAN,
        254 => f64::INFINITY,
        255 => -1e300,
        _ => f64::from(choice),
    };
    PlayerTime::new(playhead, *clock)
}

const NAMES: [&str; 14] =
    ["mute", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "", "full screen"];

fn names(steps: &mut Steps<'_>) -> Option<Vec<State>> {
    let count = steps.below(5);
    (count > 0).then(|| (1..count).map(|_| State::new(*steps.pick(&NAMES))).collect())
}

pub fn event(steps: &mut Steps<'_>, clock: &mut i64) -> Event {
    let kind = steps.byte();
    let at = time(steps, clock);
    let number = at.playhead;
    let quality = || QoeData::builder().bitrate(1).build();
    match kind % 21 {
        0 => Event::play(at),
        1 => Event::ping(at),
        2 => Event::pause_start(at),
        3 => Event::buffer_start(at),
        4 => Event::ad_break_start(at, AdBreakStartParams::new(i64::from(kind), number)),
        5 => Event::ad_break_complete(at),
        6 => {
            let ad = AdStartParams::builder().id("spot").length(number).pod_position(1);
            Event::ad_start(at, ad.player_name("living-room").build())
        }
        7 => Event::ad_complete(at),
        8 => Event::ad_skip(at),
        9 => Event::chapter_start(
            at,
            ChapterStartParams::builder().length(10.0).offset(number).index(1).build(),
        ),
        10 => Event::chapter_complete(at),
        11 => Event::chapter_skip(at),
        12 => Event::state_start(at, StateStartParams::new(*steps.pick(&NAMES))),
        13 => Event::state_end(at, StateEndParams::new(*steps.pick(&NAMES))),
        14 => {
            let mut update = StatesUpdateParams::default();
            update.states_end = names(steps);
            update.states_start = names(steps);
            Event::states_update(at, update)
        }
        15 => Event::bitrate_change(at).with_qoe(quality()),
        16 => Event::error(at).with_qoe(quality()),
        17 => Event::ping(at).with_qoe(quality()),
        18 => Event::session_complete(at),
        19 => Event::session_end(at),
        _ => start(at).into(),
    }
}

/// Whether a collector would reject or ignore something.
fn loses(finding: &Finding) -> bool {
    finding.severity() > Severity::Advice
}

fn restored<T>(recorder: &T) -> T
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    let text = serde_json::to_string(recorder).expect("a recorder can be stored");
    serde_json::from_str(&text).expect("and restored")
}

fn order(steps: &mut Steps<'_>) -> Order {
    *steps.pick(&[Order::Refuse, Order::Close])
}

fn downloaded(mut steps: Steps<'_>) {
    let mut clock = BEGAN;
    let at = time(&mut steps, &mut clock);
    let mut recorder = Recorder::downloaded(start(at)).with_order(order(&mut steps));
    while !steps.is_empty() {
        let event = event(&mut steps, &mut clock);
        let allowed = recorder.allows(&event);
        let before = recorder.events().len();
        match recorder.record(event.clone()) {
            Ok(recorded) => {
                assert_eq!(allowed, Ok(()));
                assert_eq!(recorder.last(), recorded.player_time);
                let closed = recorded.closed;
                let closed = [closed.ad, closed.ad_break, closed.chapter];
                let closed = closed.into_iter().filter(|closed| *closed).count();
                assert_eq!(recorder.events().len(), before + closed + 1);
            }
            Err(refused) => {
                assert_eq!(recorder.events().len(), before, "a refusal changes nothing");
                assert_eq!(Some(refused.error), allowed.err());
                // Not a comparison of events: a playhead may be NaN.
                assert_eq!(format!("{:?}", refused.value), format!("{event:?}"));
            }
        }
    }
    assert_eq!(restored(&recorder), recorder);
    let open = recorder.clone().into_session();
    let at = time(&mut steps, &mut clock);
    let (mut finished, mut abandoned) = (recorder.clone(), recorder);
    let Ok(_) = finished.finish(at);
    let Ok(_) = abandoned.abandon(at);
    assert!(finished.has_ended() && abandoned.has_ended());
    let finished = [finished.into_session(), abandoned.into_session()];
    for session in &finished {
        assert_eq!(session.lint().into_iter().find(loses), None, "nothing recorded is lost");
        let text = session.encode().expect("a recorded session can be encoded");
        let again = DownloadedSession::decode(&text, &Default::default());
        assert_eq!(again.as_ref(), Ok(session), "a session survives encoding");
    }
    let (repaired, _) = DownloadedSession::repair(open.into_events()).expect("it has a start");
    assert_eq!(repaired.lint().into_iter().find(loses), None, "an interrupted one can be repaired");
}

/// The collector's view.
#[derive(Default)]
struct Seen {
    /// The linter of its open session.
    linter: Option<Linter>,
    /// It rejected an event, so events that depend on it may be wrong, also in a later session.
    /// That is not an error of the recorder.
    rejected: bool,
}

impl Seen {
    fn take(&mut self, event: &Event) {
        let Self { linter, rejected } = self;
        linter.as_mut().expect("the session is open").event(event, |finding| {
            assert!(*rejected || !loses(&finding), "nothing sent is lost: {finding}");
        });
    }
}

fn online(mut steps: Steps<'_>) {
    let collector = Collector::new("https://example.com/base").expect("an address");
    let mut clock = BEGAN;
    let at = time(&mut steps, &mut clock);
    let mut recorder = Recorder::online(start(at)).with_order(order(&mut steps));
    let mut seen = Seen::default();
    while !steps.is_empty() {
        match steps.byte() % 8 {
            0..4 => {
                let event = event(&mut steps, &mut clock);
                let before = recorder.queue().len();
                match recorder.record(event) {
                    Ok(_) => assert!(recorder.queue().len() > before),
                    Err(_) => assert_eq!(recorder.queue().len(), before),
                }
            }
            4..7 => {
                let status = *steps.pick(&[200, 400, 404, 410, 201, 204, 429, 500, 503, 302, 401]);
                exchange(&mut recorder, &collector, &mut seen, status);
            }
            _ => recorder = restored(&recorder),
        }
    }
    let at = time(&mut steps, &mut clock);
    let Ok(_) = if clock % 2 == 0 { recorder.finish(at) } else { recorder.abandon(at) };
    assert!(recorder.has_ended());
    // From here on the collector accepts everything.
    // Each event may need a new session, by its time.
    let most = (recorder.queue().len() + 1) * 50;
    for _ in 0..most {
        exchange(&mut recorder, &collector, &mut seen, 0);
    }
    assert!(recorder.is_done());
    assert_eq!(recorder.next_request(i64::MAX), Ok(NextRequest::Nothing));
}

/// Sends the next request and processes a response with this status; 0 means success.
fn exchange(recorder: &mut Recorder<Online>, collector: &Collector, seen: &mut Seen, status: u16) {
    // So late that no delay is left.
    let next = recorder.next_request(i64::MAX).expect("the start can be encoded");
    let NextRequest::Send(outgoing) = next else { return };
    let ticket = outgoing.ticket;
    let is_start = outgoing.request(collector).unwrap().uri().path().ends_with("/sessions");
    let status = match status {
        0 if is_start => 201,
        0 => 204,
        status => status,
    };
    let first = recorder.queue().next().cloned();
    let response = Response::builder().status(status).header("location", "/api/v1/sessions/3f2a");
    let response = response.body(Vec::new()).expect("a response");
    let left = recorder.queue().len();
    match recorder.responded(ticket, &response, i64::MAX, 0.5) {
        Outcome::Opened(_) => {
            assert!(is_start);
            seen.linter = Some(Linter::new());
            seen.take(&recorder.start().clone().into());
        }
        Outcome::Arrived => {
            assert!((200..300).contains(&status));
            assert_eq!(recorder.queue().len() + 1, left, "an accepted event leaves the queue");
            let event = first.expect("an event was sent");
            seen.take(&event);
        }
        // Only the end was still to be reported, of the viewing or of a session that is over.
        Outcome::Closed => assert!(recorder.queue().len() < left),
        Outcome::Reopening { .. } => seen.linter = None,
        Outcome::Stopped { .. } => {
            seen.linter = None;
            recorder.try_again();
        }
        Outcome::SetAside { .. } => {
            assert_eq!(recorder.queue().len() + 1, left);
            seen.rejected = true;
        }
        Outcome::Kept { .. } => assert_eq!(recorder.queue().len(), left, "nothing is lost"),
        other => panic!("{other:?}"),
    }
    let again = recorder.responded(ticket, &response, i64::MAX, 0.5);
    assert_eq!(again, Outcome::Stale, "a ticket is used once");
}
