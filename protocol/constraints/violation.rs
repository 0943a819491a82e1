//! Violations: pointer, keyword and message, never the value itself.

use std::fmt;

/// The kind of constraint that a value violates.
///
/// The first group are JSON Schema keywords, the second reasons why a text is unreadable, the third
/// sender constraints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Keyword {
    /// The value has another JSON type.
    Type,
    /// A required member is missing; the pointer names it.
    Required,
    /// The schemas do not allow the member.
    AdditionalProperties,
    /// The value is not one of the allowed ones.
    Enum,
    /// The value is not the only one allowed.
    Const,
    /// The number is not greater than its exclusive minimum.
    ExclusiveMinimum,
    /// The number is not less than its exclusive maximum.
    ExclusiveMaximum,
    /// The string is too long.
    MaxLength,

    /// The text is not JSON.
    Json,
    /// The text is not UTF-8.
    Utf8,
    /// Objects and arrays are nested too deeply.
    Depth,
    /// A member occurs more than once in its object.
    Duplicate,
    /// The text has more bytes or events than the policy allows.
    Limit,

    /// The number is less than its minimum.
    Minimum,
    /// The number is greater than its maximum.
    Maximum,
    /// The string is too short.
    MinLength,
    /// The string has characters that are not allowed, or another form.
    Pattern,
    /// The number is infinite or NaN, which JSON cannot express.
    Finite,
    /// The key has a prefix that is reserved for Adobe.
    Reserved,
    /// A key in `extra` has a field of its own.
    Shadowed,
}

impl Keyword {
    /// The keyword as a string: the JSON Schema keyword if there is one.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Required => "required",
            Self::AdditionalProperties => "additionalProperties",
            Self::Enum => "enum",
            Self::Const => "const",
            Self::ExclusiveMinimum => "exclusiveMinimum",
            Self::ExclusiveMaximum => "exclusiveMaximum",
            Self::MaxLength => "maxLength",
            Self::Json => "json",
            Self::Utf8 => "utf8",
            Self::Depth => "depth",
            Self::Duplicate => "duplicate",
            Self::Limit => "limit",
            Self::Minimum => "minimum",
            Self::Maximum => "maximum",
            Self::MinLength => "minLength",
            Self::Pattern => "pattern",
            Self::Finite => "finite",
            Self::Reserved => "reserved",
            Self::Shadowed => "shadowed",
        }
    }
}

impl fmt::Display for Keyword {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.as_str())
    }
}

/// A constraint violation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// JSON Pointer (RFC 6901) to the value or to the missing member. Empty for the whole text.
    pub pointer: String,
    /// The kind of constraint.
    pub keyword: Keyword,
    /// What is wrong. The message can contain keys, but never a value.
    pub message: String,
}

impl Violation {
    pub(crate) fn new(
        pointer: impl Into<String>,
        keyword: Keyword,
        message: impl Into<String>,
    ) -> Self {
        Self { pointer: pointer.into(), keyword, message: message.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() { "(whole text)" } else { &self.pointer };
        write!(to, "{pointer}: {} ({})", self.message, self.keyword)
    }
}

/// The violations that were found, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Violations {
    list: Vec<Violation>,
    more: usize,
}

impl Violations {
    pub(crate) fn new(list: Vec<Violation>, more: usize) -> Self {
        Self { list, more }
    }

    /// How many more were found: a policy limits the length of the list.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }
}

impl std::ops::Deref for Violations {
    type Target = [Violation];

    fn deref(&self) -> &[Violation] {
        &self.list
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

/// One line with the first three violations and the number of the others.
impl fmt::Display for Violations {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 3;
        for (at, violation) in self.list.iter().take(SHOWN).enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(to, "{separator}{violation}")?;
        }
        match (self.list.len() + self.more).saturating_sub(SHOWN) {
            0 => Ok(()),
            rest => write!(to, "; and {rest} more"),
        }
    }
}

/// Appends a member's key to a JSON Pointer.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for letter in key.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Appends an array index to a JSON Pointer.
pub(crate) fn push_index(pointer: &mut String, index: usize) {
    pointer.push('/');
    pointer.push_str(&index.to_string());
}
