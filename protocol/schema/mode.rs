//! Strict and tolerant reading and recording.

use serde::{Deserialize, Serialize};

/// How members and event types are treated that the schemas do not describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Mode {
    /// Like the back end: unknown members and event types are errors, except where a schema allows
    /// them, and `15.0` is not an integer.
    #[default]
    Strict,
    /// For relays, archives and tools: unknown members and event types are preserved and written
    /// back with the same value, and `15.0` is read as an integer.
    Tolerant,
}

impl Mode {
    /// Whether an unknown member is accepted. `open`: the schema allows other members.
    pub(crate) const fn accepts_unknown(self, open: bool) -> bool {
        open || matches!(self, Self::Tolerant)
    }
}
