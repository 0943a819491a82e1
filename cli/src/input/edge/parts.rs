//! Which values are bodies of Media Edge, and their events, each as a request of its own.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::may_be;
use crate::input::fields::{elements, text};

/// An item of a request's `events`, as a request of its own.
#[derive(Debug, Clone, Default)]
pub(in crate::input) struct Part {
    /// The body with this item alone.
    pub(in crate::input) body: Vec<u8>,
    /// How many bytes the whole body had, if it was sent as it is.
    pub(in crate::input) bytes: Option<usize>,
    /// The item's index in the whole body.
    pub(in crate::input) index: usize,
    /// What was put around what the input has, as a pointer.
    pub(in crate::input) around: &'static str,
    /// The last segment of the path; `None`: the item's own type.
    pub(in crate::input) endpoint: Option<String>,
    pub(in crate::input) role: Role,
    /// The id of the session, where the input has it.
    pub(in crate::input) session: Option<String>,
}

/// What an item does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(in crate::input) enum Role {
    Start,
    #[default]
    Event,
    /// It is a whole session.
    Downloaded,
}

impl Role {
    fn of(event_type: &str) -> Self {
        match event_type.strip_prefix(PREFIX).unwrap_or(event_type) {
            "sessionStart" => Self::Start,
            "downloaded" => Self::Downloaded,
            _ => Self::Event,
        }
    }
}

const PREFIX: &str = "media.";

/// Whether a value is an item with a media event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Media {
    Yes,
    /// Not as far as one can see: its type is missing or wrong.
    Perhaps,
    No,
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

fn members(value: &RawValue) -> Option<Members<'_>> {
    value.get().starts_with('{').then(|| serde_json::from_str(value.get()).ok())?
}

/// The parts of a body, in any of the forms in which tools show one: the body itself, an item or its
/// `xdm` alone, or `{"endpoint":..,"body":..}`. `None` if it is none.
pub(in crate::input) fn of_value(value: &RawValue, endpoint: Option<&str>) -> Option<Vec<Part>> {
    if !may_be(value.get()) && !value.get().contains("\\\"xdm\\\"") {
        return None;
    }
    let all = members(value)?;
    if let (Some(to), Some(body)) = (all.get("endpoint").and_then(|to| text(to)), all.get("body"))
        && !to.contains('/')
    {
        let session = all.get("session").and_then(|id| text(id));
        let parts = match text(body) {
            Some(body) => of_request(body.as_bytes(), Some(&to)),
            None => of_request(body.get().as_bytes(), Some(&to)),
        };
        let named = parts.into_iter().map(|part| Part {
            session: part.session.or_else(|| session.clone()),
            bytes: None,
            ..part
        });
        return Some(named.collect());
    }
    if let Some(events) = all.get("events") {
        let is_body = elements(events)
            .is_none_or(|items| items.into_iter().any(|item| media(item) != Media::No));
        return is_body.then(|| of_request(value.get().as_bytes(), endpoint));
    }
    let (item, around) = if all.contains_key("xdm") {
        (value.get().to_owned(), ITEM)
    } else if let Some(item) = all.get("event").filter(|item| is_item(item)) {
        (item.get().to_owned(), ITEM)
    } else if is_xdm(&all) {
        (format!("{{\"xdm\":{}}}", value.get()), XDM)
    } else {
        return None;
    };
    let is_media = serde_json::from_str(&item).is_ok_and(|item| media(item) != Media::No);
    is_media.then(|| {
        let parts = of_request(format!("{{\"events\":[{item}]}}").as_bytes(), endpoint);
        parts.into_iter().map(|part| Part { around, bytes: None, ..part }).collect()
    })
}

const ITEM: &str = "/events/0";
const XDM: &str = "/events/0/xdm";

/// A value of which the user says that it is a body.
pub(in crate::input) fn read_as(value: &RawValue, endpoint: &str) -> Vec<Part> {
    of_value(value, Some(endpoint))
        .unwrap_or_else(|| of_request(value.get().as_bytes(), Some(endpoint)))
}

/// The parts of a body that was sent to an endpoint; without one, those with media events.
pub(in crate::input) fn of_request(body: &[u8], endpoint: Option<&str>) -> Vec<Part> {
    let whole = |role: Role| Part {
        body: body.to_vec(),
        bytes: Some(body.len()),
        endpoint: endpoint.map(str::to_owned),
        role,
        ..Part::default()
    };
    let value = serde_json::from_slice::<&RawValue>(body).ok();
    let all = value.and_then(members);
    let items = all.as_ref().and_then(|all| all.get("events")).and_then(|list| elements(list));
    let (Some(all), Some(items)) = (&all, items.filter(|items| !items.is_empty())) else {
        return vec![whole(endpoint.map(Role::of).unwrap_or_default())];
    };
    let is_alone = items.len() == 1;
    let mut parts = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let (event_type, session) = said(item);
        let role = Role::of(endpoint.unwrap_or(event_type.as_deref().unwrap_or_default()));
        let part = Part { index, session, ..whole(role) };
        parts.push(if is_alone { part } else { Part { body: alone(all, item), ..part } });
    }
    parts
}

/// The parts that are media events.
pub(in crate::input) fn of_interact(body: &[u8]) -> Vec<Part> {
    if !std::str::from_utf8(body).is_ok_and(may_be) {
        return Vec::new();
    }
    let is_media = |part: &Part| {
        let body = serde_json::from_slice::<&RawValue>(&part.body).ok().and_then(members);
        let items = body.as_ref().and_then(|body| body.get("events")).and_then(|l| elements(l));
        items.is_some_and(|items| items.into_iter().any(|item| media(item) == Media::Yes))
    };
    of_request(body, None).into_iter().filter(is_media).collect()
}

/// The body with one of its items.
fn alone(all: &Members<'_>, item: &RawValue) -> Vec<u8> {
    let mut body = format!("{{\"events\":[{}]", item.get());
    for (key, value) in all.iter().filter(|(key, _)| *key != "events") {
        // A string is always JSON.
        body += &format!(",{}:{}", serde_json::Value::from(key.as_str()), value.get());
    }
    (body + "}").into_bytes()
}

/// An item's type and the id of its session.
fn said(item: &RawValue) -> (Option<String>, Option<String>) {
    let xdm = members(item).and_then(|item| item.get("xdm").and_then(|xdm| members(xdm)));
    let Some(xdm) = xdm else { return (None, None) };
    let event_type = xdm.get("eventType").and_then(|name| text(name));
    let media = xdm.get("mediaCollection").and_then(|media| members(media));
    let session = media.and_then(|media| {
        let id = media.get("sessionID").or_else(|| media.get("sessionId"))?;
        text(id).filter(|id| !id.is_empty())
    });
    (event_type, session)
}

fn is_item(value: &RawValue) -> bool {
    members(value).is_some_and(|all| all.contains_key("xdm"))
}

fn is_xdm(all: &Members<'_>) -> bool {
    let typed = all.get("eventType").and_then(|name| text(name));
    ["mediaCollection", "mediaDownloadedEvents"].iter().any(|key| all.contains_key(*key))
        && typed.is_none_or(|name| name.starts_with(PREFIX))
}

fn media(item: &RawValue) -> Media {
    let Some(xdm) = members(item).and_then(|item| item.get("xdm").copied()) else {
        return Media::No;
    };
    let Some(xdm) = members(xdm) else { return Media::Perhaps };
    if xdm.contains_key("mediaCollection") || xdm.contains_key("mediaDownloadedEvents") {
        return Media::Yes;
    }
    match xdm.get("eventType").and_then(|name| text(name)) {
        Some(name) if name.starts_with(PREFIX) => Media::Yes,
        Some(_) => Media::No,
        None => Media::Perhaps,
    }
}
