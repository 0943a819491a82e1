//! What a schema demands of a value beyond its type.

use std::cmp::Ordering;

use super::pattern::Pattern;

/// A JSON value that is neither an object nor an array.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Scalar<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number without fraction or exponent, within 64 bits.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// A string.
    Text(&'a str),
}

impl Scalar<'_> {
    /// The order of two numbers, exact; `None` if one is not a number.
    pub(crate) fn compare(self, other: Scalar<'_>) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(one), Scalar::Integer(other)) => Some(one.cmp(&other)),
            (Self::Number(one), Scalar::Number(other)) => one.partial_cmp(&other),
            (Self::Integer(one), Scalar::Number(other)) => compare(one, other),
            (Self::Number(one), Scalar::Integer(other)) => {
                compare(other, one).map(Ordering::reverse)
            }
            _ => None,
        }
    }

    /// Whether both are the same JSON value; `1` and `1.0` are.
    pub(crate) fn is_same(self, other: Scalar<'_>) -> bool {
        match (self, other) {
            (Self::Null, Scalar::Null) => true,
            (Self::Boolean(one), Scalar::Boolean(other)) => one == other,
            (Self::Text(one), Scalar::Text(other)) => one == other,
            _ => self.compare(other) == Some(Ordering::Equal),
        }
    }
}

/// The order of an integer and a number. Converting the integer would round it.
fn compare(integer: i64, number: f64) -> Option<Ordering> {
    const END: f64 = 9_223_372_036_854_775_808.0;
    if number.is_nan() {
        None
    } else if number >= END {
        Some(Ordering::Less)
    } else if number < -END {
        Some(Ordering::Greater)
    } else {
        let whole = number.trunc();
        let rest = 0.0_f64.partial_cmp(&(number - whole))?;
        Some(integer.cmp(&(whole as i64)).then(rest))
    }
}

/// What a schema demands of a value beyond its type. A rule applies only to values of its type: a
/// length to strings, a bound to numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Rules {
    /// The least number allowed.
    pub minimum: Option<Scalar<'static>>,
    /// The number must be greater than this.
    pub exclusive_minimum: Option<Scalar<'static>>,
    /// The greatest number allowed.
    pub maximum: Option<Scalar<'static>>,
    /// The number must be less than this.
    pub exclusive_maximum: Option<Scalar<'static>>,
    /// The least number of characters (Unicode code points) of a string.
    pub min_length: Option<usize>,
    /// The greatest number of characters (Unicode code points) of a string.
    pub max_length: Option<usize>,
    /// The pattern of a string.
    pub pattern: Option<Pattern>,
    /// The values allowed: `enum` in the schema.
    pub allowed: Option<&'static [Scalar<'static>]>,
    /// The only value allowed: `const` in the schema.
    pub constant: Option<Scalar<'static>>,
}

impl Rules {
    /// No rules.
    pub const NONE: Self = Self {
        minimum: None,
        exclusive_minimum: None,
        maximum: None,
        exclusive_maximum: None,
        min_length: None,
        max_length: None,
        pattern: None,
        allowed: None,
        constant: None,
    };
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::Scalar;

    #[test]
    fn numbers_are_compared_without_rounding() {
        let large = 9_007_199_254_740_993;
        for (one, other, order) in [
            (Scalar::Integer(large), Scalar::Number(9_007_199_254_740_992.0), Ordering::Greater),
            (Scalar::Integer(-large), Scalar::Number(-9_007_199_254_740_992.0), Ordering::Less),
            (Scalar::Integer(1), Scalar::Number(1.0), Ordering::Equal),
            (Scalar::Integer(1), Scalar::Number(1.5), Ordering::Less),
            (Scalar::Integer(-1), Scalar::Number(-1.5), Ordering::Greater),
            (Scalar::Integer(0), Scalar::Number(-0.0), Ordering::Equal),
            (Scalar::Integer(i64::MAX), Scalar::Number(1e300), Ordering::Less),
            (Scalar::Integer(i64::MIN), Scalar::Number(i64::MIN as f64), Ordering::Equal),
        ] {
            assert_eq!(one.compare(other), Some(order), "{one:?}, {other:?}");
            assert_eq!(other.compare(one), Some(order.reverse()), "{other:?}, {one:?}");
            assert_eq!(one.is_same(other), order == Ordering::Equal);
        }
        assert_eq!(Scalar::Integer(1).compare(Scalar::Text("1")), None);
        assert!(!Scalar::Null.is_same(Scalar::Boolean(false)));
    }
}
