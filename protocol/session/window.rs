//! The order in which the back end takes the events of a session.
//!
//! Events may overtake each other on their way. The back end holds them in a window, and takes them
//! out in the order of their timestamps. This is the only function that knows it: the lint, and
//! whoever else judges or counts the events of a session, looks at the order that comes out.

use std::borrow::Borrow;
use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::player_states::changed_states;
use super::rules::Rule;
use super::state::{Seen, SessionState};
use super::weight::weight;
use crate::event::{Event, EventBody, SessionStart};
use crate::schema::Mode;

/// The earliest event is taken out when so many are held.
const MAX_HELD: usize = 10;
/// The earliest event is taken out when so much time lies between the first and the last, in
/// milliseconds.
const MAX_SPAN: i64 = 5_000;
/// The earliest event is taken out when those that are held take so many bytes.
const MAX_BYTES: usize = 64 * 1024;
/// Displacements up to this are put in order reliably, in milliseconds.
const RELIABLE: i64 = 1_000;
/// How often an event with the timestamp of others is tried at a place, to find the order in which
/// the fewest are lost. That is enough for what one call of a player and the next cause. Events that change
/// very many player states count as more.
const MAX_TRIED: usize = 200;
const STATES_OF_A_TRY: usize = 16;

/// Puts the events of one session into the order in which the back end takes them.
///
/// It holds events until there are ten, or until 5 seconds of `ts` lie between the first and the
/// last, and takes them out in the order of `ts`. So that its memory is bounded whatever is sent, it
/// also takes events out when those that it holds have about 64 KiB, as ten usual ones never do. Equal timestamps do not tell an order: such events
/// are taken in the order of arrival, or in one in which none of them is lost, if there is one. A
/// `sessionStart` is never held. Source: controlling the order of events.
///
/// `T` is an event, or something with an event in it. If that can be serialised, the window can, too, so that a
/// collector goes on with it after a restart.
///
/// ```
/// use media_collection::lint::{Linter, Window};
/// use media_collection::{AdBreakStartParams, Event, PlayerTime};
///
/// let at = |ms: i64| PlayerTime::new(0.0, 1_700_000_000_000 + ms);
/// let events = [
///     Event::ad_break_complete(at(2)), // arrived too early
///     Event::ad_break_start(at(1), AdBreakStartParams::new(1, 0.0)),
///     Event::ping(at(6_000)),
/// ];
///
/// let mut window = Window::new();
/// let mut order = Vec::new();
/// for event in &events {
///     window.push(event, |arrived| order.push(arrived.index));
/// }
/// window.flush(|arrived| order.push(arrived.index));
/// assert_eq!(order, [1, 0, 2]);
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Window<T> {
    /// In the order of their timestamps.
    held: VecDeque<Arrived<T>>,
    /// About how many bytes these take.
    bytes: usize,
    newest: Newest,
    /// The timestamp of the last event that was taken out.
    released: Option<i64>,
    /// After the events that were taken out.
    state: SessionState<Seen>,
    arrived: usize,
}

/// An event in the order of the back end, with its place in the order of arrival.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Arrived<T> {
    /// How many events of the session arrived before it.
    pub index: usize,
    /// The event.
    pub item: T,
    /// The rule that its displacement breaks.
    pub(super) displaced: Option<Rule>,
    ts: i64,
    /// About how many bytes it takes.
    bytes: usize,
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Self {
            held: VecDeque::new(),
            bytes: 0,
            newest: Newest::default(),
            released: None,
            state: SessionState::default(),
            arrived: 0,
        }
    }
}

impl<T> Window<T> {
    /// The window of a new session.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The window of a session whose start has passed.
    pub(super) fn begun(start: &SessionStart) -> Self {
        let newest = Newest::of(start.player_time.ts());
        Self { newest, state: SessionState::of(start), arrived: 1, ..Self::default() }
    }
}

impl<T: Borrow<Event>> Window<T> {
    /// The events that are held, in the order in which they would be taken out now.
    #[must_use]
    pub fn held(&self) -> Vec<&Arrived<T>> {
        let mut state = self.state.clone();
        let mut left: VecDeque<_> = self.held.iter().collect();
        let mut order = Vec::with_capacity(left.len());
        while let Some(next) = first_of(left.iter().copied(), &state).and_then(|at| left.remove(at))
        {
            state.advance(event_of(&next.item));
            order.push(next);
        }
        order
    }

    /// Takes all events that are held out, as when a session ends.
    pub fn flush(&mut self, mut release: impl FnMut(Arrived<T>)) {
        while let Some(next) = self.take() {
            release(next);
        }
    }

    /// Adds the event that arrived next, and calls `release` for each event that is taken out.
    pub fn push(&mut self, item: T, mut release: impl FnMut(Arrived<T>)) {
        let event = event_of(&item);
        let ts = event.player_time.ts();
        let is_start = matches!(event.body, EventBody::SessionStart { .. });
        let index = self.arrived;
        self.arrived += 1;
        if is_start {
            self.flush(&mut release);
            self.newest = Newest::of(ts);
            self.released = None;
            self.state.advance(event_of(&item));
            return release(Arrived { index, item, displaced: None, ts, bytes: 0 });
        }

        let too_late = self.released.is_some_and(|released| ts < released);
        let displaced = self.newest.displaced(ts, too_late);
        if displaced == Some(Rule::TimeMovesForward) {
            // Perhaps the clock was set: what follows is compared with this event.
            self.flush(&mut release);
            self.released = None;
        }
        let place = self.held.partition_point(|held| held.ts <= ts);
        let bytes = weight(event_of(&item), MAX_BYTES);
        self.bytes += bytes;
        self.held.insert(place, Arrived { index, item, displaced, ts, bytes });
        while self.is_full() {
            self.take().into_iter().for_each(&mut release);
        }
    }

    /// Takes out the next event.
    fn take(&mut self) -> Option<Arrived<T>> {
        let place = first_of(self.held.iter(), &self.state)?;
        let next = self.held.remove(place)?;
        self.released = Some(next.ts);
        self.bytes -= next.bytes;
        self.state.advance(event_of(&next.item));
        Some(next)
    }

    fn is_full(&self) -> bool {
        let (Some(first), Some(last)) = (self.held.front(), self.held.back()) else { return false };
        self.held.len() >= MAX_HELD
            || self.bytes >= MAX_BYTES
            || last.ts.saturating_sub(first.ts) >= MAX_SPAN
    }
}

/// Which of the events comes first in this state. They are in the order of their timestamps; of equal
/// ones it is the first in the order of arrival, or, if fewer are lost then, in another order.
fn first_of<'a, T: Borrow<Event> + 'a>(
    mut held: impl Iterator<Item = &'a Arrived<T>> + Clone,
    state: &SessionState<Seen>,
) -> Option<usize> {
    let all = held.clone();
    let ts = held.next()?.ts;
    if held.next().is_none_or(|second| second.ts != ts) {
        return Some(0);
    }
    let equal = || all.clone().take_while(|held| held.ts == ts).map(|held| event_of(&held.item));
    let lost = lost(equal(), state);
    let mut search = Search { first: 0, lost, left: MAX_TRIED };
    if lost > 0 {
        search.orders(&equal().collect::<Vec<_>>(), state, 0, None);
    }
    Some(search.first)
}

/// The search for an order of events with the same timestamp in which the fewest are lost.
struct Search {
    /// The event that comes first in the best order so far.
    first: usize,
    /// How many are lost in it.
    lost: usize,
    /// How many events may still be tried at some place.
    left: usize,
}

impl Search {
    /// Tries the orders of these events in this state, after others of which `lost` are lost and the
    /// first is `first`. Those that are taken are tried before others, and the end as the last.
    fn orders(
        &mut self,
        events: &[&Event],
        state: &SessionState<Seen>,
        lost: usize,
        first: Option<usize>,
    ) {
        if lost >= self.lost {
            return;
        }
        if events.is_empty() {
            self.lost = lost;
            self.first = first.unwrap_or_default();
            return;
        }
        let rank = |event: &Event| (!is_taken(event, state), event.body.ends());
        let mut ranked: Vec<_> = events.iter().map(|event| rank(event)).enumerate().collect();
        ranked.sort_by_key(|&(_, rank)| rank);
        for (tried, &(place, (is_lost, _))) in ranked.iter().enumerate() {
            let is_same = |&(other, _): &(usize, _)| events[other].body == events[place].body;
            if ranked[..tried].iter().any(is_same) {
                continue;
            }
            let states: usize = events.iter().map(|event| changed(event)).sum();
            let Some(left) = self.left.checked_sub(1 + states / STATES_OF_A_TRY) else { return };
            self.left = left;
            let mut others = events.to_vec();
            let mut after = state.clone();
            after.advance(others.remove(place));
            self.orders(&others, &after, lost + usize::from(is_lost), first.or(Some(place)));
        }
    }
}

/// How many player states an event changes at once.
fn changed(event: &Event) -> usize {
    let mut count = 0;
    if matches!(event.body, EventBody::StatesUpdate { .. }) {
        changed_states(&event.body, &mut |_, _| count += 1);
    }
    count
}

fn is_taken(event: &Event, state: &SessionState<Seen>) -> bool {
    state.refusal(&event.body, state.open(), Mode::Tolerant).is_none()
}

/// How many of the events are lost in this order.
fn lost<'a>(events: impl Iterator<Item = &'a Event>, state: &SessionState<Seen>) -> usize {
    let mut state = state.clone();
    let is_lost = |event: &&Event| {
        let is_lost = !is_taken(event, &state);
        state.advance(event);
        is_lost
    };
    events.filter(is_lost).count()
}

fn event_of<T: Borrow<Event>>(item: &T) -> &Event {
    item.borrow()
}

/// The greatest timestamp so far.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Newest(i64);

impl Default for Newest {
    fn default() -> Self {
        Self(i64::MIN)
    }
}

impl Newest {
    pub(super) const fn of(start: i64) -> Self {
        Self(start)
    }

    /// Whether this timestamp is not earlier.
    pub(super) const fn is_before(self, ts: i64) -> bool {
        self.0 <= ts
    }

    /// The rule that an event with this timestamp breaks by its place. After an event that comes
    /// too late for the window, the next ones are compared with it.
    #[inline]
    pub(super) fn displaced(&mut self, ts: i64, too_late: bool) -> Option<Rule> {
        if self.0 <= ts {
            self.0 = ts;
            return None;
        }
        let late = self.0.saturating_sub(ts);
        if late > MAX_SPAN || too_late {
            self.0 = ts;
            return Some(Rule::TimeMovesForward);
        }
        (late > RELIABLE).then_some(Rule::OutOfOrder)
    }
}

/// Whether no event comes before one with an earlier timestamp.
pub(super) fn is_in_order(events: &[Event]) -> bool {
    events.is_sorted_by_key(|event| event.player_time.ts())
}

/// Whether two events that follow each other have the same timestamp.
pub(super) fn has_equal_times(events: &[Event]) -> bool {
    events.windows(2).any(|pair| pair[0].player_time.ts() == pair[1].player_time.ts())
}
