//! Names under which the generated code finds the library, until it is regenerated in parts.

mod macros;
mod payload;

pub(crate) use crate::constraints::{Check, Checker};
pub(crate) use crate::event::IsSet as Given;
#[cfg(feature = "quickcheck")]
pub(crate) use crate::event::{Generate, always, sometimes};
pub(crate) use crate::json::general::{
    Key, MemberKey, Wire, Writing, no_params, read_any_object, read_member, required,
};
pub(crate) use crate::schema::{Described, Mode};
pub(crate) use macros::{integer_enum_traits, object_traits, string_enum_traits};
pub(crate) use payload::{Payload, check_with_metadata, write_params_direct};

#[cfg(feature = "validator")]
pub(crate) mod validation {
    pub(crate) use crate::constraints::validate;
}
#[cfg(feature = "schemars")]
pub(crate) mod json_schema {
    pub(crate) use crate::event::object_schema as object;
}

/// Debug output of personal data.
pub(crate) struct Redacted;

impl std::fmt::Debug for Redacted {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("<hidden>")
    }
}
