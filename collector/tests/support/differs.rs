//! Where two JSON values differ.

use serde_json::Value;

/// The first place where two values differ, and how; `None` if they are equal.
pub fn difference(left: &Value, right: &Value) -> Option<String> {
    let within = |at: String, left, right| Some(at + &difference(left, right)?);
    match (left, right) {
        _ if left == right => None,
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(at, (one, other))| within(format!("/{at}"), one, other))
        }
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            one.iter().find_map(|(name, one)| within(format!("/{name}"), one, &other[name]))
        }
        _ => Some(format!(": {left} is not {right}")),
    }
}
