//! Original literals of strings.

/// The JSON literal of a string with a lone surrogate, which a Rust string cannot hold.
#[derive(Clone, PartialEq)]
pub(crate) struct Original {
    /// JSON Pointer to the string, from the event or the list of events.
    pub(crate) pointer: String,
    pub(crate) literal: Box<str>,
}
