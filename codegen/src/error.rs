//! The error of a refused schema folder.

/// Why no bindings could be generated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}#{pointer}: {problem}; {remedy}")]
#[non_exhaustive]
pub struct Error {
    /// The path of the file, beginning with the folder that was passed in.
    pub file: String,
    /// JSON Pointer to the value in the file; empty for the whole file.
    pub pointer: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// Every problem of a folder, in the order of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// Makes an error of the problems, if there are any.
    pub(crate) fn of(mut problems: Vec<Error>) -> Result<(), Self> {
        // The same place can be reached by several references.
        let mut seen = std::collections::BTreeSet::new();
        problems.retain(|error| seen.insert(error.to_string()));
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }
}

impl From<Error> for Errors {
    fn from(error: Error) -> Self {
        Self(vec![error])
    }
}

impl std::ops::Deref for Errors {
    type Target = [Error];

    fn deref(&self) -> &[Error] {
        &self.0
    }
}

/// A line for each problem.
impl std::fmt::Display for Errors {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "\n" };
            write!(to, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

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

/// Appends a reference token to a JSON Pointer, escaped according to RFC 6901.
pub(crate) fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
