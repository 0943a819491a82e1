//! The serialised form of a recorder in memory.

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::admission::Order;
use super::downloaded_sink::Downloaded;
use super::recorder::Recorder;
use super::state::SessionState;
use super::tolerant_serde;
use crate::event::{Event, SessionStart};
use crate::schema::Mode;

#[derive(Deserialize)]
struct StoredRecorder {
    #[serde(deserialize_with = "tolerant_serde::start")]
    start: SessionStart,
    #[serde(deserialize_with = "tolerant_serde::events")]
    events: Vec<Event>,
    progress: SessionState,
    #[serde(default)]
    order: Order,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    lost: Vec<usize>,
}

/// An object of `start`, `events`, `progress`, `order` and `mode`. If a playhead is no number, `lost`
/// says of which events.
impl Serialize for Recorder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Downloaded { start, events } = &self.sink;
        let lost = tolerant_serde::lost(start, events);
        let (start, events) = tolerant_serde::without(&lost, start, events);
        let length = 5 + usize::from(!lost.is_empty());
        let mut stored = serializer.serialize_struct("Recorder", length)?;
        stored.serialize_field("start", &*start)?;
        stored.serialize_field("events", &*events)?;
        stored.serialize_field("progress", &self.state)?;
        stored.serialize_field("order", &self.order)?;
        stored.serialize_field("mode", &self.mode)?;
        if !lost.is_empty() {
            stored.serialize_field("lost", &lost)?;
        }
        stored.end()
    }
}

impl<'de> Deserialize<'de> for Recorder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let StoredRecorder { mut start, mut events, progress, order, mode, lost } =
            StoredRecorder::deserialize(deserializer)?;
        tolerant_serde::set_playheads(&lost, f64::NAN, &mut start, &mut events);
        let sink = Downloaded { start: Box::new(start), events };
        Ok(Self { state: progress, order, mode, sink })
    }
}
