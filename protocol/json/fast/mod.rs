//! The fast path: reads and writes the usual form of JSON, and returns [`Declined`] for anything
//! else, which the general path then handles. It is several times as fast.
//!
//! The reader declines large numbers, exponents, unknown members and everything invalid, without a
//! reason. The general path then reads the text from the start and makes the error if there is one.
//! Everything that is read here must have the same value on the general path.
//!
//! The writer declines unknown members and values that JSON cannot express. serde then writes the
//! whole value or makes the error. Both writers write the same bytes.

#[cfg(feature = "edge")]
mod any;
mod batch;
mod cursor;
mod digits;
mod event;
mod metadata;
mod object;
mod scan;
mod values;
mod write;

#[cfg(feature = "edge")]
pub(crate) use any::{any, any_object};
pub(in crate::json) use batch::{batch, elements, event, lines, read_at};
pub(crate) use cursor::Cursor;
#[cfg(feature = "edge")]
pub(crate) use cursor::EXACT;
#[cfg(feature = "edge")]
pub(crate) use digits::pair;
#[cfg(feature = "edge")]
pub(crate) use event::assemble;
pub(crate) use object::TextWriter;
pub(crate) use scan::is_plain;
pub(crate) use values::member;
#[cfg(feature = "edge")]
pub(crate) use values::plain_key;
pub(crate) use write::{WriteFast, close, close_array, write_string};

/// The value 1 in each byte.
const ONES: u64 = u64::MAX / 255;

/// The text or the value needs the general path.
#[derive(Debug)]
pub(crate) struct Declined;

/// A type that the fast path can read.
pub(crate) trait ReadFast: Sized {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined>;
}
