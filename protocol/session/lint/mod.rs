//! Linting: which rules a session breaks, event by event.
//!
//! Each file has the rules about one subject, and remembers only what these need. One fault gives
//! one finding: where two rules are broken by the same cause, the one that names the cause is told.

mod ads;
mod clock;
mod explained;
mod finding;
mod group;
mod memory;
mod playback;
mod playhead;
mod step;
mod unusual;
mod values;

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

pub use self::finding::Finding;
use self::finding::{MAX_AT_EVENT, Place};
pub use self::group::{Group, grouped};
use self::memory::Memory;
use self::step::{MINUTE, Passed, Step, playhead_of};
use self::unusual::Next;
#[cfg(feature = "report")]
pub(crate) use self::values::is_live;
use super::rules::{Rule, Severity};
use super::state::{Phase, Seen, SessionState};
use super::window::{Arrived, Newest, Window, has_equal_times, is_in_order};
use crate::constraints::{Check, Checker};
use crate::event::{Event, EventBody, SessionStart};
use crate::schema::Limits;

/// Checks the events of one session, and reports which rules they break.
///
/// The events are in the order in which they arrived, and are judged in the order in which the back
/// end takes them: see [`Window`]. Findings have the index of arrival.
///
/// An event that violates its schema cannot be decoded, so it is not found here. For a finding that
/// is an [error](Severity::Error) the back end rejects the session; for a
/// [silent loss](Severity::SilentLoss) it accepts the event and ignores it.
///
/// ```
/// use media_collection::lint::{Rule, lint};
/// use media_collection::{Event, PlayerTime};
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let findings = lint(&[Event::play(at(0)), Event::ad_complete(at(1))]);
/// let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
/// assert_eq!(rules, [Rule::StartFirst, Rule::StartFirst, Rule::AdInBreak, Rule::SessionClosed]);
/// ```
#[must_use]
pub fn lint(events: &[Event]) -> Vec<Finding> {
    Linter::new().rest(Window::new(), events, Vec::new())
}

/// Lints a start and the events after it.
pub(super) fn lint_from(start: &SessionStart, events: &[Event]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let linter = Linter::begun(start, &mut |finding| findings.push(finding));
    linter.rest(Window::begun(start), events, findings)
}

/// Lints a session event by event, in constant memory: a few kilobytes, whatever is sent. It can be
/// serialised, so that a collector goes on with it after a restart.
///
/// What it finds is bounded, too: the message of a [`Finding`] names a key that is very long only in
/// part, and one event has at most a few hundred findings.
///
/// Each event is judged when it is passed. A collector that receives events out of order puts a
/// [`Window`] before it:
///
/// ```
/// use media_collection::Event;
/// use media_collection::lint::{Finding, Linter, Window};
///
/// #[derive(Default)]
/// struct Session {
///     window: Window<Event>,
///     linter: Linter,
/// }
///
/// impl Session {
///     fn received(&mut self, event: Event, mut found: impl FnMut(Finding)) {
///         self.window.push(event, |arrived| self.linter.arrived(&arrived, &mut found));
///     }
///
///     fn ended(mut self, mut found: impl FnMut(Finding)) {
///         self.window.flush(|arrived| self.linter.arrived(&arrived, &mut found));
///         self.linter.finish(found);
///     }
/// }
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Linter {
    state: SessionState<Seen>,
    /// The index of the next event.
    index: usize,
    newest: Newest,
    memory: Memory,
    /// Used for every event, and empty between two.
    #[serde(skip, default = "checker")]
    checker: Checker,
}

fn checker() -> Checker {
    Checker::at_most(MAX_AT_EVENT)
}

impl Default for Linter {
    fn default() -> Self {
        Self {
            state: SessionState::default(),
            index: 0,
            newest: Newest::default(),
            memory: Memory::default(),
            checker: checker(),
        }
    }
}

impl Linter {
    /// A linter for a new session.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A linter that has taken the start.
    fn begun(start: &SessionStart, found: &mut impl FnMut(Finding)) -> Self {
        let mut linter = Self::new();
        linter.newest = Newest::of(start.player_time.ts());
        let Self { state, memory, .. } = &mut linter;
        unusual::begin(state, memory, 0, start.player_time, &start.params, found);
        linter.sender_constraints(0, start, found);
        Self { state: SessionState::of(start), index: 1, ..linter }
    }

    fn rest<'a>(
        self,
        window: Window<&'a Event>,
        events: &'a [Event],
        mut findings: Vec<Finding>,
    ) -> Vec<Finding> {
        let follows = |first: &Event| self.newest.is_before(first.player_time.ts());
        let mut found = Vec::new();
        if is_in_order(events) && events.first().is_none_or(follows) {
            let mut linter = self.clone();
            events.iter().for_each(|event| linter.event(event, |finding| found.push(finding)));
            linter.finish(|finding| found.push(finding));
            // Events with equal timestamps may be in an order in which some are lost.
            let lost = found.iter().any(|found| found.severity() == Severity::SilentLoss);
            if lost && has_equal_times(events) {
                found = self.in_order_of(window, events);
            }
        } else {
            found = self.in_order_of(window, events);
        }
        findings.append(&mut found);
        findings.sort_by_key(|finding| finding.event);
        findings
    }

    /// Lints events that arrived in this order.
    fn in_order_of<'a>(
        mut self,
        mut window: Window<&'a Event>,
        events: &'a [Event],
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut found = |finding| findings.push(finding);
        for event in events {
            window.push(event, |arrived| self.arrived(&arrived, &mut found));
        }
        window.flush(|arrived| self.arrived(&arrived, &mut found));
        self.finish(found);
        findings
    }

    /// Takes the next event, and calls `found` for each rule that it breaks.
    pub fn event(&mut self, event: &Event, mut found: impl FnMut(Finding)) {
        let ts = event.player_time.ts();
        let displaced = if matches!(event.body, EventBody::SessionStart { .. }) {
            self.newest = Newest::of(ts);
            None
        } else {
            self.newest.displaced(ts, false)
        };
        if displaced.is_none() && self.is_steady(event) {
            return;
        }
        self.judge(self.index, event, displaced, &mut found);
    }

    /// Whether the event is a ping that says only that playback goes on as it should, so that no
    /// rule can be broken. Most events are such; the linter has then taken it.
    fn is_steady(&mut self, event: &Event) -> bool {
        let (EventBody::Ping { .. }, Some(last)) = (&event.body, self.state.last) else {
            return false;
        };
        let now = event.player_time;
        let is_bare = event.qoe_data.is_none() && event.extra.0.is_none();
        let is_steady = is_bare
            && self.state.content_plays()
            && step::is_steady(last, now)
            && self.memory.is_steady(now);
        if is_steady {
            self.state.last = Some(now);
            self.index += 1;
        }
        is_steady
    }

    /// Takes the next event that a [`Window`] gave out, and calls `found` for each rule that it
    /// breaks. Findings have the index of arrival.
    pub fn arrived<T: Borrow<Event>>(
        &mut self,
        arrived: &Arrived<T>,
        mut found: impl FnMut(Finding),
    ) {
        self.judge(arrived.index, arrived.item.borrow(), arrived.displaced, &mut found);
    }

    #[inline(always)]
    fn judge(
        &mut self,
        index: usize,
        event: &Event,
        displaced: Option<Rule>,
        found: &mut impl FnMut(Finding),
    ) {
        let next = if self.state.is_in_order(&event.body) {
            Next::GoOn { is_told: false }
        } else {
            let Self { state, memory, .. } = self;
            unusual::out_of_order(state, memory, index, event, displaced, found)
        };
        self.index += 1;
        match next {
            Next::GoOn { is_told } => self.go_on(index, event, displaced, is_told, found),
            Next::Take => {}
            Next::Ignore => return,
        }
        self.sender_constraints(index, event, found);
        self.state.advance(event);
    }

    /// Looks at an event of a session that has begun, or whose beginning is missing.
    #[inline(always)]
    fn go_on(
        &mut self,
        index: usize,
        event: &Event,
        displaced: Option<Rule>,
        is_told: bool,
        found: &mut impl FnMut(Finding),
    ) {
        let ts = event.player_time.ts();
        let playhead = playhead_of(event.player_time);
        let last = self.state.last;
        let memory = &mut self.memory;
        let mut place = Place { event: index, found };
        let (after, moved) = match last {
            Some(last) => (ts.wrapping_sub(last.ts()), playhead - playhead_of(last)),
            None => nothing_before(),
        };
        // Nearly always there is nothing to be said of the time.
        let calm = (0..MINUTE).contains(&after) && displaced.is_none() && memory.clock.is_calm(ts);
        let (passed, is_same) = if calm {
            (Passed::of(after), after == 0)
        } else {
            let last = last.map(|last| last.ts());
            let passed = memory.clock.passed(ts, last, displaced, &mut place);
            memory.playhead.after(passed, ts, playhead);
            (passed, passed.is_zero() && displaced.is_none())
        };
        let in_stray_ad = memory.explained.in_stray_ad();
        let step = Step { event, before: &self.state, ts, playhead, passed, moved, in_stray_ad };
        if moved == 0.0 {
            memory.playhead.stays(step, &mut place);
        } else {
            memory.playhead.moves(step, &mut place);
            memory.playback.before_play(step);
            memory.explained.moves(step);
        }
        memory.playhead.step(step, memory.playback.has_played(), &mut place);
        if !calm {
            let at_odds = step.content_plays() && memory.playhead.is_at_odds();
            let since = step.since_last(memory.playback.speed());
            memory.clock.step(since, at_odds, &mut place);
        }
        let explained = memory.judge_kind(step, &mut place);
        // An event that came twice has the timestamp of the first.
        if is_same && !is_told && !explained {
            place.add(Rule::TimesDiffer);
        }
    }

    /// Takes the end of the events, and calls `found` for each rule that the session as a whole
    /// breaks.
    pub fn finish(self, found: impl FnMut(Finding)) {
        Self::finished(&self, found);
    }

    fn finished(&self, mut found: impl FnMut(Finding)) {
        self.memory.clock.tell_gap(&mut found);
        let mut place = Place { event: self.index.saturating_sub(1), found: &mut found };
        if self.index == 0 {
            return place.add(Rule::NotEmpty);
        }
        if self.memory.playhead.knows_content() && !self.memory.ads.hid_playback() {
            self.memory.playback.finish(&mut place);
        }
        if matches!(self.state.phase, Phase::Open | Phase::NotStarted) {
            place.add(Rule::SessionClosed);
            // What is open at an end is told at that event.
            if self.state.ad_break.is_some() {
                place.add(Rule::BreakClosed);
            }
            if self.state.chapter.is_some() {
                place.add(Rule::ChapterClosed);
            }
        }
    }

    /// Reports values that the schemas allow and that violate sender constraints.
    fn sender_constraints(
        &mut self,
        index: usize,
        event: &impl Check,
        found: &mut impl FnMut(Finding),
    ) {
        event.check_into(&Limits::NONE, &mut self.checker);
        if !self.checker.is_empty() {
            self.report_violations(index, found);
        }
    }

    #[cold]
    fn report_violations(&mut self, index: usize, found: &mut impl FnMut(Finding)) {
        for violation in self.checker.drain() {
            found(Finding::of_value(index, &violation));
        }
    }
}

/// The time and movement since the event before, if there is none.
#[cold]
fn nothing_before() -> (i64, f64) {
    (-1, 0.0)
}
