//! Names that schemas must not claim, because the library or the generated code uses them.
//!
//! The imports of the generated code are reserved by their table ([`paths`]). A test writes the lists
//! of the library's names from its source, and another test compares all reserved names with the
//! generated code.

#[cfg(test)]
mod sources;

use crate::emit::paths;

/// Types at the root of the library, where the generated types are re-exported.
const LIBRARY: &str = include_str!("types.txt");

/// Functions of `Event`, the recorder and the typed sessions, except those for each event type. Includes the functions of
/// their traits, which a function of the type itself would hide.
const FUNCTIONS: &str = include_str!("functions.txt");

/// Types that are generated from all schemas.
const GENERATED: &[&str] = &["EventBody", "EventType"];

/// Names from Rust's prelude that the generated code uses.
const RUST: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "From",
    "Hash",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Some",
    "String",
    "Vec",
];

/// Type parameters and local types of the generated code.
const LOCAL: &[&str] = &["C", "D", "H", "P", "S", "Slots", "W"];

/// The type parameters of builders have this name with a number.
pub(crate) const PARAMETER: &str = "Member";

/// Functions of an object type, except those that return managed members.
pub(crate) const TYPE_FUNCTIONS: &[&str] = &["builder", "check", "new", "with_qoe"];

/// Whether the name is reserved among types.
pub(crate) fn is_type(name: &str) -> bool {
    let is_parameter = name.strip_prefix(PARAMETER).is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_parameter
        || [GENERATED, RUST, LOCAL].iter().any(|names| names.contains(&name))
        || LIBRARY.lines().any(|known| known == name)
        || paths::imported().any(|imported| imported == name)
}

/// Whether the name is reserved among constructors of events and methods of the recorder.
pub(crate) fn is_function(name: &str) -> bool {
    FUNCTIONS.lines().any(|known| known == name)
}
