// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use http::Request;
use crate::client::{Moved, OnlineSession};
use crate::event::{
    AdSkipParams, At, CustomMetadata, DubbingChangeParams, Event, PlayerTime,
    UnusualParams, WithMetadata,
};
use crate::session::Refused;
use crate::session::type_state::{AdState, CanCloseAd, CanPlay, ChapterState, InAdBreak};

/// One method for each event type.
impl<P: AdState, C: ChapterState> OnlineSession<P, C> {
    /// Adds `play`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn play(&mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused>
    where
        P: CanPlay,
    {
        self.send(Event::play(at))
    }

    /// Still there.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ping(
        &mut self,
        player_time: PlayerTime,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::ping(player_time))
    }

    /// As [`ping`](Self::ping), with metadata.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ping_with_metadata(
        &mut self,
        player_time: PlayerTime,
        metadata: CustomMetadata,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::ping_with_metadata(player_time, metadata))
    }

    /// Adds `adSkip`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_skip(
        self,
        player_time: PlayerTime,
    ) -> Moved<OnlineSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_skip(player_time))
    }

    /// As [`ad_skip`](Self::ad_skip), with `params` and metadata.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_skip_with_params(
        self,
        player_time: PlayerTime,
        params: impl Into<WithMetadata<Option<AdSkipParams>>>,
    ) -> Moved<OnlineSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_skip_with_params(player_time, params))
    }

    /// Adds `dubbingChange`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn dubbing_change(
        &mut self,
        player_time: PlayerTime,
        params: DubbingChangeParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::dubbing_change(player_time, params))
    }

    /// Adds `unusual`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn unusual(&mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::unusual(at))
    }

    /// As [`unusual`](Self::unusual), with `params`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn unusual_with_params(
        &mut self,
        at: impl Into<At>,
        params: UnusualParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::unusual_with_params(at, params))
    }
}
