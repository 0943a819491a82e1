//! Events without what is personal, by the tables of the schemas.

use media_collection::schema::{Member, Object, Params, Shape};
use media_collection::{Event, Policy};
use serde_json::{Map, Value, json};

use super::Redaction;

/// In place of an id that a schema requires, if nothing is hashed.
const REDACTED: &str = "redacted";

/// The members around the params.
const PLAYER_TIME: &str = "playerTime";
const PARAMS: &str = "params";
const QUALITY: &str = "qoeData";
const KEPT: [&str; 2] = ["eventType", "customMetadata"];

/// The event, which is as it was if nothing in it is personal.
pub(super) fn redacted(event: Event, redaction: &Redaction) -> Result<Event, String> {
    let before = serde_json::to_value(&event).map_err(|error| error.to_string())?;
    let mut after = before.clone();
    let Some(members) = after.as_object_mut() else { return Ok(event) };
    let shape = event.event_type().map(|known| known.shape());
    members.retain(|key, value| {
        let table = match (key.as_str(), shape) {
            (key, _) if KEPT.contains(&key) => return true,
            (PLAYER_TIME, _) => {
                if let Some(time) = value.as_object_mut() {
                    time.retain(|key, _| matches!(key.as_str(), "playhead" | "ts"));
                }
                return true;
            }
            (PARAMS, Some(shape)) => match shape.params {
                Params::Optional(table) | Params::Required(table) => table,
                _ => return false,
            },
            (QUALITY, Some(shape)) => shape.quality,
            _ => return false,
        };
        if let Some(value) = value.as_object_mut() {
            object(value, table, redaction);
        }
        true
    });
    if after == before {
        return Ok(event);
    }
    let policy = Policy::tolerant().with_max_bytes(usize::MAX);
    Event::decode(after.to_string().as_bytes(), &policy).map_err(|error| error.to_string())
}

fn object(members: &mut Map<String, Value>, table: &'static Object, redaction: &Redaction) {
    members.retain(|key, value| match table.member(key) {
        None => false,
        Some(member) if member.personal => personal(value, member, redaction),
        Some(member) => {
            below(value, &member.shape, redaction);
            true
        }
    });
}

/// A personal member. Returns whether it stays.
fn personal(value: &mut Value, member: &'static Member, redaction: &Redaction) -> bool {
    if redaction.key.is_some() && !value.is_string() {
        // Ids can be in it, which are personal themselves; a number is no id.
        let has_ids = value.is_object() || value.is_array();
        below(value, &member.shape, redaction);
        return has_ids || member.required;
    }
    let hashed = value.as_str().and_then(|id| redaction.pseudonym(id));
    match hashed {
        Some(hashed) => *value = json!(hashed),
        None if member.required && value.is_string() => *value = json!(REDACTED),
        None => return member.required,
    }
    true
}

fn below(value: &mut Value, shape: &'static Shape, redaction: &Redaction) {
    match (shape, value) {
        (Shape::Object(table), Value::Object(members)) => object(members, table, redaction),
        (Shape::Map(shape), Value::Object(members)) => {
            members.values_mut().for_each(|value| below(value, shape, redaction));
        }
        (Shape::Array(shape), Value::Array(items)) => {
            items.iter_mut().for_each(|value| below(value, shape, redaction));
        }
        (Shape::Nullable(shape) | Shape::Ruled(shape, _), value) => below(value, shape, redaction),
        _ => {}
    }
}
