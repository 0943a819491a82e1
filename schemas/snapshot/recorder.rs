// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

use crate::event::{
    AdBreakStartParams, AdStartParams, At, ChapterStartParams, ErrorParams, Event,
    StateEndParams, StateStartParams, StatesUpdateParams, WithMetadata,
};
use crate::session::{Recorded, Recorder, Refused, Sink};

/// One method for each event type, which [records](Self::record) such an event.
impl<S: Sink> Recorder<S> {
    /// Playback of the content or of an ad starts or continues: at the start, and after a pause,
    /// buffering, a seek or an ad break. Allowed anywhere in a session except between
    /// `adBreakStart` and the first `adStart` of that break; the first one on main content counts
    /// as the content start.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn play(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::play(at))
    }

    /// Heartbeat: due every 10 seconds, and every second during ads. Carries the current playhead
    /// in every playback state; it has no params.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ping(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ping(at))
    }

    /// The viewer paused playback or started to seek. There is no event for the end of a pause:
    /// the next `play` ends it.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn pause_start(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::pause_start(at))
    }

    /// The player ran out of data and is buffering. There is no event for the end of buffering:
    /// the next `play` ends it.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn buffer_start(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::buffer_start(at))
    }

    /// The player switched to another bitrate. Allowed anywhere in a session; the new value
    /// belongs in `qoeData`, not in params.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn bitrate_change(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::bitrate_change(at))
    }

    /// An error occurred in the player; the session continues. Allowed anywhere in a session. The
    /// error's id and source belong in `qoeData`: set `error_id` and `error_source`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn error(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::error(at))
    }

    /// As [`error`](Self::error), with `params`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn error_with_params(
        &mut self,
        at: impl Into<At>,
        params: ErrorParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::error_with_params(at, params))
    }

    /// An ad break starts; from here on, playback does not count as main content. Allowed in a
    /// session while no other break is open; every break needs an `adBreakComplete`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_break_start(
        &mut self,
        at: impl Into<At>,
        params: AdBreakStartParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_break_start(at, params))
    }

    /// The ad break ends, and main content continues. Allowed only while a break is open and its
    /// last ad is closed.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_break_complete(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_break_complete(at))
    }

    /// An ad starts, inside an ad break. Allowed only while no other ad is open; the back end
    /// accepts an ad outside a break, but counts it as main content.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_start(
        &mut self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<AdStartParams>>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_start(at, params))
    }

    /// The ad was played to its end. Allowed only while an ad is open.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_complete(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_complete(at))
    }

    /// The ad was skipped before its end. Allowed only while an ad is open.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn ad_skip(&mut self, at: impl Into<At>) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::ad_skip(at))
    }

    /// A chapter of the content starts. Allowed in a session while no chapter is open; chapters
    /// never overlap, but one may stay open across ad breaks.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_start(
        &mut self,
        at: impl Into<At>,
        params: impl Into<WithMetadata<ChapterStartParams>>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::chapter_start(at, params))
    }

    /// The chapter was played to its end. Allowed only while a chapter is open.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_complete(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::chapter_complete(at))
    }

    /// The chapter was skipped before its end. Allowed only while a chapter is open.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn chapter_skip(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::chapter_skip(at))
    }

    /// The player enters a state, such as full screen or mute. Allowed while that state is not
    /// active; at most ten different state names are counted per session.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn state_start(
        &mut self,
        at: impl Into<At>,
        params: StateStartParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::state_start(at, params))
    }

    /// The player leaves a state that it entered with `stateStart`. Allowed only while that state
    /// is active.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn state_end(
        &mut self,
        at: impl Into<At>,
        params: StateEndParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::state_end(at, params))
    }

    /// The player leaves some states and enters others, in one event. The rules for `stateEnd` and
    /// `stateStart` apply; this event type is newer than the others, and no official SDK sends it
    /// to this API.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn states_update(
        &mut self,
        at: impl Into<At>,
        params: StatesUpdateParams,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::states_update(at, params))
    }

    /// The viewer reached the end of the content; counts as a completed play. The session stays
    /// open: if both are sent, this comes before `sessionEnd`.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn session_complete(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::session_complete(at))
    }

    /// The viewer left or the player was closed. Closes the session at once: no other event may
    /// follow, and repeating it does no harm.
    ///
    /// # Errors
    ///
    /// See [`record`](Self::record).
    pub fn session_end(
        &mut self,
        at: impl Into<At>,
    ) -> Result<Recorded, Refused<S::Error>> {
        self.record(Event::session_end(at))
    }
}
