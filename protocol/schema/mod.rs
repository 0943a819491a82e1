//! The schemas as tables, for servers, tools and documentation.
//!
//! [`EventType::shape`](crate::EventType::shape) returns the [`EventShape`] of an event type; each
//! object type implements [`Described`].
//!
//! ```
//! use media_collection::{EventType, schema::Params};
//!
//! let Params::Required(params) = EventType::AdStart.shape().params else { panic!() };
//! let position = params.member("media.ad.podPosition").unwrap();
//! assert!(position.required);
//! assert_eq!(position.field, "pod_position");
//! ```

pub(crate) mod keys;
mod mode;
mod number;
mod pattern;
mod rules;

pub use mode::Mode;
pub(crate) use number::whole_number;
pub use pattern::Pattern;
#[allow(unused_imports, reason = "generated code uses it if a schema has a pattern")]
pub(crate) use pattern::Step;
pub use rules::{Rules, Scalar};

/// The schema of one event type.
#[derive(Debug)]
#[non_exhaustive]
pub struct EventShape {
    /// The event type, as on the wire.
    pub name: &'static str,
    /// What such an event reports.
    pub doc: &'static str,
    /// What `params` may hold.
    pub params: Params,
    /// What `customMetadata` may hold.
    pub custom_metadata: Slot,
    /// What `qoeData` may hold.
    pub qoe_data: Slot,
    /// Which of `customMetadata` and `qoeData` the schema requires.
    pub required: &'static [&'static str],
    /// The members of `qoeData` in this event type. Other event types may have others.
    pub quality: &'static Object,
    /// Whether the folder of schemas has this event type. If not, its type is here since the library
    /// names it, but the event is not valid: it is neither read nor written.
    pub listed: bool,
    /// The JSON Schema as text without white space: the body of the response to
    /// `GET /api/v1/schemas/{eventType}`.
    pub schema: &'static str,
}

/// What the `params` of an event may hold.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Params {
    /// The event has no `params`.
    Absent,
    /// An empty object, or nothing.
    Empty,
    /// An optional object with these members.
    Optional(&'static Object),
    /// A required object with these members.
    Required(&'static Object),
}

/// What an optional member of the envelope may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slot {
    /// The event does not have the member.
    Absent,
    /// Only an empty object.
    Empty,
    /// Any value of the member's type.
    Full,
}

/// The schema of an object type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Object {
    /// The name of the Rust type.
    pub name: &'static str,
    /// Its members: the required ones, then the optional ones ordered by key.
    pub members: &'static [Member],
    /// Whether the schema allows other members.
    pub open: bool,
}

impl Object {
    /// The member with this wire key.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.key == key)
    }
}

/// The schema of one member of an object type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Member {
    /// The key on the wire.
    pub key: &'static str,
    /// The name of the field in the Rust type.
    pub field: &'static str,
    /// Whether the schema requires it.
    pub required: bool,
    /// The JSON shape of its value.
    pub shape: Shape,
    /// What it means.
    pub doc: &'static str,
    /// The unit of a number, such as `seconds`.
    pub unit: Option<&'static str>,
    /// Whether it identifies or locates a person or a device; `Debug` hides such values.
    pub personal: bool,
    /// Sender constraints.
    pub limits: Limits,
}

/// The JSON shape of a value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// Any JSON value.
    Any,
    /// A string.
    String,
    /// A number written without fraction or exponent, within 64 bits.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// [`CustomMetadata`](crate::CustomMetadata).
    CustomMetadata,
    /// An array.
    Array(&'static Shape),
    /// An object with any keys.
    Map(&'static Shape),
    /// An object type.
    Object(&'static Object),
    /// One of these strings.
    Choice(&'static [&'static str]),
    /// `null`, or a value of this shape.
    Nullable(&'static Shape),
    /// A value of this shape that keeps these rules.
    Ruled(&'static Shape, &'static Rules),
}

/// Sender constraints: stricter than the schemas.
///
/// They are checked before sending, and never make a received event invalid.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// Minimum of a number, inclusive.
    pub minimum: Option<f64>,
    /// Maximum of a number, inclusive.
    pub maximum: Option<f64>,
    /// Minimum length of a string in characters.
    pub min_length: Option<usize>,
    /// Regular expression for the whole string. The only one in use means 1 to 64 letters, digits,
    /// `_` or `.`.
    pub pattern: Option<&'static str>,
}

impl Limits {
    /// No constraints.
    pub const NONE: Self = Self { minimum: None, maximum: None, min_length: None, pattern: None };
}

/// An object type that the schemas describe.
pub trait Described {
    /// Its schema.
    const SHAPE: &'static Object;
}
