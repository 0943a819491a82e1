//! Numbers on the wire: whole ones without fraction, and never one that JSON cannot hold.

use serde::Serializer;
use serde::ser::Error as _;

/// Below this every whole `f64` is exact as an integer.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The integer that a number is, if it is one and is held exactly.
pub(crate) fn whole(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < EXACT).then_some(number as i64)
}

/// Writes `10` for `10.0` and `0` for `-0.0`; refuses infinities and NaN, which serde_json would
/// turn into `null`.
pub(crate) fn write<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    match whole(number) {
        Some(whole) => serializer.serialize_i64(whole),
        None if number.is_finite() => serializer.serialize_f64(number),
        None => Err(S::Error::custom("a number that is not finite has no JSON form")),
    }
}
