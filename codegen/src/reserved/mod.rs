//! Names that schemas must not claim, because the library or the generated code uses them.
//!
//! What the generated code imports is reserved by the table of its imports
//! ([`paths`]). The names of the library are lists that a test makes from its source, and the other
//! names are held to the generated code by a test.

#[cfg(test)]
mod sources;

use crate::emit::paths;

/// Types at the root of the library, next to which the generated types appear.
const LIBRARY: &str = include_str!("types.txt");

/// Functions that `Event` and `Recorder` have besides those for each event type. Those of their
/// traits are among them: a function of the type itself would be preferred to them.
const FUNCTIONS: &str = include_str!("functions.txt");

/// Types that every set of schemas gives.
const GENERATED: &[&str] = &["EventBody", "EventType"];

/// What the generated code takes from Rust's own prelude.
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
const LOCAL: &[&str] = &["D", "H", "S", "Slots", "W"];

/// The type parameters of builders are this and a number.
pub(crate) const PARAMETER: &str = "Member";

/// Functions that an object type has besides those that read managed members.
pub(crate) const TYPE_FUNCTIONS: &[&str] = &["builder", "check", "new", "with_qoe"];

/// Whether no type may have the name.
pub(crate) fn is_type(name: &str) -> bool {
    let is_parameter = name.strip_prefix(PARAMETER).is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    is_parameter
        || [GENERATED, RUST, LOCAL].iter().any(|names| names.contains(&name))
        || LIBRARY.lines().any(|known| known == name)
        || paths::imported().any(|imported| imported == name)
}

/// Whether no constructor of an event, and so no method of the recorder, may have the name.
pub(crate) fn is_function(name: &str) -> bool {
    FUNCTIONS.lines().any(|known| known == name)
}
