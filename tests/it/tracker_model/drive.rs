//! Plays a script to a tracker and to the reference, and compares what they did.

use std::fmt::Debug;

use media_collection::Event;
use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Sessions, Tracked, Tracker, TrackerOptions,
};
use serde_json::Value;

use super::reference::{Fate, Flavour, Player};
use super::script::{Script, Step};
use crate::fixtures::{BEGAN, same};

/// What the monotonic clock says at first.
pub const BOOTED: i64 = 12_345;

/// Sessions that can be looked at.
pub trait Watched: Sessions<Error: Debug> + Default {
    const DOWNLOADED: bool;

    /// The events of each session, in the order in which they were opened.
    fn recorded(&mut self) -> Vec<Vec<Event>>;
}

impl Watched for DownloadedSessions {
    const DOWNLOADED: bool = true;

    fn recorded(&mut self) -> Vec<Vec<Event>> {
        let present = self.present().map(|recorder| {
            let start = Event::from(recorder.start().clone());
            [vec![start], recorder.events().to_vec()].concat()
        });
        let ended = self.take_raw().into_iter().map(|session| session.into_events());
        ended.chain(present).collect()
    }
}

impl Watched for OnlineSessions {
    const DOWNLOADED: bool = false;

    fn recorded(&mut self) -> Vec<Vec<Event>> {
        let waiting = self.waiting().map(|recorder| {
            let start = Event::from(recorder.start().clone());
            std::iter::once(start).chain(recorder.queue().cloned()).collect()
        });
        waiting.collect()
    }
}

/// A tracker and the reference, side by side.
pub struct Pair<S> {
    pub tracker: Tracker<S>,
    pub reference: Player,
    now: i64,
    ts: i64,
    counted: usize,
}

impl<S: Watched> Pair<S> {
    pub fn new(flavour: Flavour) -> Self {
        let mut options = TrackerOptions::default();
        options.mode = flavour.mode();
        Self {
            tracker: Tracker::with_options(S::default(), options),
            reference: Player::new(flavour, S::DOWNLOADED),
            now: BOOTED,
            ts: BEGAN,
            counted: 0,
        }
    }

    fn moment(&self) -> Moment {
        Moment::new(self.now, self.ts)
    }

    pub fn play(&mut self, script: &Script) {
        for step in &script.0 {
            self.wait(step);
            self.ts += step.clock_set;
            if step.timer_first {
                self.run_timer();
            }
            let fate = self.reference.call(&step.call, self.now, self.ts);
            let moment = self.moment();
            let tracked = step.call.make(&mut self.tracker, moment);
            self.compare(&tracked, fate, &step.call);
        }
    }

    /// The time before a call: the host runs the timer, unless the device sleeps.
    fn wait(&mut self, step: &Step) {
        let until = self.now + step.gap;
        if let Some(late) = step.late {
            while let Some(due) = self.tracker.poll_timeout().filter(|due| *due <= until) {
                self.advance((due.max(self.now) + late).min(until));
                self.run_timer();
                if self.tracker.poll_timeout() == Some(self.now) {
                    break;
                }
            }
        }
        self.advance(until);
    }

    fn advance(&mut self, to: i64) {
        self.ts += to - self.now;
        self.now = to;
    }

    fn run_timer(&mut self) {
        let fate = self.reference.timer(self.now, self.ts);
        let moment = self.moment();
        let tracked = self.tracker.handle_timeout(moment).expect("memory takes it");
        self.compare(&tracked, fate.unwrap_or(Fate::Taken), &"a timer");
        let due = self.tracker.poll_timeout();
        assert!(due.is_none_or(|due| due > self.now), "{due:?} is not after {}", self.now);
    }

    fn compare(&mut self, tracked: &Tracked, fate: Fate, what: &dyn Debug) {
        let all = self.reference.machine.sessions.iter().map(Vec::len).sum();
        let events = all - std::mem::replace(&mut self.counted, all);
        let agrees = match tracked {
            Tracked::Recorded(count) => fate == Fate::Taken && *count == events,
            Tracked::Held => fate == Fate::Held,
            Tracked::Ignored(_) => fate == Fate::Ignored,
            other => panic!("{other:?}"),
        };
        let at = self.ts - BEGAN;
        assert!(agrees, "at {at}: {tracked:?}, expected {fate:?} with {events} events: {what:?}");
        let (due, expected) = (self.tracker.poll_timeout(), self.reference.deadline());
        assert_eq!(due, expected, "the deadline at {at}, after {what:?}");
    }

    /// Compares all events of all sessions.
    pub fn compare_sessions(mut self) {
        let recorded = self.tracker.sessions_mut().recorded();
        let expected = self.reference.machine.sessions;
        for (number, (recorded, expected)) in recorded.iter().zip(&expected).enumerate() {
            let recorded: Vec<_> = recorded.iter().map(sent).collect();
            for (place, (event, expected)) in recorded.iter().zip(expected).enumerate() {
                let is_same = same(event, expected);
                assert!(is_same, "session {number}, event {place}:\n{event}\nand not\n{expected}");
            }
            assert_eq!(recorded.len(), expected.len(), "events of session {number}");
        }
        assert_eq!(recorded.len(), expected.len(), "sessions");
    }
}

/// An event as it is sent: a playhead that is no number is `null`.
fn sent(event: &Event) -> Value {
    let mut event = event.clone();
    let is_number = event.player_time.playhead.is_finite();
    if !is_number {
        event.player_time.playhead = 0.0;
    }
    let mut sent = serde_json::to_value(event).expect("it is JSON");
    if !is_number {
        sent["playerTime"]["playhead"] = Value::Null;
    }
    sent
}
