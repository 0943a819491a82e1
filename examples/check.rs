//! What is wrong with recorded events, and why a session may not be reported.
//!
//! ```text
//! cargo run --example check -- [--json] FILE...
//! ```
//!
//! A file is an event, an array of events (one session), or JSON Lines (sessions one after the
//! other); `-` is standard input. *Violations* break the schema documents: the back end answers
//! 400. *Findings* break the rules of a session: an error is refused as well, a silent loss is
//! accepted and ignored, advice is something to look at.
//!
//! Exit code: 0 nothing is refused, 1 something is, 2 a file is unreadable or no JSON.
#![forbid(unsafe_code)]

use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use media_collection::{
    DecodeError, Event, EventType, Finding, Linter, Policy, Rule, Severity, Violation, lint,
};
use serde::de::IgnoredAny;
use serde_json::json;

/// How bad it is, in the order of exit codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Fine,
    Refused,
    Unreadable,
}

struct Report {
    file: String,
    events: usize,
    violations: Vec<Violation>,
    more: usize,
    findings: Vec<Finding>,
    /// Why the file could not even be looked at.
    problem: Option<String>,
    verdict: Verdict,
}

fn main() -> ExitCode {
    let (flags, files): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let json = flags.iter().any(|flag| flag == "--json");
    if files.is_empty() || flags.iter().any(|flag| flag != "--json") {
        eprintln!("usage: check [--json] FILE...   (- is standard input)");
        return ExitCode::from(2);
    }
    let reports: Vec<_> = files.into_iter().map(check).collect();
    let mut out = io::stdout().lock();
    let written = if json { write_json(&mut out, &reports) } else { write(&mut out, &reports) };
    // A reader that has seen enough is no failure of ours.
    let _ = written.and_then(|()| out.flush());
    let worst = reports.iter().map(|report| report.verdict).max().unwrap_or(Verdict::Fine);
    ExitCode::from(worst as u8)
}

fn check(file: String) -> Report {
    let mut report = Report {
        file,
        events: 0,
        violations: Vec::new(),
        more: 0,
        findings: Vec::new(),
        problem: None,
        verdict: Verdict::Fine,
    };
    let text = match read(&report.file) {
        Ok(text) => text,
        Err(error) => {
            report.problem = Some(format!("cannot be read: {error}"));
            report.verdict = Verdict::Unreadable;
            return report;
        }
    };
    // A file may be larger than a body: the only limit here is memory.
    let unlimited = |policy: Policy| {
        policy
            .with_max_bytes(usize::MAX)
            .with_max_events(usize::MAX)
            .with_max_violations(usize::MAX)
    };
    let (strict, tolerant) = (unlimited(Policy::strict()), unlimited(Policy::tolerant()));
    let mut events = Vec::new();
    match Event::decode_any(&text, &strict) {
        Ok(read) => events = read,
        Err(error) => {
            report.verdict = match &error {
                DecodeError::Unreadable(_) => Verdict::Unreadable,
                _ => Verdict::Refused,
            };
            report.more = error.violations().more();
            report.violations = error.violations().to_vec();
            // What is unknown need not hide how the session went.
            if let Ok(read) = Event::decode_any(&text, &tolerant) {
                events = read;
            }
        }
    }
    report.events = if events.is_empty() { count(&text) } else { events.len() };
    if events.is_empty() && report.events > 0 {
        return report;
    }
    if report.verdict == Verdict::Unreadable {
        return report;
    }
    report.findings = findings(&events, text.trim_ascii_start().starts_with(b"["));
    let refused = |finding: &Finding| finding.severity() == Severity::Error;
    // Unknown event types are violations already.
    report.findings.retain(|finding| finding.rule != Rule::KnownEvent);
    if report.findings.iter().any(refused) {
        report.verdict = report.verdict.max(Verdict::Refused);
    }
    report
}

fn read(file: &str) -> io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

/// How many values there are that cannot be read as events.
fn count(text: &[u8]) -> usize {
    serde_json::from_slice::<Vec<IgnoredAny>>(text).map_or_else(
        |_| serde_json::Deserializer::from_slice(text).into_iter::<IgnoredAny>().flatten().count(),
        |values| values.len(),
    )
}

/// An array is one session; lines are sessions that each begin with their start; an event alone
/// is no session, so only its own values count.
fn findings(events: &[Event], is_array: bool) -> Vec<Finding> {
    if is_array {
        return lint(events);
    }
    if let [event] = events {
        let mut findings = Vec::new();
        let only_values = |finding: Finding| {
            if finding.rule == Rule::CarefulValue {
                findings.push(finding);
            }
        };
        Linter::new().event(event, only_values);
        return findings;
    }
    let mut findings = Vec::new();
    let mut first = 0;
    while first < events.len() {
        let is_start = |event: &Event| event.event_type() == Some(EventType::SessionStart);
        let next = events[first + 1..].iter().position(is_start);
        let end = next.map_or(events.len(), |next| first + 1 + next);
        findings.extend(lint(&events[first..end]).into_iter().map(|mut finding| {
            finding.event += first;
            finding
        }));
        first = end;
    }
    findings
}

fn write(out: &mut impl io::Write, reports: &[Report]) -> io::Result<()> {
    for report in reports {
        let (violations, findings) = (report.violations.len() + report.more, report.findings.len());
        match &report.problem {
            Some(problem) => {
                writeln!(out, "{}: {problem}", report.file)?;
                continue;
            }
            None => writeln!(
                out,
                "{}: {} events, {violations} violations, {findings} findings",
                report.file, report.events
            )?,
        }
        for violation in &report.violations {
            writeln!(out, "  violation  {violation}")?;
        }
        if report.more > 0 {
            writeln!(out, "  violation  and {} more", report.more)?;
        }
        for finding in &report.findings {
            let (severity, rule) = (finding.severity(), finding.rule);
            writeln!(out, "  {severity:<11}/{}: {} [{rule}]", finding.event, finding.sentence)?;
        }
    }
    Ok(())
}

fn write_json(out: &mut impl io::Write, reports: &[Report]) -> io::Result<()> {
    let report = |report: &Report| {
        let violations = report.violations.iter().map(|violation| {
            json!({
                "pointer": violation.pointer,
                "keyword": violation.keyword.as_str(),
                "message": violation.message,
            })
        });
        let unread = report
            .problem
            .iter()
            .map(|problem| json!({ "pointer": "", "keyword": "file", "message": problem }));
        let findings = report.findings.iter().map(|finding| {
            json!({
                "rule": finding.rule.name(),
                "severity": finding.severity().as_str(),
                "event": finding.event,
                "message": finding.sentence,
            })
        });
        json!({
            "file": report.file,
            "events": report.events,
            "violations": violations.chain(unread).collect::<Vec<_>>(),
            "findings": findings.collect::<Vec<_>>(),
        })
    };
    let reports: Vec<_> = reports.iter().map(report).collect();
    writeln!(out, "{}", serde_json::to_string_pretty(&reports)?)
}
