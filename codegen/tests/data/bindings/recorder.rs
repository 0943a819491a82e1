// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::event::{
    AdSkipParams, At, CustomMetadata, DubbingChangeParams, Event, PlayerTime,
    UnusualParams, WithMetadata,
};
use crate::session::{Recorded, Recorder, Refused, Sink};

/// One method for each event type, which [records](Self::record) such an event.
impl<S: Sink> Recorder<S> {
    /// Records `play`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn play(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::play(at))
    }

    /// Still there.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ping(
        &mut self,
        player_time: PlayerTime,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ping(player_time))
    }

    /// As [`ping`](Self::ping), with metadata.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ping_with_metadata(
        &mut self,
        player_time: PlayerTime,
        metadata: CustomMetadata,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ping_with_metadata(player_time, metadata))
    }

    /// Records `adSkip`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_skip(
        &mut self,
        player_time: PlayerTime,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_skip(player_time))
    }

    /// As [`ad_skip`](Self::ad_skip), with `params` and metadata.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_skip_with_params(
        &mut self,
        player_time: PlayerTime,
        params: impl Into<WithMetadata<Option<AdSkipParams>>>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_skip_with_params(player_time, params))
    }

    /// Records `dubbingChange`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn dubbing_change(
        &mut self,
        player_time: PlayerTime,
        params: DubbingChangeParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::dubbing_change(player_time, params))
    }

    /// Records `unusual`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn unusual(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::unusual(at))
    }

    /// As [`unusual`](Self::unusual), with `params`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn unusual_with_params(
        &mut self,
        at: impl Into<At>,
        params: UnusualParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::unusual_with_params(at, params))
    }
}
