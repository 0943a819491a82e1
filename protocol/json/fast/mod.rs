//! A reader and a writer for plain JSON text that the generated types have for themselves,
//! several times as fast as general ones because they give up where anything is out of the
//! ordinary.
//!
//! The reader takes what nearly every event is made of and [declines](Declined) the rest, without
//! saying why: large numbers and exponents, members that nobody expects, and whatever is wrong.
//! Then the general reader begins anew; it alone decides what is refused, and what is said of it.
//! So whatever is read here has to be read there too, with the same value.
//!
//! The writer declines members that the types do not have, and what cannot be encoded as JSON. Then
//! serde's writes all of it, or says what is wrong; both write the same bytes.

mod batch;
mod cursor;
mod digits;
mod event;
mod metadata;
mod object;
mod scan;
mod values;
mod write;

pub(in crate::json) use batch::{batch, elements, event, lines, read_at};
pub(crate) use cursor::Cursor;
pub(crate) use object::TextWriter;
pub(crate) use scan::is_plain;
pub(crate) use values::member;
pub(crate) use write::{WriteFast, close, close_array, write_string};

/// A one in each byte.
const ONES: u64 = u64::MAX / 255;

/// The text or the value holds something that is left to the general reader or writer.
#[derive(Debug)]
pub(crate) struct Declined;

/// A value that is read straight from plain text.
pub(crate) trait ReadFast: Sized {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined>;
}
