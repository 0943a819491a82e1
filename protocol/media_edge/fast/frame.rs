//! Reading what stands around the events.

use std::collections::BTreeMap;

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::generated::{AUTHENTICATED_STATES, ENVIRONMENTS};
use super::super::{keys, time};
use super::notes::Notes;
use crate::json::fast::{Cursor, Declined, ReadFast, any_object, member};

impl Envelope {
    /// Reads a member of `xdm`, if it is one of those here. `may_be_empty` is the map of identities.
    pub(super) fn read_of_xdm(
        &mut self,
        cursor: &mut Cursor<'_>,
        key: &[u8],
        may_be_empty: bool,
    ) -> Result<bool, Declined> {
        if key == keys::ID.as_bytes() {
            member(&mut self.id, cursor)?;
        } else if key == keys::IMPLEMENTATION.as_bytes() {
            member(&mut self.implementation, cursor)?;
        } else if key == keys::IDENTITY_MAP.as_bytes() {
            if !self.identities.is_empty() {
                return Err(Declined);
            }
            self.identities = BTreeMap::read_fast(cursor)?;
            // It would not be written.
            if self.identities.is_empty() && !may_be_empty {
                return Err(Declined);
            }
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Reads a member beside `xdm`, if it is one of those here.
    pub(super) fn read_beside(
        &mut self,
        cursor: &mut Cursor<'_>,
        key: &[u8],
    ) -> Result<bool, Declined> {
        let part = match key {
            _ if key == keys::META.as_bytes() => &mut self.meta,
            _ if key == keys::QUERY.as_bytes() => &mut self.query,
            _ if key == keys::DATA.as_bytes() => &mut self.data,
            _ => return Ok(false),
        };
        if part.is_some() {
            return Err(Declined);
        }
        *part = Some(any_object(cursor)?);
        Ok(true)
    }
}

impl ReadFast for Identity {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut read = Self::default();
        cursor.expect(b'{')?;
        let mut next = cursor.first_key();
        while let Some(key) = next {
            match key {
                b"id" => member(&mut read.id, cursor)?,
                b"authenticatedState" => member(&mut read.authenticated_state, cursor)?,
                b"primary" => member(&mut read.primary, cursor)?,
                _ => return Err(Declined),
            }
            next = cursor.next_key();
        }
        cursor.expect(b'}')?;
        known(read.authenticated_state.as_deref(), AUTHENTICATED_STATES)?;
        Ok(read)
    }
}

impl ReadFast for Implementation {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut read = Self::default();
        cursor.expect(b'{')?;
        let mut next = cursor.first_key();
        while let Some(key) = next {
            match key {
                b"name" => member(&mut read.name, cursor)?,
                b"version" => member(&mut read.version, cursor)?,
                b"environment" => member(&mut read.environment, cursor)?,
                _ => return Err(Declined),
            }
            next = cursor.next_key();
        }
        cursor.expect(b'}')?;
        known(read.environment.as_deref(), ENVIRONMENTS)?;
        Ok(read)
    }
}

/// Declines a value that is not one of these.
pub(super) fn known(value: Option<&str>, values: &[&str]) -> Result<(), Declined> {
    if value.is_none_or(|value| values.contains(&value)) { Ok(()) } else { Err(Declined) }
}

/// Reads a time. Notes it as it is written if the event's is written in another form.
pub(super) fn time_of(
    cursor: &mut Cursor<'_>,
    key: &'static str,
    notes: &mut Notes,
) -> Result<i64, Declined> {
    let mut ahead = cursor.clone();
    if let Some(ms) = ahead.short_text().and_then(time::usual) {
        *cursor = ahead;
        return Ok(ms);
    }
    let text = cursor.text()?;
    let ms = time::read(&text).ok_or(Declined)?;
    if !time::is_usual(&text) {
        notes.other_form(&[key], text.into_owned());
    }
    Ok(ms)
}
