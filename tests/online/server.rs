//! A collector in memory, and what must be true of the sessions that it saw.
#![allow(dead_code)]

use media_collection::http::{Request, Response};
use media_collection::{
    Answer, Collector, Event, EventBody, Linter, OnlineRecorder, Policy, QoeData, Severity,
};

/// What the collector does with a request; `None` is no answer at all.
pub type Script<'a> = Box<dyn FnMut(&Asked) -> Option<u16> + 'a>;

/// An event that the collector is asked to take.
pub struct Asked {
    /// The session's number.
    pub session: usize,
    /// How many events the session has taken, its start not among them.
    pub taken: usize,
    /// How many events there were before in all sessions, taken or not.
    pub asked: usize,
    pub event: Event,
}

pub struct Server<'a> {
    /// The events of each session, the start first.
    pub sessions: Vec<Vec<Event>>,
    pub asked: usize,
    script: Script<'a>,
}

impl<'a> Server<'a> {
    pub fn new(script: impl FnMut(&Asked) -> Option<u16> + 'a) -> Self {
        Self { sessions: Vec::new(), asked: 0, script: Box::new(script) }
    }

    pub fn send(&mut self, request: Request<Vec<u8>>) -> Option<Response<Vec<u8>>> {
        let event = Event::decode(request.body(), &Policy::tolerant()).unwrap();
        let segments: Vec<_> = request.uri().path().split('/').collect();
        if let ["", "api", "v1", "sessions"] = segments[..] {
            assert_eq!(event.event_name(), "sessionStart");
            self.sessions.push(vec![event]);
            return Some(opened(self.sessions.len() - 1));
        }
        let ["", "api", "v1", "sessions", id, "events"] = segments[..] else {
            panic!("{segments:?}")
        };
        let session: usize = id.strip_prefix("session-").unwrap().parse().unwrap();
        assert_eq!(session, self.sessions.len() - 1, "an event for a session that is lost");
        let taken = self.sessions[session].len() - 1;
        let asked = Asked { session, taken, asked: self.asked, event };
        self.asked += 1;
        let code = (self.script)(&asked)?;
        if code == 204 {
            self.sessions[session].push(asked.event);
        }
        Some(status(code))
    }

    /// Sends all there is, and tells what was set aside. `asleep` sees each state of the recorder
    /// and gives it back, as an app does that is stopped and started.
    pub fn drain(
        &mut self,
        recorder: &mut OnlineRecorder,
        asleep: fn(OnlineRecorder) -> OnlineRecorder,
    ) -> Vec<Event> {
        let collector = Collector::new("collector.example.com").unwrap();
        let mut aside = Vec::new();
        for _ in 0..10_000 {
            *recorder = asleep(recorder.clone());
            let Some(request) = recorder.next_request(&collector).unwrap() else { return aside };
            let Some(response) = self.send(request) else { continue };
            let before = recorder.clone();
            match recorder.answered(&response) {
                Ok(Answer::SetAside { event, .. }) => aside.push(*event),
                Ok(_) => {}
                Err(_) => assert_eq!(*recorder, before, "nothing changes by an answer to wait"),
            }
        }
        panic!("no end of requests: {} sessions", self.sessions.len());
    }
}

pub fn status(code: u16) -> Response<Vec<u8>> {
    Response::builder().status(code).body(Vec::new()).unwrap()
}

pub fn opened(session: usize) -> Response<Vec<u8>> {
    let location = format!("/api/v1/sessions/session-{session}");
    Response::builder().status(201).header("Location", location).body(Vec::new()).unwrap()
}

pub fn awake(recorder: OnlineRecorder) -> OnlineRecorder {
    recorder
}

/// The app is stopped and started again.
pub fn restarted(recorder: OnlineRecorder) -> OnlineRecorder {
    let text = serde_json::to_string(&recorder).unwrap();
    let read: OnlineRecorder = serde_json::from_str(&text).unwrap();
    assert_eq!(read, recorder);
    read
}

/// Gives the event a number; what restores a session carries no quality, and so none.
pub fn marked(mut event: Event, number: usize) -> Event {
    event.qoe_data = Some(Box::new(QoeData::builder().bitrate(number as i64).build()));
    event
}

fn mark(event: &Event) -> Option<usize> {
    event.qoe_data.as_ref().and_then(|qoe| qoe.bitrate).map(|number| number as usize)
}

/// Holds the sessions that the collector saw to what was recorded: every event was taken once and
/// in order, each session after the first began with what brings it to where the one before
/// stood, and none holds anything that would be lost.
pub fn assert_nothing_lost(sessions: &[Vec<Event>], recorded: &[Event]) {
    let mut taken: Vec<&Event> = Vec::new();
    for (number, session) in sessions.iter().enumerate() {
        let last = number + 1 == sessions.len();
        assert_starts(&session[0], &sessions[0][0], number > 0);
        let events = &session[1..];
        let restored = events.iter().take_while(|event| mark(event).is_none()).count();
        let expected = if number > 0 { restoring(&taken) } else { Vec::new() };
        let same = |(left, right): (&Event, &Event)| left.body == right.body;
        assert!(
            events[..restored].iter().zip(&expected).all(same),
            "{:?} instead of {:?}",
            names(&events[..restored]),
            names(&expected)
        );
        assert!(restored <= expected.len());
        if restored < events.len() {
            assert_eq!(restored, expected.len(), "{:?} of {:?}", names(events), names(&expected));
        }
        taken.extend(&events[restored..]);

        let mut linter = Linter::new();
        let mut findings = Vec::new();
        for event in session {
            linter.event(event, |finding| findings.push(finding));
        }
        if last {
            linter.finish(|finding| findings.push(finding));
        }
        findings.retain(|finding| finding.severity() > Severity::Advice);
        assert!(findings.is_empty(), "session {number}, {:?}: {findings:?}", names(session));
    }
    let numbers: Vec<_> = taken.iter().map(|event| mark(event)).collect();
    assert_eq!(numbers, (0..recorded.len()).map(Some).collect::<Vec<_>>());
    for (taken, recorded) in taken.iter().zip(recorded) {
        assert_eq!(taken.body, recorded.body);
        assert!(taken.player_time.ts >= recorded.player_time.ts, "a time was moved back");
    }
}

fn assert_starts(start: &Event, first: &Event, again: bool) {
    let (EventBody::SessionStart(start), EventBody::SessionStart(first)) =
        (&start.body, &first.body)
    else {
        panic!("{start:?}")
    };
    let mut expected = first.clone();
    if again {
        expected.params.resume = Some(true);
    }
    assert_eq!(*start, expected);
}

/// What brings a new session to where these events lead, by reading them from the end: chapter,
/// ad break, ad, states, playback.
pub fn restoring(taken: &[&Event]) -> Vec<Event> {
    let still = |starts: &str, ends: &[&str]| {
        let last = taken
            .iter()
            .rev()
            .find(|event| event.event_name() == starts || ends.contains(&event.event_name()));
        last.filter(|event| event.event_name() == starts).map(|event| (*event).clone())
    };
    let chapter = still("chapterStart", &["chapterComplete", "chapterSkip"]);
    let ad_break = still("adBreakStart", &["adBreakComplete"]);
    let ad = still("adStart", &["adComplete", "adSkip"]);
    let at = media_collection::PlayerTime::new(0.0, 0);
    let playback = match (&ad_break, &ad) {
        (Some(_), None) => None,
        _ => Some(
            taken
                .iter()
                .rev()
                .find(|event| ["play", "pauseStart", "bufferStart"].contains(&event.event_name()))
                .map_or_else(|| Event::ping(at), |event| (*event).clone()),
        ),
    };
    let state =
        |name: String| Event::state_start(at, media_collection::StateStartParams::new(name));
    let mut states = std::collections::BTreeSet::new();
    for event in taken {
        match &event.body {
            EventBody::StateStart(params) => drop(states.insert(params.name.clone())),
            EventBody::StateEnd(params) => drop(states.remove(&params.name)),
            EventBody::StatesUpdate(params) => {
                for ended in params.states_end.iter().flatten() {
                    states.remove(&ended.name);
                }
                let started = params.states_start.iter().flatten();
                states.extend(started.map(|started| started.name.clone()));
            }
            _ => {}
        }
    }
    let opened = [chapter, ad_break, ad].into_iter().flatten();
    opened.chain(states.into_iter().map(state)).chain(playback).collect()
}

pub fn names(events: &[Event]) -> Vec<&str> {
    events.iter().map(Event::event_name).collect()
}
