//! Moving events in the file, after the device's clock was set.

use std::collections::{BTreeMap, VecDeque};

use super::OfflineStore;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey, StoredClock};
use super::tables::{event_from, put_events, record};
use super::texts::decode;
use crate::client::ClockSet;
use crate::event::PlayerTime;
use crate::session::{Moved, Moves, Timing};

/// What a commit changes besides adding events.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// What is known about the clock, with the index of the next event.
    pub(super) clock: Option<StoredClock>,
    /// Committed events with their new times, by index.
    pub(super) events: Vec<(u32, Vec<u8>)>,
    /// The same events as they were, for a commit that fails and may be written all the same.
    pub(super) before: Vec<(u32, Vec<u8>)>,
    /// By how much the start moves, and with it the events that restore the state of an online
    /// session.
    start_by: i64,
    /// The time of a start that was not sent, after it has moved: it may have been changed.
    start: Option<PlayerTime>,
    /// The time after which the next event is recorded, as far as what was sent says, or a start that
    /// is to be sent first.
    sent_until: Option<PlayerTime>,
    /// By how much the last event moves.
    last_by: i64,
    /// By how much the last time moves that the collector has accepted, in a session that is lost.
    accepted_by: i64,
    /// How many waiting events of an online session are in flight, and by how much those that were
    /// sent should have moved.
    sent: Option<(usize, i64)>,
    /// Whether a new online session has to begin.
    new_session: bool,
}

/// Which events can move.
struct Movable {
    /// The index of the first that can, except the start.
    first: u32,
    /// Whether the start can.
    start: bool,
    /// How many of the recorded events that wait are in flight.
    in_flight: usize,
}

impl Movable {
    fn of(store: &OfflineStore, key: SessionKey, record: &Record) -> Self {
        let Some(online) = &record.online else {
            return Self { first: 1, start: true, in_flight: 0 };
        };
        let in_flight = store.file.memory().is_in_flight(key);
        let is_open = online.progress.session_id.is_some();
        let held = usize::from(is_open && in_flight && online.generated.is_empty());
        let held = online.progress.held(held);
        Self {
            first: online.accepted.saturating_add(1 + held as u32),
            start: !is_open && !in_flight,
            in_flight: held,
        }
    }
}

impl Change {
    /// What a time says about the clock. `next` is the index of the next event, and `committed`
    /// the index after the last one in the file. `doubt` is what a commit that failed may have
    /// written.
    pub(super) fn new(
        store: &OfflineStore,
        key: SessionKey,
        timing: &Timing,
        (committed, next): (u32, u32),
        doubt: Option<&Doubt>,
    ) -> Result<Self, StoreError> {
        let mut record = store.file.read(|transaction| record(transaction, key))?;
        if let Some(doubt) = doubt {
            doubt.restore(&mut record);
        }
        let movable = Movable::of(store, key, &record);
        let clock = Some(StoredClock { clock: timing.clock, next });
        let mut change = Self { clock, last_by: timing.moves.by(0), ..Self::default() };
        // By how much the present session would move, or the start that is to be sent.
        let waiting = next.saturating_sub(movable.first) as usize;
        let is_first = record.online.as_ref().is_none_or(OnlineProgress::is_first);
        let accepted_last = record.online.as_ref().and_then(|online| online.accepted_last);
        let progress = record.online.map(|online| online.progress);
        let anchor = progress.as_ref().map(|progress| progress.anchor(waiting, movable.in_flight));
        let by = timing.moves.by(anchor.unwrap_or(waiting));
        let mut moves = Vec::new();
        if movable.start {
            change.start = store.start(key).ok().map(|start| {
                let mut time = start.player_time;
                time.shift(by);
                time
            });
            change.start_by = by;
            change.accepted_by = timing.moves.by(waiting);
            moves.push((0, change.start_by));
            let right = |sent| progress.as_ref().map_or(sent, |progress| progress.right(sent));
            let accepted = accepted_last.map(|last| change.moved_accepted(last));
            change.sent_until = if is_first { change.start } else { accepted }.map(right);
        } else if let (Some(mut progress), Some(_)) = (progress, timing.moves()) {
            change.sent = Some((movable.in_flight, by));
            change.new_session = progress.set_clock(movable.in_flight, by);
            // The start may have been corrected to a later time before it was sent.
            change.sent_until = accepted_last.map(|last| progress.right(last));
        }
        let last = u32::try_from(timing.moves.last()).unwrap_or(u32::MAX);
        let moving = next.saturating_sub(last).max(movable.first)..committed;
        moves.extend(moving.map(|index| (index, timing.moves.by((next - 1 - index) as usize))));
        for (index, by) in moves {
            let text = match doubt.and_then(|doubt| doubt.events.get(&index)) {
                Some(text) => Some(text.clone()),
                None => store
                    .file
                    .read(|transaction| event_from(transaction, key, index))?
                    .filter(|(found, _)| *found == index)
                    .map(|(_, text)| text),
            };
            let Some(text) = text else { continue };
            if let Some(moved) = moved(&text, by)? {
                change.events.push((index, moved));
                change.before.push((index, text));
            }
        }
        Ok(change)
    }

    /// What is told of it.
    pub(super) fn moved(&self) -> Moved {
        Moved { events: self.events.len(), new_session: self.new_session }
    }

    /// Moves what is known in memory of an online session.
    pub(super) fn apply(&self, store: &OfflineStore, key: SessionKey) {
        let mut memory = store.file.memory();
        let until = memory.until.entry(key).or_default();
        if let Some(adjusted) = &mut until.adjusted {
            adjusted.shift(self.last_by);
        }
        until.sent = self.sent_until.or(until.sent);
        if self.start_by != 0 {
            // A late response would be to the start as it was.
            memory.take_back(key);
        }
        if self.start.is_some() {
            memory.accepted.remove(&key);
        }
    }

    /// The time to which that of the last start or event moves that the collector has accepted.
    fn moved_accepted(&self, mut last: PlayerTime) -> PlayerTime {
        last.shift(self.accepted_by);
        if let Some(start) = self.start {
            // It may be the start of a session that was to go on with the events that move.
            last.set_ts(last.ts().min(start.ts()));
        }
        last
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
        if self.clock.is_none() {
            return Ok(());
        }
        record.clock = self.clock;
        record.began = record.began.wrapping_add(self.start_by);
        if let Some(online) = &mut record.online {
            if let Some(moved_to) = &mut online.moved_to {
                moved_to.shift(self.last_by);
            }
            online.accepted_last = online.accepted_last.map(|last| self.moved_accepted(last));
            online.progress.shift(self.start_by);
            for generated in &mut online.generated {
                if let Some(text) = moved(generated.as_bytes(), self.start_by)? {
                    *generated = String::from_utf8_lossy(&text).into_owned();
                }
            }
            if let Some((in_flight, by)) = self.sent {
                online.progress.set_clock(in_flight, by);
            }
        }
        Ok(())
    }
}

/// What a commit that failed may have written all the same, as it was before.
#[derive(Debug)]
pub(super) struct Doubt {
    record: Unchanged,
    /// The events that it may have moved.
    events: BTreeMap<u32, Vec<u8>>,
}

impl Doubt {
    pub(super) fn of(record: Unchanged) -> Self {
        Self { record, events: BTreeMap::new() }
    }

    /// Another commit failed, which would have moved these events.
    pub(super) fn add(&mut self, before: Vec<(u32, Vec<u8>)>) {
        for (index, event) in before {
            self.events.entry(index).or_insert(event);
        }
    }

    pub(super) fn restore(&self, record: &mut Record) {
        self.record.restore(record);
    }

    pub(super) fn restore_events(
        &self,
        transaction: &redb::WriteTransaction,
        key: SessionKey,
    ) -> Result<(), StoreError> {
        self.events
            .iter()
            .try_for_each(|(index, event)| put_events(transaction, key, *index, [event]))
    }
}

/// What a commit may have changed in a record, as it was before.
#[derive(Debug, Clone)]
pub(super) struct Unchanged {
    clock: Option<StoredClock>,
    began: i64,
    /// Of an online session.
    set: Option<ClockSet>,
    standing: Option<PlayerTime>,
    moved_to: Option<PlayerTime>,
    /// Together with what the commit makes of it.
    last: (Option<PlayerTime>, Option<PlayerTime>),
    generated: VecDeque<String>,
}

impl Unchanged {
    /// `change` is what the commit writes.
    pub(super) fn of(record: &Record, change: &Change) -> Self {
        let online = record.online.as_ref();
        let last = online.and_then(|online| online.accepted_last);
        let moved = last.map(|last| change.moved_accepted(last));
        Self {
            last: (last, moved),
            clock: record.clock,
            began: record.began,
            set: online.and_then(|online| online.progress.clock),
            standing: online.and_then(|online| online.progress.standing),
            moved_to: online.and_then(|online| online.moved_to),
            generated: online.map(|online| online.generated.clone()).unwrap_or_default(),
        }
    }

    fn restore(&self, record: &mut Record) {
        (record.clock, record.began) = (self.clock, self.began);
        if let Some(online) = &mut record.online {
            (online.progress.clock, online.progress.standing) = (self.set, self.standing);
            online.moved_to = self.moved_to;
            if online.accepted_last == self.last.1 {
                online.accepted_last = self.last.0;
            }
            // Some may have been sent since.
            for (now, before) in online.generated.iter_mut().rev().zip(self.generated.iter().rev())
            {
                now.clone_from(before);
            }
        }
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
    let event = if by == 0 { None } else { decode(text) };
    let moved = event.map(|mut event| {
        event.player_time.shift(by);
        event.encode()
    });
    Ok(moved.transpose()?)
}
