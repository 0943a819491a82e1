//! Checks single values against the rules of a schema.

use std::cmp::Ordering;

use super::violation::Keyword;
use crate::schema::{Rules, Scalar};

/// Calls `found` with the keyword and the sentence of each rule that the value breaks.
pub(crate) fn broken(rules: &Rules, value: Scalar<'_>, mut found: impl FnMut(Keyword, String)) {
    let bounds = [
        (rules.minimum, Keyword::Minimum, Ordering::Less, true),
        (rules.exclusive_minimum, Keyword::ExclusiveMinimum, Ordering::Less, false),
        (rules.maximum, Keyword::Maximum, Ordering::Greater, true),
        (rules.exclusive_maximum, Keyword::ExclusiveMaximum, Ordering::Greater, false),
    ];
    for (bound, keyword, outside, inclusive) in bounds {
        let Some(bound) = bound else { continue };
        let order = value.compare(bound);
        if order == Some(outside) || order == Some(Ordering::Equal) && !inclusive {
            found(keyword, format!("must be {}", of_bound(keyword, bound)));
        }
    }
    if let Scalar::Text(text) = value {
        lengths(rules, text, &mut found);
    }
    if let Some(allowed) = rules.allowed
        && !allowed.iter().any(|allowed| allowed.is_same(value))
    {
        found(Keyword::Enum, "is not one of the values allowed here".to_owned());
    }
    if let Some(constant) = rules.constant
        && !constant.is_same(value)
    {
        found(Keyword::Const, "is not the only value allowed here".to_owned());
    }
}

fn lengths(rules: &Rules, text: &str, found: &mut impl FnMut(Keyword, String)) {
    if rules.min_length.is_some() || rules.max_length.is_some() {
        let length = text.chars().count();
        if let Some(least) = rules.min_length.filter(|least| length < *least) {
            found(Keyword::MinLength, format!("must have {least} characters or more"));
        }
        if let Some(most) = rules.max_length.filter(|most| length > *most) {
            found(Keyword::MaxLength, format!("must have {most} characters or fewer"));
        }
    }
    if let Some(pattern) = rules.pattern.filter(|pattern| !pattern.is_match(text)) {
        found(Keyword::Pattern, format!("must match `{}`", pattern.text));
    }
}

/// A bound in words, as `0 or more`.
fn of_bound(keyword: Keyword, bound: Scalar<'_>) -> String {
    let number = match bound {
        Scalar::Integer(number) => number.to_string(),
        Scalar::Number(number) => number.to_string(),
        _ => String::new(),
    };
    match keyword {
        Keyword::Minimum => format!("{number} or more"),
        Keyword::Maximum => format!("{number} or less"),
        Keyword::ExclusiveMinimum => format!("more than {number}"),
        _ => format!("less than {number}"),
    }
}
