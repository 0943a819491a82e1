//! Snapshots: all sessions as they were at one moment, written in parts while they go on.
//!
//! Whoever adds to the sessions pauses while their order is read, and goes on. From then on a session that is
//! about to change is copied first, unless it was written before. Events are only ever added behind others, so
//! that they are not copied: it is remembered how many there were.

mod order;
mod restore;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use self::order::Order;
pub(crate) use self::restore::Restoring;
use super::Sessions;
use super::judging::ShownEvent;
use super::session::Session;

/// The most sessions, lines and bytes that are copied before others get the lock.
const MAX_SESSIONS: usize = 50;
pub(crate) const MAX_LINES: usize = 1_000;
const MAX_BYTES: usize = 256 * 1024;

/// A line of a snapshot. The first has the order; each session stands before its events; the last has the number of
/// sessions.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Line {
    Order(Box<Order>),
    /// With the number of the events that follow.
    Session(Box<Session>, usize),
    Event(ShownEvent),
    End(u64),
}

/// A snapshot that is being written.
#[derive(Debug)]
pub(super) struct Taking {
    /// Sessions with lower numbers are written.
    next: u64,
    /// Sessions with this number and higher ones began later.
    end: u64,
    /// Sessions that have changed since it began, as they were.
    before: BTreeMap<u64, (Box<Session>, Events)>,
    /// The session whose events are written, and how many of them are.
    current: Option<(u64, Events, usize)>,
    count: u64,
}

/// The events of a session: the first ones of those that it has.
#[derive(Debug)]
struct Events {
    count: usize,
    /// Here, if the session does not have them any more.
    kept: Option<Vec<ShownEvent>>,
}

impl Taking {
    /// A session is about to change.
    pub(super) fn keep(&mut self, session: &Session) {
        let number = session.number;
        if (self.next..self.end).contains(&number) {
            self.before.entry(number).or_insert_with(|| as_it_is(session));
        }
    }

    /// A session does not have these events any more, or not in this order.
    pub(super) fn keep_events(&mut self, number: u64, events: Vec<ShownEvent>) {
        let current = self.current.as_mut().filter(|(current, ..)| *current == number);
        let events_of = match current {
            Some((_, events, _)) => Some(events),
            None => self.before.get_mut(&number).map(|(_, events)| events),
        };
        if let Some(wanted) = events_of {
            // Only the first time they are those of then.
            wanted.kept.get_or_insert(events);
        }
    }
}

fn as_it_is(session: &Session) -> (Box<Session>, Events) {
    let events = Events { count: session.events().len(), kept: None };
    (Box::new(session.frame()), events)
}

impl Sessions {
    /// Adds more of the order to it. Returns whether there is more. Between the calls nothing may be added or
    /// closed.
    pub(crate) fn more_order(&self, order: &mut Order) -> bool {
        order.take(&self.all, &self.forgotten)
    }

    /// Begins a snapshot of what is here now.
    pub(crate) fn begin_snapshot(&mut self, order: &mut Order) {
        order.arrived = self.arrived;
        order.finished = self.finished.iter().copied().collect();
        order.ending = self.ending.iter().copied().collect();
        order.unjudged = self.unjudged.iter().copied().collect();
        let (end, before) = (self.arrived, BTreeMap::new());
        let taking = Taking { next: 0, end, before, current: None, count: 0 };
        self.all.taking = Some(Box::new(taking));
    }

    /// The next lines of the snapshot, about so many at most: none when all are written.
    pub(crate) fn more_lines(&mut self, most: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let Some(mut taking) = self.all.taking.take() else { return lines };
        let (mut left, mut is_over) = (MAX_BYTES, false);
        while left > 0 && !is_over && lines.len() < most.min(MAX_LINES) {
            left = left.saturating_sub(MAX_BYTES / MAX_SESSIONS);
            if taking.current.is_some() {
                left = left.saturating_sub(taking.more_events(self, most, &mut lines));
            } else {
                is_over = !taking.next_session(self, &mut lines);
            }
        }
        if is_over {
            lines.push(Line::End(taking.count));
        } else {
            self.all.taking = Some(taking);
        }
        lines
    }

    /// The snapshot is not wanted any more.
    pub(crate) fn end_snapshot(&mut self) {
        let taking = self.all.taking.take();
        self.garbage.extend(taking.map(|taking| taking as _));
    }
}

impl Taking {
    /// Adds the next session. Returns whether there is one.
    fn next_session(&mut self, sessions: &Sessions, lines: &mut Vec<Line>) -> bool {
        let here = sessions.all.oldest_from(self.next);
        let before = self.before.keys().next().copied();
        let number = here.into_iter().chain(before).min().filter(|number| *number < self.end);
        let Some(number) = number else { return false };
        self.next = number + 1;
        let here = || sessions.all.numbered(number).map(as_it_is);
        let Some((session, events)) = self.before.remove(&number).or_else(here) else {
            return true;
        };
        lines.push(Line::Session(session, events.count));
        self.count += 1;
        self.current = (events.count > 0).then_some((number, events, 0));
        true
    }

    /// Adds some events of the session that is written. Returns how many bytes these have.
    fn more_events(&mut self, sessions: &Sessions, most: usize, lines: &mut Vec<Line>) -> usize {
        let Some((number, events, written)) = &mut self.current else { return 0 };
        let here = || sessions.all.numbered(*number).map_or(&[][..], Session::events);
        let all = events.kept.as_deref().unwrap_or_else(here);
        let end = events.count.min(all.len());
        let mut bytes = 0;
        while *written < end && bytes < MAX_BYTES && lines.len() < most.min(MAX_LINES) {
            let event = all[*written].clone();
            bytes += event.event.get().len();
            lines.push(Line::Event(event));
            *written += 1;
        }
        if *written >= end {
            self.current = None;
        }
        bytes
    }
}
