//! Sessions as requests of Media Edge.

use media_collection::edge::{
    self, Content, Envelope, ID_CHARACTERS, Item, Lost, MAX_BODY_BYTES, Request,
    lost_in_collection, lost_in_edge,
};
use media_collection::{DownloadedSession, Event, EventBody, EventType, Keyword};
use media_collection_cli::input::{Api, Problem, Requests, Session};

use super::converted::{Converted, Form, Loss, Parts, Sent, Source, raw};
use super::options::EdgeOptions;

/// What stands around a start and stays in another form of the session.
const IDENTITY: &str = "/xdm/identityMap";
const IMPLEMENTATION: &str = "/xdm/implementationDetails";

/// Converts a session; `number` counts the sessions of the output from 1.
pub fn convert(
    mut source: Source,
    number: usize,
    options: &EdgeOptions,
    tenant: Option<&str>,
) -> Converted {
    let mut converted = Converted::new(&mut source);
    let session = source.session;
    if !converted.is_whole(&session) {
        return converted;
    }
    let is_of_edge = |id: &&String| session.api == Api::Edge || id.chars().count() == ID_CHARACTERS;
    let own = session.id.as_ref().filter(is_of_edge);
    let id = options.session_id.as_ref().or(own).cloned();
    let id = id.unwrap_or_else(|| format!("{number:0ID_CHARACTERS$}"));
    if session.is_batch || options.downloaded || says_downloaded(&session) {
        downloaded(&session, options, tenant, &mut converted);
    } else {
        each(&session, &id, options, tenant, &mut converted);
    }
    converted
}

fn is_start(event: &Event) -> bool {
    event.event_type() == Some(EventType::SessionStart)
}

/// Whether the session is one of downloaded content by its start: the older API takes no other with such
/// a start.
fn says_downloaded(session: &Session) -> bool {
    let start = session.events.first().map(|event| &event.body);
    session.api == Api::Collection
        && matches!(start, Some(EventBody::SessionStart(start)) if start.downloaded() == Some(true))
}

/// A request for each event.
fn each(
    session: &Session,
    id: &str,
    options: &EdgeOptions,
    tenant: Option<&str>,
    converted: &mut Converted,
) {
    let mut requests = Vec::new();
    for (index, event) in session.events.iter().enumerate() {
        let place = session.place(index);
        let mut request = match &session.requests {
            Requests::Each(requests) => requests[index].clone(),
            _ => {
                let lost = lost_in_edge(event).into_iter();
                converted.lost.extend(lost.map(|lost| Loss::of_event(place, lost)));
                Request::from(Item::new(event.clone()))
            }
        };
        if let Some(item) = request.items.first_mut() {
            if is_start(event) {
                item.envelope = options.identified(std::mem::take(&mut item.envelope));
            } else {
                item.session_id = Some(id.to_owned());
            }
        }
        request.tenant = tenant.map(str::to_owned);
        let at =
            |pointer: &str| format!("/{place}{}", pointer.strip_prefix("/0").unwrap_or(pointer));
        requests.extend(sent(&request, Some(id), session, converted, at));
    }
    if requests.len() == session.events.len() {
        converted.form = Form::Requests(requests);
    }
}

/// One request for all events.
fn downloaded(
    session: &Session,
    options: &EdgeOptions,
    tenant: Option<&str>,
    converted: &mut Converted,
) {
    let mut request = match &session.requests {
        Requests::Downloaded(request) => (**request).clone(),
        Requests::Each(requests) => {
            for (index, request) in requests.iter().enumerate() {
                let lost = lost_in_collection(request).into_iter();
                let lost = lost.filter(|lost| index > 0 || !is_kept(request, lost));
                let place = session.place(index);
                converted.lost.extend(lost.map(|lost| Loss::of_request(place, lost)));
            }
            let envelope = requests.first().map(around).unwrap_or_default();
            Request::from(Item::new(session.events.clone()).with_envelope(envelope))
        }
        Requests::None => {
            for (index, event) in session.events.iter().enumerate() {
                let lost = lost_in_edge(event).into_iter();
                let place = session.place(index);
                converted.lost.extend(lost.map(|lost| Loss::of_event(place, lost)));
            }
            Request::from(Item::new(session.events.clone()))
        }
    };
    if let Some(item) = request.items.first_mut() {
        item.envelope = options.identified(std::mem::take(&mut item.envelope));
    }
    request.tenant = tenant.map(str::to_owned);
    let at = |pointer: &str| {
        let inside = pointer.strip_prefix("/0").unwrap_or(pointer);
        let index = inside.split('/').nth(1).and_then(|index| index.parse::<usize>().ok());
        match index {
            Some(index) => {
                let rest = &inside[1 + index.to_string().len()..];
                format!("/{}{rest}", session.place(index))
            }
            None => format!("/{}{inside}", session.first),
        }
    };
    let sent = match request.encode() {
        Ok(body) if body.len() > MAX_BODY_BYTES => split(&request, body.len(), session, converted),
        _ => sent(&request, session.id.as_deref(), session, converted, at).map(|sent| vec![sent]),
    };
    if let Some(sent) = sent {
        converted.form = Form::Requests(sent);
    }
}

/// A session that is too large for a request as several, of which each goes on where the one before ends.
fn split(
    request: &Request<Vec<Event>>,
    bytes: usize,
    session: &Session,
    converted: &mut Converted,
) -> Option<Vec<Sent>> {
    let parts = DownloadedSession::try_from(session.events.clone()).ok();
    let parts = parts.and_then(|session| edge::parts(&session).ok()).unwrap_or_default();
    let envelope = around(request);
    let sent = parts.into_iter().map(|part| {
        let item = Item::new(part.into_events()).with_envelope(envelope.clone());
        let mut made = Request::from(item);
        made.tenant.clone_from(&request.tenant);
        let body = made.encode().ok().filter(|body| body.len() <= MAX_BODY_BYTES)?;
        Some(Sent { endpoint: made.endpoint()?.to_owned(), session: None, body: raw(body)? })
    });
    let sent: Option<Vec<_>> = sent.collect();
    let Some(sent) = sent.filter(|sent| sent.len() > 1) else {
        let why = "it cannot be divided into sessions that fit";
        converted.errors.push(too_large(format!("/{}", session.first), bytes, why));
        return None;
    };
    if let Requests::Downloaded(request) = &session.requests {
        let lost = lost_in_collection(request).into_iter().filter(|lost| !is_kept(request, lost));
        converted.lost.extend(lost.map(|lost| Loss::of_request(session.first, lost)));
    }
    converted.parts = Some(Parts { sessions: sent.len(), bytes });
    Some(sent)
}

fn too_large(pointer: String, bytes: usize, why: &str) -> Problem {
    let message = format!("the body has {bytes} bytes; Media Edge takes up to {MAX_BODY_BYTES}");
    Problem {
        pointer,
        path: None,
        keyword: Keyword::Limit.as_str(),
        message: format!("{message}, and {why}"),
    }
}

/// Whether it stands around a start and stays in another form of the session.
fn is_kept<T>(request: &Request<T>, lost: &Lost) -> bool {
    let own = request.items.first().map(|item| ("/events/0", &item.envelope));
    let is_extra =
        [own, Some(("", &request.envelope))].into_iter().flatten().any(|(at, around)| {
            let below = lost.pointer.strip_prefix(at).unwrap_or_default();
            around.extra.keys().any(|key| below.starts_with(&**key))
        });
    let is_part = |part: &&str| lost.pointer.contains(*part);
    !is_extra && [IDENTITY, IMPLEMENTATION].iter().any(is_part)
}

/// What stands around a start and its request, and stays the same in another form.
fn around<T>(request: &Request<T>) -> Envelope {
    let own = request.items.first().map(|item| &item.envelope);
    let mut envelope = Envelope::default();
    for from in [own, Some(&request.envelope)].into_iter().flatten() {
        for (namespace, identities) in &from.identities {
            envelope.identities.entry(namespace.clone()).or_insert_with(|| identities.clone());
        }
        envelope.implementation =
            envelope.implementation.take().or_else(|| from.implementation.clone());
    }
    envelope
}

/// The request as it is sent, or what prevents it.
fn sent<T: Content>(
    request: &Request<T>,
    id: Option<&str>,
    session: &Session,
    converted: &mut Converted,
    at: impl Fn(&str) -> String,
) -> Option<Sent> {
    match request.encode() {
        Ok(body) if body.len() > MAX_BODY_BYTES => {
            converted.errors.push(too_large(at(""), body.len(), "an event cannot be divided"));
            None
        }
        Ok(body) => Some(Sent {
            // What can be encoded has one.
            endpoint: request.endpoint()?.to_owned(),
            session: id.map(str::to_owned),
            body: raw(body)?,
        }),
        Err(error) => {
            converted.refuse(session, &error, at);
            None
        }
    }
}
