//! The serialised form of an online recorder.

use std::collections::VecDeque;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::online::Online;
use crate::event::{Event, SessionStart};
use crate::schema::Mode;
use crate::session::{Order, Recorder, SessionState, tolerant_serde};
use crate::wire::SessionId;

#[derive(Deserialize)]
struct StoredOnlineRecorder {
    #[serde(deserialize_with = "tolerant_serde::start")]
    start: SessionStart,
    session_id: Option<SessionId>,
    /// The state after everything recorded.
    recorded: SessionState,
    #[serde(rename = "taken")]
    accepted: SessionState,
    #[serde(deserialize_with = "tolerant_serde::events")]
    queue: Vec<Event>,
    restoring: usize,
    reopened: u32,
    #[serde(default)]
    attempts: u32,
    #[serde(default)]
    not_before: i64,
    #[serde(default)]
    order: Order,
    #[serde(default)]
    mode: Mode,
}

/// Serialises as an object. A request in flight is not part of it: it is sent again.
impl Serialize for Recorder<Online> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Online { start, session_id, accepted, queue, restoring, reopened, .. } = &self.sink;
        let mut stored = serializer.serialize_struct("OnlineRecorder", 11)?;
        stored.serialize_field("start", start)?;
        stored.serialize_field("session_id", session_id)?;
        stored.serialize_field("recorded", &self.state)?;
        stored.serialize_field("taken", accepted)?;
        stored.serialize_field("queue", queue)?;
        stored.serialize_field("restoring", restoring)?;
        stored.serialize_field("reopened", reopened)?;
        stored.serialize_field("attempts", &self.sink.attempts)?;
        stored.serialize_field("not_before", &self.sink.not_before)?;
        stored.serialize_field("order", &self.order)?;
        stored.serialize_field("mode", &self.mode)?;
        stored.end()
    }
}

impl<'de> Deserialize<'de> for Recorder<Online> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = StoredOnlineRecorder::deserialize(deserializer)?;
        let sink = Online {
            session_id: stored.session_id,
            accepted: stored.accepted,
            queue: VecDeque::from(stored.queue),
            restoring: stored.restoring,
            reopened: stored.reopened,
            attempts: stored.attempts,
            not_before: stored.not_before,
            ..Online::new(stored.start)
        };
        Ok(Self { state: stored.recorded, order: stored.order, mode: stored.mode, sink })
    }
}
