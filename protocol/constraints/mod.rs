//! Constraints of values, and how violations are reported.
//!
//! The *schemas* decide what is valid. *Sender constraints* are stricter: ranges, non-empty ids,
//! reserved prefixes. Violations of either are reported as [`Violation`]s, each with a JSON Pointer.

mod check;
mod error;
mod look;
mod nullable;
mod returned;
mod rules;
#[cfg(feature = "validator")]
mod validation;
mod violation;

pub(crate) use check::MAX_NAME_CHARACTERS;
pub(crate) use check::{Check, Checker, Keys, is_key_byte};
pub use error::{ConstraintError, EncodeError, ParseError};
#[cfg(feature = "edge")]
pub(crate) use look::Inside;
pub(crate) use look::{Accept, ITEM_BYTES, Look, obeys};
pub use nullable::Nullable;
pub use returned::Returned;
pub(crate) use rules::broken;
#[cfg(feature = "validator")]
pub(crate) use validation::validate;
pub use violation::{Keyword, Violation, Violations};
pub(crate) use violation::{push_index, push_key};
