//! What a reporting field is: its names, how certain its rule is, and where the rule comes from.

use std::fmt;

/// How certain a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Certainty {
    /// The rule is documented exactly, and nothing in this session makes its result doubtful.
    Exact,
    /// The rule is documented roughly, or the documents leave open what it gives for this session.
    Rough,
    /// The rule is not documented; it is inferred from samples and from Adobe's own clients.
    Inferred,
}

impl Certainty {
    /// The certainty in lower case.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rough => "rough",
            Self::Inferred => "inferred",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

/// A field of the reporting records: a metric or a dimension.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The path below `mediaReporting` in XDM, such as `sessionDetails.timePlayed`. An entry of a
    /// list is written `states[].time` here; a [`Value`](super::Value) has its name.
    pub xdm: &'static str,
    /// The variable in Adobe Analytics, such as `a.media.timePlayed`; empty if there is none.
    pub variable: &'static str,
    /// The name that Analytics and Customer Journey Analytics show.
    pub name: &'static str,
    /// How certain the rule is, whatever the session is.
    pub certainty: Certainty,
    /// The rule, in a sentence.
    pub rule: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
    /// Whether it is a metric, which reports sum over sessions, and not a dimension.
    pub is_metric: bool,
    /// Whether Adobe Analytics shows it only if the customer has a processing rule for the variable.
    pub needs_processing_rule: bool,
}

impl Field {
    /// The object of the record that has the field, such as `sessionDetails`.
    #[must_use]
    pub fn object(&self) -> &'static str {
        self.xdm.split(['.', '[']).next().unwrap_or_default()
    }

    /// The name of the member in this object.
    #[must_use]
    pub fn member(&self) -> &'static str {
        self.xdm.rsplit('.').next().unwrap_or_default()
    }

    pub(super) const fn new(
        xdm: &'static str,
        variable: &'static str,
        name: &'static str,
        rule: &'static str,
    ) -> Self {
        let source = "metrics and dimensions reference";
        let certainty = Certainty::Exact;
        Self {
            xdm,
            variable,
            name,
            certainty,
            rule,
            source,
            is_metric: true,
            needs_processing_rule: false,
        }
    }

    pub(super) const fn rough(self) -> Self {
        Self { certainty: Certainty::Rough, ..self }
    }

    pub(super) const fn inferred(self) -> Self {
        Self { certainty: Certainty::Inferred, ..self }
    }

    pub(super) const fn dimension(self) -> Self {
        Self { is_metric: false, ..self }
    }

    pub(super) const fn source(self, source: &'static str) -> Self {
        Self { source, ..self }
    }

    pub(super) const fn by_processing_rule(self) -> Self {
        Self { needs_processing_rule: true, ..self }
    }
}
