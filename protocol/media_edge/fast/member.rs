//! The members of an event: what it is, when, and what it holds.

use super::super::forms::PREFIX;
use super::super::keys;
use super::super::table::Plan;
use crate::json::fast::{Cursor, Declined};

/// A member of what an event is.
pub(super) enum Member<'a> {
    Type,
    Time,
    Media,
    Other(&'a [u8]),
}

impl<'a> Member<'a> {
    /// The next member of an event of its own.
    #[inline(always)]
    pub(super) fn of_open(
        cursor: &mut Cursor<'a>,
        is_first: bool,
    ) -> Result<Option<Self>, Declined> {
        // As this crate and Adobe's Web SDK write them.
        Ok(Some(match is_first {
            true if cursor.literal(b"{\"eventType\":") => Self::Type,
            true if cursor.literal(b"{\"timestamp\":") => Self::Time,
            true => {
                cursor.expect(b'{')?;
                let key = cursor.first_key();
                return Ok(key.map(|key| Self::of(key, keys::EVENT_TYPE, keys::TIMESTAMP)));
            }
            false if cursor.literal(b",\"mediaCollection\":") => Self::Media,
            false if cursor.literal(b",\"timestamp\":") => Self::Time,
            false if cursor.literal(b",\"eventType\":") => Self::Type,
            false => {
                let key = cursor.next_key();
                return Ok(key.map(|key| Self::of(key, keys::EVENT_TYPE, keys::TIMESTAMP)));
            }
        }))
    }

    /// The next member of an event of a downloaded session.
    #[inline(always)]
    pub(super) fn of_inner(
        cursor: &mut Cursor<'a>,
        is_first: bool,
    ) -> Result<Option<Self>, Declined> {
        // As this crate writes them, or as the contract lists them.
        Ok(Some(match is_first {
            true if cursor.literal(b"{\"mediaCollection\":") => Self::Media,
            true if cursor.literal(b"{\"mediaEventTimestamp\":") => Self::Time,
            true => {
                cursor.expect(b'{')?;
                let key = cursor.first_key();
                return Ok(key.map(|key| Self::of(key, keys::INNER_TYPE, keys::INNER_TIME)));
            }
            false if cursor.literal(b",\"mediaEventTimestamp\":") => Self::Time,
            false if cursor.literal(b",\"mediaEventType\":") => Self::Type,
            false => {
                let key = cursor.next_key();
                return Ok(key.map(|key| Self::of(key, keys::INNER_TYPE, keys::INNER_TIME)));
            }
        }))
    }

    #[inline(never)]
    fn of(key: &'a [u8], of_type: &str, of_time: &str) -> Self {
        match key {
            _ if key == keys::MEDIA_COLLECTION.as_bytes() => Self::Media,
            _ if key == of_type.as_bytes() => Self::Type,
            _ if key == of_time.as_bytes() => Self::Time,
            _ => Self::Other(key),
        }
    }
}

/// Reads the name of an event type, without the prefix.
pub(super) fn event_type<'a>(cursor: &mut Cursor<'a>) -> Result<&'a [u8], Declined> {
    cursor.name()?.strip_prefix(PREFIX.as_bytes()).ok_or(Declined)
}

/// Reads the name of an event type, which must be that of the plan.
#[inline]
pub(super) fn is_of(plan: &Plan, cursor: &mut Cursor<'_>) -> Result<bool, Declined> {
    if is_likely(plan, cursor) || event_type(cursor)? == plan.name.as_bytes() {
        Ok(true)
    } else {
        Err(Declined)
    }
}

/// Reads the name of an event type if it is that of the plan, without white space before it.
#[inline]
pub(super) fn is_likely(plan: &Plan, cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let is_it = ahead.literal(b"\"")
        && ahead.skip(PREFIX.as_bytes())
        && ahead.skip(plan.name.as_bytes())
        && ahead.literal(b"\"");
    if is_it {
        *cursor = ahead;
    }
    is_it
}
