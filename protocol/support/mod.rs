//! What the generated bindings are built on: one trait for reading and writing, one for a
//! sender's constraints, one for what an event carries.

mod builder;
mod check;
#[cfg(feature = "quickcheck")]
mod generate;
#[cfg(feature = "schemars")]
pub(crate) mod json_schema;
mod macros;
mod payload;
mod read;
#[cfg(feature = "validator")]
pub(crate) mod validation;
mod write;

pub(crate) use builder::Given;
pub(crate) use check::{Check, Checker};
#[cfg(feature = "quickcheck")]
pub(crate) use generate::{Generate, always, sometimes};
pub(crate) use macros::{integer_enum_traits, object_traits, string_enum_traits};
pub(crate) use payload::{Payload, check_with_metadata, write_params_direct};
pub(crate) use read::{
    Key, MemberKey, Reading, no_params, read_any_object, read_member, required, unknown_member,
};
pub(crate) use write::Writing;

pub(crate) use crate::mode::Mode;
pub(crate) use crate::schema::Described;

use serde::{Deserializer, Serializer};

/// A value on the wire. Reading takes the mode along, which serde's own traits cannot.
pub(crate) trait Wire: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error>;
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Debug output of personal data.
pub(crate) struct Redacted;

impl std::fmt::Debug for Redacted {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("<hidden>")
    }
}
