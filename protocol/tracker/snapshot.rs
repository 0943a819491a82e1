//! Going on after the end of the process.

use super::core::Snapshot;
use super::input::Input;
use super::moment::Moment;
use super::outcome::TrackError;
use super::player::Tracker;
use super::sessions::Sessions;
use super::state::Doing;
use crate::session::time_limits::MAX_SILENCE;

impl<S: Sessions> Tracker<S> {
    /// What the tracker knows.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { core: self.core.clone(), options: self.options.clone() }
    }

    /// Goes on with a viewing after the end of the process, with the sessions that were recorded. How
    /// long that lasted is known by the wall clock, [`Moment::ts`].
    ///
    /// The process stopped while the player played: that is recorded as a pause from the last known
    /// moment on, and the next [`play`](Self::play) ends it. After ten minutes the back end has closed
    /// the session, so that is ended, and the viewing goes on in another one. After half an hour
    /// and a day the same happens as if the timers had run.
    ///
    /// # Errors
    ///
    /// When the sessions cannot take the events.
    pub fn resume(
        snapshot: Snapshot,
        sessions: S,
        moment: impl Into<Moment>,
    ) -> Result<Self, TrackError<S::Error>> {
        let Snapshot { core, options } = snapshot;
        let mut tracker = Self { core, options, sessions, steps: Vec::new() };
        let moment = moment.into().bounded();
        let last = tracker.core.reading.last();
        let passed = tracker.core.reading.resume(moment);
        if tracker.options.mode.is_verbatim() || !tracker.is_active() {
            return Ok(tracker);
        }
        let holding = tracker.is_holding();
        tracker.run(last, |run| {
            if holding {
                run.release(false);
            }
        });
        if tracker.core.state.doing() != Doing::Starting {
            tracker.stop_playing();
        }
        let is_closed = passed >= MAX_SILENCE && !tracker.core.state.muted;
        tracker.run(last, |run| {
            run.after(&Input::Nothing);
            if is_closed {
                run.abort();
                run.state.muted = true;
            }
        });
        tracker.commit()?;
        tracker.handle_timeout(moment)?;
        Ok(tracker)
    }
}
