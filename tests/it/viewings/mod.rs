//! What the tracker does beyond the SDKs: resuming, privacy, live playheads, automatic ad breaks,
//! clocks that are set, lost sessions.

mod ads;
mod clocks;
mod live;
mod online;
mod privacy;
mod resuming;
mod stored;

use media_collection::store::{StoredDownloadedSessions, StoredOnlineSessions};
use media_collection::tracker::{
    AnySessions, DownloadedSessions, Moment, OnlineSessions, Sessions, Tracked, Tracker,
};
use media_collection::{DownloadedSession, Event};

use crate::fixtures::{BEGAN, start_params};

/// A tracker with a clock, whose timers run when they are due.
pub struct Played<S> {
    pub tracker: Tracker<S>,
    /// The monotonic clock, which began with the app.
    pub now: i64,
    /// The wall clock minus the monotonic clock.
    pub wall: i64,
}

impl Played<DownloadedSessions> {
    /// A downloaded viewing that has begun.
    pub fn downloaded() -> Self {
        Self::begun(Tracker::new(DownloadedSessions::new()))
    }

    /// The sessions that have ended.
    pub fn ended(&mut self) -> Vec<DownloadedSession> {
        self.tracker.sessions_mut().take()
    }
}

impl<S: Sessions<Error: Send + Sync>> Played<S> {
    pub fn of(tracker: Tracker<S>) -> Self {
        Self { tracker, now: 5_000, wall: BEGAN - 5_000 }
    }

    /// A viewing that has begun and plays.
    pub fn begun(tracker: Tracker<S>) -> Self {
        let mut played = Self::of(tracker);
        played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
        played.call(|tracker, moment| tracker.play(moment).unwrap());
        played
    }

    pub fn moment(&self) -> Moment {
        Moment::new(self.now, self.now + self.wall)
    }

    pub fn call(&mut self, call: impl FnOnce(&mut Tracker<S>, Moment) -> Tracked) -> Tracked {
        let moment = self.moment();
        call(&mut self.tracker, moment)
    }

    /// Time passes, with every timer in time.
    pub fn pass(&mut self, millis: i64) {
        let until = self.now + millis;
        while let Some(due) = self.tracker.poll_timeout().filter(|due| *due <= until) {
            self.now = self.now.max(due);
            self.tracker.handle_timeout(self.moment()).unwrap();
            assert!(self.tracker.poll_timeout().is_none_or(|due| due > self.now));
        }
        self.now = until;
    }

    /// The content plays for so many seconds, from a playhead on.
    pub fn watch(&mut self, from: f64, seconds: i64) {
        for second in 1..=seconds {
            self.pass(1_000);
            let playhead = from + second as f64;
            self.call(|tracker, moment| tracker.playhead(moment, playhead).unwrap());
        }
    }
}

/// The types of events.
pub fn types<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<&'a str> {
    events.into_iter().map(Event::event_name).collect()
}

/// The same with seconds since the start of the viewing.
pub fn timed<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<String> {
    let timed = events.into_iter().map(|event| {
        let millis = event.player_time.ts - BEGAN;
        format!("{} {}.{:03}", event.event_name(), millis / 1_000, millis % 1_000)
    });
    timed.collect()
}

/// All events of a session, with its start.
pub fn all_of(session: &DownloadedSession) -> Vec<Event> {
    session.clone().into_events()
}

#[test]
fn a_tracker_can_be_sent_to_another_thread() {
    fn is_send<T: Send + 'static>() {}
    is_send::<Tracker<DownloadedSessions>>();
    is_send::<Tracker<OnlineSessions>>();
    is_send::<Tracker<AnySessions>>();
    is_send::<Tracker<StoredDownloadedSessions>>();
    is_send::<Tracker<StoredOnlineSessions>>();
}

#[test]
fn a_viewing_of_a_minute_has_its_pings_and_its_second_play() {
    let mut played = Played::downloaded();
    played.watch(0.0, 60);
    played.call(|tracker, moment| tracker.complete(moment).unwrap());
    let [session] = &played.ended()[..] else { panic!("one session") };
    let expected =
        ["sessionStart 0.000", "play 0.001", "play 1.000", "ping 51.000", "sessionComplete 60.000"];
    assert_eq!(timed(&all_of(session)), expected);
    assert_eq!(session.lint(), []);
}

#[test]
fn what_a_call_came_to_is_said() {
    use media_collection::tracker::Ignored;
    let mut played = Played::of(Tracker::new(DownloadedSessions::new()));
    let early = played.call(|tracker, moment| tracker.play(moment).unwrap());
    assert_eq!(early.ignored(), Some(&Ignored::NoSession));
    let begun =
        played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    assert_eq!(begun, Tracked::Recorded(1));
    let held = played.call(|tracker, moment| tracker.play(moment).unwrap());
    assert_eq!(held, Tracked::Held);
    played.pass(250);
    assert!(!played.tracker.is_holding());
    let again =
        played.call(|tracker, moment| tracker.session_start(moment, start_params()).unwrap());
    assert_eq!(again.ignored(), Some(&Ignored::SessionActive));
    let nothing = played.call(|tracker, moment| tracker.ad_complete(moment).unwrap());
    assert_eq!(nothing.ignored(), Some(&Ignored::AdBreakNotOpen));
}
