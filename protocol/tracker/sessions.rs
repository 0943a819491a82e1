//! Where a tracker's sessions come from, and where they go.

use std::error::Error;

use super::outcome::TrackError;
use super::run::Step;
use crate::constraints::Returned;
use crate::event::{Event, SessionStart};

use crate::session::{RecordError, Recorder, Sink, Verbatim};

/// Where a [`Tracker`](super::Tracker) gets its sessions from, and what becomes of them: in memory,
/// in queues of requests, or in a store. A viewing has a session, and another one each time it goes
/// on after a long pause or a day.
///
/// They are [`DownloadedSessions`](super::DownloadedSessions),
/// [`OnlineSessions`](super::OnlineSessions), those of a store, and
/// [`AnySessions`](super::AnySessions), which is one of them chosen at run time.
pub trait Sessions: sealed::Commit<Failure = <Self as Sessions>::Error> {
    /// Why an event could not be stored. In memory nothing can fail.
    type Error: Error + 'static;
}

impl<S: sealed::Commit> Sessions for S {
    type Error = S::Failure;
}

/// What a call changes.
#[derive(Debug)]
pub struct Batch<'a> {
    pub(crate) steps: &'a mut Vec<Step>,
    /// Events are recorded as they are.
    pub(crate) verbatim: bool,
    /// The viewing is over, so that nothing has to be remembered.
    #[cfg_attr(not(feature = "store"), allow(dead_code, reason = "only a store remembers"))]
    pub(crate) over: bool,
}

pub(crate) mod sealed {
    use super::{Batch, Error, SessionStart, TrackError};
    use crate::tracker::outcome::Discarded;

    /// What a tracker does with its sessions.
    pub trait Commit {
        type Failure: Error + 'static;

        /// Whether the sessions are downloaded content.
        fn are_downloaded(&self) -> bool;

        /// Whether recording can fail for another reason than a rule.
        fn can_fail(&self) -> bool {
            true
        }

        /// Records what a call leads to, all of it or nothing. A store keeps the snapshot with it.
        fn commit(
            &mut self,
            batch: Batch<'_>,
            snapshot: &dyn Fn() -> String,
        ) -> Result<(), TrackError<Self::Failure>>;

        /// Deletes what was not sent.
        fn discard(&mut self) -> Result<Discarded, Self::Failure>;

        /// Makes what was recorded safe, and what the tracker knows.
        fn flush(&mut self, _snapshot: &dyn Fn() -> String) -> Result<(), Self::Failure> {
            Ok(())
        }

        /// Whether a session is being recorded.
        fn is_recording(&self) -> bool;

        /// How often the recorder has opened the present session again.
        fn reopened(&self) -> u32 {
            0
        }

        /// Changes the start of the present session; `false` if it was sent already.
        fn change_start(
            &mut self,
            change: &mut dyn FnMut(&mut SessionStart),
        ) -> Result<bool, Self::Failure>;
    }
}

/// The recorder of a session: one that keeps the rules, or one that takes events as they are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Recording<S> {
    Rules(Recorder<S>),
    Verbatim(Verbatim<S>),
}

impl<S: Sink> Recording<S> {
    pub(crate) fn record(&mut self, event: Event) -> Result<(), TrackError<S::Error>> {
        match self {
            Self::Rules(recorder) => recorder.record(event).map(drop).map_err(|refused| {
                let Returned { error, .. } = refused;
                match error {
                    RecordError::Sink(error) => TrackError::Sink(error),
                    RecordError::Rule(rule) => TrackError::Refused(RecordError::Rule(rule)),
                    RecordError::Encode(error) => TrackError::Refused(RecordError::Encode(error)),
                }
            }),
            Self::Verbatim(recorder) => {
                recorder.record(event).map_err(|returned| TrackError::Sink(returned.error))
            }
        }
    }

    pub(crate) fn recorder(&self) -> &Recorder<S> {
        match self {
            Self::Rules(recorder) | Self::Verbatim(Verbatim(recorder)) => recorder,
        }
    }

    pub(crate) fn recorder_mut(&mut self) -> &mut Recorder<S> {
        match self {
            Self::Rules(recorder) | Self::Verbatim(Verbatim(recorder)) => recorder,
        }
    }
}

/// Sessions in memory: the present one, and those before it.
pub(super) trait InMemory {
    type Sink: Sink;

    /// Begins a session; the one before is over.
    fn begin(&mut self, start: SessionStart, verbatim: bool);

    fn present(&mut self) -> Option<&mut Recording<Self::Sink>>;

    /// The present session is over.
    fn put_away(&mut self);

    /// Records what a call leads to.
    fn record_all(
        &mut self,
        batch: Batch<'_>,
    ) -> Result<(), TrackError<<Self::Sink as Sink>::Error>> {
        for step in batch.steps.drain(..) {
            match step {
                Step::Open(start) => {
                    self.put_away();
                    self.begin(*start, batch.verbatim);
                }
                Step::Record(event) => {
                    let ends = event.body.ends();
                    if let Some(recording) = self.present() {
                        recording.record(event)?;
                    }
                    if ends {
                        self.put_away();
                    }
                }
            }
        }
        Ok(())
    }
}
