//! A JSON object that nothing here looks into.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::json::fast::{
    Cursor, Declined, any_object, any_object_of_depth, compact_object, copy_object,
};

/// A JSON object of any members, held as text: a relay passes it on without a tree of values, and with the
/// members in their order.
///
/// Equal are objects with the same values, in any order. `Debug` shows keys and hides values, which may be personal.
///
/// ```
/// use media_collection::edge::JsonObject;
/// use serde_json::{Map, json};
///
/// let object = JsonObject::from(Map::from_iter([("state".to_owned(), json!({"entries": []}))]));
/// assert_eq!(object.value()["state"]["entries"], json!([]));
/// ```
#[derive(Clone)]
pub struct JsonObject {
    /// As `serde_json` writes it: without white space and equal keys. The members are in any order.
    text: Cow<'static, str>,
}

/// What Adobe's clients ask for with nearly every request: to know it costs less than to keep it.
const USUAL: &str = r#"{"identity":{"fetch":["ECID"]}}"#;

impl PartialEq for JsonObject {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || self.value() == other.value()
    }
}

impl Eq for JsonObject {}

impl JsonObject {
    /// The members.
    #[must_use]
    pub fn value(&self) -> Map<String, Value> {
        // It was an object when it was read, so it is one.
        any_object_of_depth(&mut Cursor::new(&self.text), usize::MAX).unwrap_or_default()
    }

    /// Reads the next object of a text.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        if cursor.skip(USUAL.as_bytes()) {
            return Ok(Self { text: USUAL.into() });
        }
        if let Some(text) = compact_object(cursor) {
            return Ok(Self { text: text.to_owned().into() });
        }
        let mut text = Vec::new();
        let mut ahead = cursor.clone();
        if copy_object(&mut ahead, &mut text).is_ok()
            && let Ok(text) = String::from_utf8(text)
        {
            *cursor = ahead;
            return Ok(Self { text: text.into() });
        }
        any_object(cursor).map(Self::from)
    }

    /// The object as it is written.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes it has as text.
    pub(super) fn bytes(&self) -> usize {
        self.text.len()
    }

    pub(super) fn write(&self, text: &mut Vec<u8>) {
        text.extend_from_slice(self.text.as_bytes());
    }
}

impl Default for JsonObject {
    /// Without members.
    fn default() -> Self {
        Self { text: "{}".into() }
    }
}

impl From<Map<String, Value>> for JsonObject {
    fn from(members: Map<String, Value>) -> Self {
        let mut value = Value::Object(members);
        // They are in order unless a program has serde_json keep another one.
        value.sort_all_objects();
        Self { text: value.to_string().into() }
    }
}

impl From<JsonObject> for Map<String, Value> {
    fn from(object: JsonObject) -> Self {
        object.value()
    }
}

impl Serialize for JsonObject {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for JsonObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from)
    }
}

impl fmt::Debug for JsonObject {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_list().entries(self.value().keys()).finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Cursor, JsonObject, Map, Value};

    fn of(value: &Value) -> JsonObject {
        value.as_object().expect("it is an object").clone().into()
    }

    #[test]
    fn objects_are_equal_by_value_however_they_are_made() {
        let value = json!({"b": {"c": 1, "a": "é\n"}, "a": [1.5, null, true]});
        let text = r#"{ "b":{"c":1,"a":"\u00e9\n"}, "a":[1.50,null,true] }"#;
        let read = JsonObject::read(&mut Cursor::new(text)).expect("it is an object");
        let served: JsonObject = serde_json::from_str(text).expect("it is an object");
        assert_eq!((&read, &served), (&of(&value), &of(&value)));
        assert_eq!(Value::Object(read.value()), value);
        assert_eq!(serde_json::to_value(&read).expect("JSON"), value);
        assert_eq!(format!("{read:?}"), r#"["a", "b"]"#);
        let sent = JsonObject::read(&mut Cursor::new(r#"{"b":{"c":1,"a":"é"},"a":[]}"#));
        let sent = sent.expect("it is an object");
        assert_eq!(sent, of(&json!({"b": {"c": 1, "a": "é"}, "a": []})));
        let mut text = b"before".to_vec();
        sent.write(&mut text);
        assert_eq!(text, r#"before{"b":{"c":1,"a":"é"},"a":[]}"#.as_bytes());
        assert_ne!(sent, of(&json!({"b": {"c": 2, "a": "é"}, "a": []})));
        assert_ne!(read, JsonObject::default());
        assert_eq!(Map::from(JsonObject::default()), Map::new());
        assert!(serde_json::from_str::<JsonObject>("[]").is_err());
    }

    /// Those that are not copied are read as values.
    #[test]
    fn the_last_of_equal_members_counts() {
        let mut cursor = Cursor::new(r#"{"a":1,"a":{"\u0062":2}},"#);
        let read = JsonObject::read(&mut cursor).expect("it is an object");
        assert_eq!(read, of(&json!({"a": {"b": 2}})));
        assert!(cursor.take(b','));
        let read = JsonObject::read(&mut Cursor::new(r#"{"b":1,"a":1,"b":2}"#));
        let read = read.expect("it is an object");
        assert_eq!(read, of(&json!({"a": 1, "b": 2})));
        let mut text = Vec::new();
        read.write(&mut text);
        assert_eq!(text, br#"{"a":1,"b":2}"#);
    }

    #[test]
    fn no_depth_is_lost() {
        let mut value = json!({});
        for _ in 0..300 {
            value = json!({ "a": value });
        }
        assert_eq!(Value::Object(of(&value).value()), value);
    }
}
