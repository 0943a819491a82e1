//! Random values for property tests. They satisfy the schemas and the sender constraints.

use std::collections::BTreeMap;

use quickcheck::{Arbitrary, Gen};
use serde_json::{Map, Value};

use super::metadata::CustomMetadata;
use crate::schema::Limits;

/// A type whose random values satisfy limits.
pub(crate) trait Generate: Sized {
    fn generate(source: &mut Gen, limits: &Limits) -> Self;
}

pub(crate) fn always<T: Generate>(source: &mut Gen, limits: &Limits) -> T {
    T::generate(source, limits)
}

pub(crate) fn sometimes<T: Generate>(source: &mut Gen, limits: &Limits) -> Option<T> {
    bool::arbitrary(source).then(|| T::generate(source, limits))
}

impl Generate for f64 {
    fn generate(source: &mut Gen, limits: &Limits) -> Self {
        let number = match u8::arbitrary(source) % 4 {
            0 => Self::from(i32::arbitrary(source)),
            1 => Self::from(u16::arbitrary(source)) / 8.0,
            _ => Self::arbitrary(source),
        };
        let number = if number.is_finite() { number } else { 0.0 };
        within(number, limits)
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
    fn generate(source: &mut Gen, limits: &Limits) -> Self {
        let number = match u8::arbitrary(source) % 3 {
            0 => Self::from(i8::arbitrary(source)),
            1 => Self::from(i32::arbitrary(source)),
            _ => Self::arbitrary(source),
        };
        let low = limits.minimum.map_or(Self::MIN, |minimum| minimum as Self);
        let high = limits.maximum.map_or(Self::MAX, |maximum| maximum as Self);
        if low < 0 { number.clamp(low, high) } else { number.saturating_abs().clamp(low, high) }
    }
}

impl Generate for String {
    fn generate(source: &mut Gen, limits: &Limits) -> Self {
        let mut text: Self =
            if limits.pattern.is_some() { name(source) } else { Self::arbitrary(source) };
        while text.chars().count() < limits.min_length.unwrap_or(0) {
            text.push('x');
        }
        text
    }
}

/// 1 to 64 letters, digits, `_` or `.`.
fn name(source: &mut Gen) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
    let length = 1 + usize::arbitrary(source) % 64;
    (0..length).map(|_| char::from(*source.choose(LETTERS).expect("there are letters"))).collect()
}

impl Generate for bool {
    fn generate(source: &mut Gen, _: &Limits) -> Self {
        Self::arbitrary(source)
    }
}

impl Generate for Value {
    fn generate(source: &mut Gen, _: &Limits) -> Self {
        match u8::arbitrary(source) % 4 {
            0 => Self::Bool(bool::arbitrary(source)),
            1 => i64::arbitrary(source).into(),
            2 => String::arbitrary(source).into(),
            _ => vec![String::arbitrary(source)].into(),
        }
    }
}

impl Generate for Map<String, Value> {
    fn generate(source: &mut Gen, limits: &Limits) -> Self {
        BTreeMap::<String, Value>::generate(source, limits).into_iter().collect()
    }
}

impl<T: Generate> Generate for Vec<T> {
    fn generate(source: &mut Gen, _: &Limits) -> Self {
        let length = usize::arbitrary(source) % 4;
        (0..length).map(|_| T::generate(source, &Limits::NONE)).collect()
    }
}

impl<T: Generate> Generate for BTreeMap<String, T> {
    fn generate(source: &mut Gen, _: &Limits) -> Self {
        let length = usize::arbitrary(source) % 4;
        let entry =
            |source: &mut Gen| (String::arbitrary(source), T::generate(source, &Limits::NONE));
        (0..length).map(|_| entry(source)).collect()
    }
}

impl Generate for CustomMetadata {
    fn generate(source: &mut Gen, _: &Limits) -> Self {
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
