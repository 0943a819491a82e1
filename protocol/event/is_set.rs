//! What a builder asks of its required members.

/// A required member that is set, and not one of the markers in its place.
#[diagnostic::on_unimplemented(
    message = "the required member `{Self}` is not set",
    label = "a required member is not set",
    note = "set it with the builder's method of the same name, before `build`"
)]
pub trait IsSet<T> {
    /// The value that was set.
    fn value(self) -> T;
}

impl<T> IsSet<T> for T {
    fn value(self) -> T {
        self
    }
}
