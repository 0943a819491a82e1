//! Stage 4: events apart from the object types they use; objects written inline get a name.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, below};
use crate::merge::{Definition, EventDefinition, Merged};
use crate::model::{Event, Member, Model, Object, Params, Shape, Slot};
use crate::naming;

/// Names that the library itself gives to types and variants.
const RESERVED: [&str; 10] = [
    "Event",
    "EventType",
    "EventBody",
    "EventParams",
    "Extra",
    "CustomMetadata",
    "Other",
    "OtherEvent",
    "SessionStart",
    "WithMetadata",
];

pub(crate) fn model(merged: Merged) -> Result<Model, Error> {
    let Merged { events, shared } = merged;
    let mut splitter = Splitter { shared, model: Model::default() };
    for event in events {
        splitter.event(event)?;
    }
    let names: Vec<String> = splitter.shared.keys().cloned().collect();
    for name in names {
        splitter.reference(&name)?;
    }
    variants_differ(&splitter.model.events)?;
    Ok(splitter.model)
}

/// Where a schema stands: for messages, and to name what is written inline.
struct Place<'a> {
    file: &'a str,
    pointer: String,
}

impl Place<'_> {
    fn below(&self, token: &str) -> Self {
        Self { file: self.file, pointer: below(&self.pointer, token) }
    }

    fn error(&self, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        Error::new(self.file, self.pointer.clone(), problem, remedy)
    }
}

struct Splitter {
    shared: BTreeMap<String, Definition>,
    model: Model,
}

impl Splitter {
    fn event(&mut self, definition: EventDefinition) -> Result<(), Error> {
        let EventDefinition { event_type, file, text, schema } = definition;
        let place = Place { file: &file, pointer: below("/definitions", &event_type) };
        let empty = serde_json::Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        if schema.get("additionalProperties") != Some(&Value::Bool(false)) {
            return Err(place.error(
                "the event is not a closed object",
                "write `\"additionalProperties\": false`, as the published documents do",
            ));
        }
        let known = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];
        for key in properties.keys() {
            if !known.contains(&key.as_str()) {
                return Err(place.below("properties").below(key).error(
                    "an event's own members are eventType, playerTime, params, customMetadata and \
                     qoeData; there is no place for another",
                    "describe it under `params`, or teach the generator the new envelope",
                ));
            }
        }
        let properties_place = place.below("properties");
        let required = |key: &str| is_required(&schema, key);

        let of_type = properties.get("eventType").and_then(|tag| tag.get("enum"));
        if !required("eventType") || of_type != Some(&serde_json::json!([event_type])) {
            return Err(properties_place.below("eventType").error(
                format!("the event type is not required to be exactly `{event_type}`"),
                format!("write `\"enum\": [\"{event_type}\"]` and list eventType in `required`"),
            ));
        }
        let time = properties.get("playerTime").and_then(|time| time.get("$ref"));
        if !required("playerTime")
            || time.and_then(Value::as_str) != Some("#/definitions/playerTime")
        {
            return Err(properties_place.below("playerTime").error(
                "the event does not require the shared definition `playerTime`",
                "refer to #/definitions/playerTime and list playerTime in `required`",
            ));
        }
        let params = match properties.get("params") {
            None => Params::Absent,
            Some(schema) if is_empty_object(schema) && !required("params") => Params::Empty,
            Some(schema) => {
                let place = properties_place.below("params");
                let name = format!("{}Params", naming::pascal(&event_type));
                match self.shape(&place, schema, &name)? {
                    Shape::Object(name) if required("params") => Params::Required(name),
                    Shape::Object(name) => Params::Optional(name),
                    _ => {
                        return Err(place.error(
                            "`params` is not an object with named members",
                            "list the parameters in `properties`",
                        ));
                    }
                }
            }
        };
        let mut slot = |key: &str, wanted: &Shape, called: &str| match properties.get(key) {
            _ if required(key) => Err(place.below("required").error(
                format!("`{key}` cannot be required: every event may leave it out"),
                format!("take {key} off the list"),
            )),
            None => Ok(Slot::Absent),
            Some(schema) if is_empty_object(schema) => Ok(Slot::Empty),
            Some(schema) => {
                let place = properties_place.below(key);
                if self.shape(&place, schema, called)? == *wanted {
                    Ok(Slot::Full)
                } else {
                    Err(place.error(
                        format!("`{key}` is not the shared definition of that name"),
                        format!("refer to #/definitions/{key}"),
                    ))
                }
            }
        };
        let metadata = slot("customMetadata", &Shape::Metadata, "CustomMetadata")?;
        let qoe = slot("qoeData", &Shape::Object("QoeData".to_owned()), "InlineQoeData")?;
        let variant = naming::pascal(&event_type);
        if ["Other", ""].contains(&variant.as_str()) {
            return Err(place.error(
                format!("the event's Rust name would be `{variant}`, which is taken"),
                "teach the generator another name for it",
            ));
        }
        self.model.events.push(Event {
            variant,
            params,
            metadata,
            qoe,
            description: text_of(&schema, "description"),
            event_type,
            text,
        });
        Ok(())
    }

    /// The shape of a schema; an object or choice written inline becomes a type called `name`.
    fn shape(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Result<Shape, Error> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.reference(reference.trim_start_matches("#/definitions/"));
        }
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            let values = values.iter().filter_map(|value| value.as_str().map(str::to_owned));
            return self.choice(place, name, values.collect());
        }
        Ok(match schema.get("type").and_then(Value::as_str) {
            None => Shape::Any,
            Some("string") => Shape::String,
            Some("integer") => Shape::Integer,
            Some("number") => Shape::Number,
            Some("boolean") => Shape::Boolean,
            Some("array") => {
                let items = match schema.get("items") {
                    None => Shape::Any,
                    Some(items) => {
                        self.shape(&place.below("items"), items, &format!("{name}Item"))?
                    }
                };
                Shape::Array(Box::new(items))
            }
            Some(_) if schema.get("patternProperties").is_some() => Shape::Metadata,
            Some(_) if schema.get("properties").is_some() => self.object(place, schema, name)?,
            Some(_) => match schema.get("additionalProperties") {
                Some(values @ Value::Object(_)) => {
                    let place = place.below("additionalProperties");
                    Shape::Map(Box::new(self.shape(&place, values, &format!("{name}Entry"))?))
                }
                Some(Value::Bool(false)) => self.object(place, schema, name)?,
                _ => Shape::Map(Box::new(Shape::Any)),
            },
        })
    }

    fn reference(&mut self, name: &str) -> Result<Shape, Error> {
        let Some(definition) = self.shared.get(name) else { return Ok(Shape::Any) };
        let (file, schema) = (definition.file.clone(), definition.schema.clone());
        let place = Place { file: &file, pointer: below("/definitions", name) };
        self.shape(&place, &schema, &naming::pascal(name))
    }

    fn object(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Result<Shape, Error> {
        let mut members = Vec::new();
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            // Sorted here, since the order of a parsed object depends on a feature of serde_json
            // that any crate in the build may switch on.
            let sorted: BTreeMap<_, _> = properties.iter().collect();
            for (key, value) in sorted {
                let place = place.below("properties").below(key);
                let inline = format!("{name}{}", naming::pascal(&naming::field(key)));
                members.push(Member {
                    key: key.clone(),
                    required: is_required(schema, key),
                    shape: self.shape(&place, value, &inline)?,
                    description: text_of(value, "description"),
                });
            }
        }
        let order = |member: &Member| required_place(schema, &member.key);
        members.sort_by_key(order);
        fields_differ(place, &members)?;
        let object = Object {
            members,
            open: schema.get("additionalProperties") != Some(&Value::Bool(false)),
            description: text_of(schema, "description"),
            file: place.file.to_owned(),
            pointer: place.pointer.clone(),
        };
        self.claim(place, name)?;
        if let Some(known) = self.model.objects.get(name)
            && (known.pointer != object.pointer || known.members != object.members)
        {
            return Err(taken(place, name, &known.file, &known.pointer));
        }
        self.model.objects.insert(name.to_owned(), object);
        Ok(Shape::Object(name.to_owned()))
    }

    fn choice(
        &mut self,
        place: &Place<'_>,
        name: &str,
        values: Vec<String>,
    ) -> Result<Shape, Error> {
        let mut variants: BTreeMap<String, &String> = BTreeMap::new();
        for value in &values {
            let variant = naming::pascal(value);
            if variant.is_empty() || variant.starts_with(|first: char| first.is_ascii_digit()) {
                return Err(place.below("enum").error(
                    format!("the value `{value}` gives no Rust name"),
                    "move the known values to the key's entry in annotations.json",
                ));
            }
            if let Some(other) = variants.insert(variant.clone(), value) {
                return Err(place.below("enum").error(
                    format!("`{other}` and `{value}` would both be the variant `{variant}`"),
                    "move the known values to the key's entry in annotations.json",
                ));
            }
        }
        self.claim(place, name)?;
        if self.model.choices.get(name).is_some_and(|known| *known != values) {
            return Err(taken(place, name, place.file, "another place"));
        }
        self.model.choices.insert(name.to_owned(), values);
        Ok(Shape::Choice(name.to_owned()))
    }

    fn claim(&self, place: &Place<'_>, name: &str) -> Result<(), Error> {
        if RESERVED.contains(&name) {
            return Err(place.error(
                format!("the Rust name `{name}` belongs to the library"),
                "give the definition another name",
            ));
        }
        Ok(())
    }
}

fn taken(place: &Place<'_>, name: &str, file: &str, pointer: &str) -> Error {
    place.error(
        format!("the Rust name `{name}` is also that of {file}#{pointer}"),
        "give one of the definitions another name",
    )
}

fn is_required(schema: &Value, key: &str) -> bool {
    required_place(schema, key) != usize::MAX
}

fn required_place(schema: &Value, key: &str) -> usize {
    schema
        .get("required")
        .and_then(Value::as_array)
        .and_then(|names| names.iter().position(|name| name.as_str() == Some(key)))
        .unwrap_or(usize::MAX)
}

fn is_empty_object(schema: &Value) -> bool {
    let no_properties = schema
        .get("properties")
        .is_none_or(|known| known.as_object().is_some_and(|m| m.is_empty()));
    no_properties
        && schema.get("patternProperties").is_none()
        && schema.get("type").and_then(Value::as_str) == Some("object")
        && schema.get("additionalProperties") == Some(&Value::Bool(false))
}

fn text_of(schema: &Value, key: &str) -> Option<String> {
    schema.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// Two keys that meet in one field name cannot both be kept.
fn fields_differ(place: &Place<'_>, members: &[Member]) -> Result<(), Error> {
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for member in members {
        let name = naming::field(&member.key);
        let at = place.below("properties").below(&member.key);
        if name.is_empty() || name == "extra" {
            return Err(at.error(
                format!("the key `{}` gives no usable field name", member.key),
                "teach the generator a name for it",
            ));
        }
        if let Some(other) = names.insert(name.clone(), &member.key) {
            return Err(at.error(
                format!("`{other}` and `{}` would both be the field `{name}`", member.key),
                "teach the generator another name for one of them",
            ));
        }
    }
    Ok(())
}

fn variants_differ(events: &[Event]) -> Result<(), Error> {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for event in events {
        if let Some(other) = names.insert(&event.variant, &event.event_type) {
            return Err(Error::new(
                format!("{}.json", event.event_type),
                "",
                format!(
                    "`{other}` and `{}` would both be the variant `{}`",
                    event.event_type, event.variant
                ),
                "teach the generator another name for one of them",
            ));
        }
    }
    Ok(())
}
