//! Reads the items of a body, and says what is wrong with each.

use super::options::IncomingOptions;
use super::reason::Reason;
use super::received::{Arrived, ReceivedItem};
use super::route::Route;
use super::violations::{self, Scope};
use crate::constraints::Violation;
use crate::event::{Event, EventType, SessionStart};
use crate::json::DecodeError;
use crate::media_edge::{self, Content, DOWNLOADED, Envelope, Item, Parts, Request};
use crate::session::DownloadedSession;

const SESSION_START: &str = EventType::SessionStart.as_str();

/// What a body contains.
#[derive(Default)]
pub(super) struct Read {
    pub(super) items: Vec<ReceivedItem>,
    pub(super) envelope: Envelope,
    pub(super) errors: Vec<(Option<usize>, Reason)>,
}

/// Why a body is rejected as a whole, and the session that it names.
type Rejected = (Reason, Option<String>);

/// Reads the body of a request to an endpoint.
pub(super) fn read(route: Route, body: &[u8], options: &IncomingOptions) -> Result<Read, Rejected> {
    match route {
        Route::Event(endpoint) => events(endpoint, body, options),
        Route::Start => each_of::<Event>(SESSION_START, body, options),
        Route::Downloaded => each_of::<Vec<Event>>(DOWNLOADED, body, options),
        Route::Interact | Route::Collect | Route::Preflight => any(body, options),
    }
}

/// Events of open sessions: all of them, or none.
fn events(
    endpoint: &'static str,
    body: &[u8],
    options: &IncomingOptions,
) -> Result<Read, Rejected> {
    let decoded = Request::<Event>::decode(endpoint, body, &options.read);
    let parts = || Parts::of(body);
    let named = |parts: Option<Parts<'_>>| Some(parts?.session_id(0)?.into_owned());
    let wrong = match decoded {
        Ok(request) => {
            let found = violations::lengths(&request.items, options);
            if found.is_empty() {
                let mut read = Read { envelope: request.envelope, ..Read::default() };
                let arrived = request.items.into_iter().enumerate();
                read.items.extend(arrived.filter_map(|(index, item)| item_at(index, item)));
                return Ok(read);
            }
            violations::invalid(&found, 0, Scope::Request)
        }
        Err(DecodeError::Invalid(list)) => match violations::fatal(&list) {
            Some(reason) => reason,
            None => {
                let parts = parts();
                match parts.as_ref().and_then(|parts| mismatch(endpoint, parts)) {
                    Some(reason) => reason,
                    None => {
                        let lengths = parts.map_or_else(Vec::new, |parts| {
                            violations::raw_lengths(&parts, options)
                        });
                        let found: Vec<_> = list.iter().chain(&lengths).cloned().collect();
                        violations::invalid(&found, list.more(), Scope::Request)
                    }
                }
            }
        },
        Err(error) => return Err((violations::unreadable(&error), None)),
    };
    Err((wrong, named(parts())))
}

/// Items of one type, each accepted or not.
fn each_of<T: Kind>(
    endpoint: &'static str,
    body: &[u8],
    options: &IncomingOptions,
) -> Result<Read, Rejected> {
    let mut read = Read::default();
    let list = match Request::<T>::decode(endpoint, body, &options.read) {
        Ok(request) => {
            read.envelope = request.envelope;
            for (index, item) in request.items.into_iter().enumerate() {
                read.take(index, item, options);
            }
            return Ok(read);
        }
        Err(DecodeError::Invalid(list)) => list,
        Err(error) => return Err((violations::unreadable(&error), None)),
    };
    if let Some(reason) = violations::fatal(&list) {
        return Err((reason, None));
    }
    let parts = Parts::of(body);
    if let Some(reason) = parts.as_ref().and_then(|parts| mismatch(endpoint, parts)) {
        return Err((reason, None));
    }
    let around: Vec<_> =
        list.iter().filter(|found| violations::item(found).is_none()).cloned().collect();
    match parts {
        Some(parts) if around.is_empty() && parts.len() > 0 => {
            for index in 0..parts.len() {
                read.one::<T>(endpoint, &parts, index, options);
            }
        }
        _ => read.errors = violations::by_item(&list),
    }
    Ok(read)
}

/// Items of any type, of which those that are no events of media are left out.
fn any(body: &[u8], options: &IncomingOptions) -> Result<Read, Rejected> {
    if let Some(reason) = violations::too_large(body, options) {
        return Err((reason, None));
    }
    let Some(parts) = Parts::of(body) else {
        let reason = match serde_json::from_slice::<serde::de::IgnoredAny>(body) {
            Ok(_) => Reason::NoEvents,
            Err(error) => Reason::NotJson { message: error.to_string() },
        };
        return Err((reason, None));
    };
    if parts.len() > options.read.policy.max_events {
        let message = "too many events".to_owned();
        return Err((Reason::TooLarge { message }, None));
    }
    let mut read = Read::default();
    for index in 0..parts.len() {
        let event_type = parts.event_type(index);
        let Some(name) = event_type.as_deref().and_then(media_edge::endpoint_of) else { continue };
        match media_edge::endpoint(name) {
            Some(DOWNLOADED) => read.one::<Vec<Event>>(DOWNLOADED, &parts, index, options),
            Some(endpoint) => read.one::<Event>(endpoint, &parts, index, options),
            None => read.errors.push((Some(index), violations::unknown_event())),
        }
    }
    Ok(read)
}

/// The first event whose type is not that of the path.
fn mismatch(path: &'static str, parts: &Parts<'_>) -> Option<Reason> {
    (0..parts.len()).find_map(|index| {
        let event_type = parts.event_type(index)?;
        let name = media_edge::endpoint_of(&event_type)?;
        let event_type = name.to_owned();
        (name != path).then_some(Reason::Mismatch { path, event_type })
    })
}

impl Read {
    /// Reads one of several items.
    fn one<T: Kind>(
        &mut self,
        endpoint: &'static str,
        parts: &Parts<'_>,
        index: usize,
        options: &IncomingOptions,
    ) {
        let Some(alone) = parts.alone(index) else { return };
        match Request::<T>::decode(endpoint, &alone, &options.read) {
            Ok(request) => {
                if self.items.is_empty() {
                    self.envelope = request.envelope;
                }
                request.items.into_iter().for_each(|item| self.take(index, item, options));
            }
            Err(error) => {
                let mut found: Vec<_> = error.violations().iter().cloned().collect();
                if endpoint != SESSION_START && endpoint != DOWNLOADED {
                    found.extend(violations::raw_length(parts, index, options));
                }
                let reason = violations::invalid(&found, error.violations().more(), Scope::Item);
                self.errors.push((Some(index), reason));
            }
        }
    }

    /// Takes an item that is valid by the schemas.
    fn take<T: Kind>(&mut self, index: usize, item: Item<T>, options: &IncomingOptions) {
        match T::arrived(item, options) {
            Ok(content) => self.items.push(ReceivedItem { index, content }),
            Err(found) => {
                let reason = violations::invalid(&found, 0, Scope::Item);
                self.errors.push((Some(index), reason));
            }
        }
    }
}

fn item_at(index: usize, item: Item<Event>) -> Option<ReceivedItem> {
    let session_id = item.session_id.clone()?;
    let content = Arrived::Event { session_id, item: Box::new(item) };
    Some(ReceivedItem { index, content })
}

/// What an item may hold, and what is checked besides the schemas.
trait Kind: Content {
    fn arrived(item: Item<Self>, options: &IncomingOptions) -> Result<Arrived, Vec<Violation>>;
}

impl Kind for Event {
    fn arrived(item: Item<Self>, options: &IncomingOptions) -> Result<Arrived, Vec<Violation>> {
        if let Some(session_id) = item.session_id.clone() {
            let wrong = violations::length(0, &session_id, options);
            return match wrong {
                None => Ok(Arrived::Event { session_id, item: Box::new(item) }),
                Some(found) => Err(vec![found]),
            };
        }
        match item.try_map(SessionStart::try_from) {
            Ok(item) => Ok(Arrived::Start(Box::new(item))),
            // The schemas ask for an id on all other events.
            Err(_) => Err(vec![violations::no_session()]),
        }
    }
}

impl Kind for Vec<Event> {
    fn arrived(item: Item<Self>, options: &IncomingOptions) -> Result<Arrived, Vec<Violation>> {
        let mode = options.read.policy.mode;
        let session = item.try_map(|events| DownloadedSession::receive(events, mode));
        let refused = match session {
            Ok(item) => return Ok(Arrived::Downloaded(Box::new(item))),
            Err(refused) => refused,
        };
        Err(refused.error.findings.iter().map(violations::of_finding).collect())
    }
}
