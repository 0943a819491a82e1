//! The timer of an SDK, for the modes that do exactly what it does.

use serde::{Deserialize, Serialize};

use super::input::Input;
use super::rules::{Grid, GridStart};

/// What the public object of an SDK remembers.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Ticks {
    /// The next tick, by the monotonic clock.
    pub(super) next: Option<i64>,
    /// The timestamp of the last call, which may have been ignored.
    last_call: Option<i64>,
    /// The last playhead that was given, which may have been ignored.
    #[serde(with = "crate::session::any_number::optional")]
    playhead: Option<f64>,
    in_session: bool,
}

/// What became of a call.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fate {
    /// Taken or held.
    pub(super) accepted: bool,
    /// The values of a start can be used.
    pub(super) valid: bool,
}

impl Ticks {
    /// Whether there is no timer.
    pub(super) fn is_unused(&self) -> bool {
        *self == Self::default()
    }

    /// A call was made.
    pub(super) fn called(&mut self, grid: &Grid, input: &Input, fate: Fate, now: i64, ts: i64) {
        self.last_call = Some(ts);
        match input {
            Input::Playhead(playhead) => self.playhead = *playhead,
            Input::Complete | Input::End => {
                if grid.stops {
                    self.next = None;
                }
                self.in_session = false;
            }
            Input::SessionStart(_) => {
                let starts = match grid.starts {
                    GridStart::Valid => !self.in_session && fate.valid,
                    GridStart::Accepted => fate.accepted,
                    GridStart::Any => true,
                };
                self.in_session |= starts;
                if starts && self.next.is_none() {
                    self.next = Some(now.saturating_add(grid.first));
                }
            }
            _ => {}
        }
    }

    /// The timer has run out: the call that it makes, if any.
    pub(super) fn tick(&mut self, grid: &Grid, now: i64, ts: i64) -> Option<Input> {
        let due = self.next.filter(|due| *due <= now)?;
        let next = due.saturating_add(grid.period);
        // Ticks that were missed are run as one.
        self.next = Some(if next > now { next } else { now.saturating_add(grid.period) });
        let quiet = self.last_call.map_or(i64::MAX, |last| ts.saturating_sub(last));
        let acts = self.in_session || grid.acts_without_playhead;
        let has_value = self.playhead.is_some() || grid.acts_without_playhead;
        (quiet > grid.quiet && acts && has_value).then_some(Input::Playhead(self.playhead))
    }
}
