//! The two APIs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::constraints::ParseError;

/// An API of Adobe that takes media sessions.
///
/// Both take the same events. A [`Collector`](crate::Collector) speaks one of them.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Api {
    /// The Media Collection API: `/api/v1/sessions`.
    #[default]
    MediaCollection,
    /// The Media Edge API, which Adobe recommends for new work: `/ee/va/v1/sessionStart`.
    MediaEdge,
}

impl Api {
    /// Its name: `media-collection` or `media-edge`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MediaCollection => "media-collection",
            Self::MediaEdge => "media-edge",
        }
    }
}

/// Reads the names that [`as_str`](Api::as_str) has.
impl FromStr for Api {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        [Self::MediaCollection, Self::MediaEdge]
            .into_iter()
            .find(|api| api.as_str() == text)
            .ok_or(ParseError::new("the API", "is neither `media-collection` nor `media-edge`"))
    }
}

impl fmt::Display for Api {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}
