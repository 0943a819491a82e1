//! The model of the schemas for the later stages: events, object types and their members.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Number, Value};

use crate::error::{Error, below};
use crate::{naming, normalise};

/// The JSON shape of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Any,
    String,
    Integer,
    Number,
    Boolean,
    /// Custom metadata: an object of strings whose keys match a pattern.
    Metadata,
    Array(Box<Shape>),
    Map(Box<Shape>),
    /// An object type, by its Rust name.
    Object(String),
    /// A closed set of strings, by its Rust name.
    Choice(String),
    /// `null`, or a value of the shape.
    Nullable(Box<Shape>),
    /// A value of the shape that keeps rules.
    Ruled(Box<Shape>, Box<Rules>),
}

impl Shape {
    /// The shape without the rules of the value itself.
    pub(crate) fn plain(&self) -> &Self {
        match self {
            Self::Ruled(shape, _) => shape.plain(),
            other => other,
        }
    }

    /// The shape of a value that is not null, without rules.
    pub(crate) fn base(&self) -> &Self {
        match self {
            Self::Nullable(shape) | Self::Ruled(shape, _) => shape.base(),
            other => other,
        }
    }

    /// Whether the type alone does not ensure what the schema says. Objects check their members
    /// themselves.
    pub(crate) fn has_rules(&self) -> bool {
        match self {
            Self::Ruled(..) => true,
            Self::Nullable(shape) | Self::Array(shape) | Self::Map(shape) => shape.has_rules(),
            _ => false,
        }
    }
}

/// What a schema demands of a value beyond its type.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Rules {
    pub(crate) minimum: Option<Number>,
    pub(crate) exclusive_minimum: Option<Number>,
    pub(crate) maximum: Option<Number>,
    pub(crate) exclusive_maximum: Option<Number>,
    pub(crate) min_length: Option<u64>,
    pub(crate) max_length: Option<u64>,
    pub(crate) pattern: Option<String>,
    pub(crate) allowed: Option<Vec<Value>>,
    pub(crate) constant: Option<Value>,
}

impl Rules {
    /// The rules in a schema of the normal form, without its `enum`.
    pub(crate) fn of(schema: &Value) -> Self {
        let number = |key: &str| match schema.get(key) {
            Some(Value::Number(number)) => Some(normalise::exact(number)),
            _ => None,
        };
        let length = |key: &str| schema.get(key).and_then(Value::as_u64);
        Self {
            minimum: number("minimum"),
            exclusive_minimum: number("exclusiveMinimum"),
            maximum: number("maximum"),
            exclusive_maximum: number("exclusiveMaximum"),
            min_length: length("minLength"),
            max_length: length("maxLength"),
            pattern: schema.get("pattern").and_then(Value::as_str).map(str::to_owned),
            allowed: None,
            constant: schema.get("const").cloned(),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    pub(crate) description: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Object {
    /// Required members first, in the order of `required`, then the optional ones by key.
    pub(crate) members: Vec<Member>,
    /// Whether other members are valid.
    pub(crate) open: bool,
    pub(crate) description: Option<String>,
    /// Its location, for messages.
    pub(crate) at: Spot,
}

/// A location in a file, as a JSON Pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) file: String,
    pub(crate) pointer: String,
}

impl fmt::Display for Spot {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}#{}", self.file, self.pointer)
    }
}

/// The location of a schema, for messages and for the names of inline schemas.
pub(crate) struct Place<'a> {
    pub(crate) file: &'a str,
    pub(crate) pointer: String,
}

impl Place<'_> {
    pub(crate) fn below(&self, token: &str) -> Self {
        Self { file: self.file, pointer: below(&self.pointer, token) }
    }

    pub(crate) fn error(&self, problem: impl Into<String>, remedy: impl Into<String>) -> Error {
        Error::new(self.file, self.pointer.clone(), problem, remedy)
    }

    pub(crate) fn spot(&self) -> Spot {
        Spot { file: self.file.to_owned(), pointer: self.pointer.clone() }
    }
}

/// What an optional member of the envelope may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Absent,
    /// Only an empty object.
    Empty,
    Full,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Params {
    Absent,
    Empty,
    Optional(String),
    Required(String),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Event {
    pub(crate) event_type: String,
    pub(crate) variant: String,
    pub(crate) params: Params,
    pub(crate) metadata: Slot,
    pub(crate) qoe: Slot,
    pub(crate) description: Option<String>,
    pub(crate) text: String,
    pub(crate) at: Spot,
    /// Whether the folder has the event type, and not only the library.
    pub(crate) listed: bool,
    /// Which of `customMetadata` and `qoeData` are required.
    pub(crate) required: Vec<&'static str>,
    /// The members of its `qoeData`, if other event types have others.
    pub(crate) quality: Option<Object>,
}

/// The event that begins a session. Its parts are those of a type that is written by hand.
pub(crate) const START: &str = "sessionStart";

/// The payload of an event's variant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Payload<'a> {
    Nothing,
    Params(&'a str),
    OptionalParams(&'a str),
    Metadata,
    ParamsAndMetadata(&'a str),
    OptionalParamsAndMetadata(&'a str),
}

impl Event {
    pub(crate) fn payload(&self) -> Payload<'_> {
        let is_start = self.event_type == START && matches!(self.params, Params::Required(_));
        match (&self.params, self.metadata == Slot::Full || is_start) {
            (Params::Absent | Params::Empty, false) => Payload::Nothing,
            (Params::Absent | Params::Empty, true) => Payload::Metadata,
            (Params::Optional(name), false) => Payload::OptionalParams(name),
            (Params::Optional(name), true) => Payload::OptionalParamsAndMetadata(name),
            (Params::Required(name), false) => Payload::Params(name),
            (Params::Required(name), true) => Payload::ParamsAndMetadata(name),
        }
    }

    /// The name of the constructor that takes the required parts.
    pub(crate) fn constructor(&self) -> String {
        naming::snake(&self.event_type)
    }

    /// The name of the constructor that also takes the optional parts, if there are any.
    pub(crate) fn full_constructor(&self) -> Option<String> {
        let what = match self.payload() {
            Payload::OptionalParams(_) | Payload::OptionalParamsAndMetadata(_) => "params",
            Payload::Metadata => "metadata",
            Payload::Nothing | Payload::Params(_) | Payload::ParamsAndMetadata(_) => return None,
        };
        Some(format!("{}_with_{what}", naming::snake(&self.event_type)))
    }

    pub(crate) fn constructors(&self) -> impl Iterator<Item = String> {
        std::iter::once(self.constructor()).chain(self.full_constructor())
    }
}

/// All schemas of a folder.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) events: Vec<Event>,
    pub(crate) objects: BTreeMap<String, Object>,
    pub(crate) choices: BTreeMap<String, Vec<String>>,
    /// Whether `1.0` is an integer, as from draft-06 on.
    pub(crate) takes_point_in_integers: bool,
    /// File and pointer of each keyword that was ignored, because its draft does not have it.
    pub(crate) ignored: Vec<(String, String)>,
    /// The Rust names of all types and builders, with the location of the type's schema.
    pub(crate) names: BTreeMap<String, Spot>,
}
