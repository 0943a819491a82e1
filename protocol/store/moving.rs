//! Moving events in the file, after the device's clock was set.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{Record, SessionKey, StoredClock};
use super::tables::{event_from, put_events};
use crate::event::Event;
use crate::json::Policy;
use crate::session::{Moves, Timing};

/// What a commit changes besides adding events.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// What is known about the clock, with the index of the next event.
    pub(super) clock: Option<StoredClock>,
    /// Committed events with their new times, by index.
    pub(super) events: Vec<(u32, Vec<u8>)>,
    /// The same events as they were, for a commit that fails and may be written all the same.
    pub(super) before: Vec<(u32, Vec<u8>)>,
    /// By how much the start moves.
    start_by: i64,
}

impl Change {
    /// What a time says about the clock. `next` is the index of the next event, and `committed`
    /// the index after the last one in the file; events from `first` on can be moved. `before` are
    /// events that may have been changed by a commit that failed.
    pub(super) fn new(
        store: &OfflineStore,
        key: SessionKey,
        timing: &Timing,
        (first, committed, next): (u32, u32, u32),
        before: &[(u32, Vec<u8>)],
    ) -> Result<Self, StoreError> {
        let clock = Some(StoredClock { clock: timing.clock, next });
        let mut change = Self { clock, ..Self::default() };
        let last = u32::try_from(timing.moves.last()).unwrap_or(u32::MAX);
        for index in next.saturating_sub(last).max(first)..committed {
            let known = before.iter().find(|(known, _)| *known == index);
            let text = match known {
                Some((_, text)) => Some(text.clone()),
                None => store
                    .file
                    .read(|transaction| event_from(transaction, key, index))?
                    .filter(|(found, _)| *found == index)
                    .map(|(_, text)| text),
            };
            let Some(text) = text else { continue };
            let by = timing.moves.by((next - 1 - index) as usize);
            if let Some(moved) = moved(&text, by)? {
                change.events.push((index, moved));
                change.before.push((index, text));
                change.start_by = if index == 0 { by } else { change.start_by };
            }
        }
        Ok(change)
    }

    /// By how many bytes the moved events grow.
    pub(super) fn growth(&self) -> i64 {
        let bytes = |events: &[(u32, Vec<u8>)]| -> i64 {
            events.iter().map(|(_, text)| text.len() as i64).sum()
        };
        bytes(&self.events) - bytes(&self.before)
    }

    /// Writes the moved events.
    pub(super) fn write(
        &self,
        transaction: &redb::WriteTransaction,
        key: SessionKey,
        record: &mut Record,
    ) -> Result<(), StoreError> {
        for (index, event) in &self.events {
            put_events(transaction, key, *index, [event])?;
        }
        if self.clock.is_some() {
            record.clock = self.clock;
            record.began = record.began.wrapping_add(self.start_by);
        }
        Ok(())
    }
}

/// Moves events that are not committed yet. Returns them as they were, and how many moved.
pub(super) fn move_waiting(
    waiting: &mut [Vec<u8>],
    moves: &Moves,
) -> Result<(Vec<Vec<u8>>, usize), StoreError> {
    let before = waiting.to_vec();
    let mut count = 0;
    for (after, text) in waiting.iter_mut().rev().enumerate() {
        if let Some(moved) = moved(text, moves.by(after))? {
            *text = moved;
            count += 1;
        }
    }
    Ok((before, count))
}

/// An event with its new time; `None` if it does not move or cannot be read.
fn moved(text: &[u8], by: i64) -> Result<Option<Vec<u8>>, StoreError> {
    let policy = Policy::tolerant().with_max_bytes(usize::MAX);
    let event = if by == 0 { None } else { Event::decode(text, &policy).ok() };
    let moved = event.map(|mut event| {
        event.player_time.set_ts(event.player_time.ts().wrapping_add(by));
        event.encode()
    });
    Ok(moved.transpose()?)
}
