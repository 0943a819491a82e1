//! The body of a request: items with events or downloaded sessions, and what stands around them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::around::Around;
use super::body::{Body, Part, Path, kind, readable};
use super::content::Content;
use super::envelope::Envelope;
use super::generated::ROWS;
use super::item::Item;
use super::items::{Items, Unread};
use super::keys;
use super::options::ReadOptions;
use super::passed_on::PassedOn;
use super::place::{At, led, parse, shown};
use super::tenant::Tenant;
use super::{fast, valid, written};
use crate::constraints::{EncodeError, Keyword, Violation, Violations};
use crate::event::{Event, Original};
use crate::json::{DecodeError, restored};
use crate::schema::keys as collection;

/// The body of a request, `{"events":[{"xdm":{..}}]}`.
///
/// ```
/// use media_collection::edge::{Item, ReadOptions, Request};
/// use media_collection::{Event, PlayerTime};
///
/// let play = Event::play(PlayerTime::new(7.9, 1_767_323_045_678));
/// let request = Request::from(Item::new(play).with_session_id("0f3a"));
/// assert_eq!(request.endpoint(), Some("play"));
/// let body = request.encode()?;
/// assert_eq!(
///     std::str::from_utf8(&body).unwrap(),
///     r#"{"events":[{"xdm":{"eventType":"media.play","mediaCollection":{"playhead":7,"sessionID":"0f3a"},"timestamp":"2026-01-02T03:04:05.678Z"}}]}"#,
/// );
///
/// let read = Request::<Event>::decode("play", &body, &ReadOptions::new())?;
/// assert_eq!(read.items[0].session_id.as_deref(), Some("0f3a"));
/// assert_eq!(read.encode()?, body);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Request<T> {
    /// The items of `events`. Clients send one event in a request, and one or more downloaded
    /// sessions.
    pub items: Vec<Item<T>>,
    /// What stands around all of them.
    pub envelope: Envelope,
    /// The prefix that the names of metadata have on this wire, and not in the events: with `_acme`,
    /// `plan` is written as `_acme.plan`, the path of a field in the customer's schema.
    pub tenant: Option<String>,
}

impl<T> From<Item<T>> for Request<T> {
    fn from(item: Item<T>) -> Self {
        Self::new(vec![item])
    }
}

impl<T> Request<T> {
    /// A request with nothing around its items.
    #[must_use]
    pub fn new(items: Vec<Item<T>>) -> Self {
        Self { items, envelope: Envelope::default(), tenant: None }
    }

    /// Sets what stands around all items.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
        self
    }

    /// Sets the prefix of the names of metadata.
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.tenant = Some(tenant.into());
        self
    }
}

impl<T: Content> Request<T> {
    /// The last segment of the path, `/va/v1/{endpoint}`: the event type of the first item in Media
    /// Edge, or `downloaded`. `None` if there is no item, or Media Edge has no such event.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static str> {
        self.items.first().and_then(|item| item.content.endpoint())
    }

    /// Writes the body of the request. What Media Edge cannot say, and which is no error, is left out:
    /// [`lost_in_edge`](super::lost_in_edge) lists it.
    ///
    /// # Errors
    ///
    /// If an event has no form in Media Edge:
    ///
    /// - its type is none of Media Edge, or another one than that of the first item;
    /// - its session id is missing;
    /// - a number does not fit into 64 bits when rounded, or is infinite or NaN; the playhead or an ad's
    ///   position is negative; the time is not in the years 0 to 9999;
    /// - the id of the content, of an ad or of an error is empty; the name of a state does not match
    ///   `^[a-zA-Z0-9_.]{1,64}$`; `statesUpdate` has no state;
    /// - the viewer does not want the data to be shared (`analytics.optOutServerSideForwarding`,
    ///   `analytics.optOutShare`): Media Edge has no member for that;
    /// - the envelope says something that is not valid.
    ///
    /// The error lists every violation. A pointer begins with the index of the item, for a downloaded
    /// session also with that of the event, and leads to the member as the Media Collection API
    /// writes it; or to the place in the item, if the event does not say it.
    pub fn encode(&self) -> Result<Vec<u8>, EncodeError> {
        let endpoint = self.endpoint();
        let others = self.items.iter().skip(1);
        let is_one = others.map(|item| item.content.endpoint()).all(|other| other == endpoint);
        if let Some(endpoint) = endpoint.filter(|_| is_one)
            && let Some(text) =
                fast::write(endpoint, &self.items, &self.envelope, self.tenant.as_deref())
        {
            return Ok(text);
        }
        let (body, violations, literals) = self.write();
        if !violations.is_empty() {
            return Err(EncodeError::new(violations));
        }
        if literals.is_empty() {
            let (envelope, items) = (&self.envelope, &self.items[..]);
            let body = PassedOn { tree: &body, envelope, items };
            return serde_json::to_vec(&body).map_err(|error| EncodeError::unplaced(&error));
        }
        restored(&body, literals).map_err(|error| EncodeError::unplaced(&error))
    }

    fn write(&self) -> (Value, Vec<Violation>, Vec<Original>) {
        let original = |around: &str, (pointer, literal): (&String, &String)| Original {
            pointer: format!("{around}{pointer}"),
            literal: literal.as_str().into(),
        };
        let literals = self.envelope.literals.iter().flat_map(|literals| literals.iter());
        let mut literals: Vec<_> = literals.map(|literal| original("", literal)).collect();
        let mut body = self.envelope.tree();
        let (mut items, mut violations) = (Vec::new(), Vec::new());
        let mut places = BTreeMap::new();
        for (index, item) in self.items.iter().enumerate() {
            let tenant = Tenant(self.tenant.as_deref());
            let made = item.write(Around { tree: &body, tenant });
            let around = format!("/{}/{index}", keys::EVENTS);
            literals.extend(made.literals.iter().map(|literal| original(&around, literal)));
            items.push(made.item);
            violations.extend(
                made.violations.into_iter().map(|found| Violation {
                    pointer: format!("/{index}{}", found.pointer),
                    ..found
                }),
            );
            let of_item =
                |(to, from): (String, String)| (format!("{around}{to}"), format!("/{index}{from}"));
            places.extend(made.places.into_iter().map(of_item));
        }
        body[keys::EVENTS] = Value::Array(items);
        written::restore(&self.envelope.extra, &mut body, Tenant(self.tenant.as_deref()));
        let kind = self.endpoint().and_then(kind);
        let mut found = kind.map_or_else(Vec::new, |kind| valid::violations(kind, &body, false));
        found.retain(|found| !self.is_as_read(found));
        if kind.is_none() && violations.is_empty() {
            violations.push(Violation::new("", Keyword::Required, "there is no event"));
        }
        let mut known: BTreeSet<_> =
            violations.iter().map(|found: &Violation| found.pointer.clone()).collect();
        for found in found {
            let pointer = source(&found.pointer, &places);
            if known.insert(pointer.clone()) {
                violations.push(Violation { pointer, ..found });
            }
        }
        (body, violations, literals)
    }

    /// Whether a value that is none of the schema's is there because a tolerant reader found it so.
    fn is_as_read(&self, found: &Violation) -> bool {
        let item = found.pointer.strip_prefix("/events/").and_then(|rest| {
            let (index, _) = rest.split_once('/')?;
            Some((self.items.get(index.parse::<usize>().ok()?)?, &rest[index.len()..]))
        });
        let (envelope, pointer) = match item {
            Some((item, pointer)) => (&item.envelope, pointer),
            None => (&self.envelope, found.pointer.as_str()),
        };
        found.keyword == Keyword::Enum && envelope.extra.contains_key(pointer)
    }

    /// Reads the body of a request to `/va/v1/{endpoint}`.
    ///
    /// It accepts what the schemas accept. Unknown members are preserved, in either mode. Lone
    /// surrogates in `\u` escapes, which a Rust string cannot hold, are U+FFFD in the events; they are
    /// written back as they were.
    ///
    /// The starts of sessions get the settings of the options. A text that is required and not given,
    /// such as the report suite, is empty.
    ///
    /// # Errors
    ///
    /// If the text is too large, is not JSON in UTF-8, or violates the schemas; if there is no such
    /// endpoint; or if a time is in UTC not in the years 0 to 9999. The error lists every violation,
    /// each with a JSON Pointer, in which the index after `/events/` tells which item it is;
    /// [`json_path`](super::json_path) makes a JSONPath of it. [`Items::decode`] reads what it can of a
    /// body with a wrong item.
    pub fn decode(endpoint: &str, text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        let readable = readable(text, options)?;
        let mut made = Self::new(Vec::new());
        let (items, envelope) = (&mut made.items, &mut made.envelope);
        if fast::read(endpoint, readable, options, items, envelope).is_some() {
            made.tenant.clone_from(&options.tenant);
            return Ok(made);
        }
        let mut body = Body::of(Path::Of(endpoint), readable, options)?;
        let around = std::mem::take(&mut body.violations);
        Self::whole(Items::of(body, options), around, options)
    }

    /// All items, or everything that is wrong with them.
    fn whole(
        read: Items<T>,
        around: Vec<Violation>,
        options: &ReadOptions,
    ) -> Result<Self, DecodeError> {
        let mut made = Self::new(Vec::new()).with_envelope(read.envelope);
        made.tenant.clone_from(&options.tenant);
        let (mut found, mut more) = (around, 0);
        for item in read.items {
            match item {
                Ok(item) => made.items.push(item),
                Err(Unread::Invalid(violations)) => {
                    more += violations.more();
                    found.extend(violations);
                }
                Err(_) => {}
            }
        }
        if found.is_empty() {
            return Ok(made);
        }
        let listed = options.listed(found);
        more += listed.more();
        Err(DecodeError::Invalid(Violations::new(listed.into_iter().collect(), more)))
    }
}

impl Request<Event> {
    /// Reads a body whose path names no event type, as that of a request to `/v1/interact`: each item has
    /// its own. What is no event of Media Edge is left out; [`Items::decode_any`] tells what and where.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode), and if no item is an event of Media Edge.
    pub fn decode_any(text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        let mut body = Body::of(Path::Any, readable(text, options)?, options)?;
        let mut around = std::mem::take(&mut body.violations);
        let is_other = |(_, part): &(Value, Part)| matches!(part, Part::Other);
        if around.is_empty() && body.items.iter().all(is_other) {
            let pointer = format!("/{}/0/{}/{}", keys::EVENTS, keys::XDM, keys::EVENT_TYPE);
            let message = "must be the name of an event, with the prefix `media.`";
            around.push(Violation::new(pointer, Keyword::Enum, message));
        }
        Self::whole(Items::of(body, options), around, options)
    }
}

/// The pointer into the content for one into the body.
fn source(pointer: &str, places: &BTreeMap<String, String>) -> String {
    let mut around = Some(pointer);
    while let Some(at) = around {
        if let Some(from) = places.get(at) {
            return from.clone();
        }
        around = at.rsplit_once('/').map(|(around, _)| around);
    }
    let of_items = pointer.strip_prefix("/events").unwrap_or(pointer);
    let steps = parse(of_items, &Value::Null);
    let (item, place) = match &steps[..] {
        [item, xdm, list, event, place @ ..] if *list == key(keys::DOWNLOADED_EVENTS) => {
            (vec![item.clone(), event.clone()], [std::slice::from_ref(xdm), place].concat())
        }
        [item, place @ ..] => (vec![item.clone()], place.to_vec()),
        [] => return of_items.to_owned(),
    };
    // A member that is missing, or what is wrong with several together.
    if place == [key(keys::XDM), key(keys::MEDIA_COLLECTION)] {
        return format!("{}/{}", shown(&item), collection::PARAMS);
    }
    let row = ROWS.iter().find(|row| led(&[], &[], row.edge) == place);
    match row {
        Some(row) => shown(&item) + &shown(&led(&[], &[], row.collection)),
        None => of_items.to_owned(),
    }
}

fn key(key: &str) -> At {
    At::Key(key.to_owned())
}
