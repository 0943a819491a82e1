//! The device's clock is set while a session is recorded: times keep their differences.

mod lives;
mod others;

use media_collection::recorder::{ClockChange, ClockStep, Recorded};
use media_collection::{Event, PlayerTime, Recorder, SessionStart};

use crate::fixtures::{BEGAN, ad_break, spot, start_params};
use crate::recorders::DownloadedRecorder;

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;
const DAY: i64 = 24 * HOUR;

/// A device that plays, with a clock that may be wrong.
struct Device {
    recorder: DownloadedRecorder,
    /// Milliseconds since the start.
    passed: i64,
    /// By how much the clock is wrong.
    error: i64,
    playhead: f64,
    /// The right time of each event, the start first.
    right: Vec<i64>,
}

impl Device {
    fn new(error: i64) -> Self {
        let start = SessionStart::new(PlayerTime::new(0.0, BEGAN + error), start_params());
        let recorder = Recorder::downloaded(start);
        Self { recorder, passed: 0, error, playhead: 0.0, right: vec![BEGAN] }
    }

    /// A device whose clock is right, and that plays since a second after the start.
    fn playing() -> Self {
        let mut device = Self::new(0);
        device.passes(SECOND);
        device.records(Event::play);
        device
    }

    fn now(&self) -> i64 {
        BEGAN.saturating_add(self.passed).saturating_add(self.error)
    }

    /// Time passes in which nothing plays.
    fn passes(&mut self, millis: i64) {
        self.passed += millis;
    }

    fn plays(&mut self, millis: i64) {
        self.passes(millis);
        self.playhead += millis as f64 / 1_000.0;
    }

    fn records(&mut self, event: fn(PlayerTime) -> Event) -> Recorded {
        self.records_at(self.now(), event)
    }

    /// An event for which the clock shows this time.
    fn records_at(&mut self, ts: i64, event: impl Fn(PlayerTime) -> Event) -> Recorded {
        let event = event(PlayerTime::new(self.playhead, ts));
        let recorded = self.recorder.record(event).expect("the order is right");
        self.right.push(BEGAN + self.passed);
        recorded
    }

    /// Plays with a ping every ten seconds.
    fn pings(&mut self, count: usize) -> Vec<ClockChange> {
        let ping = |_| {
            self.plays(10 * SECOND);
            self.records(Event::ping).clock
        };
        (0..count).filter_map(ping).collect()
    }

    /// The recorded time of each event, the start first.
    fn times(&self) -> Vec<i64> {
        let start = self.recorder.start().player_time.ts;
        let events = self.recorder.events().iter().map(|event| event.player_time.ts);
        let times: Vec<_> = std::iter::once(start).chain(events).collect();
        assert!(times.is_sorted_by(|one, other| one < other), "{times:?}");
        times
    }

    /// The recorded times are the right ones, but for so many milliseconds.
    #[track_caller]
    fn is_right_within(&self, tolerance: i64) {
        for (index, (time, right)) in self.times().iter().zip(&self.right).enumerate() {
            let error = time - right;
            assert!(error.abs() <= tolerance, "event {index} is off by {error} ms");
        }
    }
}

fn ping_at(device: &mut Device, ts: i64) -> Recorded {
    device.records_at(ts, Event::ping)
}

#[track_caller]
fn steps(changes: &[ClockChange]) -> Vec<ClockStep> {
    changes.iter().map(|change| change.step).collect()
}

#[test]
fn a_clock_that_is_set_back_keeps_differences() {
    for back in [2 * SECOND + 10 * SECOND, HOUR, 30 * DAY, BEGAN, BEGAN + DAY] {
        let mut device = Device::playing();
        assert_eq!(device.pings(6), []);
        device.error = -back;
        device.plays(10 * SECOND);
        let recorded = device.records(Event::ping);
        let change = recorded.clock.expect("it is told");
        let impossible = back >= BEGAN;
        let step = if impossible { ClockStep::Disbelieved } else { ClockStep::SetBack };
        assert_eq!((change.step, change.moved, change.moved_by), (step, 0, 0));
        assert_eq!(recorded.adjusted_by, back);
        assert_eq!(device.pings(94), []);
        device.is_right_within(0);
        let last = device.recorder.last().ts;
        assert_eq!(last - BEGAN, 1_011 * SECOND);
        assert!(!change.new_session);
    }
}

#[test]
fn while_nothing_plays_a_step_back_takes_a_millisecond() {
    let mut device = Device::playing();
    device.pings(3);
    device.records(Event::pause_start);
    device.error = -HOUR;
    device.passes(20 * SECOND);
    let last = device.recorder.last().ts;
    assert_eq!(device.records(Event::ping).player_time.ts, last + 1);
    device.passes(20 * SECOND);
    device.records(Event::play);
    device.pings(5);
    device.is_right_within(20 * SECOND);
    let times = device.times();
    assert_eq!(times[times.len() - 1] - (last + 1), 70 * SECOND);
}

#[test]
fn a_single_wrong_reading_does_not_stick() {
    let wrong = [
        0,
        -1,
        1,
        BEGAN / 1_000,
        BEGAN - DAY,
        BEGAN - 400 * DAY,
        BEGAN + 40 * SECOND + HOUR,
        BEGAN + DAY,
        BEGAN + 400 * DAY,
        4_102_444_800_000,
        253_402_300_799_999,
        i64::MAX,
        i64::MIN,
    ];
    for wrong in wrong {
        for paused in [false, true] {
            let mut device = Device::playing();
            device.pings(3);
            if paused {
                device.records(Event::pause_start);
            }
            device.plays(if paused { 0 } else { 10 * SECOND });
            device.passes(if paused { 10 * SECOND } else { 0 });
            ping_at(&mut device, wrong);
            let next = |device: &mut Device| {
                device.passes(10 * SECOND);
                device.playhead += if paused { 0.0 } else { 10.0 };
                device.records(Event::ping)
            };
            let change = next(&mut device).clock.expect("it is told");
            assert_eq!(change.step, ClockStep::Returned, "{wrong}");
            assert_eq!(next(&mut device).clock, None);
            // The wrong reading itself is estimated.
            device.is_right_within(if paused { 10 * SECOND } else { 0 });
            let right = device.right.len() - 2;
            assert_eq!(device.times()[right..], device.right[right..], "{wrong}");
        }
    }
}

#[test]
fn several_wrong_readings_do_not_stick() {
    let mut device = Device::playing();
    device.pings(3);
    for wrong in [0, 0, 5, i64::MAX, -7, BEGAN + 400 * DAY] {
        device.plays(10 * SECOND);
        ping_at(&mut device, wrong);
    }
    device.pings(3);
    let times = device.times();
    assert_eq!(times[times.len() - 3..], device.right[times.len() - 3..]);
}

#[test]
fn a_clock_that_runs_ahead_for_a_while_is_put_right_afterwards() {
    let mut device = Device::playing();
    device.pings(3);
    device.error = HOUR;
    assert_eq!(device.pings(60), [], "the device may have slept");
    device.error = 0;
    device.plays(10 * SECOND);
    let recorded = device.records(Event::ping);
    let change = recorded.clock.expect("it is told");
    assert_eq!((change.step, change.moved_by, change.moved), (ClockStep::Returned, -HOUR, 60));
    assert_eq!(recorded.adjusted_by, 0);
    device.pings(10);
    device.is_right_within(0);
}

#[test]
fn a_device_that_slept_is_believed() {
    for slept in [2 * 60 * SECOND, 8 * HOUR, 25 * HOUR] {
        let mut device = Device::playing();
        device.pings(3);
        device.passes(slept);
        assert_eq!(device.pings(10), []);
        // Callbacks in another order are no return.
        device.error = -SECOND / 2;
        device.records(Event::bitrate_change);
        device.error = 0;
        assert_eq!(device.pings(10), []);
        device.is_right_within(SECOND);
    }
}

#[test]
fn a_clock_that_is_set_back_and_forth_comes_back_to_the_same_times() {
    let mut device = Device::playing();
    device.pings(3);
    for error in [-HOUR, -HOUR - 1_800 * SECOND, -HOUR, 0, -2 * DAY, 0, HOUR, 2 * HOUR, HOUR, 0] {
        device.error = error;
        device.pings(7);
    }
    device.is_right_within(0);
    // From far ahead back in one step.
    for error in [HOUR, 3 * HOUR, 0, -HOUR, -3 * HOUR, 0] {
        device.error = error;
        device.pings(7);
    }
    device.is_right_within(0);
}

#[test]
fn a_session_that_began_before_the_clock_was_set_moves_to_the_real_time() {
    let beginnings = [0, 5_000, -1, 946_684_800_000, 4_102_444_800_000, 8_000_000_000_000_000];
    for began in beginnings {
        for late in [0, 1, 20] {
            let mut device = Device::new(began - BEGAN);
            device.passes(SECOND);
            device.records(Event::play);
            assert_eq!(device.pings(late), []);
            device.error = 0;
            device.plays(10 * SECOND);
            let recorded = device.records(Event::ping);
            let change = recorded.clock.expect("it is told");
            assert_eq!(change.step, ClockStep::SetRight);
            assert_eq!((change.moved, recorded.adjusted_by), (late + 2, 0));
            assert_eq!(change.moved_by, BEGAN - began);
            assert_eq!(device.pings(5), []);
            device.is_right_within(1);
        }
    }
}

#[test]
fn only_the_start_had_a_wrong_time() {
    for began in [0, BEGAN / 1_000, i64::MIN, i64::MAX] {
        let start = SessionStart::new(PlayerTime::new(0.0, began), start_params());
        let mut recorder = Recorder::downloaded(start);
        let recorded = recorder.play(PlayerTime::new(0.0, BEGAN)).unwrap();
        assert_eq!(recorded.clock.map(|change| change.step), Some(ClockStep::SetRight));
        assert_eq!(recorder.start().player_time.ts, BEGAN - 1);
        assert_eq!(recorder.events()[0].player_time.ts, BEGAN);
    }
}

/// A clock that shows the time of its firmware, which could be a time of a session.
#[test]
fn a_clock_that_was_years_behind_is_set_right_when_it_goes_on() {
    let mut device = Device::new(-1_000 * DAY);
    device.passes(SECOND);
    device.records(Event::play);
    device.pings(3);
    device.error = 0;
    let changes = device.pings(2);
    assert_eq!(steps(&changes), [ClockStep::Disbelieved, ClockStep::SetRight]);
    assert_eq!(changes[1].moved, 6);
    assert_eq!(device.pings(5), []);
    device.is_right_within(0);
}

#[test]
fn late_callbacks_are_adjusted_as_before() {
    let mut device = Device::playing();
    device.pings(3);
    let last = device.recorder.last();
    for (playhead, back) in [(0.0, 0), (0.0, 1), (0.0, 900), (-4.5, 4_500), (0.0, 3)] {
        let at = PlayerTime::new(last.playhead + playhead, last.ts - back);
        let before = device.recorder.last().ts;
        let recorded = device.recorder.bitrate_change(at).unwrap();
        assert_eq!((recorded.player_time.ts, recorded.clock), (before + 1, None));
        device.right.push(last.ts);
    }
    assert_eq!(device.pings(3), []);
    device.is_right_within(10);
}

#[test]
fn steps_in_an_ad_keep_differences() {
    let mut device = Device::playing();
    device.pings(1);
    device.records_at(device.now() + 1, |at| Event::ad_break_start(at, ad_break()));
    device.records_at(device.now() + 2, |at| Event::ad_start(at, spot("spot")));
    for error in [-HOUR, 0, -2 * HOUR, -HOUR, 0] {
        device.error = error;
        for _ in 0..5 {
            device.passes(SECOND);
            device.records(Event::ping);
        }
    }
    device.records(Event::ad_complete);
    device.records(Event::ad_break_complete);
    device.is_right_within(3 * SECOND);
}

/// What closes before the event takes its time from the same reading.
#[test]
fn what_is_closed_and_the_end_are_timed_like_other_events() {
    let mut device = Device::playing();
    device.records_at(device.now() + 1, |at| Event::ad_break_start(at, ad_break()));
    device.records_at(device.now() + 2, |at| Event::ad_start(at, spot("spot")));
    device.error = -HOUR;
    device.passes(15 * SECOND);
    device.records(Event::ping);
    device.passes(15 * SECOND);
    let at = PlayerTime::new(device.playhead, device.now());
    let recorded = device.recorder.ad_break_complete(at).unwrap();
    assert!(recorded.closed.ad);
    device.passes(15 * SECOND);
    let at = PlayerTime::new(device.playhead, device.now());
    let ended = device.recorder.finish(at).unwrap().unwrap();
    assert_eq!(ended.player_time.ts - recorded.player_time.ts, 15 * SECOND);
    device.times();
}

#[test]
fn the_end_tells_and_moves_like_other_events() {
    let mut device = Device::playing();
    device.error = HOUR;
    device.pings(3);
    device.error = 0;
    device.plays(10 * SECOND);
    let at = PlayerTime::new(device.playhead, device.now());
    let recorded = device.recorder.abandon(at).unwrap().unwrap();
    let change = recorded.clock.expect("it is told");
    assert_eq!((change.step, change.moved), (ClockStep::Returned, 3));
    device.is_right_within(0);
}

#[test]
fn a_restart_of_the_app_keeps_what_is_known_of_the_clock() {
    let restarted = |device: &mut Device| {
        let text = serde_json::to_string(&device.recorder).unwrap();
        let read: DownloadedRecorder = serde_json::from_str(&text).unwrap();
        assert_eq!(read, device.recorder);
        device.recorder = read;
    };
    let mut device = Device::playing();
    for error in [-HOUR, 0, HOUR, 0, -1_000 * DAY, 0] {
        device.error = error;
        device.pings(2);
        restarted(&mut device);
    }
    device.pings(2);
    device.is_right_within(0);
}
