//! Errors that hand something back.

use std::error::Error;
use std::fmt;

/// An error that hands back what could not be used.
///
/// It displays, and has the source, of the error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned<T, E> {
    /// What was handed in, unchanged.
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
