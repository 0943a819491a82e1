//! The quality of experience that a player tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::rules::{Rules, Truncation};
use super::shared::{Restore, Shared};
use crate::event::QoeData;
use crate::schema::keys;

/// The keys of the four numbers of the SDKs.
const NUMBERS: [&str; 4] =
    [keys::BITRATE, keys::DROPPED_FRAMES, keys::FRAMES_PER_SECOND, keys::TIME_TO_START];

/// The quality of experience at a moment. It is sent with the next event, and again when it has
/// changed.
///
/// ```
/// use media_collection::QoeData;
/// use media_collection::tracker::Quality;
///
/// // All four numbers, in the order of the official SDKs. They are cut to integers.
/// let quality = Quality::new(3_500_000.0, 800.0, 23.976, 2.0);
/// // What is known, as it is sent.
/// let mut known = QoeData::default();
/// known.bitrate = Some(3_500_000);
/// let quality = Quality::from(known);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quality(Given);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Given {
    /// Bitrate, dropped frames, frames per second, time to start.
    Numbers(#[serde(with = "crate::session::any_number::four")] [f64; 4]),
    Data(Shared<QoeData>),
}

impl Restore for QoeData {
    fn restore<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl Quality {
    /// The bitrate in bits per second, the time to start in milliseconds, the frames per second, and
    /// the number of dropped frames: the order of the official SDKs.
    #[must_use]
    pub const fn new(
        bitrate: f64,
        time_to_start: f64,
        frames_per_second: f64,
        dropped_frames: f64,
    ) -> Self {
        Self(Given::Numbers([bitrate, dropped_frames, frames_per_second, time_to_start]))
    }

    /// Whether a tracker takes it.
    pub(super) fn is_valid(&self, rules: &Rules) -> bool {
        match &self.0 {
            Given::Numbers(numbers) => {
                numbers.iter().all(|number| *number >= 0.0)
                    && (!rules.checks_values || numbers.iter().all(|number| number.is_finite()))
            }
            Given::Data(data) => !rules.checks_values || data.check().is_ok(),
        }
    }

    /// Whether it is the same as what was sent.
    pub(super) fn is_same(&self, sent: &Self, rules: &Rules) -> bool {
        match (&self.0, &sent.0) {
            (Given::Numbers(one), Given::Numbers(other)) if rules.compares_integers => {
                one.map(|number| number as i64) == other.map(|number| number as i64)
            }
            (one, other) => one == other,
        }
    }

    /// What is sent.
    pub(super) fn data(&self, rules: &Rules) -> Option<Box<QoeData>> {
        match &self.0 {
            Given::Data(data) => Some(Box::new((**data).clone())),
            Given::Numbers(_) => quality_of(&self.members(rules)),
        }
    }

    /// What is sent with an error.
    pub(super) fn with_error(
        quality: Option<&Self>,
        id: &str,
        source: &str,
        rules: &Rules,
    ) -> Option<Box<QoeData>> {
        let mut members = quality.map(|quality| quality.members(rules)).unwrap_or_default();
        members.insert(keys::QOE_ERROR_ID.into(), id.into());
        members.insert(keys::QOE_ERROR_SOURCE.into(), source.into());
        quality_of(&members)
    }

    fn members(&self, rules: &Rules) -> Map<String, Value> {
        match &self.0 {
            Given::Numbers(numbers) => {
                let numbers = numbers.map(|number| whole(number, rules.truncation));
                NUMBERS.iter().map(|key| (*key).to_owned()).zip(numbers).collect()
            }
            Given::Data(data) => match serde_json::to_value(&**data) {
                Ok(Value::Object(members)) => members,
                _ => Map::new(),
            },
        }
    }
}

impl From<QoeData> for Quality {
    fn from(data: QoeData) -> Self {
        Self(Given::Data(Shared::new(data)))
    }
}

/// The quality with these members, as far as the schema knows them.
fn quality_of(members: &Map<String, Value>) -> Option<Box<QoeData>> {
    let all = QoeData::deserialize(Value::Object(members.clone()));
    let some = || {
        let is_known = |key: &String, value: &Value| {
            let one = Map::from_iter([(key.clone(), value.clone())]);
            QoeData::deserialize(Value::Object(one)).is_ok()
        };
        let known = members.iter().filter(|(key, value)| is_known(key, value));
        let known = known.map(|(key, value)| (key.clone(), value.clone()));
        QoeData::deserialize(Value::Object(known.collect()))
    };
    all.or_else(|_| some()).ok().map(Box::new)
}

/// A number of the quality as an integer.
fn whole(number: f64, truncation: Truncation) -> Value {
    match truncation {
        Truncation::Exact => Value::from(number as i64),
        Truncation::OfText if !number.is_finite() => Value::Null,
        // Such numbers are written with an exponent, and `parseInt` reads what stands before it.
        Truncation::OfText if number >= 1e21 || (number > 0.0 && number < 1e-6) => {
            let text = format!("{number:e}");
            let digit =
                text.bytes().next().filter(u8::is_ascii_digit).map_or(0, |digit| digit - b'0');
            Value::from(digit)
        }
        Truncation::OfText => Value::from(number as i64),
    }
}
