//! Sender constraints, member by member; every violation is noted with its place.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::violation::{Keyword, Violation, push_index, push_key};
use crate::schema::{Limits, Member, Object};

/// The most characters in the name of a player state.
const MAX_NAME_CHARACTERS: usize = 64;

/// A value with constraints of its own or inside it.
pub(crate) trait Check {
    fn check_into(&self, limits: &Limits, checker: &mut Checker);
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

/// A broken constraint and the way to it.
#[derive(Debug, Clone)]
pub(crate) struct ConstraintViolation {
    /// The innermost step first: they are taken down on the way back.
    steps: Vec<PathStep>,
    pub(crate) keyword: Keyword,
    pub(crate) message: String,
}

impl ConstraintViolation {
    /// The way from the whole value to the broken one.
    pub(crate) fn path(&self) -> impl Iterator<Item = &PathStep> {
        self.steps.iter().rev()
    }
}

/// Collects violationes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Checker {
    found: Vec<ConstraintViolation>,
    /// Only what JSON cannot hold.
    wire_only: bool,
}

impl Checker {
    /// All constraints.
    pub(crate) fn sender() -> Self {
        Self::default()
    }

    /// Only what cannot be written at all.
    pub(crate) fn wire_only() -> Self {
        Self { wire_only: true, ..Self::default() }
    }

    #[cfg(feature = "validator")]
    pub(crate) fn constraint_violations(self) -> Vec<ConstraintViolation> {
        self.found
    }

    /// Whether nothing was found so far.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What was found so far, to go on from there.
    pub(crate) fn drain(&mut self) -> impl Iterator<Item = Violation> {
        self.found.drain(..).map(Violation::from)
    }

    pub(crate) fn violations(self) -> Vec<Violation> {
        self.found.into_iter().map(Violation::from).collect()
    }

    #[inline]
    pub(crate) fn member<T: Check>(&mut self, member: &'static Member, value: &T) {
        let step = || PathStep::Member { key: member.key, field: member.field };
        self.step(step, |checker| value.check_into(&member.limits, checker));
    }

    /// A part of the envelope, which has no table.
    pub(crate) fn part<T: Check>(&mut self, key: &'static str, field: &'static str, value: &T) {
        self.inside(key, field, |checker| value.check_into(&Limits::NONE, checker));
    }

    pub(crate) fn params<T: Check>(&mut self, params: &T) {
        self.part("params", "params", params);
    }

    pub(crate) fn custom_metadata<T: Check>(&mut self, metadata: Option<&T>) {
        if let Some(metadata) = metadata {
            self.part("customMetadata", "custom_metadata", metadata);
        }
    }

    /// What is kept apart from a part of the envelope, and belongs there all the same.
    pub(crate) fn inside(
        &mut self,
        key: &'static str,
        field: &'static str,
        check: impl FnOnce(&mut Self),
    ) {
        self.step(|| PathStep::Member { key, field }, check);
    }

    /// An entry of a map, or a key that no schema describes.
    pub(crate) fn key(&mut self, key: &str, check: impl FnOnce(&mut Self)) {
        self.step(|| PathStep::Key(key.to_owned()), check);
    }

    pub(crate) fn index(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.step(|| PathStep::Index(index), check);
    }

    /// Most values break nothing, so that a step is made only for what was found behind it.
    #[inline]
    fn step(&mut self, step: impl Fn() -> PathStep, check: impl FnOnce(&mut Self)) {
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

    /// Keys that no schema describes must not hide those of the object's members.
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
    fn violation(&mut self, keyword: Keyword, message: impl Into<String>) {
        self.found.push(ConstraintViolation {
            steps: Vec::new(),
            keyword,
            message: message.into(),
        });
    }

    /// A sender constraint is violated, unless only what JSON cannot hold is asked for.
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
        // An empty name is already reported by its length.
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
            checker.violation(Keyword::Finite, "must be a finite number: JSON has no other");
        }
    }
}

impl Check for i64 {
    #[inline]
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        checker.number(*self as f64, limits);
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

/// Whether a byte may stand in a key of custom metadata, or in the name of a player state.
pub(crate) fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.'
}
