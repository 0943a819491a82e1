//! Reading and writing custom metadata.

use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::event::{CustomMetadata, INVALID_KEY, Pair};

impl CustomMetadata {
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = CustomMetadata;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("an object of strings")
            }

            fn visit_map<A: MapAccess<'de>>(
                self,
                mut pairs: A,
            ) -> Result<CustomMetadata, A::Error> {
                let mut read = Vec::new();
                while let Some(key) = pairs.next_key::<String>()? {
                    if !CustomMetadata::is_key(&key) {
                        return Err(A::Error::custom(INVALID_KEY));
                    }
                    read.push(Pair::new(&key, &pairs.next_value::<String>()?));
                }
                CustomMetadata::of(read).ok_or_else(|| A::Error::custom("duplicate member"))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

impl Serialize for CustomMetadata {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for CustomMetadata {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }
}
