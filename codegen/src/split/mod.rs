//! Stage 4: separates events from the object types they use, and names inline schemas.

mod parts;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, below};
use crate::merge::{Definition, EventDefinition, Merged};
use crate::model::{Event, Member, Model, Object, Place, Rules, Shape, Slot, Spot};
use crate::normalise::{is_nullable, is_refused};
use crate::{claims, load, naming, quality};

pub(crate) const PLAYER_TIME: &str = "PlayerTime";

pub(crate) fn model(merged: Merged, problems: &mut Vec<Error>) -> Model {
    let Merged { events, shared } = merged;
    let mut splitter =
        Splitter { shared, model: Model::default(), qualities: Vec::new(), time: None, problems };
    for event in events {
        if let Err(error) = splitter.event(event) {
            splitter.problems.push(error);
        }
    }
    let Splitter { mut model, qualities, problems, .. } = splitter;
    quality::unite(&mut model, qualities, problems);
    model
}

struct Splitter<'a> {
    shared: BTreeMap<String, Definition>,
    model: Model,
    /// The members of `qoeData`, by event type.
    qualities: Vec<(String, Object)>,
    /// The schema of the player time, which is the same in all events, and the first place of it.
    time: Option<(Value, Spot)>,
    problems: &'a mut Vec<Error>,
}

impl Splitter<'_> {
    fn event(&mut self, definition: EventDefinition) -> Result<(), Error> {
        let EventDefinition { event_type, file, text, schema, listed } = definition;
        let place = Place { file: &file, pointer: below("/definitions", &event_type) };
        let variant = claims::variant(&self.model, &place, &event_type)?;
        if listed {
            self.envelope(&place, &schema, &event_type);
        }
        let params = self.params(&place, &schema, &event_type);
        let metadata = self.metadata(&place, &schema);
        // An event type that the folder does not have is otherwise as those that it has.
        let qoe = if listed { self.quality(&place, &schema, &event_type) } else { Slot::Full };
        let required = ["customMetadata", "qoeData"];
        let required = required.into_iter().filter(|key| is_required(&schema, key)).collect();
        let event = Event {
            variant,
            params,
            metadata,
            qoe,
            description: text_of(&schema, "description"),
            at: place.spot(),
            event_type,
            text,
            listed,
            required,
            quality: None,
        };
        claims::constructors(&self.model, &place, &event)?;
        self.model.events.push(event);
        Ok(())
    }

    fn problem(&mut self, error: Error) {
        self.problems.push(error);
    }

    /// Checks that the event is closed, has no unknown members, and requires its event type and the
    /// player time.
    fn envelope(&mut self, place: &Place<'_>, schema: &Value, event_type: &str) {
        let empty = serde_json::Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        if schema.get("additionalProperties") != Some(&Value::Bool(false)) {
            self.problem(place.error(
                "the event is not a closed object",
                "write `\"additionalProperties\": false`, as the published schemas do",
            ));
        }
        let known = ["eventType", "playerTime", "params", "customMetadata", "qoeData"];
        for (key, value) in load::sorted(properties) {
            let place = place.below("properties").below(key);
            if !known.contains(&key.as_str()) {
                self.problem(place.error(
                    "an event has no members but eventType, playerTime, params, customMetadata \
                     and qoeData",
                    "move it to `params`, or extend the generator",
                ));
            } else if is_nullable(value) {
                self.problem(place.error(
                    format!("the library has no value for a `{key}` that is null"),
                    "remove null from what is allowed: an event leaves the member out instead",
                ));
            }
        }
        self.tag(place, schema, event_type);
        self.player_time(place, schema);
    }

    /// The place of a member of an event. A missing member has no location of its own.
    fn of_member<'p>(place: &Place<'p>, schema: &Value, key: &str) -> Place<'p> {
        let place = place.below("properties");
        match schema.get("properties").and_then(|properties| properties.get(key)) {
            Some(_) => place.below(key),
            None => place,
        }
    }

    fn tag(&mut self, place: &Place<'_>, schema: &Value, event_type: &str) {
        let tag = schema.pointer("/properties/eventType");
        if tag.is_some_and(is_refused) {
            return;
        }
        let tag = tag.map(|tag| self.target(tag).clone());
        let listed = tag.as_ref().and_then(|tag| tag.get("enum"));
        let constant = tag.as_ref().and_then(|tag| tag.get("const"));
        let is_own = match (listed, constant) {
            (None, None) => false,
            (listed, constant) => {
                listed.is_none_or(|listed| *listed == serde_json::json!([event_type]))
                    && constant.is_none_or(|constant| constant == event_type)
            }
        };
        if !is_required(schema, "eventType") || !is_own {
            self.problem(Self::of_member(place, schema, "eventType").error(
                format!("`eventType` is not required to be exactly `{event_type}`"),
                format!("write `\"enum\": [\"{event_type}\"]` and list eventType in `required`"),
            ));
        }
    }

    /// The schema that a reference leads to.
    fn target<'s>(&'s self, schema: &'s Value) -> &'s Value {
        let name = schema.get("$ref").and_then(Value::as_str);
        let name = name.map(|name| name.trim_start_matches("#/definitions/"));
        match name.and_then(|name| self.shared.get(name)) {
            Some(definition) => self.target(&definition.schema),
            None => schema,
        }
    }

    /// The shape of a schema. An inline object or enum becomes a type called `name`.
    fn shape(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Shape {
        let shape = self.shape_of_value(place, schema, name);
        if is_nullable(schema) && !matches!(shape, Shape::Nullable(_) | Shape::Any) {
            return Shape::Nullable(Box::new(shape));
        }
        shape
    }

    fn shape_of_value(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Shape {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return self.reference(reference.trim_start_matches("#/definitions/"));
        }
        let mut rules = Rules::of(schema);
        let mut shape = match schema.get("type").and_then(Value::as_str) {
            None => Shape::Any,
            Some("string") => Shape::String,
            Some("integer") => Shape::Integer,
            Some("number") => Shape::Number,
            Some("boolean") => Shape::Boolean,
            Some("array") => {
                let items = schema
                    .get("items")
                    .map(|items| self.shape(&place.below("items"), items, &format!("{name}Item")));
                Shape::Array(Box::new(items.unwrap_or(Shape::Any)))
            }
            Some(_) if schema.get("patternProperties").is_some() => Shape::Metadata,
            Some(_) if schema.get("properties").is_some() => self.object(place, schema, name),
            Some(_) => match schema.get("additionalProperties") {
                Some(values @ Value::Object(_)) => {
                    let place = place.below("additionalProperties");
                    Shape::Map(Box::new(self.shape(&place, values, &naming::entry(name))))
                }
                Some(Value::Bool(false)) => self.object(place, schema, name),
                _ => Shape::Map(Box::new(Shape::Any)),
            },
        };
        if let Some(values) = schema.get("enum").and_then(Value::as_array) {
            match self.choice(place, name, &shape, values) {
                Some(choice) => shape = choice,
                None => rules.allowed = Some(values.clone()),
            }
        }
        if rules == Rules::default() {
            shape
        } else {
            Shape::Ruled(Box::new(shape), Box::new(rules))
        }
    }

    fn reference(&mut self, name: &str) -> Shape {
        let Some(definition) = self.shared.get(name) else { return Shape::Any };
        let (file, schema) = (definition.file.clone(), definition.schema.clone());
        let place = Place { file: &file, pointer: below("/definitions", &definition.name) };
        self.shape(&place, &schema, &naming::pascal(name))
    }

    fn object(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Shape {
        let object = self.members(place, schema, name);
        match claims::type_name(&mut self.model, place, name) {
            Ok(()) => {
                self.model.objects.insert(name.to_owned(), object);
                Shape::Object(name.to_owned())
            }
            Err(error) => {
                self.problem(error);
                Shape::Any
            }
        }
    }

    /// The members of an object type.
    fn members(&mut self, place: &Place<'_>, schema: &Value, name: &str) -> Object {
        let mut members = Vec::new();
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            for (key, value) in load::sorted(properties) {
                let place = place.below("properties").below(key);
                let inline = format!("{name}{}", naming::pascal(&naming::field(key)));
                members.push(Member {
                    key: key.clone(),
                    required: is_required(schema, key),
                    shape: self.shape(&place, value, &inline),
                    description: text_of(value, "description"),
                });
            }
        }
        members.sort_by_key(|member| required_place(schema, &member.key));
        claims::fields(place, &members, self.problems);
        Object {
            members,
            open: schema.get("additionalProperties") != Some(&Value::Bool(false)),
            description: text_of(schema, "description"),
            at: place.spot(),
        }
    }

    /// A Rust enum for a list of strings; `None` if it cannot be one.
    fn choice(
        &mut self,
        place: &Place<'_>,
        name: &str,
        shape: &Shape,
        values: &[Value],
    ) -> Option<Shape> {
        if *shape != Shape::String {
            return None;
        }
        let values: Vec<String> =
            values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
        let variants: BTreeMap<String, &String> =
            values.iter().map(|value| (naming::pascal(value), value)).collect();
        let are_names = variants.keys().all(|variant| naming::is_type_name(variant));
        if !are_names || variants.len() < values.len() {
            return None;
        }
        match claims::type_name(&mut self.model, place, name) {
            Ok(()) => {
                self.model.choices.insert(name.to_owned(), values);
                Some(Shape::Choice(name.to_owned()))
            }
            Err(error) => {
                self.problem(error);
                Some(Shape::Any)
            }
        }
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
