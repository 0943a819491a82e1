//! Strict or tolerant.

/// What happens to members and event types that the schemas do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Mode {
    /// As the back end does: every object is closed, unknown members and event types are errors,
    /// an integer is written without fraction.
    #[default]
    Strict,
    /// For relays, archives and tools: unknown members and event types are preserved and written
    /// back with the same value; `15.0` is read where the schemas want an integer.
    Tolerant,
}

impl Mode {
    /// Whether an unknown member is preserved. `open` says whether the schema allows more members.
    pub(crate) const fn keeps(self, open: bool) -> bool {
        open || matches!(self, Self::Tolerant)
    }
}
