//! In what the trackers differ, as a list of answers.

use media_collection::tracker::{Sdk, TrackerMode};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Flavour {
    Better,
    Android,
    JavaScript,
    Ios,
}

use Flavour::{Android, Better, Ios, JavaScript};

impl Flavour {
    pub fn mode(self) -> TrackerMode {
        match self {
            Better => TrackerMode::Better,
            Android => TrackerMode::Faithful(Sdk::Android),
            JavaScript => TrackerMode::Faithful(Sdk::JavaScript),
            Ios => TrackerMode::Faithful(Sdk::Ios),
        }
    }

    pub fn is_better(self) -> bool {
        self == Better
    }

    /// From one tick to the next, to the first, and how long there must have been no call.
    pub fn ticks(self) -> (i64, i64, i64) {
        match self {
            Better => panic!("it has deadlines"),
            Android => (750, 0, 500),
            JavaScript => (500, 500, 750),
            Ios => (500, 0, 1_000),
        }
    }

    /// Complete and SessionEnd end the hold.
    pub fn end_ends_hold(self) -> bool {
        self != JavaScript
    }

    /// The flags of one session are those of the next.
    pub fn flags_leak(self) -> bool {
        self == Android
    }

    pub fn restart_is_resume(self) -> bool {
        self != JavaScript
    }

    pub fn compares_raw_quality(self) -> bool {
        self == JavaScript
    }
}
