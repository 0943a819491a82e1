//! The body of a request: items with events or downloaded sessions, and what stands around them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::content::{Content, Written};
use super::envelope::Envelope;
use super::forms;
use super::generated::{REQUESTS, ROWS};
use super::keys;
use super::options::ReadOptions;
use super::place::{At, led, parse, put, shown};
use super::table::Kind;
use super::{lenient, valid, written};
use crate::constraints::{EncodeError, Keyword, Violation, Violations};
use crate::event::{Event, Original};
use crate::json::{DecodeError, originals, replace_lone, restored};
use crate::schema::keys as collection;

/// One item of `events`: an [`Event`] or a downloaded session (`Vec<Event>`), and what stands around
/// it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Item<T> {
    /// The event, or the events of the session.
    pub content: T,
    /// `sessionID`: the id of the open session, on all events but `sessionStart`.
    pub session_id: Option<String>,
    /// What the events do not say.
    pub envelope: Envelope,
}

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
}

impl<T> Item<T> {
    /// An item with nothing around it.
    #[must_use]
    pub fn new(content: T) -> Self {
        Self { content, session_id: None, envelope: Envelope::default() }
    }

    /// Sets the id of the session.
    #[must_use]
    pub fn with_session_id(mut self, id: impl Into<String>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// Sets what stands around the event.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
        self
    }

    /// The same item with other content, such as the event that a start is.
    #[must_use]
    pub fn map<U>(self, content: impl FnOnce(T) -> U) -> Item<U> {
        let Self { content: held, session_id, envelope } = self;
        Item { content: content(held), session_id, envelope }
    }

    /// The same item with other content, if there is one.
    ///
    /// # Errors
    ///
    /// That of the function.
    pub fn try_map<U, E>(self, content: impl FnOnce(T) -> Result<U, E>) -> Result<Item<U>, E> {
        let Self { content: held, session_id, envelope } = self;
        Ok(Item { content: content(held)?, session_id, envelope })
    }
}

impl<T: Content> Item<T> {
    /// The item, with what stands around all items of its request.
    pub(super) fn write(&self, around: &Value) -> Written {
        let mut made = self.content.write(self.envelope.tree(), around);
        if let Some(id) = self.session_id.as_ref().filter(|_| self.content.has_session_id()) {
            let place = [keys::XDM, keys::MEDIA_COLLECTION, keys::SESSION_ID];
            let place = place.map(key);
            put(&mut made.item, &place, id.as_str().into());
        }
        written::restore(&self.envelope.extra, &mut made.item);
        made.literals.extend(self.envelope.literals.clone());
        made
    }

    /// Reads an item that is valid. Without an error in `violations` there is one.
    fn read(
        item: &Value,
        around: &Value,
        settings: &Map<String, Value>,
        violations: &mut Vec<Violation>,
    ) -> Option<Self> {
        let read = T::read(item, around, settings);
        violations.extend(read.violations);
        let mut made = Self::new(read.content?);
        made.envelope = Envelope::of(item);
        if made.content.has_session_id() {
            let id = &item[keys::XDM][keys::MEDIA_COLLECTION][keys::SESSION_ID];
            made.session_id = id.as_str().map(str::to_owned);
        }
        let again = made.write(around);
        made.envelope.extra = written::differences(item, &again.item, item);
        Some(made)
    }
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
        Self { items, envelope: Envelope::default() }
    }

    /// Sets what stands around all items.
    #[must_use]
    pub fn with_envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
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
        let (body, violations, literals) = self.write();
        if !violations.is_empty() {
            return Err(EncodeError::new(violations));
        }
        if literals.is_empty() {
            return Ok(body.to_string().into_bytes());
        }
        restored(&body, literals).map_err(|error| EncodeError::unplaced(&error))
    }

    fn write(&self) -> (Value, Vec<Violation>, Vec<Original>) {
        let original = |around: &str, (pointer, literal): (&String, &String)| Original {
            pointer: format!("{around}{pointer}"),
            literal: literal.as_str().into(),
        };
        let literals = self.envelope.literals.iter();
        let mut literals: Vec<_> = literals.map(|literal| original("", literal)).collect();
        let mut body = self.envelope.tree();
        let (mut items, mut violations) = (Vec::new(), Vec::new());
        let mut places = BTreeMap::new();
        for (index, item) in self.items.iter().enumerate() {
            let made = item.write(&body);
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
        written::restore(&self.envelope.extra, &mut body);
        let kind = self.endpoint().and_then(kind);
        let found = kind.map_or_else(Vec::new, |kind| valid::violations(kind, &body));
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
    /// endpoint; or if an event has a number that does not fit into 64 bits, or a time that is in UTC
    /// not in the years 0 to 9999. The error lists every violation, each with a JSON Pointer:
    /// [`json_path`](super::json_path) makes a JSONPath of it.
    pub fn decode(endpoint: &str, text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        let (mut body, literals) = parsed(text, options)?;
        let Some(kind) = kind(endpoint) else {
            let message = "Media Edge has no endpoint of this name";
            return Err(DecodeError::Invalid(options.listed(vec![Violation::new(
                "",
                Keyword::Enum,
                message,
            )])));
        };
        lenient::complete(options, &mut body);
        let violations = valid::violations(kind, &body);
        if !violations.is_empty() {
            return Err(DecodeError::Invalid(options.listed(violations)));
        }
        let items = body.as_object_mut().and_then(|body| body.remove(keys::EVENTS));
        let items = items.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let inner =
            |item: &Value| item[keys::XDM][keys::DOWNLOADED_EVENTS].as_array().map_or(1, Vec::len);
        if items.iter().map(inner).sum::<usize>() > options.policy.max_events {
            let found =
                Violation::new(format!("/{}", keys::EVENTS), Keyword::Limit, "too many events");
            return Err(DecodeError::Invalid(options.listed(vec![found])));
        }
        let around = body;
        let mut violations = Vec::new();
        let mut made = Self::new(Vec::new());
        made.envelope = Envelope::of(&around);
        // As it will be written.
        let tree = made.envelope.tree();
        for (index, item) in items.iter().enumerate() {
            let mut found = Vec::new();
            made.items.extend(Item::read(item, &tree, &options.settings, &mut found));
            violations.extend(found.into_iter().map(|found| Violation {
                pointer: format!("/{}/{index}{}", keys::EVENTS, found.pointer),
                ..found
            }));
        }
        if !violations.is_empty() {
            return Err(DecodeError::Invalid(options.listed(violations)));
        }
        made.envelope.extra = written::differences(&around, &tree, &Value::Null);
        for Original { pointer, literal } in literals {
            let index = pointer.strip_prefix("/events/").and_then(|rest| rest.split('/').next());
            let item = index.and_then(|index| Some((index, index.parse::<usize>().ok()?)));
            let (envelope, around) = match item {
                Some((index, at)) if at < made.items.len() => {
                    (&mut made.items[at].envelope, "/events/".len() + index.len())
                }
                _ => (&mut made.envelope, 0),
            };
            envelope.literals.insert(pointer[around..].to_owned(), literal.into());
        }
        Ok(made)
    }
}

impl Request<Event> {
    /// Reads a body whose endpoint is not in the path, as in a request to `/v1/interact`: that is the
    /// event type of the first item.
    ///
    /// # Errors
    ///
    /// As for [`decode`](Self::decode).
    pub fn decode_any(text: &[u8], options: &ReadOptions) -> Result<Self, DecodeError> {
        let (body, _) = parsed(text, options)?;
        let name = &body[keys::EVENTS][0][keys::XDM][keys::EVENT_TYPE];
        let name = name.as_str().and_then(forms::event_type).filter(|name| kind(name).is_some());
        match name {
            Some(name) => Self::decode(name, text, options),
            None => {
                let pointer = format!("/{}/0/{}/{}", keys::EVENTS, keys::XDM, keys::EVENT_TYPE);
                let message = "must be the name of an event, with the prefix `media.`";
                let found = vec![Violation::new(pointer, Keyword::Enum, message)];
                Err(DecodeError::Invalid(options.listed(found)))
            }
        }
    }
}

/// What is valid in a request to an endpoint.
fn kind(endpoint: &str) -> Option<&'static Kind> {
    REQUESTS.iter().find(|(name, _)| *name == endpoint).map(|(_, kind)| *kind)
}

/// The value of a text, and the literals of its strings with lone surrogates.
fn parsed(text: &[u8], options: &ReadOptions) -> Result<(Value, Vec<Original>), DecodeError> {
    let one =
        |keyword, message: String| Violations::new(vec![Violation::new("", keyword, message)], 0);
    let limit = options.policy.max_bytes;
    if text.len() > limit {
        let message = format!("has {} bytes; the limit is {limit}", text.len());
        return Err(DecodeError::TooLarge(one(Keyword::Limit, message)));
    }
    let text = std::str::from_utf8(text).map_err(|error| {
        let message = format!("is not UTF-8 from byte {} on", error.valid_up_to());
        DecodeError::Unreadable(one(Keyword::Utf8, message))
    })?;
    let readable = replace_lone(text);
    let value = serde_json::from_str(&readable)
        .map_err(|error| DecodeError::Unreadable(one(Keyword::Json, error.to_string())))?;
    let literals = if readable == text { Vec::new() } else { originals(text, &readable) };
    Ok((value, literals))
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
