//! The items of a request one by one: a wrong one does not take the others with it.

use std::fmt;

use serde_json::Value;

use super::around::Around;
use super::body::{Body, Part, Path, below, readable};
use super::content::Content;
use super::envelope::Envelope;
use super::item::Item;
use super::options::ReadOptions;
use super::tenant::Tenant;
use super::{keys, written};
use crate::constraints::Violations;
use crate::event::{Event, Original};
use crate::json::DecodeError;

/// What became of each item of a request, in their order.
///
/// [`Request::decode`](super::Request::decode) refuses a body as a whole. Here each item stands alone: of
/// several downloaded sessions the good ones are there beside the violations of the others, and of a
/// request to `/v1/interact` the events of media beside what other parts of a page send.
///
/// ```
/// use media_collection::Event;
/// use media_collection::edge::{Items, ReadOptions, Unread};
///
/// let body = br#"{"events":[
///     {"xdm":{"eventType":"web.webpagedetails.pageViews"}},
///     {"xdm":{"eventType":"media.play","timestamp":"2026-01-02T03:04:05.678Z",
///         "mediaCollection":{"playhead":7,"sessionID":"0f3a"}}},
///     {"xdm":{"eventType":"media.ping","timestamp":"2026-01-02T03:04:06.678Z",
///         "mediaCollection":{"sessionID":"0f3a"}}}]}"#;
/// let items = Items::<Event>::decode_any(body, &ReadOptions::new())?.items;
/// assert!(matches!(items[0], Err(Unread::Other(_))));
/// assert_eq!(items[1].as_ref().unwrap().content.event_name(), "play");
/// let Err(Unread::Invalid(violations)) = &items[2] else { panic!("it has no playhead") };
/// assert_eq!(violations[0].pointer, "/events/2/xdm/mediaCollection/playhead");
/// # Ok::<(), media_collection::error::DecodeError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Items<T> {
    /// Each item of `events`. Its index here is that in the body, as `eventIndex` of responses counts.
    pub items: Vec<Result<Item<T>, Unread>>,
    /// What stands around all of them.
    pub envelope: Envelope,
}

/// Why an item was not read.
///
/// `Debug` hides the item, which may have personal data.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Unread {
    /// It violates the schemas: at least one violation. Pointers lead into the body, and begin with
    /// `/events/` and the index.
    Invalid(Violations),
    /// Only in a request whose path names no event type: its own is none that begins with `media.`, so it
    /// is meant for another service. The item as it is in the body.
    Other(Value),
}

impl fmt::Debug for Unread {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(violations) => to.debug_tuple("Invalid").field(violations).finish(),
            Self::Other(_) => to.debug_tuple("Other").finish_non_exhaustive(),
        }
    }
}

impl<T: Content> Items<T> {
    /// Reads the body of a request to `/va/v1/{endpoint}`. Each item is read as
    /// [`Request::decode`](super::Request::decode) does.
    ///
    /// # Errors
    ///
    /// If there are no items to tell apart: the text is too large, is not JSON in UTF-8, has no list of
    /// events or too many, or what stands around them violates the schemas; or there is no such
    /// endpoint. Violations of an item are in the item's place.
    pub fn decode(endpoint: &str, text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        let body = Body::of(Path::Of(endpoint), readable(text, options)?, options)?;
        Self::of_sound(body, options)
    }

    fn of_sound(mut body: Body, options: &ReadOptions) -> Result<Self, DecodeError> {
        match std::mem::take(&mut body.violations) {
            none if none.is_empty() => Ok(Self::of(body, options)),
            found => Err(DecodeError::Invalid(options.listed(found))),
        }
    }

    /// The items of a body, whatever is wrong around them.
    pub(super) fn of(body: Body, options: &ReadOptions) -> Self {
        let mut envelope = Envelope::of(&body.around);
        // As it will be written.
        let tree = envelope.tree();
        let around = Around { tree: &tree, tenant: Tenant(options.tenant.as_deref()) };
        let read = |(index, (item, part)): (usize, (Value, Part))| {
            let found = match part {
                Part::Other => return Err(Unread::Other(item)),
                Part::Invalid(found) => found,
                Part::Valid => {
                    let mut found = Vec::new();
                    match Item::read(&item, around, &options.settings, &mut found) {
                        Some(item) if found.is_empty() => return Ok(item),
                        _ => below(&format!("/{}/{index}", keys::EVENTS), found),
                    }
                }
            };
            Err(Unread::Invalid(options.listed(found)))
        };
        let items = body.items.into_iter().enumerate().map(read).collect();
        envelope.extra = written::differences(&body.around, &tree, &Value::Null);
        let mut made = Self { items, envelope };
        body.literals.into_iter().for_each(|literal| made.note(literal));
        made
    }

    /// Keeps the literal of a string where the string is.
    fn note(&mut self, Original { pointer, literal }: Original) {
        let list = format!("/{}/", keys::EVENTS);
        let index = pointer.strip_prefix(&list).and_then(|rest| rest.split('/').next());
        let item = index.and_then(|index| Some((index, index.parse::<usize>().ok()?)));
        let (envelope, around) = match item {
            Some((index, at)) => match self.items.get_mut(at) {
                Some(Ok(item)) => (&mut item.envelope, list.len() + index.len()),
                _ => return,
            },
            None => (&mut self.envelope, 0),
        };
        let literals = envelope.literals.get_or_insert_default();
        literals.insert(pointer[around..].to_owned(), literal.into());
    }
}

impl Items<Event> {
    /// Reads a body whose path names no event type, as that of a request to `/v1/interact`: each item has
    /// its own. Adobe's Web SDK sends the start of a session so, perhaps beside events of the page.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode).
    pub fn decode_any(text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        Self::of_sound(Body::of(Path::Any, readable(text, options)?, options)?, options)
    }
}
