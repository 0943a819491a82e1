//! Strict or tolerant.

/// How to treat what the schema documents do not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Mode {
    /// As the back end does: every object is closed, unknown members and event types are
    /// refused, an integer is written without fraction.
    #[default]
    Strict,
    /// For relays, archives and tools: unknown members and event types are kept and written
    /// back with the same value; `15.0` is read where the documents want an integer.
    Tolerant,
}

impl Mode {
    /// Whether an unknown member is kept, given whether the documents leave the object open.
    pub(crate) const fn keeps(self, open: bool) -> bool {
        open || matches!(self, Self::Tolerant)
    }
}
