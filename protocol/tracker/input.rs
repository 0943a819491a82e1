//! What a player tells a tracker.

use serde::{Deserialize, Serialize};

use super::media::Media;
use super::quality::Quality;
use super::shared::Shared;
use crate::event::{Event, EventBody};

/// What a player tells a tracker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Input {
    SessionStart(Shared<Media>),
    Complete,
    End,
    Play,
    Pause,
    BufferStart,
    BufferComplete,
    SeekStart,
    SeekComplete,
    /// An ad break, an ad or a chapter opens, with this event.
    Open(Shared<Event>),
    AdBreakComplete,
    AdComplete,
    AdSkip,
    ChapterComplete,
    ChapterSkip,
    BitrateChange,
    Error {
        id: String,
        source: String,
    },
    State {
        name: String,
        starts: bool,
    },
    Quality(Quality),
    /// The playhead in seconds, if there is one: a tick of a timer may have none.
    Playhead(#[serde(with = "crate::session::any_number::optional")] Option<f64>),
    /// How far a live viewing is behind the live edge, in milliseconds.
    Behind(i64),
    /// A call that the host refused.
    Nothing,
}

impl Input {
    pub(super) fn ends(&self) -> bool {
        matches!(self, Self::Complete | Self::End)
    }

    pub(super) fn opens_break(&self) -> bool {
        matches!(self, Self::Open(event) if matches!(event.body, EventBody::AdBreakStart { .. }))
    }

    pub(super) fn starts_ad(&self) -> bool {
        matches!(self, Self::Open(event) if matches!(event.body, EventBody::AdStart { .. }))
    }

    /// Whether it says nothing but the playhead or the quality.
    pub(super) fn is_measure(&self) -> bool {
        matches!(self, Self::Playhead(_) | Self::Quality(_) | Self::Nothing)
    }
}
