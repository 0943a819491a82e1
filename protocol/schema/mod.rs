//! What the schemas say, as tables: for servers, tools and documentation.
//!
//! Each event type has an [`EventShape`], reached with
//! [`EventType::shape`](crate::EventType::shape); each object type implements [`Described`].
//!
//! ```
//! use media_collection::{EventType, schema::Params};
//!
//! let Params::Required(params) = EventType::AdStart.shape().params else { panic!() };
//! let position = params.member("media.ad.podPosition").unwrap();
//! assert!(position.required);
//! assert_eq!(position.field, "pod_position");
//! ```

mod mode;
mod number;

pub use mode::Mode;
pub(crate) use number::whole_number;

/// What the schema says of the events of one type.
#[derive(Debug)]
#[non_exhaustive]
pub struct EventShape {
    /// The event type as it stands on the wire.
    pub name: &'static str,
    /// What such an event reports.
    pub doc: &'static str,
    /// What `params` may hold.
    pub params: Params,
    /// What `customMetadata` may hold.
    pub custom_metadata: Slot,
    /// What `qoeData` may hold.
    pub qoe_data: Slot,
    /// The JSON Schema document, draft-04, without white space: the answer to
    /// `GET /api/v1/schemas/{eventType}`.
    pub document: &'static str,
}

/// What the `params` of an event may hold.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Params {
    /// The event has no `params`.
    Absent,
    /// Only an empty object, which may be left out.
    Empty,
    /// The members of the object; all of it may be left out.
    Optional(&'static Object),
    /// The members of the object, which must be there.
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
    /// Whatever the member's type allows.
    Full,
}

/// An object type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Object {
    /// The Rust type.
    pub name: &'static str,
    /// Its members: required ones first, then the optional ones by key.
    pub members: &'static [Member],
    /// Whether further members are valid.
    pub open: bool,
}

impl Object {
    /// The member with this wire key.
    #[must_use]
    pub fn member(&self, key: &str) -> Option<&'static Member> {
        self.members.iter().find(|member| member.key == key)
    }
}

/// One member of an object type.
#[derive(Debug)]
#[non_exhaustive]
pub struct Member {
    /// The key on the wire.
    pub key: &'static str,
    /// The field of the Rust type.
    pub field: &'static str,
    /// Whether the schema requires it.
    pub required: bool,
    /// The JSON shape of its value.
    pub shape: Shape,
    /// What it means.
    pub doc: &'static str,
    /// The unit of a number.
    pub unit: Option<&'static str>,
    /// Whether it identifies or locates a person or device.
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
    /// An object of [`CustomMetadata`](crate::CustomMetadata).
    CustomMetadata,
    /// An array.
    Array(&'static Shape),
    /// An object with any keys.
    Map(&'static Shape),
    /// An object type.
    Object(&'static Object),
    /// One of these strings.
    Choice(&'static [&'static str]),
}

/// Sender constraints: stricter than the schemas.
///
/// They are checked before sending, and never make a received event invalid.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// The least number.
    pub minimum: Option<f64>,
    /// The greatest number.
    pub maximum: Option<f64>,
    /// The least number of characters.
    pub min_length: Option<usize>,
    /// The pattern of the whole string: 1 to 64 letters, digits, `_` or `.` where there is one.
    pub pattern: Option<&'static str>,
}

impl Limits {
    /// No constraint.
    pub const NONE: Self = Self { minimum: None, maximum: None, min_length: None, pattern: None };
}

/// An object type that the schemas describe.
pub trait Described {
    /// What they say of it.
    const SHAPE: &'static Object;
}
