//! A player with a tracker, and the sessions that come of it.

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Outcome};
use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Privacy, Sessions, Tracked, Tracker, TrackerMode,
    TrackerOptions,
};
use media_collection::{DownloadedSession, Event, RawSession};
use serde_json::Value;

use super::arguments::{Arguments, Told};

/// A session that was recorded.
pub struct Recorded {
    pub events: Vec<Value>,
    /// By the wall clock, when the process ended or the viewer opted out before everything was sent.
    pub cut_at: Option<i64>,
    id: Option<String>,
}

/// All sessions of a replay.
#[derive(Default)]
pub struct Log {
    pub sessions: Vec<Recorded>,
    opened: usize,
}

impl Log {
    /// Nothing of the present sessions is sent from now on.
    pub fn cut(&mut self, at: Moment) {
        for session in &mut self.sessions {
            session.cut_at.get_or_insert(at.ts);
        }
    }

    fn add(&mut self, events: Vec<Event>) {
        let text = RawSession::from(events).encode().unwrap();
        let events = serde_json::from_slice(&text).unwrap();
        self.sessions.push(Recorded { events, cut_at: None, id: None });
    }
}

enum AnyTracker {
    Downloaded(Box<Tracker<DownloadedSessions>>),
    Online(Box<Tracker<OnlineSessions>>),
}

pub struct Player {
    tracker: AnyTracker,
    arguments: Arguments,
    mode: TrackerMode,
    /// When the host calls `handle_timeout`, by the monotonic clock.
    pub next: Option<i64>,
    /// What the tracker asked for last.
    polled: Option<i64>,
    /// The period of the host's timer since it was put off, as by a hidden tab.
    period: Option<i64>,
    is_alive: bool,
}

impl Player {
    pub fn new(arguments: Arguments, mode: TrackerMode) -> Self {
        let mut options = TrackerOptions::default();
        options.mode = mode;
        let tracker = if arguments.is_downloaded() {
            let tracker = Tracker::with_options(DownloadedSessions::new(), options);
            AnyTracker::Downloaded(Box::new(tracker))
        } else {
            AnyTracker::Online(Box::new(Tracker::with_options(OnlineSessions::new(), options)))
        };
        Self { tracker, arguments, mode, next: None, polled: None, period: None, is_alive: true }
    }

    pub const fn arguments(&self) -> &Arguments {
        &self.arguments
    }

    pub fn call(&mut self, at: Moment, told: Told, log: &mut Log) {
        if !self.is_alive {
            return;
        }
        match &mut self.tracker {
            AnyTracker::Downloaded(tracker) => drop(tell(tracker, at, told)),
            AnyTracker::Online(tracker) => drop(tell(tracker, at, told)),
        }
        self.collect(at, log);
        let polled = self.poll();
        if self.is_better() {
            self.next = polled.map(|due| due.max(at.now));
        } else if polled != self.polled {
            (self.next, self.period) = (polled, None);
        }
        self.polled = polled;
    }

    pub fn timeout(&mut self, at: Moment, log: &mut Log) {
        match &mut self.tracker {
            AnyTracker::Downloaded(tracker) => drop(tracker.handle_timeout(at).unwrap()),
            AnyTracker::Online(tracker) => drop(tracker.handle_timeout(at).unwrap()),
        }
        self.collect(at, log);
        let polled = self.poll();
        assert!(polled.is_none_or(|due| due > at.now), "{polled:?} is past at {at:?}");
        self.next = match self.period {
            Some(period) if polled.is_some() => Some(at.now + period),
            _ => polled,
        };
        self.polled = polled;
    }

    /// The host's timer does not run until then, and has this period from then on.
    pub fn put_off(&mut self, until: i64, period: i64) {
        if self.next.is_some() {
            self.next = Some(until);
            self.period = (!self.is_better()).then_some(period);
        }
    }

    /// The viewer opts out. What was recorded is kept for the comparison.
    pub fn opt_out(&mut self, at: Moment, log: &mut Log) {
        let kept = self.take_present();
        let discarded = match &mut self.tracker {
            AnyTracker::Downloaded(tracker) => tracker.privacy(at, Privacy::OptedOut).unwrap(),
            AnyTracker::Online(tracker) => tracker.privacy(at, Privacy::OptedOut).unwrap(),
        };
        let expected = kept.as_ref().map_or(0, Vec::len);
        assert_eq!((discarded.sessions, discarded.events), (usize::from(kept.is_some()), expected));
        if let Some(events) = kept {
            log.add(events);
        }
    }

    /// The process ends. A downloaded session that has not ended is closed before it is sent.
    pub fn end_process(&mut self, log: &mut Log) {
        if !std::mem::replace(&mut self.is_alive, false) {
            return;
        }
        self.next = None;
        if let Some(events) = self.take_present() {
            self.upload(events, log);
        }
    }

    /// A downloaded session is sent. If it has not ended, it is closed before.
    fn upload(&self, mut events: Vec<Event>, log: &mut Log) {
        let last = events.last().expect("it has a start");
        if !matches!(last.event_name(), "sessionEnd" | "sessionComplete") {
            if self.is_better() {
                events = DownloadedSession::repair(events).unwrap().0.into_events();
            } else {
                // The last event once more: rule D3.
                events.push(Event::session_end(last.player_time));
            }
        }
        log.add(events);
    }

    fn is_better(&self) -> bool {
        self.mode == TrackerMode::Better
    }

    fn poll(&self) -> Option<i64> {
        match &self.tracker {
            AnyTracker::Downloaded(tracker) => tracker.poll_timeout(),
            AnyTracker::Online(tracker) => tracker.poll_timeout(),
        }
    }

    /// The events of the downloaded session that is being recorded.
    fn take_present(&self) -> Option<Vec<Event>> {
        let AnyTracker::Downloaded(tracker) = &self.tracker else { return None };
        let present = tracker.sessions().present()?.clone();
        Some(RawSession::from(present.into_session()).into_events())
    }

    fn collect(&mut self, at: Moment, log: &mut Log) {
        match &mut self.tracker {
            AnyTracker::Downloaded(tracker) => {
                for session in tracker.sessions_mut().take_raw() {
                    self.upload(session.into_events(), log);
                }
            }
            AnyTracker::Online(tracker) => send(tracker.sessions_mut(), at.now, log),
        }
    }
}

/// Sends everything that waits to a collector that takes everything.
fn send(sessions: &mut OnlineSessions, now: i64, log: &mut Log) {
    loop {
        let outgoing = match sessions.next_request(now).unwrap() {
            NextRequest::Send(outgoing) => outgoing,
            NextRequest::Nothing => break,
            other => panic!("{other:?}"),
        };
        let event: Value = serde_json::from_slice(outgoing.call.body()).unwrap();
        let mut response = Response::builder();
        match outgoing.call.path().strip_suffix("/events") {
            None => {
                log.opened += 1;
                let id = log.opened.to_string();
                response =
                    response.status(201).header("location", format!("/api/v1/sessions/{id}"));
                log.sessions.push(Recorded { events: vec![event], cut_at: None, id: Some(id) });
            }
            Some(path) => {
                response = response.status(204);
                let id = path.rsplit('/').next();
                let session = log.sessions.iter_mut().find(|session| session.id.as_deref() == id);
                session.expect("it was opened").events.push(event);
            }
        }
        let response = response.body(Vec::<u8>::new()).unwrap();
        let outcome = sessions.responded(outgoing.ticket, &response, now, 0.5);
        assert!(!matches!(outcome, Outcome::Stale), "the request was the session's own");
    }
}

fn tell<S: Sessions>(tracker: &mut Tracker<S>, at: Moment, told: Told) -> Tracked {
    let done = match told {
        Told::Start(media) => tracker.session_start(at, *media),
        Told::Complete => tracker.complete(at),
        Told::End => tracker.end(at),
        Told::Play => tracker.play(at),
        Told::Pause => tracker.pause(at),
        Told::BufferStart => tracker.buffer_start(at),
        Told::BufferComplete => tracker.buffer_complete(at),
        Told::SeekStart => tracker.seek_start(at),
        Told::SeekComplete => tracker.seek_complete(at),
        Told::AdBreakStart(params) => tracker.ad_break_start(at, *params),
        Told::AdBreakComplete => tracker.ad_break_complete(at),
        Told::AdStart(ad) => tracker.ad_start(at, *ad),
        Told::AdComplete => tracker.ad_complete(at),
        Told::AdSkip => tracker.ad_skip(at),
        Told::ChapterStart(chapter) => tracker.chapter_start(at, *chapter),
        Told::ChapterComplete => tracker.chapter_complete(at),
        Told::ChapterSkip => tracker.chapter_skip(at),
        Told::BitrateChange => tracker.bitrate_change(at),
        Told::Error(id) => tracker.error(at, id),
        Told::StateStart(name) => tracker.state_start(at, name),
        Told::StateEnd(name) => tracker.state_end(at, name),
        Told::Quality(quality) => tracker.quality(at, quality),
        Told::Playhead(seconds) => tracker.playhead(at, seconds),
        Told::Refused => tracker.ignored(at),
    };
    done.unwrap_or_else(|error| panic!("{error}"))
}
