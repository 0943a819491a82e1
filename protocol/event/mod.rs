//! Values: events and what they carry. Nothing here knows how they are spelled, sent or stored.
//!
//! The types themselves are [generated](types) from the schemas; what every event has around
//! them is written by hand: the [envelope], the [start of a session](session_start), the
//! customer's own [metadata], and what no schema describes ([`extra`], [`event_extra`],
//! [`other`], [`original`]).

#[cfg(feature = "quickcheck")]
mod arbitrary;
mod at;
mod envelope;
mod event_extra;
mod extra;
mod is_set;
#[cfg(feature = "schemars")]
mod json_schema;
mod metadata;
mod original;
mod other;
mod redacted;
mod session_start;
mod tolerant;
mod types;

#[cfg(feature = "quickcheck")]
pub(crate) use arbitrary::{Generate, always, sometimes};
pub use at::At;
pub use envelope::Event;
pub use event_extra::EventExtra;
pub(crate) use event_extra::{ENVELOPE, LazyExtra, is_envelope_key};
pub use extra::Extra;
#[cfg(feature = "schemars")]
pub(crate) use json_schema::object as object_schema;
pub use metadata::{CustomMetadata, WithMetadata};
pub(crate) use metadata::{INVALID_KEY, Pair};
pub(crate) use original::Original;
pub use other::OtherEvent;
pub(crate) use redacted::Redacted;
pub use session_start::{NotASessionStart, SessionStart};
pub use tolerant::Tolerant;
pub use types::*;
