//! One thread owns the tracker. The callbacks of a player, of an async runtime or of another language
//! send it messages, and so does the thread that does the HTTP. `poll_timeout` is how long it waits.
#![forbid(unsafe_code)]

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::{thread, time::Duration};

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Ticket};
use media_collection::tracker::{OnlineSessions, Tracker};
use media_collection::{Accepted, Call, Created, Event, Policy, SessionStartParams, SteadyClock};

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// What the tracker's thread is told. A C library exports a function for each, which sends it.
enum Said {
    Opened(Box<SessionStartParams>),
    Playing,
    Paused,
    Position(f64),
    Closed,
    /// What came of a request: a response, or none.
    Sent(Ticket, Option<Response<Vec<u8>>>),
}

/// The tracker's thread. It does not block, as HTTP does: a message counts when it is received.
fn track(told: &Receiver<Said>, network: &Sender<(Ticket, Call)>) -> Result<(), Failed> {
    let clock = SteadyClock::new();
    let mut tracker = Tracker::new(OnlineSessions::new());
    let (mut closed, mut in_flight, mut next_attempt) = (false, false, i64::MAX);
    while !closed || !tracker.sessions().is_done() {
        let due = tracker.poll_timeout().unwrap_or(i64::MAX).min(next_attempt);
        let wait = due.saturating_sub(clock.now()).clamp(0, 60_000);
        let said = told.recv_timeout(Duration::from_millis(wait as u64));
        let now = clock.now();
        tracker.handle_timeout(now)?; // always: messages without a pause must not delay a ping
        match said {
            Ok(Said::Opened(params)) => drop(tracker.session_start(now, *params)?),
            Ok(Said::Playing) => drop(tracker.play(now)?),
            Ok(Said::Paused) => drop(tracker.pause(now)?),
            Ok(Said::Position(seconds)) => drop(tracker.playhead(now, seconds)?),
            Ok(Said::Closed) => closed = tracker.end(now)?.ignored().is_none(),
            Ok(Said::Sent(ticket, response)) => {
                let sessions = tracker.sessions_mut();
                let outcome = match response {
                    Some(response) => sessions.responded(ticket, &response, now, 0.5),
                    None => sessions.not_sent(ticket, now, 0.5),
                };
                println!("{outcome:?}");
                in_flight = false;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        if in_flight {
            continue; // one request at a time
        }
        match tracker.sessions_mut().next_request(now)? {
            NextRequest::Wait { until } => next_attempt = until,
            NextRequest::Send(outgoing) => {
                network.send((outgoing.ticket, outgoing.call))?;
                (in_flight, next_attempt) = (true, i64::MAX);
            }
            _ => next_attempt = i64::MAX,
        }
    }
    Ok(())
}

fn main() -> Result<(), Failed> {
    let ((say, told), (network, requests)) = (channel(), channel::<(Ticket, Call)>());
    let tracker = thread::spawn(move || track(&told, &network));
    let sent = say.clone();
    let collector = thread::spawn(move || -> Result<Vec<Event>, Failed> {
        let mut arrived = Vec::new();
        for (ticket, call) in requests {
            let response = match call.path() {
                "/api/v1/sessions" => Created::new("3f2a".parse()?).into_response(),
                _ => Accepted::new().into_response(),
            };
            arrived.push(Event::decode(call.body(), &Policy::strict())?);
            sent.send(Said::Sent(ticket, Some(response)))?;
        }
        Ok(arrived)
    });
    let params = SessionStartParams::builder().id("film-42").length(1_800.0).content_type("vod");
    let params = params.player_name("tv").channel("example").analytics_report_suite("suite");
    let params = params.analytics_tracking_server("metrics.example.com");
    let params = params.visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg");
    for said in [Said::Opened(Box::new(params.build())), Said::Playing, Said::Position(0.1)] {
        say.send(said)?;
    }
    thread::sleep(Duration::from_millis(300)); // the timer runs out after 250
    say.send(Said::Paused)?;
    say.send(Said::Closed)?;
    tracker.join().map_err(|_| "the tracker's thread has panicked")??;
    let arrived = collector.join().map_err(|_| "the collector's thread has panicked")??;
    let mut types: Vec<_> = arrived.iter().map(Event::event_name).collect();
    types.dedup(); // a slow machine may need the second `play`
    assert_eq!(types, ["sessionStart", "play", "pauseStart", "sessionEnd"]);
    Ok(())
}
