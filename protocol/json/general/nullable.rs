//! Reading and writing values that may be `null`, on the general path.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

use super::General;
use crate::constraints::Nullable;
use crate::schema::Mode;

impl<T: General> General for Nullable<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        struct Value<T>(Mode, PhantomData<T>);

        impl<'de, T: General> Visitor<'de> for Value<T> {
            type Value = Nullable<T>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("null or a value")
            }

            fn visit_none<E: Error>(self) -> Result<Nullable<T>, E> {
                Ok(Nullable::Null)
            }

            fn visit_unit<E: Error>(self) -> Result<Nullable<T>, E> {
                Ok(Nullable::Null)
            }

            fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Nullable<T>, D::Error> {
                T::read(value, self.0).map(Nullable::Value)
            }
        }

        deserializer.deserialize_option(Value(mode, PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Value(value) => value.write(serializer),
        }
    }
}
