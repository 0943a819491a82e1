//! Random values for property tests. They satisfy the schemas and the sender constraints.

use std::collections::BTreeMap;

use quickcheck::{Arbitrary, Gen};
use serde_json::{Map, Value};

use super::metadata::CustomMetadata;
use crate::constraints::{Look, Nullable, obeys};
use crate::schema::{Limits, Member, Rules, Scalar, Shape};

/// A type whose random values satisfy limits and the rules of a shape.
pub(crate) trait Generate: Sized {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self;
}

/// How often a value is made again until it keeps all rules of its schema.
const ATTEMPTS: usize = 200;

pub(crate) fn always<T: Generate + Look>(source: &mut Gen, member: &Member) -> T {
    let mut made = T::generate(source, &member.limits, &member.shape);
    for _ in 0..ATTEMPTS {
        if obeys(&made, &member.shape) {
            break;
        }
        made = T::generate(source, &member.limits, &member.shape);
    }
    made
}

pub(crate) fn sometimes<T: Generate + Look>(source: &mut Gen, member: &Member) -> Option<T> {
    bool::arbitrary(source).then(|| always(source, member))
}

/// The rules for a value of this shape.
fn rules(shape: &Shape) -> &Rules {
    match shape {
        Shape::Ruled(_, rules) => rules,
        Shape::Nullable(shape) => self::rules(shape),
        _ => &Rules::NONE,
    }
}

/// The shape of the items of an array and of the entries of a map.
fn inner(shape: &Shape) -> &Shape {
    match shape {
        Shape::Array(inner) | Shape::Map(inner) => inner,
        Shape::Ruled(shape, _) | Shape::Nullable(shape) => inner(shape),
        _ => &Shape::Any,
    }
}

/// One of the values that the rules allow, if they list them.
fn listed(source: &mut Gen, rules: &Rules) -> Option<Scalar<'static>> {
    rules.constant.or_else(|| source.choose(rules.allowed?).copied())
}

fn number(scalar: Scalar<'_>) -> Option<f64> {
    match scalar {
        Scalar::Integer(number) => Some(number as f64),
        Scalar::Number(number) => Some(number),
        _ => None,
    }
}

impl Generate for f64 {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self {
        let rules = rules(shape);
        if let Some(listed) = listed(source, rules).and_then(number) {
            return listed;
        }
        let made = match u8::arbitrary(source) % 4 {
            0 => Self::from(i32::arbitrary(source)),
            1 => Self::from(u16::arbitrary(source)) / 8.0,
            _ => Self::arbitrary(source),
        };
        let made = within(if made.is_finite() { made } else { 0.0 }, limits);
        let above = rules.exclusive_minimum.and_then(number).map(Self::next_up);
        let below = rules.exclusive_maximum.and_then(number).map(Self::next_down);
        let least = above.into_iter().chain(rules.minimum.and_then(number));
        let most = below.into_iter().chain(rules.maximum.and_then(number));
        let made = least.fold(made, Self::max);
        most.fold(made, Self::min)
    }
}

fn within(number: f64, limits: &Limits) -> f64 {
    let number = match limits.minimum {
        Some(minimum) if number < minimum => minimum + (minimum - number).min(1e15),
        _ => number,
    };
    limits.maximum.map_or(number, |maximum| number.min(maximum))
}

impl Generate for i64 {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self {
        let rules = rules(shape);
        if let Some(listed) = listed(source, rules).and_then(number) {
            return listed as Self;
        }
        let number_of = |bound: Option<Scalar<'_>>| bound.and_then(number);
        let made = match u8::arbitrary(source) % 3 {
            0 => Self::from(i8::arbitrary(source)),
            1 => Self::from(i32::arbitrary(source)),
            _ => Self::arbitrary(source),
        };
        let least = [
            limits.minimum.map(|least| least as Self),
            number_of(rules.minimum).map(|least| least.ceil() as Self),
            number_of(rules.exclusive_minimum)
                .map(|least| (least.floor() as Self).saturating_add(1)),
        ];
        let most = [
            limits.maximum.map(|most| most as Self),
            number_of(rules.maximum).map(|most| most.floor() as Self),
            number_of(rules.exclusive_maximum).map(|most| (most.ceil() as Self).saturating_sub(1)),
        ];
        let least = least.into_iter().flatten().max().unwrap_or(Self::MIN);
        let most = most.into_iter().flatten().min().unwrap_or(Self::MAX);
        let made = if least < 0 { made } else { made.saturating_abs() };
        made.max(least).min(most)
    }
}

impl Generate for String {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self {
        let rules = rules(shape);
        if let Some(Scalar::Text(listed)) = listed(source, rules) {
            return listed.to_owned();
        }
        let mut text: Self = match rules.pattern {
            Some(pattern) => pattern.example(|end| usize::arbitrary(source) % end.max(1)),
            None if limits.pattern.is_some() => name(source),
            None => Self::arbitrary(source),
        };
        let least = limits.min_length.max(rules.min_length).unwrap_or(0);
        if rules.pattern.is_none() {
            while text.chars().count() < least {
                text.push('x');
            }
            if let Some(most) = rules.max_length {
                text = text.chars().take(most).collect();
            }
        }
        text
    }
}

impl<T: Generate> Generate for Nullable<T> {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self {
        match u8::arbitrary(source) % 4 {
            0 => Self::Null,
            _ => Self::Value(T::generate(source, limits, shape)),
        }
    }
}

/// 1 to 64 letters, digits, `_` or `.`.
fn name(source: &mut Gen) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
    let length = 1 + usize::arbitrary(source) % 64;
    (0..length).map(|_| char::from(*source.choose(LETTERS).expect("there are letters"))).collect()
}

impl Generate for bool {
    fn generate(source: &mut Gen, _: &Limits, shape: &Shape) -> Self {
        match listed(source, rules(shape)) {
            Some(Scalar::Boolean(listed)) => listed,
            _ => Self::arbitrary(source),
        }
    }
}

impl Generate for Value {
    fn generate(source: &mut Gen, _: &Limits, _: &Shape) -> Self {
        match u8::arbitrary(source) % 4 {
            0 => Self::Bool(bool::arbitrary(source)),
            1 => i64::arbitrary(source).into(),
            2 => String::arbitrary(source).into(),
            _ => vec![String::arbitrary(source)].into(),
        }
    }
}

impl Generate for Map<String, Value> {
    fn generate(source: &mut Gen, limits: &Limits, shape: &Shape) -> Self {
        BTreeMap::<String, Value>::generate(source, limits, shape).into_iter().collect()
    }
}

impl<T: Generate> Generate for Vec<T> {
    fn generate(source: &mut Gen, _: &Limits, shape: &Shape) -> Self {
        let inner = inner(shape);
        let length = usize::arbitrary(source) % 4;
        (0..length).map(|_| T::generate(source, &Limits::NONE, inner)).collect()
    }
}

impl<T: Generate> Generate for BTreeMap<String, T> {
    fn generate(source: &mut Gen, _: &Limits, shape: &Shape) -> Self {
        let inner = inner(shape);
        let length = usize::arbitrary(source) % 4;
        let entry = |source: &mut Gen| {
            (String::arbitrary(source), T::generate(source, &Limits::NONE, inner))
        };
        (0..length).map(|_| entry(source)).collect()
    }
}

impl Generate for CustomMetadata {
    fn generate(source: &mut Gen, _: &Limits, _: &Shape) -> Self {
        Self::arbitrary(source)
    }
}

impl Arbitrary for CustomMetadata {
    fn arbitrary(source: &mut Gen) -> Self {
        let mut metadata = Self::new();
        for _ in 0..usize::arbitrary(source) % 4 {
            let key = name(source);
            if !Self::is_reserved(&key) {
                metadata.insert(key, String::arbitrary(source)).expect("the key is a name");
            }
        }
        metadata
    }
}
