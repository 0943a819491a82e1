//! A player that does anything, at any time, on a device where anything happens.

use std::fmt::Debug;

use media_collection::tracker::{
    Moment, Privacy, Sessions, Snapshot, Tracked, Tracker, TrackerOptions,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::call::Call;
use super::drive::BOOTED;
use super::script::{Also, Script, Step};
use crate::fixtures::BEGAN;

/// Sessions that outlive the process.
pub trait Kept: Sessions<Error: Debug> {
    /// All that can be seen of them without a change.
    fn seen(&self) -> String;

    fn are_none(&self) -> bool;

    /// The process ends, and starts again.
    fn restart(tracker: &mut Tracker<Self>, at: Moment)
    where
        Self: Sized;
}

/// Sessions in memory are kept with the snapshot.
pub fn restart_in_memory<S>(tracker: &mut Tracker<S>, at: Moment)
where
    S: Sessions<Error: Debug> + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let kept = serde_json::to_string(&(tracker.snapshot(), tracker.sessions()));
    let (snapshot, sessions): (Snapshot, S) =
        serde_json::from_str(&kept.expect("it is JSON")).expect("it is what was written");
    assert_eq!(&sessions, tracker.sessions());
    *tracker = Tracker::resume(snapshot, sessions, at).expect("memory takes it");
}

/// How the host tells the time, and how it behaves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Host {
    /// One number for both clocks, which is set as the wall clock is.
    pub one_clock: bool,
    /// It runs the timer before each call, and the device does not sleep or stop.
    pub punctual: bool,
}

pub struct Unruly<S> {
    pub tracker: Tracker<S>,
    host: Host,
    now: i64,
    ts: i64,
}

impl<S: Kept> Unruly<S> {
    pub fn new(sessions: S, host: Host, automatic_ad_breaks: bool) -> Self {
        let mut options = TrackerOptions::default();
        options.automatic_ad_breaks = automatic_ad_breaks;
        let tracker = Tracker::with_options(sessions, options);
        Self { tracker, host, now: BOOTED, ts: BEGAN }
    }

    fn moment(&self) -> Moment {
        if self.host.one_clock { self.ts.into() } else { Moment::new(self.now, self.ts) }
    }

    pub fn play(&mut self, script: &Script) {
        self.play_and(script, |_, _| {});
    }

    /// The same; after each call the host does something with the sessions.
    pub fn play_and(&mut self, script: &Script, mut host: impl FnMut(&mut S, i64)) {
        for step in &script.0 {
            self.wait(step);
            self.ts += step.clock_set;
            if step.timer_first || self.host.punctual {
                self.run_timer();
            }
            self.happens(step.also);
            let moment = self.moment();
            step.call.make(&mut self.tracker, moment);
            self.run_timer();
            host(self.tracker.sessions_mut(), self.ts);
        }
    }

    pub fn end(&mut self) {
        let moment = self.moment();
        Call::End.make(&mut self.tracker, moment);
        assert!(!self.tracker.is_active());
        assert_eq!(self.tracker.poll_timeout(), None);
    }

    fn wait(&mut self, step: &Step) {
        let until = self.now + step.gap;
        let late = if self.host.punctual { step.late.or(Some(0)) } else { step.late };
        if let Some(late) = late {
            while let Some(in_millis) = self.due_in().filter(|it| self.now + it <= until) {
                self.advance((self.now + in_millis.max(0) + late).min(until));
                self.run_timer();
            }
        }
        self.advance(until);
        if self.due_in().is_none_or(|in_millis| in_millis > 0) {
            self.run_early();
        }
    }

    /// In how many milliseconds the timer runs out.
    fn due_in(&self) -> Option<i64> {
        self.tracker.poll_timeout().map(|due| due - self.moment().now)
    }

    fn advance(&mut self, to: i64) {
        self.ts += to - self.now;
        self.now = to;
    }

    fn run_timer(&mut self) {
        let moment = self.moment();
        self.tracker.handle_timeout(moment).expect("memory takes it");
        let due = self.due_in();
        assert!(due.is_none_or(|in_millis| in_millis > 0), "the timer runs out in {due:?}");
    }

    /// A timer that runs out too early changes nothing.
    fn run_early(&mut self) {
        let before = (self.written(), self.tracker.sessions().seen());
        let done = self.tracker.handle_timeout(self.moment()).expect("memory takes it");
        assert_eq!(done, Tracked::Recorded(0));
        assert_eq!((self.written(), self.tracker.sessions().seen()), before);
    }

    fn written(&self) -> String {
        serde_json::to_string(&self.tracker.snapshot()).expect("it is JSON")
    }

    fn happens(&mut self, also: Also) {
        let moment = self.moment();
        match also {
            Also::Nothing => {}
            Also::OptsOut => {
                self.tracker.privacy(moment, Privacy::OptedOut).expect("memory takes it");
                assert!(self.tracker.sessions().are_none(), "all is deleted");
            }
            Also::OptsIn => {
                self.tracker.privacy(moment, Privacy::OptedIn).expect("memory takes it");
            }
            Also::Background => {
                self.tracker.background(moment).expect("memory takes it");
            }
            Also::Identity => {
                let change = self.tracker.change_start(|start| start.params.publisher = None);
                change.expect("memory takes it");
            }
            Also::Stopped { .. } if self.host.punctual => {}
            Also::Stopped { millis, boots } => {
                self.ts += millis;
                self.now = if boots { BOOTED } else { self.now + millis };
                let moment = self.moment();
                S::restart(&mut self.tracker, moment);
            }
        }
        self.run_timer();
    }
}
