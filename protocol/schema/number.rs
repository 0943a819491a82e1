//! Whole numbers.

/// Below this every whole `f64` is exact as an integer.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The integer that a number is, if it is one and is held exactly.
pub(crate) fn whole_number(number: f64) -> Option<i64> {
    (number.trunc() == number && number.abs() < EXACT).then_some(number as i64)
}
