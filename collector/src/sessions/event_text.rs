//! The text of an event.

use media_collection::Event;
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use serde_json::value::RawValue;

/// The JSON of an event. It was written or read by this program, and is not checked again before it becomes part
/// of another text by [`Serialize`].
#[derive(Debug, Clone)]
pub(crate) struct EventText(Box<str>);

impl EventText {
    /// Encodes an event.
    ///
    /// # Errors
    ///
    /// When JSON cannot represent it.
    pub(crate) fn of(event: &Event) -> Result<Self, String> {
        let text = event.encode().map_err(|error| error.to_string())?;
        let text = String::from_utf8(text).map_err(|error| error.to_string())?;
        Ok(Self(text.into_boxed_str()))
    }

    pub(crate) fn get(&self) -> &str {
        &self.0
    }
}

impl From<Box<RawValue>> for EventText {
    fn from(text: Box<RawValue>) -> Self {
        Self(text.into())
    }
}

impl Serialize for EventText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text: &RawValue = serde_json::from_str(&self.0).map_err(ser::Error::custom)?;
        text.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for EventText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(Self::from)
    }
}
