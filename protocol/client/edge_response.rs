//! What a response of Media Edge means.
//!
//! Its bodies say by themselves that they come from there. So a client needs not to know which API
//! responds, and the page of a portal is not mistaken for an answer.

use http::StatusCode;

use super::response_error::ResponseError;
use crate::wire::edge::{Answer, Problem};
use crate::wire::{Api, Created, ResponseParts};

/// The body of a success.
pub(super) fn answer(status: StatusCode, response: &ResponseParts<'_>) -> Option<Answer> {
    let body = Some(response.body()).filter(|body| status.is_success() && !body.is_empty());
    body.and_then(Answer::read)
}

/// The body of an error; `None` if it is not of Adobe.
pub(super) fn problem(body: &[u8]) -> Option<Problem> {
    let problem: Problem = serde_json::from_slice(body).ok()?;
    problem.code().is_some().then_some(problem)
}

/// Whether the id of the session is refused, as one of the other API is: no event with it can be taken.
pub(super) fn blames_the_session(problem: &Problem) -> bool {
    let violations = problem.violations();
    violations.iter().any(|violation| violation.pointer.ends_with("/mediaCollection/sessionID"))
}

pub(super) fn created(
    answer: &Answer,
    status: StatusCode,
    response: &ResponseParts<'_>,
) -> Result<Created, ResponseError> {
    if let Some(session_id) = answer.session_id() {
        let connection = answer.connection();
        return Ok(Created { session_id, api: Api::MediaEdge, connection });
    }
    if answer.has_session() {
        return Err(ResponseError::NoSessionId);
    }
    failure(answer, status, response)?;
    Err(ResponseError::NoMediaAnalytics)
}

pub(super) fn accepted(answer: &Answer, status: StatusCode) -> Result<(), ResponseError> {
    let of_media: Vec<_> = answer.errors.iter().filter(|error| error.is_of_media()).collect();
    let gone = |error: &&&Problem| matches!(error.status, Some(404 | 410));
    if let Some(status) = of_media.iter().find(gone).and_then(|error| error.status) {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND);
        return Err(ResponseError::SessionLost { status });
    }
    if of_media.is_empty() { Ok(()) } else { Err(rejected(status, of_media)) }
}

pub(super) fn uploaded(
    answer: &Answer,
    status: StatusCode,
    response: &ResponseParts<'_>,
) -> Result<(), ResponseError> {
    if answer.has_session() { Ok(()) } else { failure(answer, status, response) }
}

/// Media Analytics refuses the request, or a service that it needs failed.
fn failure(
    answer: &Answer,
    status: StatusCode,
    response: &ResponseParts<'_>,
) -> Result<(), ResponseError> {
    if answer.errors.is_empty() {
        return Ok(());
    }
    if answer.errors.iter().any(Problem::is_of_media) {
        return Err(rejected(status, &answer.errors));
    }
    Err(ResponseError::unavailable(status, response))
}

pub(super) fn rejected<'a>(
    status: StatusCode,
    problems: impl IntoIterator<Item = &'a Problem>,
) -> ResponseError {
    let (mut messages, mut violations) = (Vec::new(), Vec::new());
    for problem in problems {
        messages.extend(problem.message());
        violations.extend(problem.violations());
    }
    messages.dedup();
    let message = (!messages.is_empty()).then(|| messages.join("; "));
    ResponseError::Rejected { status, message, violations }
}
