//! Finds repeated members of an object. serde_json silently uses the last one.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::error::below;

/// JSON Pointer to the first member that repeats a key of its object.
pub(crate) fn member(text: &str) -> serde_json::Result<Option<String>> {
    Repeated(String::new()).deserialize(&mut serde_json::Deserializer::from_str(text))
}

/// Reads the value at a pointer, and returns the pointer of a repeated member inside it.
struct Repeated(String);

impl<'de> DeserializeSeed<'de> for Repeated {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<Self::Value, D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Repeated {
    type Value = Option<String>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        for at in 0.. {
            let Some(inside) = items.next_element_seed(Self(below(&self.0, &at.to_string())))?
            else {
                break;
            };
            found = found.or(inside);
        }
        Ok(found)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let (mut names, mut found) = (BTreeSet::new(), None);
        while let Some(name) = members.next_key::<String>()? {
            let pointer = below(&self.0, &name);
            let inside = members.next_value_seed(Self(pointer.clone()))?;
            let here = (!names.insert(name)).then_some(pointer);
            found = found.or(here).or(inside);
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::member;

    #[test]
    fn only_members_of_one_object_are_repeated() {
        let found = |text| member(text).ok().flatten();
        assert_eq!(found(r#"{"a":{"a":1},"b":[{"a":null},{"a":"x"}],"c":-1.5,"d":true}"#), None);
        assert_eq!(found(r#"{"a":[1,{"b/c":2,"b\/c":3}]}"#).as_deref(), Some("/a/1/b~1c"));
        assert_eq!(found(r#"{"a":1,"a":{"b":1,"b":2}}"#).as_deref(), Some("/a"));
    }
}
