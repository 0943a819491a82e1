//! The time of an event.

use super::types::{PlayerTime, QoeData};

/// The time of an event, with the quality of experience at that moment if it is known.
///
/// A [`PlayerTime`] converts into it, so most calls pass just that:
///
/// ```
/// use media_collection::{Event, PlayerTime, QoeData};
///
/// let at = PlayerTime::new(12.5, 1_700_000_012_500);
/// let ping = Event::ping(at);
/// let switched = Event::bitrate_change(at.with_qoe(QoeData::builder().bitrate(2_000_000).build()));
/// assert_eq!(switched.qoe_data.unwrap().bitrate, Some(2_000_000));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct At {
    /// Position of the playhead (seconds), and time (milliseconds since the Unix epoch).
    pub player_time: PlayerTime,
    /// The quality of experience at that moment.
    pub qoe_data: Option<Box<QoeData>>,
}

impl From<PlayerTime> for At {
    fn from(player_time: PlayerTime) -> Self {
        Self { player_time, qoe_data: None }
    }
}

impl PlayerTime {
    /// The playhead in seconds; not a number if there is none, so that it compares with nothing.
    pub(crate) fn seconds(self) -> f64 {
        self.playhead().unwrap_or(f64::NAN)
    }

    /// Adds the quality of experience at that moment.
    #[must_use]
    pub fn with_qoe(self, qoe: QoeData) -> At {
        At { player_time: self, qoe_data: Some(Box::new(qoe)) }
    }
}
