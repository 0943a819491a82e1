//! A stand-in for the fast path: reads and writes a list of keys instead of JSON.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::general::General;
use super::members::{MemberSource, MemberWriter, Members, ParamsSource};
use crate::constraints::{Look, Nullable};
use crate::event::{CustomMetadata, Extra};
use crate::schema::{Described, Shape};

#[derive(Debug)]
pub struct Declined;

/// The keys that have not been read.
pub struct Cursor<'a>(pub Vec<&'a str>);

impl<'a> Cursor<'a> {
    pub fn name(&mut self) -> Result<&'a [u8], Declined> {
        Err(Declined)
    }

    pub fn text(&mut self) -> Result<Cow<'a, str>, Declined> {
        Err(Declined)
    }

    pub fn integer(&mut self) -> Result<i64, Declined> {
        Ok(1)
    }
}

pub trait ReadFast: Sized {
    fn read_fast(_: &mut Cursor<'_>) -> Result<Self, Declined> {
        Err(Declined)
    }
}

pub trait WriteFast {
    fn write_fast(&self, _: &mut Vec<u8>) -> Result<(), Declined> {
        Ok(())
    }
}

pub fn write_string(_: &str, _: &mut Vec<u8>) -> Result<(), Declined> {
    Ok(())
}

impl<T: Members> ReadFast for T {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        T::read_members(cursor)
    }
}

impl ReadFast for String {
    fn read_fast(_: &mut Cursor<'_>) -> Result<Self, Declined> {
        Ok("read".to_owned())
    }
}

impl ReadFast for i64 {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        cursor.integer()
    }
}

impl<T: ReadFast> ReadFast for Nullable<T> {}
impl<T: ReadFast> ReadFast for Vec<T> {}
impl<T: ReadFast> ReadFast for BTreeMap<String, T> {}
impl ReadFast for serde_json::Map<String, serde_json::Value> {}
impl ReadFast for serde_json::Value {}
impl ReadFast for CustomMetadata {}
impl ReadFast for bool {}
impl ReadFast for f64 {}

impl<T: Members> WriteFast for T {}
impl<T: WriteFast> WriteFast for Nullable<T> {}
impl<T: WriteFast> WriteFast for Vec<T> {}
impl<T: WriteFast> WriteFast for BTreeMap<String, T> {}
impl WriteFast for serde_json::Map<String, serde_json::Value> {}
impl WriteFast for serde_json::Value {}
impl WriteFast for CustomMetadata {}
impl WriteFast for String {}
impl WriteFast for bool {}
impl WriteFast for f64 {}
impl WriteFast for i64 {}

impl MemberSource for Cursor<'_> {
    type Error = Declined;

    fn literal<const N: usize>(&mut self, _: &[u8; N]) -> bool {
        false
    }

    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        self.next_member::<T>()
    }

    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        next.map(|key| T::index(key.as_bytes()).ok_or(Declined)).transpose()
    }

    fn read<T: General + ReadFast>(
        &mut self,
        _: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), Declined> {
        *slot = Some(T::read_fast(self)?);
        Ok(())
    }

    fn read_ruled<T: General + ReadFast + Look>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
        _: &'static Shape,
    ) -> Result<(), Declined> {
        self.read(key, slot)
    }

    fn end(&mut self) -> Result<(), Declined> {
        Ok(())
    }

    fn required<T>(_: &'static str, slot: Option<T>) -> Result<T, Declined> {
        slot.ok_or(Declined)
    }

    fn take_extra(&mut self) -> Extra {
        Extra
    }
}

/// The keys that were written.
#[derive(Default)]
pub struct Keys(pub Vec<&'static str>);

impl MemberWriter for Keys {
    type Error = Declined;

    fn member<T: General + WriteFast>(&mut self, key: &'static str, _: &T) -> Result<(), Declined> {
        self.0.push(key);
        Ok(())
    }

    fn ruled<T: General + WriteFast + Look>(
        &mut self,
        key: &'static str,
        value: &T,
        _: &'static Shape,
    ) -> Result<(), Declined> {
        self.member(key, value)
    }

    fn extra<T: Described>(&mut self, _: &Extra) -> Result<(), Declined> {
        Ok(())
    }
}

impl ParamsSource for &mut Cursor<'_> {
    type Error = Declined;

    fn params<T: Members>(self) -> Result<T, Declined> {
        T::read_fast(self)
    }

    fn no_params(&self) -> Declined {
        Declined
    }
}
