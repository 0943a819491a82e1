//! Whole numbers.

/// Below this, an `f64` represents every integer exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Converts a number to an integer if it is one and the conversion is exact.
pub(crate) fn whole_number(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < EXACT).then_some(number as i64)
}
