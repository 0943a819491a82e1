//! The calls of the API.

use super::paths::{DOWNLOADED, EVENTS, SCHEMAS, SESSIONS};
use super::session_id::SessionId;
use crate::constraints::EncodeError;
use crate::event::{Event, EventType, SessionStart};
use crate::session::{DownloadedSession, RawSession};
use crate::wire::call::{Call, Target};

/// The path of a session's events, in one allocation.
fn events_path(session: &SessionId) -> String {
    [SESSIONS, "/", session.as_str(), "/", EVENTS].concat()
}

impl Call {
    /// Starts an online session: `POST /api/v1/sessions`. `media.downloaded: true` is dropped: the
    /// back end rejects it here with 400.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn start(start: &SessionStart) -> Result<Self, EncodeError> {
        if start.params.says_downloaded() == Some(true) {
            let mut online = start.clone();
            online.params.say_downloaded(None);
            return Self::start(&online);
        }
        Ok(Self::post(SESSIONS.to_owned(), start.encode()?, Target::Start))
    }

    /// Reports an event of an open session: `POST /api/v1/sessions/{sid}/events`.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON, or is a `sessionStart`: send that with
    /// [`start`](Self::start).
    pub fn event(session: &SessionId, event: &Event) -> Result<Self, EncodeError> {
        if event.event_type() == Some(EventType::SessionStart) {
            return Err(EncodeError::start_to_events());
        }
        Ok(Self::post(events_path(session), event.encode()?, Target::Event(session.clone())))
    }

    /// Sends a downloaded session: `POST /api/v1/downloaded`.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn upload(session: &DownloadedSession) -> Result<Self, EncodeError> {
        Ok(Self::post(DOWNLOADED.to_owned(), session.encode()?, Target::Session))
    }

    /// Sends a downloaded session as the official SDKs still do: as a batch to
    /// `POST /api/v1/sessions`. The form is deprecated; use it if the collector has no downloaded
    /// endpoint.
    ///
    /// # Errors
    ///
    /// When an event cannot be encoded as JSON.
    pub fn upload_legacy(session: &DownloadedSession) -> Result<Self, EncodeError> {
        Ok(Self::post(SESSIONS.to_owned(), session.encode()?, Target::Session))
    }

    /// The same, even with a playhead that is no number, which is written as `null`.
    pub(crate) fn raw_start(start: &SessionStart) -> Result<Self, EncodeError> {
        if start.player_time.playhead().is_none_or(f64::is_finite) {
            return Self::start(start);
        }
        let mut online = start.clone();
        if online.params.says_downloaded() == Some(true) {
            online.params.say_downloaded(None);
        }
        Ok(Self::post(SESSIONS.to_owned(), online.encode_raw()?, Target::Start))
    }

    /// Reports an event as it is, even a second `sessionStart` or one whose playhead is no number,
    /// which is written as `null`. See [`RawSession`].
    ///
    /// # Errors
    ///
    /// When another number is infinite or NaN, or a key in an `extra` has a field of its own.
    pub fn raw_event(session: &SessionId, event: &Event) -> Result<Self, EncodeError> {
        Ok(Self::post(events_path(session), event.encode_raw()?, Target::Event(session.clone())))
    }

    /// Sends a session as it is: `POST /api/v1/downloaded`.
    ///
    /// # Errors
    ///
    /// As for [`RawSession::encode`].
    pub fn upload_raw(session: &RawSession) -> Result<Self, EncodeError> {
        Ok(Self::post(DOWNLOADED.to_owned(), session.encode()?, Target::Session))
    }

    /// Sends a session as it is in the deprecated form of [`upload_legacy`](Self::upload_legacy).
    ///
    /// # Errors
    ///
    /// As for [`RawSession::encode`].
    pub fn upload_raw_legacy(session: &RawSession) -> Result<Self, EncodeError> {
        Ok(Self::post(SESSIONS.to_owned(), session.encode()?, Target::Session))
    }

    /// Requests a schema: `GET /api/v1/schemas/{eventType}`.
    pub fn schema(event_type: EventType) -> Self {
        Self::get(format!("{SCHEMAS}/{event_type}"), Target::Schema)
    }

    /// Sends a downloaded session that is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn downloaded_body(body: Vec<u8>) -> Self {
        Self::post(DOWNLOADED.to_owned(), body, Target::Session)
    }

    /// Sends an encoded downloaded session in the deprecated form.
    #[cfg(feature = "store")]
    pub(crate) fn legacy_body(body: Vec<u8>) -> Self {
        Self::post(SESSIONS.to_owned(), body, Target::Session)
    }

    /// Starts an online session whose start is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn start_body(body: Vec<u8>) -> Self {
        Self::post(SESSIONS.to_owned(), body, Target::Start)
    }

    /// Reports an event of an online session that is already encoded.
    #[cfg(feature = "store")]
    pub(crate) fn event_body(session: &SessionId, body: Vec<u8>) -> Self {
        Self::post(events_path(session), body, Target::Event(session.clone()))
    }
}
