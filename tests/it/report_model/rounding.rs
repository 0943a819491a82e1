//! Whole numbers: the nearest, or the one below.

use serde_json::Value;

use super::reference::Options;

/// Milliseconds as whole seconds.
pub fn seconds(ms: i64, options: Options) -> i64 {
    if options.down { ms.div_euclid(1_000) } else { (ms + 500).div_euclid(1_000) }
}

/// The quotient of two sums that are not negative.
pub fn quotient(sum: i128, by: i128, options: Options) -> i64 {
    let quotient = if options.down { sum / by } else { (2 * sum + by) / (2 * by) };
    i64::try_from(quotient).expect("no random value is that great")
}

/// A number that was sent, as a whole one.
pub fn whole(number: &Value, options: Options) -> Value {
    let number = number.as_f64().expect("it is a number");
    let whole = if options.down { number.floor() } else { number.round() };
    Value::from(whole as i64)
}
