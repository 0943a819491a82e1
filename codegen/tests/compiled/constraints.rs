//! A stand-in for checks, which collects the keys that are checked.

use crate::schema::{Limits, Member, Object, Scalar, Shape};

#[derive(Debug)]
pub struct ConstraintError(pub Vec<&'static str>);

#[derive(Debug)]
pub struct ParseError(&'static str);

impl ParseError {
    pub const fn unknown_name(set: &'static str) -> Self {
        Self(set)
    }
}

impl std::fmt::Display for ParseError {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.0)
    }
}

/// Collects the keys of the members that are checked.
#[derive(Default)]
pub struct Checker(Vec<&'static str>);

pub trait Check {
    fn check_into(&self, limits: &Limits, checker: &mut Checker);
}

impl<T> Check for T
where
    T: Value,
{
    fn check_into(&self, _: &Limits, _: &mut Checker) {}
}

/// Implemented by the types that are not generated.
pub trait Value {}

/// Finds members; the tests do not look further.
pub trait Look {
    fn scalar(&self) -> Option<Scalar<'_>> {
        None
    }

    fn member(&self, _: &str) -> Option<&dyn Look> {
        None
    }

    fn is_plain(&self) -> bool {
        true
    }

    fn texts(&self) -> Option<usize> {
        None
    }
}

impl<T: Value> Look for T {}

impl dyn Look + '_ {
    pub fn flag(&self) -> Option<bool> {
        None
    }
}

pub trait Accept: Sized {
    fn accept(_: Scalar<'_>) -> Option<Self> {
        None
    }
}

impl<T: Value> Accept for T {}

pub fn obeys(_: &dyn Look, _: &Shape) -> bool {
    true
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Nullable<T> {
    Null,
    Value(T),
}

impl<T> Value for Nullable<T> {}

impl ConstraintError {
    pub fn check<T: Check>(value: &T) -> Result<(), Self> {
        let mut checker = Checker::default();
        value.check_into(&Limits::NONE, &mut checker);
        if checker.0.is_empty() { Ok(()) } else { Err(Self(checker.0)) }
    }
}

impl Checker {
    pub fn member<T: Check>(&mut self, member: &'static Member, value: &T) {
        self.0.push(member.key);
        value.check_into(&member.limits, self);
    }

    pub fn ruled<T: Look>(&mut self, _: &'static Member, _: &T) {}

    pub fn params<T: Check>(&mut self, params: &T) {
        params.check_into(&Limits::NONE, self);
    }

    pub fn custom_metadata<T: Check>(&mut self, _: Option<&T>) {}

    pub fn extra(&mut self, _: &'static Object, _: &crate::event::Extra) {}
}
