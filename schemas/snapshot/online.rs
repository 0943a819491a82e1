// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use http::Request;
use crate::client::{Moved, OnlineSession};
use crate::event::{
    AdBreakStartParams, AdStartParams, At, ChapterStartParams, ErrorParams, Event,
    StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
};
use crate::session::Refused;
use crate::session::type_state::{
    AdState, CanCloseAd, CanCloseChapter, CanCompleteAdBreak, CanPlay, CanStartAd,
    CanStartAdBreak, CanStartChapter, ChapterState, Content, InAd, InAdBreak, InChapter,
    NoChapter,
};

/// One method for each event type.
impl<P: AdState, C: ChapterState> OnlineSession<P, C> {
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
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

    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ping(&mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::ping(at))
    }

    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn pause_start(&mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused>
    where
        P: CanPlay,
    {
        self.send(Event::pause_start(at))
    }

    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn buffer_start(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Request<Vec<u8>>, Refused>
    where
        P: CanPlay,
    {
        self.send(Event::buffer_start(at))
    }

    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn bitrate_change(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::bitrate_change(at))
    }

    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn error(&mut self, at: impl Into<At>) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::error(at))
    }

    /// As [`error`](Self::error), with `params`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn error_with_params(
        &mut self,
        at: impl Into<At>,
        params: ErrorParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::error_with_params(at, params))
    }

    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_break_start(
        self,
        at: impl Into<At>,
        params: AdBreakStartParams,
    ) -> Moved<OnlineSession<InAdBreak, C>, Self>
    where
        P: CanStartAdBreak,
    {
        self.go(Event::ad_break_start(at, params))
    }

    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_break_complete(
        self,
        at: impl Into<At>,
    ) -> Moved<OnlineSession<Content, C>, Self>
    where
        P: CanCompleteAdBreak,
    {
        self.go(Event::ad_break_complete(at))
    }

    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_start(
        self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Moved<OnlineSession<InAd, C>, Self>
    where
        P: CanStartAd,
    {
        self.go(Event::ad_start(at, params))
    }

    /// The ad was played to its end. Allowed only while an ad is open.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_complete(
        self,
        at: impl Into<At>,
    ) -> Moved<OnlineSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_complete(at))
    }

    /// The ad was skipped before its end. Allowed only while an ad is open.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn ad_skip(self, at: impl Into<At>) -> Moved<OnlineSession<InAdBreak, C>, Self>
    where
        P: CanCloseAd,
    {
        self.go(Event::ad_skip(at))
    }

    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn chapter_start(
        self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Moved<OnlineSession<P, InChapter>, Self>
    where
        C: CanStartChapter,
    {
        self.go(Event::chapter_start(at, params))
    }

    /// The chapter was played to its end. Allowed only while a chapter is open.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn chapter_complete(
        self,
        at: impl Into<At>,
    ) -> Moved<OnlineSession<P, NoChapter>, Self>
    where
        C: CanCloseChapter,
    {
        self.go(Event::chapter_complete(at))
    }

    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    ///
    /// # Errors
    ///
    /// If the event cannot be encoded as JSON. The error contains it, and the session is
    /// unchanged.
    pub fn chapter_skip(
        self,
        at: impl Into<At>,
    ) -> Moved<OnlineSession<P, NoChapter>, Self>
    where
        C: CanCloseChapter,
    {
        self.go(Event::chapter_skip(at))
    }

    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session;
    /// or if the event cannot be encoded as JSON. The session is unchanged.
    pub fn state_start(
        &mut self,
        at: impl Into<At>,
        params: StateStartParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::state_start(at, params))
    }

    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session;
    /// or if the event cannot be encoded as JSON. The session is unchanged.
    pub fn state_end(
        &mut self,
        at: impl Into<At>,
        params: StateEndParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::state_end(at, params))
    }

    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    ///
    /// # Errors
    ///
    /// If a state has that name already, or none has, or it is the eleventh name of the session;
    /// or if the event cannot be encoded as JSON. The session is unchanged.
    pub fn states_update(
        &mut self,
        at: impl Into<At>,
        params: StatesUpdateParams,
    ) -> Result<Request<Vec<u8>>, Refused> {
        self.send(Event::states_update(at, params))
    }
}
