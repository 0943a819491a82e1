//! The bound that makes `build` require every required member.

/// Implemented by the value of a required member, and not by the marker type of an unset one.
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
