//! Numbers that JSON cannot express, in what is serialised.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Any {
    Finite(f64),
    Other(String),
}

impl From<f64> for Any {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Finite(number) } else { Self::Other(number.to_string()) }
    }
}

impl From<Any> for f64 {
    fn from(any: Any) -> Self {
        match any {
            Any::Finite(number) => number,
            Any::Other(text) => text.parse().unwrap_or(Self::NAN),
        }
    }
}

pub(crate) fn serialize<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Any::from(*number).serialize(serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Any::deserialize(deserializer).map(f64::from)
}

/// Four of them.
pub(crate) mod four {
    use super::{Any, Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        numbers: &[f64; 4],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        numbers.map(Any::from).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<[f64; 4], D::Error> {
        <[Any; 4]>::deserialize(deserializer).map(|numbers| numbers.map(f64::from))
    }
}

/// One that may be absent.
pub(crate) mod optional {
    use super::{Any, Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        number: &Option<f64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        number.map(Any::from).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<f64>, D::Error> {
        Option::<Any>::deserialize(deserializer).map(|number| number.map(f64::from))
    }
}

/// A time with one, which may be absent.
pub(crate) mod timed {
    use super::{Any, Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        timed: &Option<(i64, f64)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        timed.map(|(time, number)| (time, Any::from(number))).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<(i64, f64)>, D::Error> {
        let timed = Option::<(i64, Any)>::deserialize(deserializer)?;
        Ok(timed.map(|(time, number)| (time, number.into())))
    }
}
