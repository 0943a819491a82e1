//! The part of a rejection that is stored.

use super::format::StoredRejection;
use crate::client::{ResponseError, StopReason};
use crate::event::Event;
use crate::json::Policy;
use crate::session::DownloadedSession;
use crate::wire::ReportedViolation;

/// The most violations that are stored per list, and the most characters of each text. A collector
/// may send any number, and every search for the next session reads all records.
const MAX_LISTED: usize = 100;
const MAX_CHARACTERS: usize = 1_000;

/// What is stored of the last response to a session that is set aside; `None` if none came.
pub(super) fn rejection(reason: Option<&ResponseError>, at: i64) -> StoredRejection {
    let status = reason.and_then(ResponseError::status).map_or(0, |status| status.as_u16());
    let (message, reported) = match reason {
        Some(ResponseError::Rejected { message, violations, .. }) => {
            (message.clone(), listed(violations.clone()))
        }
        Some(ResponseError::NotEncoded(error)) => {
            let found = error.violations.iter().map(ReportedViolation::from).collect();
            (Some(error.to_string()), listed(found))
        }
        Some(other) => (Some(other.to_string()), Vec::new()),
        None => (Some("no response".to_owned()), Vec::new()),
    };
    StoredRejection { status, at, message: message.map(shortened), reported, found: Vec::new() }
}

/// What is stored of a session that is set aside because nothing more can be sent of it.
pub(super) fn stopped(why: StopReason, reason: Option<&ResponseError>, at: i64) -> StoredRejection {
    let mut rejection = rejection(reason, at);
    if why != StopReason::StartRejected {
        let last = rejection.message.unwrap_or_default();
        rejection.message = Some(format!("{why}; the last time: {last}"));
    }
    rejection
}

pub(super) fn listed(mut violations: Vec<ReportedViolation>) -> Vec<ReportedViolation> {
    violations.truncate(MAX_LISTED);
    let short = violations.into_iter().map(|violation| {
        let ReportedViolation { pointer, keyword, message } = violation;
        ReportedViolation::new(shortened(pointer), shortened(keyword), shortened(message))
    });
    short.collect()
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_CHARACTERS) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// The violations of the schemas and rules that this crate knows.
pub(super) fn violations_of(body: &[u8]) -> Vec<ReportedViolation> {
    let policy = Policy::strict().unlimited().with_max_violations(MAX_LISTED);
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
