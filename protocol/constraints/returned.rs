//! Errors that return a value to the caller.

use std::error::Error;
use std::fmt;

/// An error together with the value that could not be used.
///
/// `Display` and `source` are those of the error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned<T, E> {
    /// The value that was passed in, unchanged.
    pub value: T,
    /// Why it could not be used.
    pub error: E,
}

impl<T, E> Returned<T, E> {
    pub(crate) const fn new(value: T, error: E) -> Self {
        Self { value, error }
    }
}

impl<T, E: fmt::Display> fmt::Display for Returned<T, E> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(to)
    }
}

impl<T: fmt::Debug, E: Error> Error for Returned<T, E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
