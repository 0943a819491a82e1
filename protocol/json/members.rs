//! The members of an object, independent of the path that reads or writes them.
//!
//! The generator writes one list of members for each type. The fast and the general path both use
//! it: each implements [`MemberSource`] for reading and [`MemberWriter`] for writing.

use super::fast::{ReadFast, WriteFast};
use super::general::General;
use crate::constraints::Look;
use crate::event::Extra;
use crate::schema::{Described, Shape};

/// An object type that the schemas describe.
pub(crate) trait Members: Described + Sized {
    /// Whether no key needs escapes in JSON, so that keys can be compared as bytes of the text.
    const HAS_PLAIN_KEYS: bool = true;

    /// The index of a key in the type's list of members.
    fn index(key: &[u8]) -> Option<usize>;

    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error>;

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error>;
}

/// An object that is being read.
pub(crate) trait MemberSource {
    type Error;

    /// Skips the literal if it comes next. A source that cannot look ahead returns `false`.
    fn literal<const N: usize>(&mut self, literal: &[u8; N]) -> bool;

    /// Reads keys up to the first that the type knows, and returns its index. The caller reads the
    /// value next.
    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, Self::Error>;

    /// As [`first_member`](Self::first_member), for the members after the first.
    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, Self::Error>;

    /// Reads the value of a member. A repeated member is an error.
    fn read<T: General + ReadFast>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), Self::Error>;

    /// As [`read`](Self::read), for a value that must keep the rules in its shape.
    #[allow(dead_code, reason = "used if a schema has rules")]
    fn read_ruled<T: General + ReadFast + Look>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
        shape: &'static Shape,
    ) -> Result<(), Self::Error>;

    /// Reads the end of the object.
    fn end(&mut self) -> Result<(), Self::Error>;

    /// The value of a required member, or the error that it is missing.
    fn required<T>(key: &'static str, slot: Option<T>) -> Result<T, Self::Error>;

    /// Takes the members whose keys the type does not know.
    fn take_extra(&mut self) -> Extra;
}

/// An object that is being written.
///
/// A `key` includes its quotes, the comma before it and the colon after it (`,"ts":`), so that the
/// fast path can write all of it at once.
pub(crate) trait MemberWriter {
    type Error;

    fn member<T: General + WriteFast>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Self::Error>;

    /// Writes a value that must keep the rules in its shape.
    #[allow(dead_code, reason = "used if a schema has rules")]
    fn ruled<T: General + WriteFast + Look>(
        &mut self,
        key: &'static str,
        value: &T,
        shape: &'static Shape,
    ) -> Result<(), Self::Error>;

    /// Writes the members that `T` does not describe, after those that it does.
    fn extra<T: Described>(&mut self, extra: &Extra) -> Result<(), Self::Error>;

    #[inline]
    fn optional<T: General + WriteFast>(
        &mut self,
        key: &'static str,
        value: Option<&T>,
    ) -> Result<(), Self::Error> {
        value.map_or(Ok(()), |value| self.member(key, value))
    }
}

/// The `params` of an event, not yet read.
pub(crate) trait ParamsSource {
    type Error;

    fn params<T: Members>(self) -> Result<T, Self::Error>;

    /// The error for `params` on an event type that has none.
    fn no_params(&self) -> Self::Error;
}
