//! A string literal as it was sent.

/// A string with a lone surrogate, which no Rust string holds: where it stands, and the literal as
/// it was sent.
#[derive(Clone, PartialEq)]
pub(crate) struct Original {
    /// JSON Pointer to the string, inside the event.
    pub(crate) pointer: String,
    pub(crate) literal: Box<str>,
}
