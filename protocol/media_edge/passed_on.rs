//! Writing a tree of values with the objects that are passed on, whose members have an order.

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::envelope::Envelope;
use super::item::Item;
use super::json_object::JsonObject;
use super::keys;

/// A body or an item: a tree of values, in which the objects of an envelope are written as they are held.
pub(super) struct PassedOn<'p, T> {
    pub(super) tree: &'p Value,
    pub(super) envelope: &'p Envelope,
    /// Those of a body.
    pub(super) items: &'p [Item<T>],
}

impl<T> Serialize for PassedOn<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Value::Object(members) = self.tree else { return self.tree.serialize(serializer) };
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (key, value) in members {
            match value {
                Value::Array(trees) if key == keys::EVENTS && trees.len() == self.items.len() => {
                    map.serialize_entry(key, &List { trees, items: self.items })?;
                }
                _ => match self.object(key, value) {
                    Some(text) => map.serialize_entry(key, &text)?,
                    None => map.serialize_entry(key, value)?,
                },
            }
        }
        map.end()
    }
}

impl<T> PassedOn<'_, T> {
    /// The text of a member, if it is an object of the envelope and nothing has changed it.
    fn object(&self, key: &str, value: &Value) -> Option<&RawValue> {
        let held = match key {
            keys::DATA => &self.envelope.data,
            keys::META => &self.envelope.meta,
            keys::QUERY => &self.envelope.query,
            _ => return None,
        };
        let held = held.as_ref().filter(|held| value.as_object() == Some(&held.value()));
        serde_json::from_str(held.map(JsonObject::text)?).ok()
    }
}

struct List<'p, T> {
    trees: &'p [Value],
    items: &'p [Item<T>],
}

impl<T> Serialize for List<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.trees.len()))?;
        for (tree, item) in self.trees.iter().zip(self.items) {
            list.serialize_element(&PassedOn::<T> { tree, envelope: &item.envelope, items: &[] })?;
        }
        list.end()
    }
}
