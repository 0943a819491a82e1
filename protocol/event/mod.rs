//! Events as Rust values, independent of JSON, HTTP and storage.
//!
//! The types of single events are [generated](types) from the schemas. Written by hand are the
//! [envelope] that all events share, the [start of a session](session_start), [custom
//! metadata](metadata), and everything that no schema describes ([`extra`], [`event_extra`],
//! [`other`], [`original`]).

#[cfg(feature = "quickcheck")]
mod arbitrary;
mod at;
mod envelope;
mod envelope_rules;
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
pub(crate) use envelope_rules::{Parts, is_empty_quality, is_foreign_quality};
pub use event_extra::EventExtra;
pub(crate) use event_extra::{LazyExtra, is_envelope_key};
pub use extra::Extra;
#[cfg(feature = "schemars")]
pub(crate) use json_schema::object as object_schema;
pub use metadata::{CustomMetadata, WithMetadata};
pub(crate) use metadata::{INVALID_KEY, Pair};
pub(crate) use original::Original;
pub use other::OtherEvent;
pub(crate) use redacted::Redacted;
pub use session_start::SessionStart;
pub use tolerant::Tolerant;
pub(crate) use types::INTEGERS_MAY_HAVE_POINT;
pub use types::*;
