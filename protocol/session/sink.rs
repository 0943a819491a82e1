//! Where a recorder puts its events.

use std::error::Error;

use super::timing::{Moved, Moves, Timing};
use crate::event::{Event, PlayerTime, SessionStart};

/// Where a [`Recorder`](crate::Recorder) puts its events: in memory, in a queue of requests, or in
/// a file.
///
/// The sinks are [`Downloaded`](crate::recorder::Downloaded) and
/// [`Online`](crate::recorder::Online), in a store `StoredDownloaded` and `StoredOnline`, and
/// [`AnySink`](crate::recorder::AnySink), which is one of them chosen at run time.
pub trait Sink: sealed::Take<Failure = <Self as Sink>::Error> {
    /// Why an event could not be stored. In memory nothing can fail.
    type Error: Error + 'static;
}

impl<S: sealed::Take> Sink for S {
    type Error = S::Failure;
}

pub(crate) mod sealed {
    use super::{Error, Event, Moved, Moves, PlayerTime, SessionStart, Timing};

    /// What a recorder does with each event: it writes it to the sink, which may fail, and then
    /// hands it over.
    pub trait Take {
        type Failure: Error + 'static;

        /// Writes an event, and before it the events that close what is open, and moves earlier
        /// events. Either all of it is done or nothing. A sink that another thread moves gives
        /// the events later times.
        fn write(
            &mut self,
            timing: Option<&Timing>,
            _closing: &mut [Event],
            _event: &mut Event,
        ) -> Result<Moved, Self::Failure> {
            Ok(timing
                .and_then(Timing::moves)
                .map_or_else(Moved::default, |moves| self.shift(moves)))
        }

        /// Writes the last events of a session, even beyond the limits of the sink.
        fn write_end(
            &mut self,
            timing: Option<&Timing>,
            _events: &mut [Event],
        ) -> Result<Moved, Self::Failure> {
            Ok(timing
                .and_then(Timing::moves)
                .map_or_else(Moved::default, |moves| self.shift(moves)))
        }

        /// Moves earlier events in memory, except those that were sent.
        fn shift(&mut self, _moves: &Moves) -> Moved {
            Moved::default()
        }

        /// Takes an event that was written.
        fn take(&mut self, event: Event);

        /// Changes the start with `change`, which is called at most once; `false` if the start was
        /// sent already.
        fn change_start(
            &mut self,
            change: &mut dyn FnMut(&mut SessionStart),
        ) -> Result<bool, Self::Failure>;

        /// The time of the last event in the sink, if the sink has moved events to later times. The
        /// next event is recorded after it.
        fn moved_to(&self) -> Option<PlayerTime> {
            None
        }
    }
}
