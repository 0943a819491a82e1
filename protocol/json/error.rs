//! Why a text could not be read as events.

use crate::constraints::Violations;

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
