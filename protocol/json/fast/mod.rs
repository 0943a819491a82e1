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
#[cfg(feature = "edge")]
mod compact;
#[cfg(feature = "edge")]
mod copy;
mod cursor;
mod digits;
mod event;
#[cfg(feature = "edge")]
mod keys;
mod metadata;
mod object;
mod scan;
mod values;
mod write;

#[cfg(feature = "edge")]
pub(crate) use any::{any, any_object, any_object_of_depth};
pub(in crate::json) use batch::{batch, elements, event, lines, read_at};
#[cfg(feature = "edge")]
pub(crate) use compact::compact_object;
#[cfg(feature = "edge")]
pub(crate) use copy::copy_object;
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

    /// Reads a number that is written as an integer, if it is valid.
    #[cfg(feature = "edge")]
    fn read_integer(
        cursor: &mut Cursor<'_>,
        is_valid: impl Fn(i64) -> bool,
    ) -> Result<Self, Declined> {
        let mut ahead = cursor.clone();
        let number = ahead.integer()?;
        let value = Self::read_fast(cursor)?;
        let is_whole = cursor.position() == ahead.position();
        if is_whole && is_valid(number) { Ok(value) } else { Err(Declined) }
    }
}
