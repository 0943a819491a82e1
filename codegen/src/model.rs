//! What the later stages work on: events, object types and the shapes of their members.

use std::collections::BTreeMap;
use std::fmt;

/// The JSON shape of a value, as the documents give it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Any,
    String,
    Integer,
    Number,
    Boolean,
    /// Custom metadata: keys of one pattern, string values.
    Metadata,
    Array(Box<Shape>),
    Map(Box<Shape>),
    /// An object type, by its Rust name.
    Object(String),
    /// A closed set of strings, by its Rust name.
    Choice(String),
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
    /// Whether members that are not listed are valid.
    pub(crate) open: bool,
    pub(crate) description: Option<String>,
    /// Where it is described, for messages.
    pub(crate) at: Spot,
}

/// A place in a file, by JSON Pointer.
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

/// What an event may hold in one of its optional envelope members.
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
}

/// The whole protocol, as the documents describe it.
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) events: Vec<Event>,
    pub(crate) objects: BTreeMap<String, Object>,
    pub(crate) choices: BTreeMap<String, Vec<String>>,
    /// Every name that a type brings into the bindings, with the place that describes the type.
    pub(crate) names: BTreeMap<String, Spot>,
}
