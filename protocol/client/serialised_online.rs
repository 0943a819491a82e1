//! The serialised form of an online recorder.

use std::collections::VecDeque;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::backoff::Attempts;
use super::online::Online;
use super::online_options::OnlineOptions;
use super::sending::Progress;
use crate::event::{Event, SessionStart};
use crate::schema::Mode;
use crate::session::{Order, Recorder, SessionState, Verbatim, tolerant_serde};

/// The names are those of the first version.
#[derive(Serialize)]
struct Written<'a> {
    start: &'a SessionStart,
    #[serde(flatten)]
    progress: &'a Progress,
    #[serde(flatten)]
    attempts: &'a Attempts,
    recorded: &'a SessionState,
    taken: &'a SessionState,
    queue: &'a VecDeque<Event>,
    restoring: usize,
    order: Order,
    mode: Mode,
    options: &'a OnlineOptions,
    /// The places, the start being 0, where the playhead is no number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    lost: Vec<usize>,
}

#[derive(Deserialize)]
struct Stored {
    #[serde(deserialize_with = "tolerant_serde::start")]
    start: SessionStart,
    #[serde(flatten)]
    progress: Progress,
    #[serde(flatten)]
    attempts: Attempts,
    /// The state after everything recorded.
    recorded: SessionState,
    /// The state after everything that the collector has accepted.
    taken: SessionState,
    #[serde(deserialize_with = "tolerant_serde::events")]
    queue: Vec<Event>,
    /// How many of them were generated.
    restoring: usize,
    #[serde(default)]
    order: Order,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    options: OnlineOptions,
    #[serde(default)]
    lost: Vec<usize>,
}

/// Serialises as an object. A request in flight is not part of it: it is sent again.
impl Serialize for Recorder<Online> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Online { start, progress, attempts, accepted, queue, generated, options, .. } =
            &self.sink;
        let lost = tolerant_serde::lost(start, queue);
        let (start, queue) = tolerant_serde::without(&lost, start, queue);
        let written = Written {
            start: &start,
            progress,
            attempts,
            recorded: &self.state,
            taken: accepted,
            queue: &queue,
            restoring: *generated,
            order: self.order,
            mode: self.mode,
            options,
            lost,
        };
        written.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Recorder<Online> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut stored = Stored::deserialize(deserializer)?;
        let Stored { start, queue, lost, .. } = &mut stored;
        tolerant_serde::set_playheads(lost, f64::NAN, start, queue);
        let generated = stored.restoring.min(stored.queue.len());
        let sink = Online {
            progress: stored.progress.with_start(stored.start.player_time),
            attempts: stored.attempts,
            accepted: stored.taken,
            queue: VecDeque::from(stored.queue),
            generated,
            options: stored.options,
            ..Online::new(stored.start)
        };
        Ok(Self { state: stored.recorded, order: stored.order, mode: stored.mode, sink })
    }
}

/// As a [`Recorder<Online>`] does.
impl Serialize for Verbatim<Online> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Verbatim<Online> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Recorder::deserialize(deserializer).map(Self::of_recorder)
    }
}
