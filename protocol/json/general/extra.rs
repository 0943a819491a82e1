//! Reading and writing members that the schemas do not describe.

use serde::de::{Error as _, IgnoredAny, MapAccess};
use serde::ser::{Error as _, SerializeMap};
use serde_json::Value;

use super::read::Key;
use crate::event::Extra;
use crate::schema::Described;

impl Extra {
    /// Reads an unknown member: into `self` if `accept` is set, as an error otherwise.
    pub(crate) fn read<'de, A: MapAccess<'de>>(
        &mut self,
        key: Key,
        members: &mut A,
        accept: bool,
    ) -> Result<(), A::Error> {
        let Key::Unknown(key) = key else {
            return members.next_value::<IgnoredAny>().map(drop);
        };
        if !accept {
            return Err(A::Error::custom(format_args!("unknown member `{key}`")));
        }
        if self.get(&key).is_some() {
            return Err(A::Error::custom(format_args!("duplicate member `{key}`")));
        }
        let value: Value = members.next_value()?;
        self.insert(key, value);
        Ok(())
    }

    /// Writes the members after those of `T`.
    pub(crate) fn write<T: Described, M: SerializeMap>(
        &self,
        members: &mut M,
    ) -> Result<(), M::Error> {
        for (key, value) in self.iter() {
            if T::SHAPE.member(key).is_some() {
                return Err(M::Error::custom(format_args!(
                    "`{key}` in `extra` of {} has a field of its own",
                    T::SHAPE.name
                )));
            }
            members.serialize_entry(key, value)?;
        }
        Ok(())
    }
}
