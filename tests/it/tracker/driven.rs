//! Trackers that are driven alike, wherever their sessions are.

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Outcome};
use media_collection::store::{SessionKind, StoredSessions};
use media_collection::tracker::{
    Discarded, DownloadedSessions, Moment, OnlineSessions, Privacy, Sessions, Tracker,
};
use media_collection::{Event, RawSession};
use serde_json::Value;

use super::arguments::Told;

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

    pub fn add(&mut self, events: Vec<Event>) {
        let text = RawSession::from(events).encode().unwrap();
        let events = serde_json::from_slice(&text).unwrap();
        self.sessions.push(Recorded { events, cut_at: None, id: None });
    }
}

/// A tracker, wherever its sessions are.
pub trait Driven {
    fn tell(&mut self, at: Moment, told: Told);
    fn timeout(&mut self, at: Moment);
    fn poll(&self) -> Option<i64>;
    fn opt_out(&mut self, at: Moment) -> Discarded;
    /// Sends what can be sent, and takes the downloaded sessions that have ended.
    fn collect(&mut self, now: i64, log: &mut Log) -> Vec<Vec<Event>>;
    /// The events of the downloaded session that has not ended.
    fn unfinished(&self) -> Option<Vec<Event>>;
}

/// What is particular about some sessions.
pub trait Collected {
    fn collect(&mut self, _now: i64, _log: &mut Log) -> Vec<Vec<Event>> {
        Vec::new()
    }

    fn unfinished(&self) -> Option<Vec<Event>> {
        None
    }
}

impl<S: Sessions + Collected> Driven for Tracker<S> {
    fn tell(&mut self, at: Moment, told: Told) {
        let done = match told {
            Told::Start(media) => self.session_start(at, *media),
            Told::Complete => self.complete(at),
            Told::End => self.end(at),
            Told::Play => self.play(at),
            Told::Pause => self.pause(at),
            Told::BufferStart => self.buffer_start(at),
            Told::BufferComplete => self.buffer_complete(at),
            Told::SeekStart => self.seek_start(at),
            Told::SeekComplete => self.seek_complete(at),
            Told::AdBreakStart(params) => self.ad_break_start(at, *params),
            Told::AdBreakComplete => self.ad_break_complete(at),
            Told::AdStart(ad) => self.ad_start(at, *ad),
            Told::AdComplete => self.ad_complete(at),
            Told::AdSkip => self.ad_skip(at),
            Told::ChapterStart(chapter) => self.chapter_start(at, *chapter),
            Told::ChapterComplete => self.chapter_complete(at),
            Told::ChapterSkip => self.chapter_skip(at),
            Told::BitrateChange => self.bitrate_change(at),
            Told::Error(id) => self.error(at, id),
            Told::StateStart(name) => self.state_start(at, name),
            Told::StateEnd(name) => self.state_end(at, name),
            Told::Quality(quality) => self.quality(at, quality),
            Told::Playhead(seconds) => self.playhead(at, seconds),
            Told::Refused => self.ignored(at),
        };
        done.unwrap_or_else(|error| panic!("{error}"));
    }

    fn timeout(&mut self, at: Moment) {
        self.handle_timeout(at).unwrap_or_else(|error| panic!("{error}"));
    }

    fn poll(&self) -> Option<i64> {
        self.poll_timeout()
    }

    fn opt_out(&mut self, at: Moment) -> Discarded {
        self.privacy(at, Privacy::OptedOut).unwrap_or_else(|error| panic!("{error}"))
    }

    fn collect(&mut self, now: i64, log: &mut Log) -> Vec<Vec<Event>> {
        self.sessions_mut().collect(now, log)
    }

    fn unfinished(&self) -> Option<Vec<Event>> {
        self.sessions().unfinished()
    }
}

impl Collected for DownloadedSessions {
    fn collect(&mut self, _now: i64, _log: &mut Log) -> Vec<Vec<Event>> {
        self.take_raw().into_iter().map(RawSession::into_events).collect()
    }

    fn unfinished(&self) -> Option<Vec<Event>> {
        let present = self.present()?.clone();
        Some(RawSession::from(present.into_session()).into_events())
    }
}

/// Everything is sent at once, to a collector that takes everything.
impl Collected for OnlineSessions {
    fn collect(&mut self, now: i64, log: &mut Log) -> Vec<Vec<Event>> {
        loop {
            let outgoing = match self.next_request(now).unwrap() {
                NextRequest::Send(outgoing) => outgoing,
                NextRequest::Nothing => return Vec::new(),
                other => panic!("{other:?}"),
            };
            let event: Value = serde_json::from_slice(outgoing.call.body()).unwrap();
            let mut response = Response::builder().status(204);
            if let Some(path) = outgoing.call.path().strip_suffix("/events") {
                let id = path.rsplit('/').next();
                let session = log.sessions.iter_mut().find(|session| session.id.as_deref() == id);
                session.expect("it was opened").events.push(event);
            } else {
                log.opened += 1;
                let id = log.opened.to_string();
                let place = format!("/api/v1/sessions/{id}");
                response = Response::builder().status(201).header("location", place);
                log.sessions.push(Recorded { events: vec![event], cut_at: None, id: Some(id) });
            }
            let response = response.body(Vec::<u8>::new()).unwrap();
            let outcome = self.responded(outgoing.ticket, &response, now, 0.5);
            assert!(!matches!(outcome, Outcome::Stale), "the request was the session's own");
        }
    }
}

/// What is in a store is looked at in the store.
impl<K: SessionKind> Collected for StoredSessions<K> {}
