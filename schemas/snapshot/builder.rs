// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::constraints::Returned;
use crate::event::{
    AdBreakStartParams, AdStartParams, At, ChapterStartParams, ErrorParams, Event,
    StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
};
use crate::session::{RecordError, SessionBuilder};
use crate::session::type_state::{
    AdState, CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, ChapterState, Content, InAd, InAdBreak, InChapter,
    NoChapter,
};

/// One method for each event type.
impl<P: AdState, C: ChapterState> SessionBuilder<P, C> {
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
    pub fn play(self, at: impl Into<At>) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::play(at))
    }

    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    pub fn ping(self, at: impl Into<At>) -> Self {
        self.push(Event::ping(at))
    }

    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    pub fn pause_start(self, at: impl Into<At>) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::pause_start(at))
    }

    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    pub fn buffer_start(self, at: impl Into<At>) -> Self
    where
        P: CanPlay,
    {
        self.push(Event::buffer_start(at))
    }

    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    pub fn bitrate_change(self, at: impl Into<At>) -> Self {
        self.push(Event::bitrate_change(at))
    }

    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    pub fn error(self, at: impl Into<At>) -> Self {
        self.push(Event::error(at))
    }

    /// As [`error`](Self::error), with `params`.
    pub fn error_with_params(self, at: impl Into<At>, params: ErrorParams) -> Self {
        self.push(Event::error_with_params(at, params))
    }

    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    pub fn ad_break_start(
        self,
        at: impl Into<At>,
        params: AdBreakStartParams,
    ) -> SessionBuilder<InAdBreak, C>
    where
        P: CanStartAdBreak,
    {
        self.push(Event::ad_break_start(at, params))
    }

    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    pub fn ad_break_complete(self, at: impl Into<At>) -> SessionBuilder<Content, C>
    where
        P: CanCompleteAdBreak,
    {
        self.push(Event::ad_break_complete(at))
    }

    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    pub fn ad_start(
        self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> SessionBuilder<InAd, C>
    where
        P: CanStartAd,
    {
        self.push(Event::ad_start(at, params))
    }

    /// The ad was played to its end. Allowed only while an ad is open.
    pub fn ad_complete(self, at: impl Into<At>) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_complete(at))
    }

    /// The ad was skipped before its end. Allowed only while an ad is open.
    pub fn ad_skip(self, at: impl Into<At>) -> SessionBuilder<InAdBreak, C>
    where
        P: CanCloseAd,
    {
        self.push(Event::ad_skip(at))
    }

    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    pub fn chapter_start(
        self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> SessionBuilder<P, InChapter>
    where
        C: CanStartChapter,
    {
        self.push(Event::chapter_start(at, params))
    }

    /// The chapter was played to its end. Allowed only while a chapter is open.
    pub fn chapter_complete(self, at: impl Into<At>) -> SessionBuilder<P, NoChapter>
    where
        C: CanCloseChapter,
    {
        self.push(Event::chapter_complete(at))
    }

    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    pub fn chapter_skip(self, at: impl Into<At>) -> SessionBuilder<P, NoChapter>
    where
        C: CanCloseChapter,
    {
        self.push(Event::chapter_skip(at))
    }

    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session.
    /// The error contains the builder.
    pub fn state_start(
        self,
        at: impl Into<At>,
        params: StateStartParams,
    ) -> Result<Self, Returned<Self, RecordError>> {
        self.try_push(Event::state_start(at, params))
    }

    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session.
    /// The error contains the builder.
    pub fn state_end(
        self,
        at: impl Into<At>,
        params: StateEndParams,
    ) -> Result<Self, Returned<Self, RecordError>> {
        self.try_push(Event::state_end(at, params))
    }

    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session.
    /// The error contains the builder.
    pub fn states_update(
        self,
        at: impl Into<At>,
        params: StatesUpdateParams,
    ) -> Result<Self, Returned<Self, RecordError>> {
        self.try_push(Event::states_update(at, params))
    }
}
