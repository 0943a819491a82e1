//! Processes decoded requests: changes the session, stores the event, and then responds.

use media_collection::http::Response;
use media_collection::{
    Accepted, Created, DownloadedSession, Event, Rejection, SessionId, SessionStart, Uploaded,
};
use serde_json::value::RawValue;

use super::failure::Failure;
use super::{Service, compute};
use crate::sessions::{Admission, Closed, Origin, Written};
use crate::storage::Pending;

pub(super) async fn start(
    service: &Service,
    start: SessionStart,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let start = written(Event::from(start))?;
    let pending = {
        let now = service.clock.now();
        let mut sessions = service.sessions();
        let pending = service.storage.start(now, id.as_str(), &start);
        if let Some(crowded) = sessions.start(now, id.as_str(), start) {
            tracing::warn!("session {crowded} closed: {}", Closed::Crowded);
            service.storage.closed(now, &crowded, Closed::Crowded);
        }
        pending
    };
    stored(service, id.as_str(), pending).await?;
    Ok(Created::new(id).into_response())
}

pub(super) async fn event(
    service: &Service,
    id: &str,
    event: Event,
) -> Result<Response<Vec<u8>>, Failure> {
    let event = written(event)?;
    let pending = {
        let now = service.clock.now();
        let mut sessions = service.sessions();
        if let Some(reason) = sessions.expire(now, id) {
            tracing::info!("session {id} closed: {reason}");
            service.storage.closed(now, id, reason);
        }
        match sessions.admits(now, id, &event) {
            Admission::Admitted => {}
            Admission::Repeated => return Ok(Accepted::new().into_response()),
            Admission::Unknown => return Err(Rejection::UnknownSession.into()),
            Admission::Closed => return Err(Rejection::ClosedSession.into()),
        }
        // `sessions.event` takes the event, so its line is made first.
        let pending = service.storage.event(now, id, &event);
        sessions.event(now, id, event);
        pending
    };
    stored(service, id, pending).await?;
    Ok(Accepted::new().into_response())
}

pub(super) async fn upload(
    service: &Service,
    session: DownloadedSession,
    origin: Origin,
    large: bool,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let pending = compute(large, || -> Result<_, Failure> {
        let events = session.into_events().into_iter().map(written);
        let events = events.collect::<Result<Vec<_>, _>>()?;
        let now = service.clock.now();
        let mut sessions = service.sessions();
        let pending = service.storage.uploaded(now, id.as_str(), origin, &events);
        sessions.upload(now, id.as_str(), origin, events);
        Ok(pending)
    })?;
    stored(service, id.as_str(), pending).await?;
    Ok(Uploaded::new().into_response())
}

/// Waits until an event is stored. If that fails, its session is closed, so that the client opens
/// another one and no session here has a gap.
async fn stored(service: &Service, id: &str, pending: Pending) -> Result<(), Failure> {
    pending.written().await.map_err(|problem| {
        service.sessions().lose(id);
        Failure::internal(format!("could not be stored: {problem}"))
    })
}

/// Encodes an event for the storage and the page.
fn written(event: Event) -> Result<Written, Failure> {
    let text = event.encode().map_err(Failure::internal)?;
    let text = String::from_utf8(text).map_err(Failure::internal)?;
    let text = RawValue::from_string(text).map_err(Failure::internal)?;
    Ok(Written { event, text })
}

/// An unguessable id of 64 hexadecimal digits.
fn new_id() -> Result<SessionId, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Failure::internal)?;
    let id: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    SessionId::new(id).map_err(Failure::internal)
}
