//! The part of a rejection that is stored.

use crate::event::Event;
use crate::json::Policy;
use crate::session::DownloadedSession;
use crate::wire::ReportedViolation;

/// The most violations that are stored per list, and the most characters of each text. A collector
/// may send any number, and every search for the next session reads all records.
const MAX_LISTED: usize = 100;
const MAX_CHARACTERS: usize = 1_000;

pub(super) fn listed(mut violations: Vec<ReportedViolation>) -> Vec<ReportedViolation> {
    violations.truncate(MAX_LISTED);
    let short = violations.into_iter().map(|violation| {
        let ReportedViolation { pointer, keyword, message } = violation;
        ReportedViolation::new(shortened(pointer), shortened(keyword), shortened(message))
    });
    short.collect()
}

pub(super) fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_CHARACTERS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The violations of the schemas and rules that this crate knows.
pub(super) fn violations_of(body: &[u8]) -> Vec<ReportedViolation> {
    let policy = Policy::strict()
        .with_max_bytes(usize::MAX)
        .with_max_events(usize::MAX)
        .with_max_violations(MAX_LISTED);
    match Event::decode_batch(body, &policy) {
        Err(error) => error.violations().iter().map(ReportedViolation::from).collect(),
        Ok(events) => match DownloadedSession::try_from(events) {
            Ok(_) => Vec::new(),
            Err(refused) => {
                let findings = refused.error.findings.iter().take(MAX_LISTED);
                findings.map(ReportedViolation::from).collect()
            }
        },
    }
}
