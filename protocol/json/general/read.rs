//! Reading values and members on the general path.

use std::collections::{BTreeMap, btree_map};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serializer};
use serde_json::{Map, Value};

use super::General;
use super::write::Writing;
use crate::event::{CustomMetadata, INTEGERS_MAY_HAVE_POINT};
use crate::json::number_text;
use crate::schema::{Mode, whole_number};

/// A key of an object: the index of a known member, or the text of an unknown one.
pub(crate) enum Key {
    Known(usize),
    Unknown(String),
}

/// Reads a key with the type's own lookup.
pub(crate) struct MemberKey(pub(crate) fn(&str) -> Option<usize>);

impl<'de> DeserializeSeed<'de> for MemberKey {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for MemberKey {
    type Value = Key;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a member's key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok((self.0)(key).map_or_else(|| Key::Unknown(key.to_owned()), Key::Known))
    }
}

/// Reads a value in the given mode.
pub(crate) struct Reading<T>(Mode, PhantomData<T>);

impl<T> Reading<T> {
    pub(crate) const fn new(mode: Mode) -> Self {
        Self(mode, PhantomData)
    }
}

impl<'de, T: General> DeserializeSeed<'de> for Reading<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, self.0)
    }
}

/// Reads the value of a known member. A repeated member is an error.
pub(crate) fn read_member<'de, T: General, A: MapAccess<'de>>(
    place: &mut Option<T>,
    key: &'static str,
    members: &mut A,
    mode: Mode,
) -> Result<(), A::Error> {
    if place.is_some() {
        return Err(A::Error::duplicate_field(key));
    }
    *place = Some(members.next_value_seed(Reading::new(mode))?);
    Ok(())
}

pub(crate) fn unknown_member<E: Error>(key: &str) -> E {
    E::custom(format_args!("unknown member `{key}`"))
}

/// Reads one of a closed set of strings.
pub(crate) fn read_name<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Name<T>(PhantomData<T>);

    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Name<T> {
        type Value = T;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("one of the schema's strings")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Name(PhantomData))
}

/// Reads any object. Its members are preserved if `accept` is set, and errors otherwise.
pub(crate) fn read_any_object<'de, D: Deserializer<'de>>(
    deserializer: D,
    accept: bool,
) -> Result<Map<String, Value>, D::Error> {
    struct AnyObject(bool);

    impl<'de> Visitor<'de> for AnyObject {
        type Value = Map<String, Value>;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut object = Map::new();
            while let Some(key) = members.next_key::<String>()? {
                if !self.0 {
                    return Err(unknown_member(&key));
                }
                let value = members.next_value()?;
                if object.insert(key, value).is_some() {
                    return Err(A::Error::custom("duplicate member"));
                }
            }
            Ok(object)
        }
    }

    deserializer.deserialize_map(AnyObject(accept))
}

macro_rules! plain {
    ($($type:ty),*) => {$(
        impl General for $type {
            fn read<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: Mode,
            ) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(self, serializer)
            }
        }
    )*};
}

plain!(String, bool, Value);

impl General for i64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        match mode {
            Mode::Strict if !INTEGERS_MAY_HAVE_POINT => Self::deserialize(deserializer),
            Mode::Strict | Mode::Tolerant => deserializer.deserialize_any(WholeNumber),
        }
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(*self)
    }
}

/// Reads an integer that may be written as `15.0`.
struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = i64;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        number.try_into().map_err(|_| E::custom("an integer that does not fit 64 bits"))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<i64, E> {
        whole_number(number).ok_or_else(|| E::custom("a number with a fraction"))
    }
}

impl General for f64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: Mode) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number_text::write(*self, serializer)
    }
}

impl General for CustomMetadata {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: Mode) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(self, serializer)
    }
}

impl General for Map<String, Value> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, _: Mode) -> Result<Self, D::Error> {
        read_any_object(deserializer, true)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde::Serialize::serialize(self, serializer)
    }
}

impl<T: General> General for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        struct Items<T>(Mode, PhantomData<T>);

        impl<'de, T: General> Visitor<'de> for Items<T> {
            type Value = Vec<T>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an array")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
                let mut read = Vec::new();
                while let Some(item) = items.next_element_seed(Reading::new(self.0))? {
                    read.push(item);
                }
                Ok(read)
            }
        }

        deserializer.deserialize_seq(Items(mode, PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Writing))
    }
}

impl<T: General> General for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, mode: Mode) -> Result<Self, D::Error> {
        struct Entries<T>(Mode, PhantomData<T>);

        impl<'de, T: General> Visitor<'de> for Entries<T> {
            type Value = BTreeMap<String, T>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
                let mut read = BTreeMap::new();
                while let Some(key) = entries.next_key::<String>()? {
                    match read.entry(key) {
                        btree_map::Entry::Vacant(place) => {
                            place.insert(entries.next_value_seed(Reading::new(self.0))?);
                        }
                        btree_map::Entry::Occupied(_) => {
                            return Err(A::Error::custom("duplicate member"));
                        }
                    }
                }
                Ok(read)
            }
        }

        deserializer.deserialize_map(Entries(mode, PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(key, value)| (key, Writing(value))))
    }
}
