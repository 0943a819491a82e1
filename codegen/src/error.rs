//! What a refused schema folder is told.

/// Why no bindings could be made: the file, the place in it, what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}#{pointer}: {problem}; {remedy}")]
#[non_exhaustive]
pub struct Error {
    /// The file, as reached from the folder that was given.
    pub file: String,
    /// JSON Pointer to the place in the file; empty for the file as a whole.
    pub pointer: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

impl Error {
    pub(crate) fn new(
        file: impl Into<String>,
        pointer: impl Into<String>,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            file: file.into(),
            pointer: pointer.into(),
            problem: problem.into(),
            remedy: remedy.into(),
        }
    }
}

/// Appends one reference token to a JSON Pointer, escaped as RFC 6901 says.
pub(crate) fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
