//! The quality of experience: what events say of it, and errors.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Made, Weighted};
use super::diagnostic::Notice;
use crate::constraints::Look;
use crate::event::Event;
use crate::schema::keys;

/// The most ids of errors that are kept for each source.
const MAX_ERROR_IDS: usize = 250;
/// The longest id of an error that is kept, in bytes.
const MAX_ERROR_ID: usize = 255;

/// A number as it was last sent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Latest {
    pub(super) value: f64,
    event: usize,
}

impl Latest {
    pub(super) fn made(self) -> Made {
        Made::at(self.event)
    }
}

/// The distinct ids of the errors from one source, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct ErrorIds {
    pub(super) ids: Vec<String>,
    pub(super) made: Option<Made>,
}

impl ErrorIds {
    /// Adds an id. Returns whether it is listed.
    fn add(&mut self, id: &str, event: usize) -> bool {
        if id.is_empty() || self.ids.iter().any(|known| known == id) {
            return true;
        }
        let is_kept = self.ids.len() < MAX_ERROR_IDS && id.len() <= MAX_ERROR_ID;
        if is_kept {
            self.ids.push(id.to_owned());
            self.made = Some(Made::then(self.made, event));
        }
        is_kept
    }
}

/// The bitrate by the time that it had: other readings of what counts than while the content plays.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Bitrate {
    now: Option<f64>,
    /// While ads played.
    pub(super) ads: Weighted,
    /// All the time.
    pub(super) all: Weighted,
    last: usize,
}

impl Bitrate {
    pub(super) fn now(&self) -> Option<f64> {
        self.now
    }

    #[inline]
    pub(super) fn passes(&mut self, ms: i64, event: usize) {
        if let Some(bitrate) = self.now {
            self.all.add(bitrate, ms, self.last, event);
        }
        self.last = event;
    }

    pub(super) fn plays_ad(&mut self, ms: i64, from: usize, to: usize) {
        if let Some(bitrate) = self.now {
            self.ads.add(bitrate, ms, from, to);
        }
    }
}

/// What the events said of the quality of experience.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Quality {
    pub(super) time_to_start: Option<Latest>,
    /// The first and the last that were sent.
    pub(super) times_to_start: Option<(f64, f64)>,
    pub(super) dropped_frames: Option<Latest>,
    /// The frames that were dropped if the count begins again whenever it falls.
    #[serde(with = "crate::session::any_number")]
    pub(super) dropped_in_all: f64,
    pub(super) frames_per_second: Option<Latest>,
    pub(super) bitrate: Bitrate,
    pub(super) bitrate_changes: Amount,
    pub(super) errors: Amount,
    pub(super) player_errors: ErrorIds,
    pub(super) external_errors: ErrorIds,
}

/// Whether the id of an error is listed. An error without an id is as it should be here: the lint
/// tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    Yes,
    TooMany,
    NoSource,
}

/// A time to start below this, in milliseconds, seems to be in seconds.
const LEAST_TIME_TO_START: f64 = 100.0;
/// A bitrate above this, in kilobits per second, seems to be in bits per second.
const GREATEST_BITRATE: f64 = 100_000.0;

impl Quality {
    /// Takes what an event reports. The time to start is what it was when the content began.
    pub(super) fn reported(
        &mut self,
        event: &Event,
        index: usize,
        has_begun: bool,
        odd: &mut impl FnMut(Notice),
    ) {
        let Some(qoe) = event.qoe_data.as_deref() else { return };
        let qoe: &dyn Look = qoe;
        let number = |key| qoe.number_at(key).filter(|number| number.is_finite());
        let latest = |value| Some(Latest { value, event: index });
        if let Some(ms) = number(keys::TIME_TO_START) {
            self.times_to_start = Some((self.times_to_start.map_or(ms, |(first, _)| first), ms));
        }
        if let Some(ms) = number(keys::TIME_TO_START)
            && !(has_begun && self.time_to_start.is_some())
        {
            let is_new = self.time_to_start.is_none_or(|known| known.value != ms);
            if is_new && 0.0 < ms && ms < LEAST_TIME_TO_START {
                odd(Notice::TimeToStartUnit);
            }
            if is_new {
                self.time_to_start = latest(ms);
            }
        }
        if let Some(bitrate) = number(keys::BITRATE) {
            let was = self.bitrate.now.replace(bitrate);
            if bitrate > GREATEST_BITRATE && was.is_none_or(|was| was <= GREATEST_BITRATE) {
                odd(Notice::BitrateUnit);
            }
        }
        if let Some(frames) = number(keys::DROPPED_FRAMES) {
            let before = self.dropped_frames.map_or(0.0, |known| known.value);
            if frames < before {
                odd(Notice::FramesFell);
            }
            self.dropped_in_all += if frames < before { frames } else { frames - before };
            if self.dropped_frames.is_none() || frames != before {
                self.dropped_frames = latest(frames);
            }
        }
        if let Some(rate) = number(keys::FRAMES_PER_SECOND)
            && self.frames_per_second.is_none_or(|known| known.value != rate)
        {
            self.frames_per_second = latest(rate);
        }
    }

    /// Counts an `error`. Its id is in the quality, or in the params. Returns whether the id is
    /// listed.
    pub(super) fn error(&mut self, event: &Event, index: usize) -> Listed {
        self.errors.count(index);
        let qoe = event.qoe_data.as_deref().map(|qoe| qoe as &dyn Look);
        let params = event.body.params();
        let text = |in_qoe, in_params| {
            let found = qoe.and_then(|qoe| qoe.text_at(in_qoe));
            found.or_else(|| params.and_then(|params| params.text_at(in_params)))
        };
        let Some(id) = text(keys::QOE_ERROR_ID, keys::ERROR_ID) else { return Listed::Yes };
        let is_kept = match text(keys::QOE_ERROR_SOURCE, keys::ERROR_SOURCE) {
            Some("player") => self.player_errors.add(id, index),
            Some("external") => self.external_errors.add(id, index),
            _ => return Listed::NoSource,
        };
        if is_kept { Listed::Yes } else { Listed::TooMany }
    }
}
