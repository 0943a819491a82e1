//! A reader for plain JSON text that the generated types have for themselves, several times as
//! fast as a general one because it gives up where anything is out of the ordinary.
//!
//! It takes what nearly every event is made of and [declines](Declined) the rest, without saying
//! why: large numbers and exponents, members that nobody expects, and whatever is wrong. Then
//! the general reader begins anew; it alone decides what is refused, and what is said of it.
//! So whatever is read here has to be read there too, with the same value.

mod cursor;
mod digits;
mod values;

pub(crate) use cursor::Cursor;
pub(crate) use values::member;

/// The text holds something that is left to the general reader.
#[derive(Debug)]
pub(crate) struct Declined;

/// A value that is read straight from plain text.
pub(crate) trait Direct: Sized {
    fn read_direct(cursor: &mut Cursor<'_>) -> Result<Self, Declined>;
}
