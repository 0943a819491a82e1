//! The output of `check`.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::checking::Report;

pub fn lines(out: &mut dyn Write, reports: &[Report]) -> io::Result<()> {
    for report in reports {
        let (violations, findings) = (report.violations.len() + report.more, report.findings.len());
        if let Some(problem) = &report.problem {
            writeln!(out, "{}: {problem}", report.file)?;
            continue;
        }
        writeln!(
            out,
            "{}: {} events, {violations} violations, {findings} findings",
            report.file, report.events
        )?;
        for violation in &report.violations {
            writeln!(out, "  violation  {violation}")?;
        }
        if report.more > 0 {
            writeln!(out, "  violation  and {} more", report.more)?;
        }
        for finding in &report.findings {
            let (severity, rule) = (finding.severity(), finding.rule);
            writeln!(out, "  {severity:<11}/{}: {} [{rule}]", finding.event, finding.message)?;
        }
    }
    Ok(())
}

pub fn json(reports: &[Report]) -> Value {
    reports.iter().map(report_json).collect()
}

fn report_json(report: &Report) -> Value {
    let violations = report.violations.iter().map(|violation| {
        json!({
            "pointer": violation.pointer,
            "keyword": violation.keyword.as_str(),
            "message": violation.message,
        })
    });
    let problem = report
        .problem
        .iter()
        .map(|problem| json!({ "pointer": "", "keyword": "file", "message": problem }));
    let findings = report.findings.iter().map(|finding| {
        json!({
            "rule": finding.rule.name(),
            "severity": finding.severity().as_str(),
            "event": finding.event,
            "message": finding.message,
            "why": finding.why(),
        })
    });
    json!({
        "file": report.file,
        "events": report.events,
        "violations": violations.chain(problem).collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
    })
}
