//! The reply to a request that was processed.

use http::header::{self, HeaderValue};
use http::{Response, StatusCode};

use super::cors;
use super::head::Head;
use super::reason::Reason;
use super::rejection::Rejection;
use super::route::Route;
use crate::wire::JSON;
use crate::wire::edge::{Answer, Handle, LocationHint, StateEntry};

/// The reply to a request of the Media Edge API that was processed.
///
/// Starts, downloaded sessions and what goes to `/v1/interact` get 200 with the ids of the sessions that
/// were opened; 207 if an event was rejected. Events of open sessions get 204, or the status of the first
/// that was rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    route: Route,
    head: Head,
    opened: Vec<Handle>,
    errors: Vec<(Option<usize>, Reason)>,
    hint: Option<LocationHint>,
    state: Vec<StateEntry>,
}

impl Reply {
    pub(super) fn new(route: Route, head: Head) -> Self {
        let (opened, errors, state) = (Vec::new(), Vec::new(), Vec::new());
        Self { route, head, opened, errors, hint: None, state }
    }

    /// The item of `events` at this index opened a session, or is a whole one, with this id.
    pub fn open(&mut self, index: usize, session_id: impl AsRef<str>) {
        let index = u64::try_from(index).unwrap_or(u64::MAX);
        self.opened.push(Handle::new_session(session_id, index));
    }

    /// The item of `events` at this index is rejected, or with `None` the request.
    pub fn reject(&mut self, index: Option<usize>, reason: Reason) {
        self.errors.push((index, reason));
    }

    /// Sets where later requests should go. A path that says so already is repeated.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>, seconds: u64) -> Self {
        let hint = self.head.hint.clone().unwrap_or_else(|| hint.into());
        self.hint = Some(LocationHint::new(LocationHint::EDGE_NETWORK, hint, seconds));
        self
    }

    /// Adds what the client sends with later requests.
    #[must_use]
    pub fn with_state(mut self, entry: StateEntry) -> Self {
        self.state.push(entry);
        self
    }

    /// What was rejected: the index of the event, or `None` for the request, and why.
    #[must_use]
    pub fn errors(&self) -> &[(Option<usize>, Reason)] {
        &self.errors
    }

    /// The status to respond with.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match (self.route, self.errors.first()) {
            (Route::Event(_), Some((_, reason))) => reason.status(),
            (_, Some(_)) => StatusCode::MULTI_STATUS,
            (Route::Event(_) | Route::Collect | Route::Preflight, None) => StatusCode::NO_CONTENT,
            (Route::Start | Route::Downloaded | Route::Interact | Route::Other, None) => {
                StatusCode::OK
            }
        }
    }

    /// The response. The ids of sessions come first in its body, which is one line.
    #[must_use]
    pub fn into_response(self) -> Response<Vec<u8>> {
        let status = self.status();
        if !self.route.answers_each()
            && let Some((_, reason)) = self.errors.first()
        {
            return Rejection::new(reason.clone(), self.head).into_response();
        }
        let mut response = Response::new(Vec::new());
        *response.status_mut() = status;
        cors::allow(self.head.origin.as_ref(), response.headers_mut());
        if status == StatusCode::NO_CONTENT {
            return response;
        }
        let mut answer = Answer::default();
        answer.request_id.clone_from(&self.head.request_id);
        answer.handle = self.opened;
        let may_be_empty = matches!(self.route, Route::Interact | Route::Other);
        if !may_be_empty || !answer.handle.is_empty() || !self.errors.is_empty() {
            answer.handle.extend(self.hint.map(|hint| Handle::location_hints(&[hint])));
            answer.handle.push(Handle::state(&self.state));
        }
        let errors = self.errors.iter();
        let errors = errors.map(|(index, reason)| reason.error(*index));
        answer.errors = errors.collect();
        // Texts and numbers: this cannot fail.
        *response.body_mut() = serde_json::to_vec(&answer).unwrap_or_default();
        let json = HeaderValue::from_static(JSON);
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}
