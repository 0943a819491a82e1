//! A stand-in for the general path, which these tests do not use.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::members::Members;
use crate::event::CustomMetadata;
use crate::schema::Mode;

pub trait General: Sized {
    fn read<'de, D: Deserializer<'de>>(_: D, _: Mode) -> Result<Self, D::Error> {
        Err(D::Error::custom("not here"))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<T: Members> General for T {}
impl<T: General> General for crate::constraints::Nullable<T> {}
impl<T: General> General for Vec<T> {}
impl<T: General> General for BTreeMap<String, T> {}
impl General for serde_json::Map<String, serde_json::Value> {}
impl General for serde_json::Value {}
impl General for CustomMetadata {}
impl General for String {}
impl General for bool {}
impl General for f64 {}
impl General for i64 {}

pub fn read_object<'de, T: Members, D: Deserializer<'de>>(_: D, _: Mode) -> Result<T, D::Error> {
    Err(D::Error::custom("not here"))
}

pub fn read_name<'de, T: FromStr, D: Deserializer<'de>>(_: D) -> Result<T, D::Error> {
    Err(D::Error::custom("not here"))
}

pub fn write_object<T: Members, S: Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_unit()
}
