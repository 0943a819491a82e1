//! The output of `check`.

use std::io::{self, Write};

use media_collection::lint::Group;
use media_collection_cli::input::counted;
use serde_json::{Value, json};

use super::checking::{Checked, Report};
use crate::output::{listed, violations};

pub fn lines(out: &mut dyn Write, checked: &[Checked]) -> io::Result<()> {
    for file in checked {
        for (number, report) in file.sessions.iter().enumerate() {
            session(out, &name(file, number), report)?;
        }
    }
    Ok(())
}

/// The file, and which of its sessions it is.
fn name(file: &Checked, number: usize) -> String {
    match &file.sessions[number].session {
        Some(id) => format!("{} [{id}]", file.file),
        None if file.sessions.len() > 1 => format!("{} [session {}]", file.file, number + 1),
        None => file.file.clone(),
    }
}

fn session(out: &mut dyn Write, name: &str, report: &Report) -> io::Result<()> {
    // Of a file without a session there is nothing to count.
    if let (None, [problem]) = (report.api, &*report.problems) {
        return writeln!(out, "{name}: {}", problem.message);
    }
    writeln!(
        out,
        "{name}: {}, {}, {}",
        counted(report.events, "event"),
        counted(report.problems.len(), "violation"),
        counted(report.findings(), "finding"),
    )?;
    violations(out, "violation", &report.problems)?;
    for group in &report.findings {
        let places: Vec<_> = group.events.iter().map(|event| format!("/{event}")).collect();
        let (severity, places) = (group.severity().as_str(), listed(&places));
        writeln!(out, "  {severity:<12}{places}: {} [{}]", group.message, group.rule)?;
    }
    Ok(())
}

pub fn json(checked: &[Checked]) -> Value {
    let sessions = checked
        .iter()
        .flat_map(|file| file.sessions.iter().map(|report| session_json(&file.file, report)));
    sessions.collect()
}

fn session_json(file: &str, report: &Report) -> Value {
    let violations = report.problems.iter().map(|problem| {
        let mut violation = json!({
            "pointer": problem.pointer,
            "keyword": problem.keyword,
            "message": problem.message,
        });
        if let Some(path) = &problem.path {
            violation["path"] = path.as_str().into();
        }
        violation
    });
    json!({
        "file": file,
        "session": report.session,
        "api": report.api.map(|api| api.as_str()),
        "events": report.events,
        "violations": violations.collect::<Vec<_>>(),
        "findings": report.findings.iter().map(finding_json).collect::<Vec<_>>(),
    })
}

fn finding_json(group: &Group) -> Value {
    json!({
        "rule": group.rule.name(),
        "severity": group.severity().as_str(),
        "event": group.event(),
        "count": group.count(),
        "events": group.events,
        "message": group.message,
        "why": group.why(),
    })
}
