//! Checks sender constraints member by member, and collects violations with their paths.
//!
//! Violations are rare: methods that add one are `#[cold]`, so that the common case stays fast.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::nullable::Nullable;
use super::violation::{Keyword, Violation, push_index, push_key};
use crate::schema::{Limits, Member, Object, keys};

/// Maximum length of a player state's name, in characters.
pub(crate) const MAX_NAME_CHARACTERS: usize = 64;

/// A value that has constraints, or contains values that have.
pub(crate) trait Check {
    fn check_into(&self, limits: &Limits, checker: &mut Checker);

    /// Whether it is certain, and quick to tell, that there is no violation.
    #[inline]
    fn is_fine(&self, _: &Limits) -> bool {
        false
    }
}

/// The keys of members that no schema describes.
pub(crate) trait Keys {
    fn is_empty(&self) -> bool;

    fn keys(&self) -> impl Iterator<Item = &str>;
}

/// One step of the path to a value.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "validator"), allow(dead_code))]
pub(crate) enum PathStep {
    Member { key: &'static str, field: &'static str },
    Key(String),
    Index(usize),
}

/// A constraint violation with the path to the value.
#[derive(Debug, Clone)]
pub(crate) struct ConstraintViolation {
    /// Innermost step first: steps are added while the check returns from nested values.
    steps: Vec<PathStep>,
    pub(crate) keyword: Keyword,
    pub(crate) message: String,
}

impl ConstraintViolation {
    /// The path from the whole value to the one that violates the constraint.
    pub(crate) fn path(&self) -> impl Iterator<Item = &PathStep> {
        self.steps.iter().rev()
    }
}

/// Collects violations.
#[derive(Debug, Clone, Default)]
pub(crate) struct Checker {
    found: Vec<ConstraintViolation>,
    /// Whether only values are reported that cannot be written as JSON.
    wire_only: bool,
    /// The most violations that are collected; `None` for all of them.
    most: Option<usize>,
}

impl Checker {
    /// Makes a checker for all constraints.
    pub(crate) fn sender() -> Self {
        Self::default()
    }

    /// Makes a checker for all constraints that collects only so many violations.
    pub(crate) fn at_most(most: usize) -> Self {
        Self { most: Some(most), ..Self::default() }
    }

    /// Makes a checker that only reports values that cannot be written as JSON.
    pub(crate) fn wire_only() -> Self {
        Self { wire_only: true, ..Self::default() }
    }

    #[cfg(feature = "validator")]
    pub(crate) fn constraint_violations(self) -> Vec<ConstraintViolation> {
        self.found
    }

    /// Whether there are no violations.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Takes the violations out; the checker can be used again, and keeps no room for as many.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = Violation> + use<> {
        std::mem::take(&mut self.found).into_iter().map(Violation::from)
    }

    pub(crate) fn violations(self) -> Vec<Violation> {
        self.found.into_iter().map(Violation::from).collect()
    }

    #[inline]
    pub(crate) fn member<T: Check>(&mut self, member: &'static Member, value: &T) {
        if value.is_fine(&member.limits) {
            return;
        }
        let step = || PathStep::Member { key: member.key, field: member.field };
        self.step(step, |checker| value.check_into(&member.limits, checker));
    }

    /// Checks a member of the envelope, which has no schema table.
    #[inline]
    pub(crate) fn part<T: Check>(&mut self, key: &'static str, field: &'static str, value: &T) {
        self.inside(key, field, |checker| value.check_into(&Limits::NONE, checker));
    }

    #[inline]
    pub(crate) fn params<T: Check>(&mut self, params: &T) {
        self.part(keys::PARAMS, "params", params);
    }

    pub(crate) fn custom_metadata<T: Check>(&mut self, metadata: Option<&T>) {
        if let Some(metadata) = metadata {
            self.part(keys::CUSTOM_METADATA, "custom_metadata", metadata);
        }
    }

    /// Checks values that are stored elsewhere but reported under this envelope member.
    pub(crate) fn inside(
        &mut self,
        key: &'static str,
        field: &'static str,
        check: impl FnOnce(&mut Self),
    ) {
        self.step(|| PathStep::Member { key, field }, check);
    }

    /// Checks an entry of a map, or a member that no schema describes.
    pub(crate) fn key(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        self.step(|| PathStep::Key(key.to_owned()), check);
    }

    pub(crate) fn index(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.step(|| PathStep::Index(index), check);
    }

    /// Adds a path step only to violations found below it: most values have none.
    #[inline]
    pub(super) fn step(&mut self, step: impl Fn() -> PathStep, check: impl FnOnce(&mut Self)) {
        let before = self.found.len();
        check(self);
        if self.found.len() > before {
            self.add_step(before, step);
        }
    }

    #[cold]
    fn add_step(&mut self, before: usize, step: impl Fn() -> PathStep) {
        for violation in self.found.iter_mut().skip(before) {
            violation.steps.push(step());
        }
    }

    /// Reports extra keys that are the keys of fields.
    #[inline]
    pub(crate) fn extra(&mut self, object: &'static Object, extra: &impl Keys) {
        if !extra.is_empty() {
            self.keys(object, extra);
        }
    }

    #[cold]
    fn keys(&mut self, object: &'static Object, extra: &impl Keys) {
        for key in extra.keys() {
            if object.member(key).is_some() {
                self.shadowed(key);
            }
        }
    }

    pub(crate) fn shadowed(&mut self, key: &str) {
        let message = format!("`{key}` in `extra` has a field of its own; set that instead");
        self.step(
            || PathStep::Key(key.to_owned()),
            |checker| checker.violation(Keyword::Shadowed, message),
        );
    }

    #[cold]
    pub(crate) fn violation(&mut self, keyword: Keyword, message: impl Into<String>) {
        if self.most.is_some_and(|most| self.found.len() >= most) {
            return;
        }
        self.found.push(ConstraintViolation {
            steps: Vec::new(),
            keyword,
            message: message.into(),
        });
    }

    /// Adds the violation of a sender constraint, unless `wire_only` is set.
    #[cold]
    pub(crate) fn constraint(&mut self, keyword: Keyword, message: impl Into<String>) {
        if !self.wire_only {
            self.violation(keyword, message);
        }
    }

    #[cold]
    fn empty(&mut self) {
        self.constraint(Keyword::MinLength, "must not be empty");
    }

    #[inline(never)]
    fn length(&mut self, text: &str, minimum: usize) {
        if text.chars().take(minimum).count() < minimum {
            let message = format!("must have {minimum} characters or more");
            self.constraint(Keyword::MinLength, message);
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        // An empty name is reported by the check of its length.
        if name.len() > MAX_NAME_CHARACTERS || !name.bytes().all(is_key_byte) {
            self.constraint(
                Keyword::Pattern,
                format!("must be 1 to {MAX_NAME_CHARACTERS} letters, digits, `_` or `.`"),
            );
        }
    }

    #[inline]
    fn number(&mut self, number: f64, limits: &Limits) {
        match (limits.minimum, limits.maximum) {
            (Some(minimum), _) if number < minimum => self.below(minimum),
            (_, Some(maximum)) if number > maximum => self.above(maximum),
            _ => {}
        }
    }

    #[cold]
    fn below(&mut self, minimum: f64) {
        self.constraint(Keyword::Minimum, format!("must be {minimum} or more"));
    }

    #[cold]
    fn above(&mut self, maximum: f64) {
        self.constraint(Keyword::Maximum, format!("must be {maximum} or less"));
    }
}

impl From<ConstraintViolation> for Violation {
    fn from(violation: ConstraintViolation) -> Self {
        let mut pointer = String::new();
        for step in violation.path() {
            match step {
                PathStep::Member { key, .. } => push_key(&mut pointer, key),
                PathStep::Key(key) => push_key(&mut pointer, key),
                PathStep::Index(index) => push_index(&mut pointer, *index),
            }
        }
        Self::new(pointer, violation.keyword, violation.message)
    }
}

impl Check for f64 {
    #[inline]
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        if self.is_finite() {
            checker.number(*self, limits);
        } else {
            checker.violation(
                Keyword::Finite,
                "must be a finite number: JSON has no infinity and no NaN",
            );
        }
    }

    #[inline]
    fn is_fine(&self, limits: &Limits) -> bool {
        limits.minimum.unwrap_or(f64::MIN) <= *self && *self <= limits.maximum.unwrap_or(f64::MAX)
    }
}

impl Check for i64 {
    #[inline]
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        checker.number(*self as f64, limits);
    }

    #[inline]
    fn is_fine(&self, limits: &Limits) -> bool {
        let number = *self as f64;
        limits.minimum.is_none_or(|minimum| minimum <= number)
            && limits.maximum.is_none_or(|maximum| number <= maximum)
    }
}

impl Check for String {
    #[inline]
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        match limits.min_length {
            Some(1) if self.is_empty() => checker.empty(),
            Some(minimum @ 2..) => checker.length(self, minimum),
            _ => {}
        }
        if limits.pattern.is_some() {
            checker.name(self);
        }
    }

    #[inline]
    fn is_fine(&self, limits: &Limits) -> bool {
        limits.pattern.is_none()
            && match limits.min_length {
                None | Some(0) => true,
                Some(minimum) => minimum == 1 && !self.is_empty(),
            }
    }
}

impl Check for bool {
    fn check_into(&self, _: &Limits, _: &mut Checker) {}
}

impl Check for Value {
    fn check_into(&self, _: &Limits, _: &mut Checker) {}
}

impl Check for Map<String, Value> {
    fn check_into(&self, _: &Limits, _: &mut Checker) {}
}

impl<T: Check> Check for Nullable<T> {
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        if let Self::Value(value) = self {
            value.check_into(limits, checker);
        }
    }
}

impl<T: Check> Check for Vec<T> {
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        for (index, item) in self.iter().enumerate() {
            checker.index(index, |checker| item.check_into(&Limits::NONE, checker));
        }
    }
}

impl<T: Check> Check for BTreeMap<String, T> {
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        for (key, value) in self {
            checker.step(
                || PathStep::Key(key.clone()),
                |checker| value.check_into(&Limits::NONE, checker),
            );
        }
    }
}

/// Whether a byte is allowed in a key of custom metadata and in the name of a player state.
#[inline]
pub(crate) const fn is_key_byte(byte: u8) -> bool {
    KEY_BYTES[byte as usize]
}

const KEY_BYTES: [bool; 256] = {
    let mut allowed = [false; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        allowed[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
        byte += 1;
    }
    allowed
};
