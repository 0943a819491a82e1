//! Requests to Media Edge with what stood around their events, and starts that lack a setting.

use std::borrow::Cow;

use media_collection::edge::{Envelope, Item};
use media_collection::error::EncodeError;
use media_collection::http::Request;
use media_collection::recorder::Outgoing;
use media_collection::{Api, Collector, Event, Policy, SessionId, edge};
use serde_json::Value;
use serde_json::value::RawValue;

use super::options::Forward;
use crate::sessions::Around;

/// The request for an event with its envelopes.
pub(super) fn event(
    outgoing: &Outgoing,
    to: &Collector,
    session: Option<&SessionId>,
    item: Envelope,
    request: Envelope,
) -> Result<Request<Vec<u8>>, EncodeError> {
    let policy = Policy::tolerant().with_max_bytes(usize::MAX);
    // The recorder wrote it.
    let Ok(event) = Event::decode(outgoing.call.body(), &policy) else {
        return outgoing.clone().request(to);
    };
    let mut item = Item::new(event).with_envelope(item);
    item.session_id = session.map(|session| session.as_str().to_owned());
    outgoing.relay(to, &edge::Request::from(item).with_envelope(request))
}

/// What stood around a start and holds for all events of its session: who views, and with what.
pub(super) fn viewer(start: &Around) -> Envelope {
    let mut envelope = Envelope::default();
    for from in [&start.item, &start.request] {
        for (namespace, identities) in &from.identities {
            envelope.identities.entry(namespace.clone()).or_insert_with(|| identities.clone());
        }
        if envelope.implementation.is_none() {
            envelope.implementation.clone_from(&from.implementation);
        }
    }
    envelope
}

/// The start of a session with the settings that it lacks.
pub(super) fn with_settings<'a>(
    start: &'a RawValue,
    forward: &Forward,
) -> Result<Cow<'a, RawValue>, String> {
    if forward.settings.is_empty() || forward.to.api() != Api::MediaCollection {
        return Ok(Cow::Borrowed(start));
    }
    let mut event: Value = serde_json::from_str(start.get()).map_err(|error| error.to_string())?;
    let Some(params) = event.get_mut("params").and_then(Value::as_object_mut) else {
        return Ok(Cow::Borrowed(start));
    };
    for (key, value) in &forward.settings {
        let has_one = params.get(key).is_some_and(|value| value.as_str() != Some(""));
        if !has_one {
            params.insert(key.clone(), Value::from(value.clone()));
        }
    }
    serde_json::value::to_raw_value(&event).map(Cow::Owned).map_err(|error| error.to_string())
}
