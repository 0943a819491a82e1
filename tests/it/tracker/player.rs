//! A player with a tracker, and the host that calls it when it asks to be called.

use media_collection::tracker::{
    DownloadedSessions, Moment, OnlineSessions, Tracker, TrackerMode, TrackerOptions,
};
use media_collection::{DownloadedSession, Event};

use super::arguments::{Arguments, Told};
use super::driven::{Driven, Log};

pub struct Player {
    tracker: Box<dyn Driven>,
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

/// A tracker whose sessions are in memory.
pub fn in_memory(arguments: &Arguments, options: TrackerOptions) -> Box<dyn Driven> {
    if arguments.is_downloaded() {
        Box::new(Tracker::with_options(DownloadedSessions::new(), options))
    } else {
        Box::new(Tracker::with_options(OnlineSessions::new(), options))
    }
}

impl Player {
    pub fn new(
        arguments: Arguments,
        mode: TrackerMode,
        new_tracker: impl Fn(&Arguments, TrackerOptions) -> Box<dyn Driven>,
    ) -> Self {
        let mut options = TrackerOptions::default();
        options.mode = mode;
        let tracker = new_tracker(&arguments, options);
        Self { tracker, arguments, mode, next: None, polled: None, period: None, is_alive: true }
    }

    pub const fn arguments(&self) -> &Arguments {
        &self.arguments
    }

    pub fn call(&mut self, at: Moment, told: Told, log: &mut Log) {
        if !self.is_alive {
            return;
        }
        self.tracker.tell(at, told);
        self.collect(at, log);
        let polled = self.tracker.poll();
        if self.is_better() {
            self.next = polled.map(|due| due.max(at.now));
        } else if polled != self.polled {
            (self.next, self.period) = (polled, None);
        }
        self.polled = polled;
    }

    pub fn timeout(&mut self, at: Moment, log: &mut Log) {
        self.tracker.timeout(at);
        self.collect(at, log);
        let polled = self.tracker.poll();
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
        let kept = self.tracker.unfinished();
        let discarded = self.tracker.opt_out(at);
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
        if let Some(events) = self.tracker.unfinished() {
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

    fn collect(&mut self, at: Moment, log: &mut Log) {
        for ended in self.tracker.collect(at.now, log) {
            self.upload(ended, log);
        }
    }
}
