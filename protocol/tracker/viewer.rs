//! What the viewer and the device decide: privacy, the app in the background, a late identity.

use super::core::text;
use super::input::Input;
use super::moment::Moment;
use super::outcome::{Discarded, TrackError, Tracked};
use super::player::Tracker;
use super::sessions::Sessions;
use super::state::{Asked, Doing};
use super::values;
use crate::constraints::EncodeError;
use crate::event::SessionStart;
use crate::session::RecordError;

/// Whether the viewer allows the measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Privacy {
    /// Viewings are recorded.
    OptedIn,
    /// Nothing is recorded.
    OptedOut,
}

impl<S: Sessions> Tracker<S> {
    /// The viewer has opted out, or in again.
    ///
    /// What was not sent is deleted at once, which is returned; the sessions get no `sessionEnd`.
    /// Nothing is recorded from then on, but the tracker goes on to know what the player does. If
    /// something plays when the viewer opts in, a new session begins with it.
    ///
    /// # Errors
    ///
    /// When the sessions fail. Nothing is recorded all the same after the viewer has opted out.
    pub fn privacy(
        &mut self,
        moment: impl Into<Moment>,
        privacy: Privacy,
    ) -> Result<Discarded, TrackError<S::Error>> {
        let moment = moment.into();
        match privacy {
            Privacy::OptedOut => {
                let state = &mut self.core.state;
                (state.opted_out, state.tracking, state.opened) = (true, false, false);
                self.sessions.discard().map_err(TrackError::Sink)
            }
            Privacy::OptedIn => {
                let state = &mut self.core.state;
                if std::mem::take(&mut state.opted_out) {
                    // What plays, or plays next, opens a session.
                    state.muted = state.media.is_some();
                    if self.is_active() && !self.is_holding() {
                        self.call(moment, Input::Playhead(None))?;
                    }
                }
                Ok(Discarded::default())
            }
        }
    }

    /// Whether the viewer has opted out.
    #[must_use]
    pub const fn is_opted_out(&self) -> bool {
        self.core.state.opted_out
    }

    /// The app goes to the background, where it may be stopped at any time: what was recorded is made
    /// safe. If the player stops playing there, it also calls [`pause`](Self::pause); if it plays on,
    /// as with music, the tracker has to be driven on.
    ///
    /// # Errors
    ///
    /// When the sessions fail. What was recorded waits on.
    pub fn background(
        &mut self,
        moment: impl Into<Moment>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        let done = self.handle_timeout(moment)?;
        let Self { core, options, sessions, .. } = self;
        sessions.flush(&|| text(core, options)).map_err(TrackError::Sink)?;
        Ok(done)
    }

    /// The app is back in the foreground: does what has become due meanwhile, such as the end of a
    /// session after half an hour of pause. Call it before anything else.
    ///
    /// # Errors
    ///
    /// As [`handle_timeout`](Self::handle_timeout).
    pub fn foreground(
        &mut self,
        moment: impl Into<Moment>,
    ) -> Result<Tracked, TrackError<S::Error>> {
        self.handle_timeout(moment)
    }

    /// Changes the start of the viewing, such as for an identity that arrives late. Sessions in which
    /// the viewing goes on later have the changed one. Returns whether the present session has it,
    /// too: it does not if its start was sent already.
    ///
    /// # Errors
    ///
    /// When the changed start has a number that JSON cannot express, or the sessions fail. The start is
    /// then unchanged.
    pub fn change_start(
        &mut self,
        change: impl Fn(&mut SessionStart),
    ) -> Result<bool, TrackError<S::Error>> {
        let Some(mut media) = self.core.state.media.clone() else { return Ok(false) };
        change(&mut media.make_mut().start);
        let violations = values::violations(&media.start);
        if !violations.is_empty() {
            let error = RecordError::Encode(EncodeError::new(violations));
            return Err(TrackError::Refused(error));
        }
        let is_changed = self.sessions.change_start(&mut |start| change(start));
        let is_changed = is_changed.map_err(TrackError::Sink)?;
        self.core.state.media = Some(media);
        Ok(is_changed)
    }

    /// Whether the content or an ad plays, as far as the tracker knows.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.is_active() && self.core.state.doing() == Doing::Playing
    }

    /// Whether an ad break is open. An automatic one stays open for a second after its last ad.
    #[must_use]
    pub const fn ad_break_is_open(&self) -> bool {
        self.is_active() && self.core.state.ad_break.is_some()
    }

    /// Whether an ad is open.
    #[must_use]
    pub const fn ad_is_open(&self) -> bool {
        self.is_active() && self.core.state.ad.is_some()
    }

    /// Whether a chapter is open.
    #[must_use]
    pub const fn chapter_is_open(&self) -> bool {
        self.is_active() && self.core.state.chapter.is_some()
    }

    /// The player stopped at the last known moment.
    pub(super) fn stop_playing(&mut self) {
        let state = &mut self.core.state;
        if state.asked == Asked::Play {
            state.asked = Asked::Pause;
        }
        (state.buffering, state.seeking) = (false, false);
    }
}
