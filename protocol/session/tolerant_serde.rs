//! Reading serialised events in tolerant mode, as a newer version of this crate may have written
//! them, and writing times so that they can be read.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::{Event, PlayerTime, SessionStart, Tolerant};

/// Whether JSON can express the playhead, which may be absent.
pub(crate) fn has_finite_playhead(time: PlayerTime) -> bool {
    time.playhead().is_none_or(f64::is_finite)
}

/// Writes a time that can be read again: without a playhead that is no number, as events have that
/// are recorded as they are.
pub(crate) fn time<S: Serializer>(
    time: &Option<PlayerTime>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut time = *time;
    if let Some(lost) = time.as_mut().filter(|time| !has_finite_playhead(**time)) {
        lost.set_playhead(0.0);
    }
    time.serialize(serializer)
}

/// Where a playhead is no number, which cannot be written: in the start (0), or the events after it.
pub(crate) fn lost<'a>(
    start: &SessionStart,
    events: impl IntoIterator<Item = &'a Event>,
) -> Vec<usize> {
    let times = std::iter::once(start.player_time);
    let times = times.chain(events.into_iter().map(|event| event.player_time));
    let lost = times.enumerate().filter(|(_, time)| !has_finite_playhead(*time));
    lost.map(|(place, _)| place).collect()
}

/// A start and its events with playheads that can be written: these are 0.
pub(crate) fn without<'a, L: Clone>(
    lost: &[usize],
    start: &'a SessionStart,
    events: &'a L,
) -> (Cow<'a, SessionStart>, Cow<'a, L>)
where
    for<'b> &'b mut L: IntoIterator<Item = &'b mut Event>,
{
    if lost.is_empty() {
        return (Cow::Borrowed(start), Cow::Borrowed(events));
    }
    let (mut start, mut events) = (start.clone(), events.clone());
    set_playheads(lost, 0.0, &mut start, &mut events);
    (Cow::Owned(start), Cow::Owned(events))
}

/// Sets the playheads at these places.
pub(crate) fn set_playheads<'a>(
    places: &[usize],
    playhead: f64,
    start: &'a mut SessionStart,
    events: impl IntoIterator<Item = &'a mut Event>,
) {
    let times = std::iter::once(&mut start.player_time);
    let times = times.chain(events.into_iter().map(|event| &mut event.player_time));
    for (place, time) in times.enumerate() {
        if places.contains(&place) {
            time.set_playhead(playhead);
        }
    }
}

/// Reads a start.
pub(crate) fn start<'de, D>(deserializer: D) -> Result<SessionStart, D::Error>
where
    D: Deserializer<'de>,
{
    let Tolerant(event) = Tolerant::<Event>::deserialize(deserializer)?;
    SessionStart::try_from(event).map_err(serde::de::Error::custom)
}

/// Reads a list of events.
pub(crate) fn events<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Event>, D::Error> {
    Tolerant::deserialize(deserializer).map(|Tolerant(events)| events)
}
