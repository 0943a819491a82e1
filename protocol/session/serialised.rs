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
}

/// An object of `start`, `events`, `progress`, `order` and `mode`.
impl Serialize for Recorder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut stored = serializer.serialize_struct("Recorder", 5)?;
        stored.serialize_field("start", self.start())?;
        stored.serialize_field("events", self.events())?;
        stored.serialize_field("progress", &self.state)?;
        stored.serialize_field("order", &self.order)?;
        stored.serialize_field("mode", &self.mode)?;
        stored.end()
    }
}

impl<'de> Deserialize<'de> for Recorder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let StoredRecorder { start, events, progress, order, mode } =
            StoredRecorder::deserialize(deserializer)?;
        let sink = Downloaded { start: Box::new(start), events };
        Ok(Self { state: progress, order, mode, sink })
    }
}
