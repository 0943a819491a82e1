//! Checks a file.

use media_collection::error::DecodeError;
use media_collection::lint::{Finding, Linter, Rule, Severity, lint};
use media_collection::{Event, Violation};

use crate::{exit, input};

/// The overall result of checking a file; a later variant is worse.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Fine,
    Rejected,
    Unreadable,
}

impl Verdict {
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Fine => exit::FINE,
            Self::Rejected => exit::WRONG,
            Self::Unreadable => exit::UNUSABLE,
        }
    }
}

/// The result of checking a file.
pub struct Report {
    pub file: String,
    pub events: usize,
    pub violations: Vec<Violation>,
    /// How many more violations there are.
    pub more: usize,
    pub findings: Vec<Finding>,
    /// Why the file could not be read.
    pub problem: Option<String>,
    pub verdict: Verdict,
}

pub fn check(file: &str) -> Report {
    let mut report = Report {
        file: file.to_owned(),
        events: 0,
        violations: Vec::new(),
        more: 0,
        findings: Vec::new(),
        problem: None,
        verdict: Verdict::Fine,
    };
    match input::read(file) {
        Ok(text) => check_text(&text, &mut report),
        Err(error) => {
            report.problem = Some(format!("cannot be read: {error}"));
            report.verdict = Verdict::Unreadable;
        }
    }
    report
}

fn check_text(text: &[u8], report: &mut Report) {
    let input::Decoded { events, error } = input::decode(text);
    report.events = if events.is_empty() { input::count(text) } else { events.len() };
    if let Some(error) = error {
        report.verdict = match &error {
            DecodeError::Unreadable(_) => Verdict::Unreadable,
            _ => Verdict::Rejected,
        };
        report.more = error.violations().more();
        report.violations = error.violations().to_vec();
    }
    // The rules of a session can be checked only if the events could be decoded.
    if report.verdict == Verdict::Unreadable || (events.is_empty() && report.events > 0) {
        return;
    }
    report.findings = findings(&events, input::is_array(text));
    // Unknown event types are already violations.
    report.findings.retain(|finding| finding.rule != Rule::KnownEvent);
    if report.findings.iter().any(|finding| finding.severity() == Severity::Error) {
        report.verdict = report.verdict.max(Verdict::Rejected);
    }
}

/// Checks the rules of each session. A single event is not a session: only its values are checked.
fn findings(events: &[Event], is_array: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let ([event], false) = (events, is_array) {
        Linter::new().event(event, |finding: Finding| {
            if finding.rule == Rule::SenderConstraint {
                findings.push(finding);
            }
        });
        return findings;
    }
    for session in input::sessions(events, is_array) {
        let first = session.start;
        findings.extend(lint(&events[session]).into_iter().map(|mut finding| {
            finding.event += first;
            finding
        }));
    }
    findings
}
