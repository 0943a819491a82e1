//! Reading what stands around the events.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::generated::{AUTHENTICATED_STATES, ENVIRONMENTS};
use super::super::json_object::JsonObject;
use super::super::table::List;
use super::super::{keys, time};
use super::notes::Notes;
use super::position::{Key, object};
use crate::json::fast::{Cursor, Declined, ReadFast, member, plain_key};

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
            self.identities = identities(cursor)?;
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
        *part = Some(JsonObject::read(cursor)?);
        Ok(true)
    }
}

/// Reads the identities of each namespace.
fn identities(cursor: &mut Cursor<'_>) -> Result<BTreeMap<String, Vec<Identity>>, Declined> {
    let mut map = BTreeMap::new();
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(space) = next {
        let Entry::Vacant(place) = map.entry(plain_key(space)?.to_owned()) else {
            return Err(Declined);
        };
        // Most have one.
        let list = place.insert(Vec::with_capacity(1));
        let mut is_first = true;
        cursor.expect(b'[')?;
        while cursor.item(&mut is_first) {
            list.push(Identity::read_fast(cursor)?);
        }
        cursor.expect(b']')?;
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    Ok(map)
}

static OF_IDENTITY: List<Key> = List {
    all: &[Key(b",\"authenticatedState\":"), Key(b",\"id\":"), Key(b",\"primary\":")],
    required: 0,
    find: |key| match key {
        b"authenticatedState" => Some(0),
        b"id" => Some(1),
        b"primary" => Some(2),
        _ => None,
    },
};

impl ReadFast for Identity {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut read = Self::default();
        object(cursor, &OF_IDENTITY, |at, cursor| match at {
            0 => choice(&mut read.authenticated_state, AUTHENTICATED_STATES, cursor),
            1 => member(&mut read.id, cursor),
            _ => member(&mut read.primary, cursor),
        })?;
        Ok(read)
    }
}

/// In the order of Adobe's Web SDK. The version is all that some have.
static OF_IMPLEMENTATION: List<Key> = List {
    all: &[Key(b",\"name\":"), Key(b",\"version\":"), Key(b",\"environment\":")],
    required: 0,
    find: |key| match key {
        b"name" => Some(0),
        b"version" => Some(1),
        b"environment" => Some(2),
        _ => None,
    },
};

impl ReadFast for Implementation {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut read = Self::default();
        object(cursor, &OF_IMPLEMENTATION, |at, cursor| match at {
            0 => member(&mut read.name, cursor),
            1 => member(&mut read.version, cursor),
            _ => choice(&mut read.environment, ENVIRONMENTS, cursor),
        })?;
        Ok(read)
    }
}

/// Reads the value of a member that is one of these. Declines a repeated member.
fn choice(
    place: &mut Option<Cow<'static, str>>,
    values: &'static [&'static str],
    cursor: &mut Cursor<'_>,
) -> Result<(), Declined> {
    let name = cursor.name()?;
    let value = values.iter().find(|value| value.as_bytes() == name).ok_or(Declined)?;
    if place.replace(Cow::Borrowed(value)).is_some() { Err(Declined) } else { Ok(()) }
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
