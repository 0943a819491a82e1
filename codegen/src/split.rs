//! Stage 4: separates events from the object types they use, and names inline schemas.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, below};
use crate::merge::{Definition, EventDefinition, Merged};
use crate::model::{Event, Member, Model, Object, Params, Place, Shape, Slot};
use crate::{claims, load, naming};

const PLAYER_TIME: &str = "PlayerTime";
const QOE_DATA: &str = "QoeData";

pub(crate) fn model(folder: &str, merged: Merged) -> Result<Model, Error> {
    let Merged { events, shared } = merged;
    let mut splitter = Splitter { shared, model: Model::default() };
    for event in events {
        splitter.event(event)?;
    }
    let names: Vec<String> = splitter.shared.keys().cloned().collect();
    for name in names {
        splitter.reference(&name)?;
    }
    if splitter.model.objects.contains_key(QOE_DATA) {
        return Ok(splitter.model);
    }
    Err(Error::new(
        folder,
        "",
        "no event of the folder refers to an object definition `qoeData`",
        "define it and refer to it, as the published schemas do",
    ))
}

struct Splitter {
    shared: BTreeMap<String, Definition>,
    model: Model,
}

impl Splitter {
    fn event(&mut self, definition: EventDefinition) -> Result<(), Error> {
        let EventDefinition { event_type, file, text, schema } = definition;
        let place = Place { file: &file, pointer: below("/definitions", &event_type) };
        let variant = claims::variant(&self.model, &place, &event_type)?;
        let empty = serde_json::Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        if schema.get("additionalProperties") != Some(&Value::Bool(false)) {
            return Err(place.error(
                "the event is not a closed object",
                "write `\"additionalProperties\": false`, as the published schemas do",
            ));
        }
        let known = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];
        for key in load::sorted(properties).into_keys() {
            if !known.contains(&key.as_str()) {
                return Err(place.below("properties").below(key).error(
                    "an event has no members but eventType, playerTime, params, customMetadata \
                     and qoeData",
                    "move it to `params`, or extend the generator",
                ));
            }
        }
        self.tag_and_time(&place, &schema, &event_type)?;
        let params = self.params(&place, &schema, &event_type)?;
        let quality = Shape::Object(QOE_DATA.to_owned());
        let metadata = self.slot(&place, &schema, "customMetadata", &Shape::Metadata)?;
        let qoe = self.slot(&place, &schema, "qoeData", &quality)?;
        let event = Event {
            variant,
            params,
            metadata,
            qoe,
            description: text_of(&schema, "description"),
            at: place.spot(),
            event_type,
            text,
        };
        claims::constructors(&self.model, &place, &event)?;
        self.model.events.push(event);
        Ok(())
    }

    /// Checks that the event requires its event type and the shared player time.
    fn tag_and_time(
        &mut self,
        place: &Place<'_>,
        schema: &Value,
        event_type: &str,
    ) -> Result<(), Error> {
        let properties = schema.get("properties");
        let member = |key: &str| properties.and_then(|properties| properties.get(key));
        // A missing member has no location of its own.
        let member_place = |key: &str| match member(key) {
            Some(_) => place.below("properties").below(key),
            None => place.below("properties"),
        };
        let of_type = member("eventType").and_then(|tag| tag.get("enum"));
        if !is_required(schema, "eventType") || of_type != Some(&serde_json::json!([event_type])) {
            return Err(member_place("eventType").error(
                format!("`eventType` is not required to be exactly `{event_type}`"),
                format!("write `\"enum\": [\"{event_type}\"]` and list eventType in `required`"),
            ));
        }
        let time = member("playerTime").and_then(|time| time.get("$ref"));
        if !is_required(schema, "playerTime")
            || time.is_none_or(|name| name != "#/definitions/playerTime")
        {
            return Err(member_place("playerTime").error(
                "the event does not require the shared definition `playerTime`",
                "refer to #/definitions/playerTime and list playerTime in `required`",
            ));
        }
        if self.reference("playerTime")? != Shape::Object(PLAYER_TIME.to_owned()) {
            let place = Place { file: place.file, pointer: below("/definitions", "playerTime") };
            return Err(place.error(
                "the shared definition `playerTime` is not an object with named members",
                "describe playhead and ts in its `properties`",
            ));
        }
        Ok(())
    }

    fn params(
        &mut self,
        place: &Place<'_>,
        schema: &Value,
        event_type: &str,
    ) -> Result<Params, Error> {
        let required = is_required(schema, "params");
        let params = match schema.pointer("/properties/params") {
            None => return Ok(Params::Absent),
            Some(params) if is_empty_object(params) && !required => return Ok(Params::Empty),
            Some(params) => params,
        };
        let place = place.below("properties").below("params");
        let name = format!("{}Params", naming::pascal(event_type));
        match self.shape(&place, params, &name)? {
            Shape::Object(name) if required => Ok(Params::Required(name)),
            Shape::Object(name) => Ok(Params::Optional(name)),
            _ => Err(place.error(
                "`params` is not an object with named members",
                "list the parameters in `properties`",
            )),
        }
    }

    /// Reads an optional member of the envelope: absent, empty, or the shared definition.
    fn slot(
        &mut self,
        place: &Place<'_>,
        schema: &Value,
        key: &str,
        wanted: &Shape,
    ) -> Result<Slot, Error> {
        if is_required(schema, key) {
            return Err(place.below("required").error(
                format!("`{key}` cannot be required: every event may leave it out"),
                "remove it from `required`",
            ));
        }
        let member = match schema.get("properties").and_then(|properties| properties.get(key)) {
            None => return Ok(Slot::Absent),
            Some(member) if is_empty_object(member) => return Ok(Slot::Empty),
            Some(member) => member,
        };
        let place = place.below("properties").below(key);
        let inline = format!("Inline{}", naming::pascal(key));
        if self.shape(&place, member, &inline)? == *wanted {
            return Ok(Slot::Full);
        }
        Err(place.error(
            format!("`{key}` is not the shared definition of that name"),
            format!("refer to #/definitions/{key}"),
        ))
    }

    /// The shape of a schema. An inline object or enum becomes a type called `name`.
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
                    Shape::Map(Box::new(self.shape(&place, values, &naming::entry(name))?))
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
            for (key, value) in load::sorted(properties) {
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
        claims::fields(place, &members)?;
        let object = Object {
            members,
            open: schema.get("additionalProperties") != Some(&Value::Bool(false)),
            description: text_of(schema, "description"),
            at: place.spot(),
        };
        claims::type_name(&mut self.model, place, name)?;
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
            if !naming::is_type_name(&variant) {
                return Err(place.below("enum").error(
                    format!("the value `{value}` cannot be converted to a Rust name"),
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
        claims::type_name(&mut self.model, place, name)?;
        self.model.choices.insert(name.to_owned(), values);
        Ok(Shape::Choice(name.to_owned()))
    }
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
        .is_none_or(|known| known.as_object().is_some_and(serde_json::Map::is_empty));
    no_properties
        && schema.get("patternProperties").is_none()
        && schema.get("type").and_then(Value::as_str) == Some("object")
        && schema.get("additionalProperties") == Some(&Value::Bool(false))
}

fn text_of(schema: &Value, key: &str) -> Option<String> {
    schema.get(key).and_then(Value::as_str).map(str::to_owned)
}
