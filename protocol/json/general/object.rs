//! Objects on the general path.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::{Error as _, SerializeMap};
use serde::{Deserializer, Serializer};

use super::General;
use super::read::{Key, MemberKey, read_member, unknown_member};
use super::write::Writing;
use crate::constraints::{Look, obeys};
use crate::event::Extra;
use crate::json::fast::{ReadFast, WriteFast};
use crate::json::members::{MemberSource, MemberWriter, Members, ParamsSource};
use crate::schema::{Described, Mode, Shape, keys};

impl<T: Members> General for T {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        read_object(deserializer, mode)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_object(self, serializer)
    }
}

pub(crate) fn read_object<'de, T: Members, D: Deserializer<'de>>(
    deserializer: D,
    mode: Mode,
) -> Result<T, D::Error> {
    read_with_extra(deserializer, mode).map(|(read, _)| read)
}

/// Reads an object. Also returns the unknown members, if the type has no field for them.
pub(in crate::json) fn read_with_extra<'de, T: Members, D: Deserializer<'de>>(
    deserializer: D,
    mode: Mode,
) -> Result<(T, Extra), D::Error> {
    deserializer.deserialize_map(Object(mode, PhantomData))
}

pub(crate) fn write_object<T: Members, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut members = serializer.serialize_map(None)?;
    value.write_members(&mut MapWriter(&mut members))?;
    members.end()
}

struct Object<T>(Mode, PhantomData<T>);

impl<'de, T: Members> Visitor<'de> for Object<T> {
    type Value = (T, Extra);

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Self::Value, A::Error> {
        let mut source =
            MapSource { members, mode: self.0, extra: Extra::new(), lifetime: PhantomData };
        let read = T::read_members(&mut source)?;
        Ok((read, source.extra))
    }
}

struct MapSource<'de, A> {
    members: A,
    mode: Mode,
    extra: Extra,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> MemberSource for MapSource<'de, A> {
    type Error = A::Error;

    fn literal<const N: usize>(&mut self, _: &[u8; N]) -> bool {
        false
    }

    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, A::Error> {
        self.next_member::<T>()
    }

    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, A::Error> {
        let index = |key: &str| T::index(key.as_bytes());
        while let Some(key) = self.members.next_key_seed(MemberKey(index))? {
            match key {
                Key::Known(index) => return Ok(Some(index)),
                unknown => {
                    let accept = self.mode.accepts_unknown(T::SHAPE.open);
                    self.extra.read(unknown, &mut self.members, accept)?;
                }
            }
        }
        Ok(None)
    }

    fn read<T: General + ReadFast>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), A::Error> {
        read_member(slot, key, &mut self.members, self.mode)
    }

    fn read_ruled<T: General + ReadFast + Look>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
        shape: &'static Shape,
    ) -> Result<(), A::Error> {
        self.read(key, slot)?;
        match slot {
            Some(value) if !obeys(value, shape) => {
                Err(A::Error::custom(format_args!("`{key}` has a value that its schema forbids")))
            }
            _ => Ok(()),
        }
    }

    fn end(&mut self) -> Result<(), A::Error> {
        Ok(())
    }

    fn required<T>(key: &'static str, slot: Option<T>) -> Result<T, A::Error> {
        slot.ok_or_else(|| A::Error::missing_field(key))
    }

    fn take_extra(&mut self) -> Extra {
        std::mem::take(&mut self.extra)
    }
}

/// Writes members through serde.
pub(crate) struct MapWriter<'a, M>(pub(crate) &'a mut M);

impl<M: SerializeMap> MemberWriter for MapWriter<'_, M> {
    type Error = M::Error;

    fn member<T: General + WriteFast>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), M::Error> {
        // Cuts off `,"` and `":`.
        self.0.serialize_entry(&key[2..key.len() - 2], &Writing(value))
    }

    fn ruled<T: General + WriteFast + Look>(
        &mut self,
        key: &'static str,
        value: &T,
        shape: &'static Shape,
    ) -> Result<(), M::Error> {
        if obeys(value, shape) {
            self.member(key, value)
        } else {
            Err(M::Error::custom(format_args!("a value that its schema forbids, at {key}")))
        }
    }

    fn extra<T: Described>(&mut self, extra: &Extra) -> Result<(), M::Error> {
        extra.write::<T, M>(self.0)
    }
}

/// Reads the `params` of an event through serde.
pub(crate) struct BufferedParams<'de, D> {
    deserializer: D,
    mode: Mode,
    lifetime: PhantomData<&'de ()>,
}

impl<'de, D: Deserializer<'de>> BufferedParams<'de, D> {
    pub(crate) fn new(deserializer: D, mode: Mode) -> Self {
        Self { deserializer, mode, lifetime: PhantomData }
    }
}

impl<'de, D: Deserializer<'de>> ParamsSource for BufferedParams<'de, D> {
    type Error = D::Error;

    fn params<T: Members>(self) -> Result<T, D::Error> {
        T::read(self.deserializer, self.mode)
    }

    fn no_params(&self) -> D::Error {
        unknown_member(keys::PARAMS)
    }
}
