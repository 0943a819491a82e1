//! Writing numbers.

use serde::Serializer;
use serde::ser::Error as _;

use crate::schema::whole_number;

/// Writes `10` for `10.0` and `0` for `-0.0`. Infinity and NaN are errors; serde_json alone would
/// write `null` for them.
pub(crate) fn write<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    match whole_number(number) {
        Some(whole) => serializer.serialize_i64(whole),
        None if number.is_finite() => serializer.serialize_f64(number),
        None => Err(S::Error::custom("a number that is not finite cannot be encoded as JSON")),
    }
}
