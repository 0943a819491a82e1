//! The endpoints of the Media Edge API.

use std::borrow::Cow;
use std::collections::BTreeSet;

use axum::body::{Bytes, HttpBody};
use media_collection::edge::{
    Detail, Envelope, Head, Incoming, IncomingOptions, MAX_BODY_BYTES, ReadOptions, Reason,
    Received, ReceivedContent, ReceivedItem, Rejection, Reply, Route,
};
use media_collection::http::request::Parts;
use media_collection::http::{HeaderValue, Response, StatusCode, header};
use media_collection::{Api, Event, EventBody, Mode, Policy};
use serde_json::value::RawValue;

use super::body::{self, Receiver};
use super::encoding::Encoding;
use super::endpoints;
use super::failure::Failure;
use super::{LARGE, MAX_LOGGED, Service, compute};
use crate::backend::{Added, Adding, Beside, Opening, Pending, Refused, Unstored};
use crate::connections::Client;
use crate::digits;
use crate::http;
use crate::later::try_later;
use crate::metrics::Kinds;
use crate::options::ClosedReply;
use crate::sessions::{Admission, Around, EdgeAbout, Origin, Rejected, shortened};

/// Where clients are told to send later requests, as Adobe's edge network tells them: a segment of the
/// path, and for how many seconds.
const HINT: (&str, u64) = ("or2", 1_800);

/// How Media Edge is served.
#[derive(Debug)]
pub(crate) struct Edge {
    /// How requests are decoded.
    incoming: IncomingOptions,
    closed: ClosedReply,
}

impl Edge {
    pub(crate) fn new(
        policy: Policy,
        datastreams: Option<BTreeSet<String>>,
        closed: ClosedReply,
    ) -> Self {
        let bytes = policy.max_bytes.min(MAX_BODY_BYTES);
        let read = ReadOptions::new().with_policy(policy.with_max_bytes(bytes));
        let mut incoming = IncomingOptions::new().with_read(read);
        incoming.datastreams = datastreams;
        Self { incoming, closed }
    }

    /// Why an event of a closed session is rejected, if it is.
    fn closed(&self) -> Result<(), Reason> {
        match self.closed {
            ClosedReply::Gone => Err(Reason::ClosedSession),
            ClosedReply::NotFound => Err(Reason::UnknownSession),
            ClosedReply::Dropped => Ok(()),
        }
    }

    fn is_tolerant(&self) -> bool {
        self.incoming.read.policy.mode == Mode::Tolerant
    }
}

/// Whether a request is for this API, even if it has no such endpoint.
pub(super) fn is_for_edge(parts: &Parts) -> bool {
    Route::is_of_edge(parts.uri.path())
}

/// Responds to a request for this API.
pub(super) async fn respond<B: HttpBody<Data = Bytes> + Unpin>(
    service: &Service,
    parts: &mut Parts,
    body: Receiver<'_, B>,
    received: &mut Bytes,
) -> Response<Vec<u8>> {
    let mut head = Head::of(&parts.uri, &parts.headers);
    if head.request_id.is_none() {
        head.request_id = new_request_id();
    }
    match accept(service, &head, parts, body, received).await {
        Ok(response) => response,
        Err(mut rejection) => {
            *rejection.head = head;
            fail(service, parts, received, rejection).await
        }
    }
}

async fn accept<B: HttpBody<Data = Bytes> + Unpin>(
    service: &Service,
    head: &Head,
    parts: &mut Parts,
    body: Receiver<'_, B>,
    received: &mut Bytes,
) -> Result<Response<Vec<u8>>, Rejection> {
    let reject = |reason| Rejection::new(reason, head.clone());
    if let Some((status, message)) = http::violation(parts) {
        return Err(reject(Reason::Failed { status, message: message.to_owned() }));
    }
    let failed = |failure| reject(reason(failure));
    if Route::of(&parts.method, parts.uri.path()).map_err(reject)? == Route::Preflight {
        return Ok(Incoming::preflight_response_to(&parts.headers));
    }
    let encoding = Encoding::of(&parts.headers).map_err(|rejection| failed(rejection.into()))?;
    let limit = service.edge.incoming.read.policy.max_bytes;
    let client = body.connection.client;
    let arrived = body.receive(parts, limit).await.map_err(failed)?;
    let body::Received { bytes, mut held, busy: _busy } = arrived;
    *received = bytes;
    if encoding == Encoding::Gzip {
        *received = body::decompress(service, received, &mut held).map_err(failed)?;
    }
    parts.headers.remove(header::CONTENT_ENCODING);
    let options = current(service);
    let large = received.len() >= LARGE;
    let incoming = compute(large, || Incoming::from_parts(parts, received, &options))?;
    let Incoming::Request(mut request) = incoming else {
        return Ok(Incoming::preflight_response_to(&parts.headers));
    };
    request.head = head.clone();
    let (reply, session) = process(service, client, *request).await.map_err(reject)?;
    if !reply.errors().is_empty() {
        note(service, parts, received, &reply, session.as_deref()).await;
    }
    Ok(reply.into_response())
}

/// A tolerant collector takes the time of arrival for events without one.
fn current(service: &Service) -> Cow<'_, IncomingOptions> {
    if !service.edge.is_tolerant() {
        return Cow::Borrowed(&service.edge.incoming);
    }
    let mut options = service.edge.incoming.clone();
    options.read.arrived = i64::try_from(service.clock.now()).ok();
    Cow::Owned(options)
}

/// Takes what is valid, and waits until it is stored. With the reply comes the first session whose event
/// is rejected.
async fn process(
    service: &Service,
    client: Client,
    received: Received,
) -> Result<(Reply, Option<String>), Reason> {
    let (hint, seconds) = HINT;
    let mut reply = received.reply().with_hint(hint, seconds);
    let Received { route, head, items, envelope, .. } = received;
    if matches!(route, Route::Event(_)) && items.len() > 1 {
        admitted(service, &items).await?;
    }
    let (mut waiting, mut wrong) = (Vec::new(), None);
    for item in items {
        let around = |item: Envelope| Around {
            datastream: head.config_id.clone(),
            hint: head.hint.clone(),
            request: service.kept(envelope.clone()),
            item: service.kept(item),
        };
        let session = match &item.content {
            ReceivedContent::Event { session_id, .. } => Some(session_id.clone()),
            _ => None,
        };
        match one(service, client, item.content, around).await {
            Ok(Taken::Opened(id, kinds, pending)) => {
                reply.open(item.index, &id);
                waiting.push((Some(kinds), pending));
            }
            Ok(Taken::Added(kinds, pending)) => waiting.push((kinds, pending)),
            Ok(Taken::Nothing) => {}
            Err(reason) => {
                reply.reject(Some(item.index), reason);
                wrong = wrong.or(session);
            }
        }
    }
    let mut stored = Ok(());
    for (kinds, pending) in waiting {
        stored = stored.and(endpoints::stored(service, kinds, pending).await);
    }
    stored.map_err(reason)?;
    Ok((reply, wrong))
}

/// Whether all events of a request may be added: otherwise none is.
async fn admitted(service: &Service, items: &[ReceivedItem]) -> Result<(), Reason> {
    for item in items {
        let ReceivedContent::Event { session_id, item } = &item.content else { continue };
        let event = endpoints::written(service, item.content.clone()).map_err(reason)?;
        let admission = service.backend.admits(Api::MediaEdge, session_id, &event).await;
        match admission.map_err(|problem| reason(problem.into()))? {
            Admission::Unknown => return Err(Reason::UnknownSession),
            Admission::Closed => service.edge.closed()?,
            Admission::Admitted | Admission::Repeated => {}
        }
    }
    Ok(())
}

/// What became of an item.
enum Taken {
    /// A session with this id.
    Opened(String, Kinds, Pending),
    /// Also if it was added before.
    Added(Option<Kinds>, Pending),
    /// It is dropped.
    Nothing,
}

async fn one(
    service: &Service,
    client: Client,
    content: ReceivedContent,
    around: impl FnOnce(Envelope) -> Around,
) -> Result<Taken, Reason> {
    match content {
        ReceivedContent::Start(item) => {
            let id = endpoints::new_id().map_err(reason)?.to_string();
            let start = endpoints::written(service, Event::from(item.content)).map_err(reason)?;
            let beside = beside(around(item.envelope))?;
            let kinds = Kinds::one(Api::MediaEdge, start.event.event_type());
            let opening = Opening { client, id: &id, start, beside: Some(beside) };
            let pending = service.backend.open(&service.log, opening);
            Ok(Taken::Opened(id, kinds, pending))
        }
        ReceivedContent::Event { session_id, item } => {
            let event = named(service, &session_id, item.content).await;
            let event = endpoints::written(service, event);
            let event = event.map_err(reason)?;
            let edge = raw(&around(item.envelope))?;
            let (api, event_type) = (Api::MediaEdge, event.event.event_type());
            let adding = Adding { api, id: &session_id, event, edge: Some(&edge) };
            match service.backend.add(&service.log, adding).await {
                Ok(Added { pending, is_repeated }) => {
                    let kinds = (!is_repeated).then(|| Kinds::one(api, event_type));
                    Ok(Taken::Added(kinds, pending))
                }
                Err(Refused::Unknown) => Err(Reason::UnknownSession),
                Err(Refused::Closed) => service.edge.closed().map(|()| Taken::Nothing),
                Err(Refused::Unavailable(problem)) => Err(reason(Unstored::Later(problem).into())),
            }
        }
        ReceivedContent::Downloaded(item) => {
            let id = endpoints::new_id().map_err(reason)?.to_string();
            let beside = beside(around(item.envelope))?;
            let (session, origin) = (item.content, Origin::Downloaded);
            let taken = endpoints::take(service, &id, session, origin, Some(beside));
            let (kinds, pending) = taken.map_err(reason)?;
            Ok(Taken::Opened(id, kinds, pending))
        }
        _ => Err(reason(Failure::internal("a new kind of item"))),
    }
}

/// A tolerant collector gives an ad without the name of its player that of the session.
async fn named(service: &Service, session: &str, mut event: Event) -> Event {
    if service.edge.is_tolerant()
        && let EventBody::AdStart(ad) = &mut event.body
        && ad.player_name.is_empty()
        && let Some(name) = service.backend.player(session).await
    {
        ad.player_name = name;
    }
    event
}

fn beside(around: Around) -> Result<Beside, Reason> {
    Ok((raw(&around)?, EdgeAbout::of(&around)))
}

fn raw(around: &Around) -> Result<Box<RawValue>, Reason> {
    serde_json::value::to_raw_value(around).map_err(|error| reason(Failure::internal(error)))
}

/// A failure as this API says it.
fn reason(failure: Failure) -> Reason {
    use media_collection::Rejection;
    match failure {
        Failure::Rejected(Rejection::TooLarge { message }) => Reason::TooLarge { message },
        Failure::Rejected(Rejection::Encoded { accepted }) => Reason::Encoded { accepted },
        Failure::Rejected(other) => {
            Reason::Failed { status: other.status(), message: other.to_string() }
        }
        Failure::Failed(status, message) => Reason::Failed { status, message },
    }
}

/// Makes the response to a request that is rejected as a whole, and records it for the page.
async fn fail(
    service: &Service,
    parts: &Parts,
    received: &[u8],
    rejection: Rejection,
) -> Response<Vec<u8>> {
    let status = rejection.status();
    let has_failed = matches!(rejection.reason, Reason::Failed { .. });
    let said = rejection.to_string();
    let logged = || shortened(&said, MAX_LOGGED);
    if has_failed {
        service.log.failed(|| tracing::warn!("failed with {status}: {}", logged()));
    } else {
        service.log.rejected(|| tracing::info!("rejected with {status}: {}", logged()));
    }
    let now = service.clock.now();
    let rejected = Rejected::because(now, parts, received, status, said.clone());
    let (details, more) = details(&rejection.reason);
    service.counts.rejected(Api::MediaEdge, status, keywords(&rejection.reason));
    let details = details.iter().map(|detail| {
        let (name, reason) = (detail.name.as_deref(), detail.reason.as_deref());
        (Cow::Borrowed(name.unwrap_or_default()), reason.unwrap_or_default())
    });
    let rejected = rejected.with_details(rejection.session_id.as_deref(), details, more);
    service.reject(rejected).await;
    let mut response = rejection.into_response();
    if status == StatusCode::SERVICE_UNAVAILABLE {
        try_later(response.headers_mut());
    }
    if has_failed && status != StatusCode::INTERNAL_SERVER_ERROR {
        // The unread rest of the body could be taken for the next request.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Records what a reply says is wrong, for the page.
async fn note(
    service: &Service,
    parts: &Parts,
    received: &[u8],
    reply: &Reply,
    session: Option<&str>,
) {
    let errors = reply.errors();
    let Some((_, first)) = errors.first() else { return };
    let message = match errors.len() {
        1 => first.to_string(),
        count => format!("{count} events are rejected; of the first, {first}"),
    };
    let status = reply.status();
    service.log.rejected(|| {
        tracing::info!("rejected with {status}: {}", shortened(&message, MAX_LOGGED));
    });
    let mut more = 0;
    let found = errors.iter().flat_map(|(index, reason)| {
        let (details, others) = details(reason);
        more += others;
        details.iter().map(move |detail| {
            let name = detail.name.as_deref().unwrap_or_default();
            let place = match (index, name.strip_prefix('$')) {
                (Some(index), Some(inside)) => format!("$.events[{index}]{inside}").into(),
                _ => Cow::Borrowed(name),
            };
            (place, detail.reason.as_deref().unwrap_or_default())
        })
    });
    let found: Vec<_> = found.collect();
    let violated = errors.iter().flat_map(|(_, reason)| keywords(reason));
    service.counts.rejected(Api::MediaEdge, status, violated);
    let rejected = Rejected::because(service.clock.now(), parts, received, status, message);
    service.reject(rejected.with_details(session, found.into_iter(), more)).await;
}

fn details(reason: &Reason) -> (&[Detail], usize) {
    match reason {
        Reason::Invalid { details, more, .. } => (details, *more),
        _ => (&[], 0),
    }
}

/// What the violations violate.
fn keywords(reason: &Reason) -> impl Iterator<Item = &'static str> {
    let keywords = match reason {
        Reason::Invalid { keywords, .. } => &keywords[..],
        _ => &[],
    };
    keywords.iter().map(|keyword| keyword.as_str())
}

/// A random UUID, for a request that has no id of its own.
fn new_request_id() -> Option<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).ok()?;
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = digits::of(&bytes);
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    Some(parts.join("-"))
}
