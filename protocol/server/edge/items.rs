//! Reads the items of a body, and says what is wrong with each.

use super::options::IncomingOptions;
use super::reason::Reason;
use super::received::{ReceivedContent, ReceivedItem};
use super::route::Route;
use super::violations::{self, Errors, Scope};
use crate::constraints::{Violation, Violations};
use crate::event::{Event, EventType, SessionStart};
use crate::json::DecodeError;
use crate::media_edge::{self, Content, DOWNLOADED, Envelope, Item, Items, Parts, Request, Unread};
use crate::session::DownloadedSession;

const SESSION_START: &str = EventType::SessionStart.as_str();

/// What a body contains.
#[derive(Default)]
pub(super) struct Read {
    pub(super) items: Vec<ReceivedItem>,
    pub(super) envelope: Envelope,
    pub(super) errors: Errors,
}

/// Why a body is rejected as a whole, and the session that it names.
type Rejected = (Reason, Option<String>);

/// Reads the body of a request to an endpoint.
pub(super) fn read(route: Route, body: &[u8], options: &IncomingOptions) -> Result<Read, Rejected> {
    match route {
        Route::Event(endpoint) => events(endpoint, body, options),
        Route::Start => each_of::<Event>(SESSION_START, body, options),
        Route::Downloaded => each_of::<Vec<Event>>(DOWNLOADED, body, options),
        Route::Interact | Route::Collect => any(body, options),
        // What is not about media is not read.
        Route::Other | Route::Preflight => Ok(Read::default()),
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
    let decoded = Items::<T>::decode(endpoint, body, &options.read);
    let is_whole = decoded.as_ref().is_ok_and(|items| items.items.iter().all(Result::is_ok));
    if !is_whole && let Some(reason) = Parts::of(body).and_then(|parts| mismatch(endpoint, &parts))
    {
        return Err((reason, None));
    }
    let mut read = Read::default();
    match decoded {
        Ok(items) => {
            read.envelope = items.envelope;
            for (index, item) in items.items.into_iter().enumerate() {
                match item {
                    Ok(item) => read.take(index, item, options),
                    Err(Unread::Invalid(found)) => read.reject(index, &found, None),
                    Err(Unread::Other(_)) => {}
                }
            }
        }
        Err(error) => {
            // All that is wrong is said, in the items too.
            let whole = Request::<T>::decode(endpoint, body, &options.read).err();
            read.errors = violations::around(&whole.unwrap_or(error))?;
        }
    }
    Ok(read)
}

/// Items of any type, of which those that are no events of media are left out.
fn any(body: &[u8], options: &IncomingOptions) -> Result<Read, Rejected> {
    let parts = Parts::of(body);
    let mut read = Read::default();
    let items = match Items::<Event>::decode_any(body, &options.read) {
        Ok(items) => items,
        Err(error) => {
            let errors = violations::around(&error)?;
            match parts {
                None => return Err((Reason::NoEvents, None)),
                // Nothing is meant for anybody.
                Some(parts) if parts.len() == 0 => {}
                Some(_) => read.errors = errors,
            }
            return Ok(read);
        }
    };
    read.envelope = items.envelope;
    for (index, item) in items.items.into_iter().enumerate() {
        let found = match item {
            Ok(item) => {
                read.take(index, item, options);
                continue;
            }
            Err(Unread::Other(_)) => continue,
            Err(Unread::Invalid(found)) => found,
        };
        let Some(parts) = &parts else { continue };
        let event_type = parts.event_type(index);
        let name = event_type.as_deref().and_then(media_edge::endpoint_of);
        match name {
            Some(DOWNLOADED) => read.downloaded(parts, index, options),
            Some(SESSION_START) => read.reject(index, &found, None),
            _ => read.reject(index, &found, violations::raw_length(parts, index, options)),
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
    /// Reads a downloaded session among events.
    fn downloaded(&mut self, parts: &Parts<'_>, index: usize, options: &IncomingOptions) {
        let Some(alone) = parts.alone(index) else { return };
        match Request::<Vec<Event>>::decode(DOWNLOADED, &alone, &options.read) {
            Ok(request) => {
                request.items.into_iter().for_each(|item| self.take(index, item, options));
            }
            Err(error) => self.reject(index, error.violations(), None),
        }
    }

    /// Says what is wrong with an item.
    fn reject(&mut self, index: usize, found: &Violations, length: Option<Violation>) {
        let list: Vec<_> = found.iter().cloned().chain(length).collect();
        let reason = violations::invalid(&list, found.more(), Scope::Item);
        self.errors.push((Some(index), reason));
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
    let content = ReceivedContent::Event { session_id, item: Box::new(item) };
    Some(ReceivedItem { index, content })
}

/// What an item may hold, and what is checked besides the schemas.
trait Kind: Content {
    fn arrived(
        item: Item<Self>,
        options: &IncomingOptions,
    ) -> Result<ReceivedContent, Vec<Violation>>;
}

impl Kind for Event {
    fn arrived(
        item: Item<Self>,
        options: &IncomingOptions,
    ) -> Result<ReceivedContent, Vec<Violation>> {
        if let Some(session_id) = item.session_id.clone() {
            let wrong = violations::length(0, &session_id, options);
            return match wrong {
                None => Ok(ReceivedContent::Event { session_id, item: Box::new(item) }),
                Some(found) => Err(vec![found]),
            };
        }
        match item.try_map(SessionStart::try_from) {
            Ok(item) => Ok(ReceivedContent::Start(Box::new(item))),
            // The schemas ask for an id on all other events.
            Err(_) => Err(vec![violations::no_session()]),
        }
    }
}

impl Kind for Vec<Event> {
    fn arrived(
        item: Item<Self>,
        options: &IncomingOptions,
    ) -> Result<ReceivedContent, Vec<Violation>> {
        let mode = options.read.policy.mode;
        let session = item.try_map(|events| DownloadedSession::receive(events, mode));
        let refused = match session {
            Ok(item) => return Ok(ReceivedContent::Downloaded(Box::new(item))),
            Err(refused) => refused,
        };
        Err(refused.error.findings.iter().map(violations::of_finding).collect())
    }
}
