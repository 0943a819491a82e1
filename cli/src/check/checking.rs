//! Checks the sessions of a file.

use clap::ValueEnum;
use media_collection::lint::{Finding, Group, Linter, Rule, Severity, grouped, lint};
use media_collection_cli::input::{Api, Options, Problem, Session, told};

use crate::{exit, reading};

/// The overall result of checking a session; a later variant is worse.
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

/// Findings that are treated as errors; a later variant contains the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Deny {
    /// What the back end accepts, and does not report
    SilentLoss,
    /// The same, and what is worth a look
    Advice,
}

impl Deny {
    fn denies(self, severity: Severity) -> bool {
        match severity {
            Severity::Advice => self == Self::Advice,
            _ => true,
        }
    }
}

/// The result of checking a file.
pub struct Checked {
    pub file: String,
    /// What else is in it.
    pub notes: Vec<String>,
    /// At least one; for a file that cannot be read, one that says why.
    pub sessions: Vec<Report>,
}

/// The result of checking a session.
pub struct Report {
    pub session: Option<String>,
    pub api: Option<Api>,
    pub events: usize,
    pub problems: Vec<Problem>,
    /// Equal findings are in one group. Their events are places in the file.
    pub findings: Vec<Group>,
    pub verdict: Verdict,
}

pub fn check(file: &str, options: &Options, deny: Option<Deny>) -> Checked {
    let (notes, sessions) = match reading::read(file, options) {
        Ok(input) => {
            let sessions = input.sessions.into_iter().map(|session| Report::of(session, deny));
            (input.notes, sessions.collect())
        }
        Err(problem) => (Vec::new(), vec![Report::unreadable(problem)]),
    };
    Checked { file: file.to_owned(), notes, sessions }
}

impl Report {
    fn unreadable(message: String) -> Self {
        Self {
            session: None,
            api: None,
            events: 0,
            problems: vec![Problem::of_file("", message)],
            findings: Vec::new(),
            verdict: Verdict::Unreadable,
        }
    }

    fn of(session: Session, deny: Option<Deny>) -> Self {
        let findings = findings(&session);
        let is_denied = |finding: &Group| match finding.severity() {
            Severity::Error => true,
            severity => deny.is_some_and(|deny| deny.denies(severity)),
        };
        let verdict = if session.is_unreadable {
            Verdict::Unreadable
        } else if !session.problems.is_empty() || findings.iter().any(is_denied) {
            Verdict::Rejected
        } else {
            Verdict::Fine
        };
        Self {
            session: session.id,
            api: Some(session.api),
            events: session.count,
            problems: session.problems,
            findings,
            verdict,
        }
    }

    /// The number of findings, with equal ones.
    pub fn findings(&self) -> usize {
        self.findings.iter().map(Group::count).sum()
    }
}

fn findings(session: &Session) -> Vec<Group> {
    // The rules of a session can be checked only if the events could be decoded.
    if !session.is_whole() {
        return Vec::new();
    }
    let mut findings = if session.is_event {
        let mut findings = Vec::new();
        Linter::new().event(&session.events[0], |finding: Finding| findings.push(finding));
        findings.retain(|finding| finding.rule == Rule::SenderConstraint);
        findings
    } else {
        lint(&session.events)
    };
    // Unknown event types are already violations, and nobody knows what they would change for the
    // events after them.
    let unknown = session.events.iter().position(|event| event.event_type().is_none());
    findings.retain(|finding| unknown.is_none_or(|unknown| finding.event < unknown));
    findings.retain_mut(|finding| {
        let Some(event) = session.events.get(finding.event) else { return true };
        let inside = session.is_batch.then_some(finding.event);
        let told = told(session.api, event, inside, &finding.message);
        told.map(|told| finding.message = told.into()).is_some()
    });
    for finding in &mut findings {
        finding.event += session.first;
    }
    grouped(findings)
}
