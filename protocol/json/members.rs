//! The members of an object, one after the other, whatever they come from and go to.
//!
//! The generator writes one list of members for each type. The general and the fast path both
//! follow it: each brings a [`MemberSource`] that reads and a [`MemberWriter`] that writes.

use super::fast::{ReadFast, WriteFast};
use super::general::General;
use crate::event::Extra;
use crate::schema::Described;

/// An object type of the schemas.
pub(crate) trait Members: Described + Sized {
    /// Whether no key has escapes, so that each can be compared as it stands in the text.
    const HAS_PLAIN_KEYS: bool = true;

    /// The place of the member in the type's list.
    fn index(key: &[u8]) -> Option<usize>;

    fn read_members<S: MemberSource>(source: &mut S) -> Result<Self, S::Error>;

    fn write_members<W: MemberWriter>(&self, writer: &mut W) -> Result<(), W::Error>;
}

/// An object that is being read.
pub(crate) trait MemberSource {
    type Error;

    /// Goes on behind the literal, if it comes next. What cannot look ahead says no.
    fn literal<const N: usize>(&mut self, literal: &[u8; N]) -> bool;

    /// The index of the first member whose key the type knows. The value is to be read next.
    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, Self::Error>;

    /// The same of the members behind it.
    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, Self::Error>;

    /// Reads the value of a member; a second one is an error.
    fn read<T: General + ReadFast>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), Self::Error>;

    /// The end of the object.
    fn end(&mut self) -> Result<(), Self::Error>;

    /// The value of a required member.
    fn required<T>(key: &'static str, slot: Option<T>) -> Result<T, Self::Error>;

    /// The members whose keys the type does not know.
    fn take_extra(&mut self) -> Extra;
}

/// An object that is being written.
///
/// A key is given as it stands in a text, between the comma before it and the colon behind it:
/// the fast path writes all of that at once.
pub(crate) trait MemberWriter {
    type Error;

    fn member<T: General + WriteFast>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Self::Error>;

    /// Members that `T` does not know, behind those that it does.
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

/// The `params` of an event, about to be read.
pub(crate) trait ParamsSource {
    type Error;

    fn params<T: General + ReadFast>(self) -> Result<T, Self::Error>;

    /// The event type has none.
    fn no_params(&self) -> Self::Error;
}
