// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::event::{
    AdSkipParams, At, CustomMetadata, DubbingChangeParams, Event, PlayerTime,
    UnusualParams, WithMetadata,
};
use crate::session::SessionBuilder;
use crate::session::type_state::{AdState, CanCloseAd, CanPlay, ChapterState, InAdBreak};

/// One method for each event type.
impl<P: AdState, C: ChapterState> SessionBuilder<P, C> {
    /// Adds `play`.
    pub fn play(self, at: impl Into<At>) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::play(at))
    }

    /// Still there.
    pub fn ping(self, player_time: PlayerTime) -> Self {
        self.push(Event::ping(player_time))
    }

    /// As [`ping`](Self::ping), with metadata.
    pub fn ping_with_metadata(
        self,
        player_time: PlayerTime,
        metadata: CustomMetadata,
    ) -> Self {
        self.push(Event::ping_with_metadata(player_time, metadata))
    }

    /// Adds `adSkip`.
    pub fn ad_skip(self, player_time: PlayerTime) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_skip(player_time))
    }

    /// As [`ad_skip`](Self::ad_skip), with `params` and metadata.
    pub fn ad_skip_with_params(
        self,
        player_time: PlayerTime,
        params: impl Into<WithMetadata<Option<AdSkipParams>>>,
    ) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_skip_with_params(player_time, params))
    }

    /// Adds `dubbingChange`.
    pub fn dubbing_change(
        self,
        player_time: PlayerTime,
        params: DubbingChangeParams,
    ) -> Self {
        self.push(Event::dubbing_change(player_time, params))
    }

    /// Adds `unusual`.
    pub fn unusual(self, at: impl Into<At>) -> Self {
        self.push(Event::unusual(at))
    }

    /// As [`unusual`](Self::unusual), with `params`.
    pub fn unusual_with_params(self, at: impl Into<At>, params: UnusualParams) -> Self {
        self.push(Event::unusual_with_params(at, params))
    }
}
