//! JSON Schema 2020-12 made from the schema tables, for schemars, with docs and sender constraints
//! added.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::metadata::CustomMetadata;
use super::types::{EventType, PlayerTime};
use crate::schema::{Described as _, EventShape, Object, Params, Rules, Scalar, Shape, Slot, keys};

pub(crate) fn object(object: &Object) -> Schema {
    let Value::Object(members) = of_object(object) else { unreachable!("an object's schema") };
    members.into()
}

impl ::schemars::JsonSchema for CustomMetadata {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "CustomMetadata".into()
    }

    fn json_schema(_: &mut ::schemars::SchemaGenerator) -> Schema {
        Schema::try_from(custom_metadata()).unwrap_or_default()
    }
}

fn custom_metadata() -> Value {
    json!({
        "type": "object",
        "patternProperties": { r"^[a-zA-Z0-9_\.]+$": { "type": "string" } },
        "additionalProperties": false,
    })
}

/// The schema of one event type: the envelope with that type's members.
fn event(shape: &EventShape) -> Value {
    let mut properties = Map::new();
    let mut required = vec![keys::EVENT_TYPE, keys::PLAYER_TIME];
    properties.insert(keys::EVENT_TYPE.into(), json!({ "const": shape.name }));
    properties.insert(keys::PLAYER_TIME.into(), of_object(PlayerTime::SHAPE));
    match shape.params {
        Params::Absent => {}
        Params::Empty => {
            properties.insert(keys::PARAMS.into(), empty());
        }
        Params::Optional(params) => {
            properties.insert(keys::PARAMS.into(), of_object(params));
        }
        Params::Required(params) => {
            properties.insert(keys::PARAMS.into(), of_object(params));
            required.push(keys::PARAMS);
        }
    }
    let slots = [
        (keys::CUSTOM_METADATA, shape.custom_metadata, custom_metadata()),
        (keys::QOE_DATA, shape.qoe_data, of_object(shape.quality)),
    ];
    for (key, slot, full) in slots {
        match slot {
            Slot::Absent => {}
            Slot::Empty => {
                properties.insert(key.into(), empty());
            }
            Slot::Full => {
                properties.insert(key.into(), full);
            }
        }
    }
    required.extend(shape.required);
    json!({
        "type": "object",
        "description": shape.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The schema of one event type.
pub(crate) fn event_of(event_type: EventType) -> Schema {
    Schema::try_from(event(event_type.shape())).unwrap_or_default()
}

/// A schema for all event types.
pub(crate) fn any_event() -> Schema {
    let schemas: Vec<Value> = EventType::ALL.iter().map(|known| event(known.shape())).collect();
    json_schema!({ "oneOf": schemas })
}

fn empty() -> Value {
    json!({ "type": "object", "additionalProperties": false })
}

fn of_object(object: &Object) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for member in object.members {
        let mut schema = of_shape(&member.shape);
        if let Value::Object(schema) = &mut schema {
            // The schema's own rules are in it already, and stay.
            let mut set = |key: &str, value: Value| {
                schema.entry(key).or_insert(value);
            };
            if !member.doc.is_empty() {
                let unit = member.unit.map(|unit| format!(" In {unit}.")).unwrap_or_default();
                set("description", format!("{}{unit}", member.doc).into());
            }
            if let Some(minimum) = member.limits.minimum {
                set("minimum", number(minimum));
            }
            if let Some(maximum) = member.limits.maximum {
                set("maximum", number(maximum));
            }
            if let Some(length) = member.limits.min_length {
                set("minLength", length.into());
            }
            if let Some(pattern) = member.limits.pattern {
                set("pattern", pattern.into());
            }
        }
        properties.insert(member.key.into(), schema);
        if member.required {
            required.push(member.key);
        }
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": object.open,
    });
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}

fn number(number: f64) -> Value {
    crate::schema::whole_number(number).map_or_else(|| number.into(), Value::from)
}

fn of_shape(shape: &Shape) -> Value {
    match shape {
        Shape::Any => json!({}),
        Shape::String => json!({ "type": "string" }),
        Shape::Integer => json!({ "type": "integer" }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::CustomMetadata => custom_metadata(),
        Shape::Array(items) => json!({ "type": "array", "items": of_shape(items) }),
        Shape::Map(values) => {
            json!({ "type": "object", "additionalProperties": of_shape(values) })
        }
        Shape::Object(object) => of_object(object),
        Shape::Choice(values) => json!({ "type": "string", "enum": values }),
        Shape::Nullable(shape) => json!({ "anyOf": [{ "type": "null" }, of_shape(shape)] }),
        Shape::Ruled(shape, rules) => {
            let mut schema = of_shape(shape);
            if let Value::Object(members) = &mut schema {
                members.extend(of_rules(rules));
            }
            schema
        }
    }
}

fn of_rules(rules: &Rules) -> Map<String, Value> {
    let allowed = |allowed: &[Scalar<'_>]| allowed.iter().copied().map(scalar).collect::<Vec<_>>();
    let members = [
        ("minimum", rules.minimum.map(scalar)),
        ("exclusiveMinimum", rules.exclusive_minimum.map(scalar)),
        ("maximum", rules.maximum.map(scalar)),
        ("exclusiveMaximum", rules.exclusive_maximum.map(scalar)),
        ("minLength", rules.min_length.map(Value::from)),
        ("maxLength", rules.max_length.map(Value::from)),
        ("pattern", rules.pattern.map(|pattern| pattern.text.into())),
        ("enum", rules.allowed.map(allowed).map(Value::from)),
        ("const", rules.constant.map(scalar)),
    ];
    let set = members.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    set.collect()
}

fn scalar(value: Scalar<'_>) -> Value {
    match value {
        Scalar::Null => Value::Null,
        Scalar::Boolean(flag) => flag.into(),
        Scalar::Integer(number) => number.into(),
        Scalar::Number(number) => number.into(),
        Scalar::Text(text) => text.into(),
    }
}
