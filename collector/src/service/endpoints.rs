//! Processes decoded requests: changes the session, stores the event, and then responds.

use media_collection::http::Response;
use media_collection::{
    Accepted, Api, Created, DownloadedSession, Event, Rejection, SessionId, SessionStart, Uploaded,
};

use super::failure::Failure;
use super::{Service, compute};
use crate::backend::{Added, Adding, Beside, Opening, Pending, Refused, Unstored, Uploading};
use crate::connections::Client;
use crate::digits;
use crate::metrics::Kinds;
use crate::sessions::{EventText, Origin, Written};

pub(super) async fn start(
    service: &Service,
    client: Client,
    start: SessionStart,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let start = written(service, Event::from(start))?;
    let kinds = Kinds::one(Api::MediaCollection, start.event.event_type());
    let opening = Opening { client, id: id.as_str(), start, beside: None };
    let pending = service.backend.open(&service.log, opening);
    stored(service, Some(kinds), pending).await?;
    Ok(Created::new(id).into_response())
}

pub(super) async fn event(
    service: &Service,
    id: &str,
    event: Event,
) -> Result<Response<Vec<u8>>, Failure> {
    let event = written(service, event)?;
    let (api, event_type) = (Api::MediaCollection, event.event.event_type());
    match service.backend.add(&service.log, Adding { api, id, event, edge: None }).await {
        Ok(Added { pending, is_repeated }) => {
            let kinds = (!is_repeated).then(|| Kinds::one(api, event_type));
            stored(service, kinds, pending).await?;
        }
        Err(Refused::Unknown) => return Err(Rejection::UnknownSession.into()),
        Err(Refused::Closed) => return Err(Rejection::ClosedSession.into()),
        Err(Refused::Unavailable(problem)) => return Err(Unstored::Later(problem).into()),
    }
    Ok(Accepted::new().into_response())
}

pub(super) async fn upload(
    service: &Service,
    session: DownloadedSession,
    origin: Origin,
    large: bool,
) -> Result<Response<Vec<u8>>, Failure> {
    let id = new_id()?;
    let (kinds, pending) = compute(large, || take(service, id.as_str(), session, origin, None))?;
    stored(service, Some(kinds), pending).await?;
    Ok(Uploaded::new().into_response())
}

/// Takes a session that was uploaded in one request.
pub(super) fn take(
    service: &Service,
    id: &str,
    session: DownloadedSession,
    origin: Origin,
    beside: Option<Beside>,
) -> Result<(Kinds, Pending), Failure> {
    let events = session.into_events().into_iter().map(|event| written(service, event));
    let events = events.collect::<Result<Vec<_>, _>>()?;
    let api = if beside.is_some() { Api::MediaEdge } else { Api::MediaCollection };
    let mut types = events.iter().map(|written| written.event.event_type());
    let mut kinds = Kinds::one(api, types.next().flatten());
    types.for_each(|event_type| kinds.and(event_type));
    Ok((kinds, service.backend.take(Uploading { id, origin, events, beside })))
}

/// Waits until events are stored, and counts those that were not stored before.
pub(super) async fn stored(
    service: &Service,
    kinds: Option<Kinds>,
    pending: Pending,
) -> Result<(), Failure> {
    service.backend.stored(pending).await?;
    kinds.into_iter().for_each(|kinds| service.counts.accepted(kinds));
    Ok(())
}

/// Encodes an event for the storage and the page, without what they are not to have.
pub(super) fn written(service: &Service, event: Event) -> Result<Written, Failure> {
    let event = match &service.redaction {
        Some(redaction) => redaction.event(event).map_err(Failure::internal)?,
        None => event,
    };
    let text = EventText::of(&event).map_err(Failure::internal)?;
    Ok(Written { event, text })
}

/// An unguessable id of 64 hexadecimal digits.
pub(super) fn new_id() -> Result<SessionId, Failure> {
    let id = digits::random::<32>().map_err(Failure::internal)?;
    SessionId::new(id).map_err(Failure::internal)
}
