//! Where a recorder puts its events.

use std::error::Error;

use crate::event::{Event, PlayerTime};

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
    use super::{Error, Event, PlayerTime};

    /// What a recorder does with each event: it writes it to the sink, which may fail, and then
    /// hands it over.
    pub trait Take {
        type Failure: Error + 'static;

        /// Writes an event, and before it the events that close what is open. Either all of them
        /// are written or none. A sink that another thread moves gives them later times.
        fn write(&mut self, closing: &mut [Event], event: &mut Event) -> Result<(), Self::Failure>;

        /// Writes the last events of a session, even beyond the limits of the sink.
        fn write_end(&mut self, events: &mut [Event]) -> Result<(), Self::Failure>;

        /// Takes an event that was written.
        fn take(&mut self, event: Event);

        /// The time of the last event in the sink, if the sink has moved events to later times. The
        /// next event is recorded after it.
        fn moved_to(&self) -> Option<PlayerTime> {
            None
        }
    }
}
