//! A body taken apart without a look at what is valid in it: for servers, which say what is wrong with
//! each item.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::generated::REQUESTS;
use super::{forms, keys};

/// The last segment of the path of an endpoint, `/va/v1/{endpoint}`, if it is one.
pub(crate) fn endpoint(name: &str) -> Option<&'static str> {
    REQUESTS.iter().map(|(known, _)| *known).find(|known| *known == name)
}

type Members<'a> = BTreeMap<String, &'a RawValue>;

/// The items of a body, and what stands around them.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    around: Members<'a>,
    items: Vec<&'a RawValue>,
}

impl<'a> Parts<'a> {
    /// `None` for what is no object with a list of events.
    pub(crate) fn of(body: &'a [u8]) -> Option<Self> {
        let mut around: Members<'a> = serde_json::from_slice(body).ok()?;
        let items = around.remove(keys::EVENTS)?;
        Some(Self { around, items: serde_json::from_str(items.get()).ok()? })
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The event type of an item as it is written, with its prefix.
    pub(crate) fn event_type(&self, index: usize) -> Option<Cow<'a, str>> {
        let xdm = member(self.items.get(index)?, keys::XDM)?;
        text(member(xdm, keys::EVENT_TYPE)?)
    }

    /// The id of the session of an item.
    pub(crate) fn session_id(&self, index: usize) -> Option<Cow<'a, str>> {
        let xdm = member(self.items.get(index)?, keys::XDM)?;
        text(member(member(xdm, keys::MEDIA_COLLECTION)?, keys::SESSION_ID)?)
    }

    /// The body with this item alone.
    pub(crate) fn alone(&self, index: usize) -> Option<Vec<u8>> {
        let item = self.items.get(index)?;
        let mut body = b"{".to_vec();
        for (key, value) in &self.around {
            serde_json::to_writer(&mut body, key).ok()?;
            body.push(b':');
            body.extend_from_slice(value.get().as_bytes());
            body.push(b',');
        }
        serde_json::to_writer(&mut body, keys::EVENTS).ok()?;
        body.extend_from_slice(b":[");
        body.extend_from_slice(item.get().as_bytes());
        body.extend_from_slice(b"]}");
        Some(body)
    }
}

/// The body without quality that is `null`: so the tracker of Adobe's Web SDK writes it until it knows
/// the quality, on every start. `None` if there is none.
pub(crate) fn without_null_quality(body: &[u8]) -> Option<Vec<u8>> {
    let null = b"null";
    if !body.windows(null.len()).any(|part| part == null) {
        return None;
    }
    let mut value: Value = serde_json::from_slice(body).ok()?;
    let mut is_changed = false;
    let mut change = |around: &mut Value| {
        let media = around.get_mut(keys::MEDIA_COLLECTION).and_then(Value::as_object_mut);
        if let Some(media) = media.filter(|media| media.get(keys::QUALITY) == Some(&Value::Null)) {
            media.remove(keys::QUALITY);
            is_changed = true;
        }
    };
    for item in value.get_mut(keys::EVENTS)?.as_array_mut()? {
        let Some(xdm) = item.get_mut(keys::XDM) else { continue };
        change(xdm);
        let inner = xdm.get_mut(keys::DOWNLOADED_EVENTS).and_then(Value::as_array_mut);
        inner.into_iter().flatten().for_each(&mut change);
    }
    is_changed.then(|| value.to_string().into_bytes())
}

fn member<'a>(object: &'a RawValue, key: &str) -> Option<&'a RawValue> {
    let mut members: Members<'a> = serde_json::from_str(object.get()).ok()?;
    members.remove(key)
}

fn text(value: &RawValue) -> Option<Cow<'_, str>> {
    #[derive(Deserialize)]
    struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
    serde_json::from_str(value.get()).ok().map(|Text(text)| text)
}

/// The name of an endpoint for an event type as it is written. `None` if it lacks the prefix.
pub(crate) fn endpoint_of(event_type: &str) -> Option<&str> {
    forms::event_type(event_type)
}

/// The JSON Pointer to the id of an item's session.
pub(crate) fn session_id_pointer(index: usize) -> String {
    format!(
        "/{}/{index}/{}/{}/{}",
        keys::EVENTS,
        keys::XDM,
        keys::MEDIA_COLLECTION,
        keys::SESSION_ID
    )
}

/// The JSON Pointer to the events of the downloaded session of an item.
pub(crate) fn downloaded_list_pointer(index: usize) -> String {
    format!("/{}/{index}/{}/{}", keys::EVENTS, keys::XDM, keys::DOWNLOADED_EVENTS)
}

/// The JSON Pointer to an event in the downloaded session of an item.
pub(crate) fn downloaded_pointer(index: usize, event: usize) -> String {
    format!("{}/{event}", downloaded_list_pointer(index))
}

/// The JSON Pointer to an item.
pub(crate) fn item_pointer(index: usize) -> String {
    format!("/{}/{index}", keys::EVENTS)
}

/// Whether a pointer leads to a time.
pub(crate) fn is_time(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next();
    matches!(last, Some(keys::TIMESTAMP | keys::INNER_TIME))
}
