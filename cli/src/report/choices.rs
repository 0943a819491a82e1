//! The options for what the documents leave open.

use clap::{Args, ValueEnum};
use media_collection::report::{
    Markers as M, OpenStates as O, ReportOptions, Rounding as R, TimeSpent as T,
};

/// Which reading of the documents the values follow. The defaults are what most sources say.
#[derive(Debug, Clone, Copy, Args)]
#[command(next_help_heading = "Where the documents leave a choice")]
pub struct Choices {
    /// When a progress marker counts
    #[arg(long, value_name = "WHEN", default_value = "crossed")]
    markers: Markers,
    /// How long an interval of play is
    #[arg(long, value_name = "CLOCK", default_value = "timestamps")]
    time_spent: TimeSpent,
    /// How milliseconds become seconds
    #[arg(long, value_name = "HOW", default_value = "nearest")]
    rounding: Rounding,
    /// How long a player state lasts that is still active at the close
    #[arg(long, value_name = "UNTIL", default_value = "close")]
    open_states: OpenStates,
}

impl Choices {
    pub fn options(&self) -> ReportOptions {
        ReportOptions::new()
            .markers(match self.markers {
                Markers::Crossed => M::Crossed,
                Markers::Reached => M::Reached,
            })
            .time_spent(match self.time_spent {
                TimeSpent::Timestamps => T::Timestamps,
                TimeSpent::Clamped => T::Clamped,
            })
            .rounding(match self.rounding {
                Rounding::Nearest => R::Nearest,
                Rounding::Down => R::Down,
            })
            .open_states(match self.open_states {
                OpenStates::Close => O::UntilClose,
                OpenStates::LastEvent => O::UntilLastEvent,
                OpenStates::None => O::Discarded,
            })
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Markers {
    /// The content is played across it: markers that a seek skips do not count
    Crossed,
    /// The playhead is at it or beyond, however it got there
    Reached,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TimeSpent {
    /// As long as the timestamps say
    Timestamps,
    /// If timestamps and playhead differ by more than 2 seconds, the shorter of the two
    Clamped,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rounding {
    /// To the nearest second
    Nearest,
    /// Down
    Down,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum OpenStates {
    /// Until the session is closed
    Close,
    /// Until the last event
    LastEvent,
    /// No time is counted
    None,
}
