//! One method for each event type.

use super::admission::{Recorded, Refused};
use super::observed;
use super::recorder::Recorder;
use super::sink::Sink;
use crate::event::*;

impl<S: Sink> Recorder<S> {
    /// The content plays: at the start, and again after a pause, buffering, a seek or an ad break.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn play(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::play(at)))
    }

    /// The player is alive: due every 10 seconds, every second in ads.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ping(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ping(at)))
    }

    /// The viewer paused, or began to seek.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn pause_start(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::pause_start(at)))
    }

    /// The player buffers; it ends with the next `play`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn buffer_start(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::buffer_start(at)))
    }

    /// All ads of the break are over.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_break_complete(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ad_break_complete(at)))
    }

    /// The ad was played to its end.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_complete(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ad_complete(at)))
    }

    /// The ad was skipped.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_skip(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ad_skip(at)))
    }

    /// The chapter was played to its end.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_complete(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::chapter_complete(at)))
    }

    /// The chapter was left early.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_skip(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::chapter_skip(at)))
    }

    /// The content was played to its end. [`finish`](Self::finish) closes what is open first.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn session_complete(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::session_complete(at)))
    }

    /// The viewing is over. [`abandon`](Self::abandon) closes what is open first.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn session_end(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::session_end(at)))
    }

    /// A break with ads opens.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_break_start(
        &mut self,
        at: impl Into<At>,
        params: AdBreakStartParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ad_break_start(at, params)))
    }

    /// An ad starts, inside a break.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_start(
        &mut self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::ad_start(at, params)))
    }

    /// A chapter starts, when no other is open.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_start(
        &mut self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::chapter_start(at, params)))
    }

    /// The player enters a state, such as full screen or mute.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn state_start(
        &mut self,
        at: impl Into<At>,
        params: StateStartParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::state_start(at, params)))
    }

    /// The player leaves a state.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn state_end(
        &mut self,
        at: impl Into<At>,
        params: StateEndParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::state_end(at, params)))
    }

    /// The player leaves some states and enters others at once.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn states_update(
        &mut self,
        at: impl Into<At>,
        params: StatesUpdateParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::states_update(at, params)))
    }

    /// The player switched bitrate.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn bitrate_change(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::bitrate_change(at)))
    }

    /// Something went wrong in the player; the session goes on. Set `error_id` and
    /// `error_source`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn error(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(observed(at, |at| Event::error(at)))
    }
}
