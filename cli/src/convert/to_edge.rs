//! Sessions as requests of Media Edge.

use media_collection::edge::{
    Content, Envelope, ID_CHARACTERS, Item, Request, lost_in_collection, lost_in_edge,
};
use media_collection::{Event, EventBody, EventType};
use media_collection_cli::input::{Api, Requests, Session};

use super::converted::{Converted, Form, Loss, Sent, Source, raw};
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
                let lost = lost_in_collection(request).into_iter().filter(|lost| {
                    let is_kept = |part: &str| lost.pointer.contains(part);
                    index > 0 || !(is_kept(IDENTITY) || is_kept(IMPLEMENTATION))
                });
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
    if let Some(sent) = sent(&request, session.id.as_deref(), session, converted, at) {
        converted.form = Form::Requests(vec![sent]);
    }
}

/// What stands around a start and its request, and stays the same in another form.
fn around(request: &Request<Event>) -> Envelope {
    let own = request.items.first().map(|item| &item.envelope);
    let mut envelope = Envelope::default();
    for from in [own, Some(&request.envelope)].into_iter().flatten() {
        for (namespace, identities) in &from.identities {
            envelope.identities.entry(namespace.clone()).or_insert_with(|| identities.clone());
        }
        envelope.implementation = envelope.implementation.or_else(|| from.implementation.clone());
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
