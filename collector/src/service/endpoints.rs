//! Processes decoded requests: changes the session, stores the event, and then responds.

use media_collection::http::Response;
use media_collection::{
    Accepted, Api, Created, DownloadedSession, Event, Rejection, SessionId, SessionStart, Uploaded,
};
use serde_json::value::RawValue;

use super::failure::Failure;
use super::{Service, compute};
use crate::connections::Client;
use crate::sessions::{Admission, Closed, EdgeAbout, Origin, Written};
use crate::storage::Pending;

/// What Media Edge has beside an event: as it is stored, and what the page shows of it.
pub(super) type Beside = (Box<RawValue>, EdgeAbout);

pub(super) async fn start(
    service: &Service,
    client: Client,
    start: SessionStart,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let pending = open(service, client, id.as_str(), written(Event::from(start))?, None);
    stored(service, pending).await?;
    Ok(Created::new(id).into_response())
}

/// Opens a session.
pub(super) fn open(
    service: &Service,
    client: Client,
    id: &str,
    start: Written,
    beside: Option<Beside>,
) -> Pending {
    let now = service.clock.now();
    let (edge, about) = beside.unzip();
    let (pending, crowded) = {
        let mut sessions = service.sessions();
        let pending = service.storage.start(now, id, &start, edge.as_deref());
        let crowded = sessions.start(now, client, id, start, about);
        if let Some(crowded) = &crowded {
            service.storage.closed(now, crowded, Closed::Crowded);
        }
        (pending, crowded)
    };
    // Writing the log can take long, so nothing is logged under the lock.
    if let Some(crowded) = crowded {
        service.log.closed(|| tracing::warn!("session {crowded} closed: {}", Closed::Crowded));
    }
    pending
}

pub(super) async fn event(
    service: &Service,
    id: &str,
    event: Event,
) -> Result<Response<Vec<u8>>, Failure> {
    let event = written(event)?;
    match add(service, Api::MediaCollection, id, event, None) {
        Ok(pending) => stored(service, pending).await?,
        Err(Refused::Unknown) => return Err(Rejection::UnknownSession.into()),
        Err(Refused::Closed) => return Err(Rejection::ClosedSession.into()),
    }
    Ok(Accepted::new().into_response())
}

/// Why an event is not added.
pub(super) enum Refused {
    Unknown,
    Closed,
}

/// Adds an event to its session, unless it was added before: then what is returned waits until that is
/// stored.
pub(super) fn add(
    service: &Service,
    api: Api,
    id: &str,
    event: Written,
    edge: Option<&RawValue>,
) -> Result<Pending, Refused> {
    let now = service.clock.now();
    let mut sessions = service.sessions();
    let expired = sessions.expire(now, id);
    if let Some(reason) = expired {
        service.storage.closed(now, id, reason);
    }
    let added = match sessions.admits(now, api, id, &event) {
        Admission::Admitted => {
            // `sessions.event` takes the event, so its line is made first.
            let pending = service.storage.event(now, id, &event, edge);
            sessions.event(now, api, id, event);
            Ok(pending)
        }
        Admission::Repeated => Ok(service.storage.barrier(id)),
        Admission::Unknown => Err(Refused::Unknown),
        Admission::Closed => Err(Refused::Closed),
    };
    drop(sessions);
    if let Some(reason) = expired {
        service.log.closed(|| tracing::info!("session {id} closed: {reason}"));
    }
    added
}

pub(super) async fn upload(
    service: &Service,
    session: DownloadedSession,
    origin: Origin,
    large: bool,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let pending = compute(large, || take(service, id.as_str(), session, origin, None))?;
    stored(service, pending).await?;
    Ok(Uploaded::new().into_response())
}

/// Takes a session that was uploaded in one request.
pub(super) fn take(
    service: &Service,
    id: &str,
    session: DownloadedSession,
    origin: Origin,
    beside: Option<Beside>,
) -> Result<Pending, Failure> {
    let events = session.into_events().into_iter().map(written);
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let now = service.clock.now();
    let (edge, about) = beside.unzip();
    let mut sessions = service.sessions();
    let pending = service.storage.uploaded(now, id, origin, &events, edge.as_deref());
    sessions.upload(now, id, origin, about, events);
    Ok(pending)
}

/// Waits until an event is stored. If that fails, its session is closed, so that the client opens
/// another one and no session here has a gap.
pub(super) async fn stored(service: &Service, pending: Pending) -> Result<(), Failure> {
    pending.written().await.map_err(|problem| {
        // Whoever takes the lock closes the session.
        drop(service.sessions());
        Failure::internal(format!("could not be stored: {problem}"))
    })
}

/// Encodes an event for the storage and the page.
pub(super) fn written(event: Event) -> Result<Written, Failure> {
    let text = event.encode().map_err(Failure::internal)?;
    let text = String::from_utf8(text).map_err(Failure::internal)?;
    let text = RawValue::from_string(text).map_err(Failure::internal)?;
    Ok(Written { event, text })
}

/// An unguessable id of 64 hexadecimal digits.
pub(super) fn new_id() -> Result<SessionId, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Failure::internal)?;
    let id: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    SessionId::new(id).map_err(Failure::internal)
}
