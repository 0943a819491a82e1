//! Whether an event, or what stands around it, has an id of a viewer.

use media_collection::EventType;
use media_collection::schema::{Member, Object, Params, Shape};
use serde_json::{Map, Value};

/// Whether a personal member of an event, as it is stored, is one of these ids.
pub(crate) fn has_id(event: &Value, is_id: &dyn Fn(&str) -> bool) -> bool {
    let kind = event["eventType"].as_str().and_then(|name| name.parse::<EventType>().ok());
    let Some(shape) = kind.map(EventType::shape) else { return false };
    let params = match shape.params {
        Params::Optional(table) | Params::Required(table) => Some(table),
        _ => None,
    };
    [(params, &event["params"]), (Some(shape.quality), &event["qoeData"])].into_iter().any(
        |(table, value)| {
            table
                .zip(value.as_object())
                .is_some_and(|(table, members)| object(members, table, is_id))
        },
    )
}

/// Whether any text of a value is one of these ids.
pub(crate) fn says_id(value: &Value, is_id: &dyn Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => is_id(text),
        Value::Array(items) => items.iter().any(|item| says_id(item, is_id)),
        Value::Object(members) => members.values().any(|member| says_id(member, is_id)),
        _ => false,
    }
}

fn object(
    members: &Map<String, Value>,
    table: &'static Object,
    is_id: &dyn Fn(&str) -> bool,
) -> bool {
    let known = members.iter().filter_map(|(key, value)| Some((table.member(key)?, value)));
    known.into_iter().any(|(member, value): (&Member, &Value)| {
        if member.personal { says_id(value, is_id) } else { below(value, &member.shape, is_id) }
    })
}

fn below(value: &Value, shape: &'static Shape, is_id: &dyn Fn(&str) -> bool) -> bool {
    match (shape, value) {
        (Shape::Object(table), Value::Object(members)) => object(members, table, is_id),
        (Shape::Map(shape), Value::Object(members)) => {
            members.values().any(|value| below(value, shape, is_id))
        }
        (Shape::Array(shape), Value::Array(items)) => {
            items.iter().any(|value| below(value, shape, is_id))
        }
        (Shape::Nullable(shape) | Shape::Ruled(shape, _), value) => below(value, shape, is_id),
        _ => false,
    }
}
