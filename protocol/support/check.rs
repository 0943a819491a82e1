//! A sender's constraints, member by member; every breach is kept with its place.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::extra::Extra;
use crate::metadata::{CustomMetadata, is_key_byte};
use crate::schema::{Limits, Member, Object};
use crate::violation::{Keyword, Violation, push_index, push_key};

/// The most characters in the name of a player state.
const MOST_NAME_CHARACTERS: usize = 64;

/// A value with constraints of its own or inside it.
pub(crate) trait Check {
    fn check_into(&self, limits: &Limits, checker: &mut Checker);
}

/// One step of the way to a value.
#[derive(Debug, Clone)]
#[cfg_attr(not(feature = "validator"), allow(dead_code))]
pub(crate) enum Step {
    Member { key: &'static str, field: &'static str },
    Key(String),
    Index(usize),
}

/// A broken constraint and the way to it.
#[derive(Debug, Clone)]
pub(crate) struct Breach {
    /// The innermost step first: they are taken down on the way back.
    steps: Vec<Step>,
    pub(crate) keyword: Keyword,
    pub(crate) message: String,
}

impl Breach {
    /// The way from the whole value to the broken one.
    pub(crate) fn way(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().rev()
    }
}

/// Collects breaches.
#[derive(Debug, Clone, Default)]
pub(crate) struct Checker {
    found: Vec<Breach>,
    /// Only what no JSON text could hold.
    wire_only: bool,
}

impl Checker {
    /// All constraints.
    pub(crate) fn careful() -> Self {
        Self::default()
    }

    /// Only what cannot be written at all.
    pub(crate) fn wire_only() -> Self {
        Self { wire_only: true, ..Self::default() }
    }

    #[cfg(feature = "validator")]
    pub(crate) fn breaches(self) -> Vec<Breach> {
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
        let step = || Step::Member { key: member.key, field: member.field };
        self.step(step, |checker| value.check_into(&member.limits, checker));
    }

    /// A part of the envelope, which has no table.
    pub(crate) fn part<T: Check>(&mut self, key: &'static str, field: &'static str, value: &T) {
        self.inside(key, field, |checker| value.check_into(&Limits::NONE, checker));
    }

    /// What is kept apart from a part of the envelope, and belongs there all the same.
    pub(crate) fn inside(
        &mut self,
        key: &'static str,
        field: &'static str,
        check: impl FnOnce(&mut Self),
    ) {
        self.step(|| Step::Member { key, field }, check);
    }

    pub(crate) fn index(&mut self, index: usize, check: impl FnOnce(&mut Self)) {
        self.step(|| Step::Index(index), check);
    }

    /// Most values break nothing, so that a step is made only for what was found behind it.
    #[inline]
    fn step(&mut self, step: impl Fn() -> Step, check: impl FnOnce(&mut Self)) {
        let before = self.found.len();
        check(self);
        if self.found.len() > before {
            self.found_behind(before, step);
        }
    }

    #[cold]
    fn found_behind(&mut self, before: usize, step: impl Fn() -> Step) {
        for breach in self.found.iter_mut().skip(before) {
            breach.steps.push(step());
        }
    }

    /// Members beside the known ones must not hide those.
    #[inline]
    pub(crate) fn extra(&mut self, object: &'static Object, extra: &Extra) {
        if !extra.is_empty() {
            self.shadowing(object, extra);
        }
    }

    #[cold]
    fn shadowing(&mut self, object: &'static Object, extra: &Extra) {
        for (key, _) in extra.iter().filter(|(key, _)| object.member(key).is_some()) {
            self.shadowed(key);
        }
    }

    pub(crate) fn shadowed(&mut self, key: &str) {
        let message = format!("`{key}` in `extra` has a field of its own; set that instead");
        self.step(
            || Step::Key(key.to_owned()),
            |checker| checker.breach(Keyword::Shadowed, message),
        );
    }

    #[cold]
    fn breach(&mut self, keyword: Keyword, message: impl Into<String>) {
        self.found.push(Breach { steps: Vec::new(), keyword, message: message.into() });
    }

    #[cold]
    fn careful_breach(&mut self, keyword: Keyword, message: impl Into<String>) {
        if !self.wire_only {
            self.breach(keyword, message);
        }
    }

    #[cold]
    fn empty(&mut self) {
        self.careful_breach(Keyword::MinLength, "must not be empty");
    }

    #[inline(never)]
    fn length(&mut self, text: &str, minimum: usize) {
        if text.chars().take(minimum).count() < minimum {
            let message = format!("must have {minimum} characters or more");
            self.careful_breach(Keyword::MinLength, message);
        }
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        // An empty name is already reported by its length.
        if name.len() > MOST_NAME_CHARACTERS || !name.bytes().all(is_key_byte) {
            self.careful_breach(
                Keyword::Pattern,
                format!("must be 1 to {MOST_NAME_CHARACTERS} letters, digits, `_` or `.`"),
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
        self.careful_breach(Keyword::Minimum, format!("must be {minimum} or more"));
    }

    #[cold]
    fn above(&mut self, maximum: f64) {
        self.careful_breach(Keyword::Maximum, format!("must be {maximum} or less"));
    }
}

impl From<Breach> for Violation {
    fn from(breach: Breach) -> Self {
        let mut pointer = String::new();
        for step in breach.way() {
            match step {
                Step::Member { key, .. } => push_key(&mut pointer, key),
                Step::Key(key) => push_key(&mut pointer, key),
                Step::Index(index) => push_index(&mut pointer, *index),
            }
        }
        Self::new(pointer, breach.keyword, breach.message)
    }
}

impl Check for f64 {
    #[inline]
    fn check_into(&self, limits: &Limits, checker: &mut Checker) {
        if self.is_finite() {
            checker.number(*self, limits);
        } else {
            checker.breach(Keyword::Finite, "must be a finite number: JSON has no other");
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
        if limits.is_name {
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

impl Check for CustomMetadata {
    fn check_into(&self, _: &Limits, checker: &mut Checker) {
        for (key, _) in self.iter().filter(|(key, _)| Self::is_reserved(key)) {
            checker.step(
                || Step::Key(key.to_owned()),
                |checker| {
                    checker.careful_breach(
                        Keyword::Reserved,
                        "the prefixes `a.` and `media.` belong to Adobe: choose another key",
                    );
                },
            );
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
                || Step::Key(key.clone()),
                |checker| value.check_into(&Limits::NONE, checker),
            );
        }
    }
}
