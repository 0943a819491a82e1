//! Why a text could not be read as events.

use serde_json::error::Category;

use crate::constraints::{Keyword, Violations};

/// Why a text could not be read as events.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text is larger than the policy allows. It was not read.
    #[error("the text is too large: {0}")]
    TooLarge(Violations),
    /// The text is not UTF-8 or not JSON.
    #[error("the text cannot be read: {0}")]
    Unreadable(Violations),
    /// The text is JSON, but violates the schemas.
    #[error("the text violates the schemas: {0}")]
    Invalid(Violations),
}

impl DecodeError {
    /// Every violation, in the order of the text. There is at least one.
    #[must_use]
    pub fn violations(&self) -> &Violations {
        match self {
            Self::TooLarge(list) | Self::Unreadable(list) | Self::Invalid(list) => list,
        }
    }
}

/// What serde_json's error says of a text. Its own message is used for syntax errors only: for data errors it
/// may contain a value.
pub(crate) fn unreadable(error: &serde_json::Error) -> (Keyword, String) {
    let place = format!("at line {} column {}", error.line(), error.column());
    let text = error.to_string();
    if text.starts_with("recursion limit exceeded") {
        return (Keyword::Depth, format!("has objects and arrays nested too deeply {place}"));
    }
    if text.starts_with("number out of range") {
        let message = format!("has a number out of range {place}: at most 1.7e308 can be read");
        return (Keyword::Json, message);
    }
    match error.classify() {
        Category::Syntax | Category::Eof => (Keyword::Json, format!("is not JSON: {text}")),
        Category::Data | Category::Io => (Keyword::Json, format!("cannot be read {place}")),
    }
}
