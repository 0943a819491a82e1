//! The fast path: reads and writes the usual form of JSON, and returns [`Declined`] for anything
//! else, which the general path then handles. It is several times as fast.
//!
//! The reader takes what nearly every event is made of and declines the rest, without saying why:
//! large numbers and exponents, unknown members, and whatever is wrong. Then the general path begins
//! again; it alone decides what is refused, and why. So whatever is read here must be read there
//! too, with the same value.
//!
//! The writer declines unknown members, and what cannot be encoded as JSON. Then serde writes all of
//! it, or says what is wrong; both write the same bytes.

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
