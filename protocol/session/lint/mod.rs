//! Linting: which rules a session breaks, event by event.

mod finding;
mod group;

pub use self::finding::Finding;
pub use self::group::{Group, grouped};
use super::rules::Rule;
use super::state::{Phase, Playback, Seen, SessionState};
use crate::constraints::{Check, Checker, Look as _, Violation};
use crate::event::{Event, EventBody, PlayerTime, SessionStart, SessionStartParams};
use crate::schema::{Limits, keys};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const DAY: i64 = 24 * 60 * MINUTE;
const SECONDS_OF_A_DAY: f64 = 86_400.0;

/// Checks the events of one session, and reports which rules they break.
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
    let mut findings = Vec::new();
    Linter::new().rest(events, |finding| findings.push(finding));
    findings
}

/// Lints a start and the events after it.
pub(super) fn lint_from(start: &SessionStart, events: &[Event]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |finding| findings.push(finding);
    Linter::begun(start, &mut add).rest(events, add);
    findings
}

/// Lints a session event by event, in constant memory.
#[derive(Debug, Clone, Default)]
pub struct Linter {
    state: SessionState<Seen>,
    index: usize,
    started: Option<Start>,
    /// The playhead, and the time from which it has not moved for too long.
    playhead: Option<(f64, i64)>,
    reported: Reported,
    /// Reused for every event, so that it allocates once.
    checker: Checker,
}

/// What the start says about the content.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// The end of the time that a session may last.
    until: i64,
    /// The greatest playhead that is allowed, and the rule that says so.
    furthest: f64,
    rule: Rule,
}

/// Conditions that were reported. A condition is reported again only after it has ended.
#[derive(Debug, Clone, Default)]
struct Reported {
    beyond: bool,
    still: bool,
    long: bool,
}

impl Linter {
    /// A linter for a new session.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A linter that has taken the start.
    fn begun(start: &SessionStart, mut found: impl FnMut(Finding)) -> Self {
        let mut linter = Self::new();
        linter.begin(start.player_time, &start.params);
        linter.playhead(start.player_time, &mut |rule| found(Finding::of(rule, 0)));
        linter.sender_constraints(start, &mut found);
        Self { state: SessionState::of(start), index: 1, ..linter }
    }

    fn rest(mut self, events: &[Event], mut found: impl FnMut(Finding)) {
        for event in events {
            self.event(event, &mut found);
        }
        self.finish(found);
    }

    /// Takes the next event, and calls `found` for each rule that it breaks.
    pub fn event(&mut self, event: &Event, mut found: impl FnMut(Finding)) {
        let index = self.index;
        let mut add = |rule| found(Finding::of(rule, index));
        self.state.broken(event, &mut add);
        self.timing(event.player_time.ts(), &mut add);
        if let EventBody::SessionStart(payload) = &event.body {
            self.begin(event.player_time, &payload.params);
        }
        self.playhead(event.player_time, &mut add);
        self.sender_constraints(event, &mut found);
        self.state.advance(event);
        self.index += 1;
    }

    /// Takes the end of the events, and calls `found` for each rule that the session as a whole
    /// breaks.
    pub fn finish(self, mut found: impl FnMut(Finding)) {
        let mut add = |rule| found(Finding::of(rule, self.index.saturating_sub(1)));
        if self.index == 0 {
            return add(Rule::NotEmpty);
        }
        if matches!(self.state.phase, Phase::Open | Phase::NotStarted) {
            add(Rule::SessionClosed);
        }
        if self.state.phase != Phase::Ended {
            if self.state.ad_break.is_some() {
                add(Rule::BreakClosed);
            }
            if self.state.chapter.is_some() {
                add(Rule::ChapterClosed);
            }
        }
    }

    fn timing(&mut self, ts: i64, add: &mut impl FnMut(Rule)) {
        if let Some(last) = self.state.last {
            let gap = ts.saturating_sub(last.ts());
            if gap > MINUTE + SECOND {
                if gap > 10 * MINUTE {
                    add(Rule::TenMinutes);
                } else if self.state.playback == Playback::Playing {
                    add(Rule::PingGap);
                }
            }
        }
        if let Some(start) = self.started
            && ts > start.until
            && !std::mem::replace(&mut self.reported.long, true)
        {
            add(Rule::OneDay);
        }
    }

    fn begin(&mut self, time: PlayerTime, params: &SessionStartParams) {
        let content = params.member(keys::CONTENT_TYPE).and_then(|content| content.text());
        let is = |kind: &&str| content.is_some_and(|content| content.eq_ignore_ascii_case(kind));
        let live = ["live", "linear"].iter().any(is);
        let (furthest, rule) = if live {
            (SECONDS_OF_A_DAY.next_down(), Rule::LivePlayhead)
        } else {
            let length = params.member(keys::LENGTH).and_then(|length| length.number());
            let known = length.filter(|length| *length > 0.0);
            (known.unwrap_or(f64::INFINITY), Rule::PlayheadWithinLength)
        };
        let until = time.ts().saturating_add(DAY + MINUTE);
        self.started = Some(Start { until, furthest, rule });
        self.playhead = None;
        self.reported = Reported::default();
    }

    fn playhead(&mut self, time: PlayerTime, add: &mut impl FnMut(Rule)) {
        let (Some(start), Some(now)) = (self.started, time.playhead()) else { return };

        let beyond = now > start.furthest;
        if beyond && !self.reported.beyond {
            add(start.rule);
        }
        self.reported.beyond = beyond;

        match self.playhead {
            Some((playhead, until)) if playhead == now => {
                let still = time.ts() > until;
                if still && !self.reported.still {
                    add(Rule::ThirtyMinutes);
                }
                self.reported.still = still;
            }
            _ => {
                let until = time.ts().saturating_add(30 * MINUTE + SECOND);
                self.playhead = Some((now, until));
                self.reported.still = false;
            }
        }
    }

    /// Reports values that the schemas allow and that violate sender constraints.
    fn sender_constraints(&mut self, event: &impl Check, found: &mut impl FnMut(Finding)) {
        event.check_into(&Limits::NONE, &mut self.checker);
        if self.checker.is_empty() {
            return;
        }
        for Violation { pointer, message, .. } in self.checker.drain() {
            let message = format!("`{pointer}` {message}").into();
            found(Finding { rule: Rule::SenderConstraint, event: self.index, message });
        }
    }
}
