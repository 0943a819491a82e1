//! What came of a call.

use std::error::Error;

use crate::session::RecordError;

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Tracked {
    /// It was taken, and so many events were recorded; 0 if it changed only what the tracker knows.
    Recorded(usize),
    /// It waits for the ad break before the content, and will be taken with its own time.
    Held,
    /// It changed nothing.
    Ignored(Ignored),
}

impl Tracked {
    /// Why the call was ignored, if it was.
    #[must_use]
    pub const fn ignored(&self) -> Option<&Ignored> {
        match self {
            Self::Ignored(why) => Some(why),
            _ => None,
        }
    }
}

/// Why a call was ignored.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Ignored {
    /// There is no session.
    #[error("no session is active: call `session_start` first")]
    NoSession,
    /// A session is active, and would get the events of the next one.
    #[error("a session is active: call `complete` or `end` before the next `session_start`")]
    SessionActive,
    /// A value cannot be used.
    #[error("{0}")]
    Invalid(String),
    /// Between the ads of a break nothing plays.
    #[error("an ad break is open, and no ad in it: nothing plays")]
    BetweenAds,
    /// The player buffers or seeks.
    #[error("the player is buffering or seeking: it has to complete that first")]
    Unsettled,
    /// What is completed was not started.
    #[error("nothing was started that this completes")]
    NotStarted,
    /// No ad break is open.
    #[error("no ad break is open")]
    AdBreakNotOpen,
    /// No ad is open.
    #[error("no ad is open")]
    AdNotOpen,
    /// No chapter is open.
    #[error("no chapter is open")]
    ChapterNotOpen,
    /// The same ad break, ad or chapter is open.
    #[error("the same is open already")]
    Same,
    /// The state is active.
    #[error("the player state is active already")]
    StateActive,
    /// The state is not active.
    #[error("the player state is not active")]
    StateNotActive,
    /// The session has ten states.
    #[error("the session has ten player states, and the back end counts no more")]
    TenStates,
    /// The host has refused the call.
    #[error("the host has refused the call")]
    ByHost,
}

/// Why a call failed. The tracker is unchanged: the call can be made again.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TrackError<E: Error + 'static> {
    /// The sessions could not take the events. In memory this cannot happen.
    #[error(transparent)]
    Sink(E),
    /// The recorder refused an event.
    #[error(transparent)]
    Refused(RecordError),
}

/// What was deleted when the viewer opted out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Discarded {
    /// How many sessions were deleted that had not been sent as a whole.
    pub sessions: usize,
    /// How many events of them were deleted.
    pub events: usize,
}

impl Discarded {
    pub(crate) const fn new(sessions: usize, events: usize) -> Self {
        Self { sessions, events }
    }
}
