//! Access to a start that can still be changed.

use std::fmt;
use std::ops::{Deref, DerefMut};

use super::state::make_playhead_finite;
use crate::event::SessionStart;

/// Mutable access to the start of a session that was not sent, such as for an identity that
/// arrives late.
///
/// When it is dropped, what belongs to the session is set again: the downloaded flag, a playhead
/// that is a finite number, and a timestamp before that of the next event.
pub struct StartMut<'a> {
    start: &'a mut SessionStart,
    downloaded: Option<bool>,
    /// The timestamp of the next event.
    next: Option<i64>,
}

impl<'a> StartMut<'a> {
    pub(crate) fn new(
        start: &'a mut SessionStart,
        downloaded: Option<bool>,
        next: Option<i64>,
    ) -> Self {
        Self { start, downloaded, next }
    }
}

impl Deref for StartMut<'_> {
    type Target = SessionStart;

    fn deref(&self) -> &SessionStart {
        self.start
    }
}

impl DerefMut for StartMut<'_> {
    fn deref_mut(&mut self) -> &mut SessionStart {
        self.start
    }
}

impl Drop for StartMut<'_> {
    fn drop(&mut self) {
        make_playhead_finite(self.start);
        self.start.params.say_downloaded(self.downloaded);
        if let Some(next) = self.next {
            let time = &mut self.start.player_time;
            time.set_ts(time.ts().min(next.saturating_sub(1)));
        }
    }
}

impl fmt::Debug for StartMut<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(to)
    }
}
