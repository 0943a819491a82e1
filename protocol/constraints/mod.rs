//! What a value must satisfy, and what is said of one that does not.
//!
//! *Schemas* decide what is valid. *Sender constraints* are stricter: ranges, ids that are not
//! empty, reserved prefixes. Both are reported as [`Violation`]s, each with its place.

mod check;
mod error;
mod returned;
#[cfg(feature = "validator")]
mod validation;
mod violation;

pub(crate) use check::{Check, Checker, Keys, is_key_byte};
pub use error::{ConstraintError, EncodeError, ParseError};
pub use returned::Returned;
#[cfg(feature = "validator")]
pub(crate) use validation::validate;
pub use violation::{Keyword, Violation, Violations};
pub(crate) use violation::{push_index, push_key};
