//! Reading the values of members on the fast path.

use std::collections::{BTreeMap, btree_map};

use serde_json::{Map, Value};

use super::{Cursor, Declined, ReadFast, is_plain};
use crate::constraints::Nullable;
use crate::event::QoeData;

/// Reads the value of a member. Declines a repeated member.
#[inline]
pub(crate) fn member<T: ReadFast>(
    place: &mut Option<T>,
    cursor: &mut Cursor<'_>,
) -> Result<(), Declined> {
    if place.is_some() {
        return Err(Declined);
    }
    *place = Some(T::read_fast(cursor)?);
    Ok(())
}

/// Any key without escapes.
pub(crate) fn plain_key(key: &[u8]) -> Result<&str, Declined> {
    if !is_plain(key) {
        return Err(Declined);
    }
    std::str::from_utf8(key).map_err(|_| Declined)
}

impl ReadFast for String {
    #[inline]
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.string()
    }
}

impl ReadFast for f64 {
    #[inline]
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.number()
    }

    #[cfg(feature = "edge")]
    #[inline]
    fn read_integer(
        cursor: &mut Cursor<'_>,
        is_valid: impl Fn(i64) -> bool,
    ) -> Result<Self, Declined> {
        let number = i64::read_integer(cursor, is_valid)?;
        #[allow(clippy::cast_precision_loss, reason = "as in any number of these digits")]
        Ok(number as Self)
    }
}

impl ReadFast for i64 {
    #[inline]
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.integer()
    }

    #[cfg(feature = "edge")]
    #[inline]
    fn read_integer(
        cursor: &mut Cursor<'_>,
        is_valid: impl Fn(i64) -> bool,
    ) -> Result<Self, Declined> {
        cursor
            .integer()
            .and_then(|number| if is_valid(number) { Ok(number) } else { Err(Declined) })
    }
}

impl ReadFast for bool {
    #[inline]
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.boolean()
    }
}

/// Always declines: a value of any form can be nested without limit.
impl ReadFast for Value {
    fn read_fast(_: &mut Cursor<'_>) -> Result<Self, Declined> {
        Err(Declined)
    }
}

impl ReadFast for Map<String, Value> {
    fn read_fast(_: &mut Cursor<'_>) -> Result<Self, Declined> {
        Err(Declined)
    }
}

impl<T: ReadFast> ReadFast for Nullable<T> {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.peek();
        if cursor.literal(b"null") {
            return Ok(Self::Null);
        }
        T::read_fast(cursor).map(Self::Value)
    }
}

/// The type in which an event stores it.
impl ReadFast for Box<QoeData> {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        QoeData::read_fast(cursor).map(Self::new)
    }
}

impl<T: ReadFast> ReadFast for Vec<T> {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut items = Self::new();
        let mut first = true;
        cursor.expect(b'[')?;
        while cursor.item(&mut first) {
            items.push(T::read_fast(cursor)?);
        }
        cursor.expect(b']')?;
        Ok(items)
    }
}

impl<T: ReadFast> ReadFast for BTreeMap<String, T> {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut entries = Self::new();
        cursor.expect(b'{')?;
        let mut next = cursor.first_key();
        while let Some(key) = next {
            let btree_map::Entry::Vacant(place) = entries.entry(plain_key(key)?.to_owned()) else {
                return Err(Declined);
            };
            place.insert(T::read_fast(cursor)?);
            next = cursor.next_key();
        }
        cursor.expect(b'}')?;
        Ok(entries)
    }
}
