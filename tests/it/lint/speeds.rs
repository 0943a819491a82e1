//! Sessions at other playback speeds and with other intervals between pings, generated.

use std::fmt::Write as _;

use media_collection::EventBody;

use super::told::{broken, told};

const SPEEDS: [f64; 9] = [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0];
/// Seconds between the pings of the official SDKs, online and offline.
const INTERVALS: [f64; 2] = [10.0, 50.0];

/// A session in short that goes on as told.
struct Telling {
    session: String,
    second: f64,
    playhead: f64,
    speed: f64,
    /// Seconds that the clock of the device is ahead.
    ahead: f64,
}

impl Telling {
    fn at(speed: f64) -> Self {
        let session = "start@0 play@0".to_owned();
        Self { session, second: 0.0, playhead: 0.0, speed, ahead: 0.0 }
    }

    /// An event now.
    fn tell(mut self, event: &str) -> Self {
        let (name, detail) = event.split_once('#').unwrap_or((event, "1"));
        let second = self.second + self.ahead;
        write!(self.session, " {name}@{second}/{}#{detail}", self.playhead).unwrap();
        self
    }

    /// The content plays for so long.
    fn play(mut self, seconds: f64) -> Self {
        self.playhead += seconds * self.speed;
        self.stand(seconds)
    }

    /// The playhead stands for so long.
    fn stand(mut self, seconds: f64) -> Self {
        self.second += seconds;
        self
    }

    fn seek(mut self, playhead: f64) -> Self {
        self.playhead = playhead;
        self
    }

    fn set_clock(mut self, seconds: f64) -> Self {
        self.ahead += seconds;
        self
    }

    fn pings(self, count: u32, interval: f64) -> Self {
        (0..count).fold(self, |telling, _| telling.play(interval).tell("ping"))
    }

    fn broken(self) -> String {
        let mut events = told(&self.play(3.0).tell("end").session);
        let EventBody::SessionStart(start) = &mut events[0].body else { panic!("a start") };
        start.params.length = 100_000.0;
        broken(&events)
    }
}

#[test]
fn sound_sessions_at_every_speed_break_no_rule() {
    for speed in SPEEDS {
        for interval in INTERVALS {
            let session = Telling::at(speed).pings(5, interval);
            let session = session.play(4.0).tell("pause").stand(20.0).tell("play");
            let session = session.pings(4, interval).tell("pause").stand(0.4).seek(900.0);
            let session = session.tell("play").pings(4, interval).play(1.0);
            let session = session.tell("break").tell("ad").stand(15.0).tell("ad_complete");
            let session = session.tell("break_complete").tell("play").pings(4, interval);
            let session = session.tell("buffer").stand(3.0).tell("play").pings(3, interval);
            let session = session.seek(40.0).tell("play").pings(3, interval);
            assert_eq!(session.broken(), "", "{speed}, {interval}");
        }
    }
}

#[test]
fn a_clock_that_is_set_forward_is_told_from_missing_pings() {
    for speed in SPEEDS {
        for interval in INTERVALS {
            for jump in [60.0, 120.0, 300.0, 500.0] {
                let session = Telling::at(speed).pings(4, interval).set_clock(jump);
                let found = session.pings(4, interval).broken();
                assert_eq!(found, "playhead-against-time", "{speed}, {interval}, {jump}");
            }
            for missing in [60.0, 120.0, 300.0, 500.0] {
                let session = Telling::at(speed).pings(4, interval).play(missing).tell("ping");
                let found = session.pings(4, interval).broken();
                assert_eq!(found, "ping-gap", "{speed}, {interval}, {missing}");
            }
        }
    }
}

/// A session is no longer than a day because the clock was set forward.
#[test]
fn a_clock_that_is_set_forward_makes_no_session_longer() {
    let session = Telling::at(0.5).pings(1_720, 50.0).set_clock(400.0);
    assert_eq!(session.pings(6, 50.0).broken(), "playhead-against-time");
}
