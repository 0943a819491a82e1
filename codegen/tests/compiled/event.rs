//! A stand-in for the library's module `event`.

#[path = "../../../protocol/event/is_set.rs"]
pub mod is_set;
mod types {
    include!("../data/bindings/types.rs");
}

pub use types::*;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::constraints;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extra;

impl Extra {
    pub const fn new() -> Self {
        Self
    }

    pub const fn is_empty(&self) -> bool {
        true
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CustomMetadata;

#[derive(Clone, Debug, PartialEq)]
pub struct OtherEvent;

impl OtherEvent {
    pub const fn check_into(&self, _: &mut crate::constraints::Checker) {}
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct WithMetadata<P> {
    pub params: P,
    pub custom_metadata: Option<CustomMetadata>,
}

impl<P> WithMetadata<P> {
    pub const fn new(params: P, custom_metadata: Option<CustomMetadata>) -> Self {
        Self { params, custom_metadata }
    }
}

impl<P> From<P> for WithMetadata<P> {
    fn from(params: P) -> Self {
        Self::new(params, None)
    }
}

#[derive(Debug)]
pub struct Redacted;

pub struct At(pub PlayerTime);

impl From<PlayerTime> for At {
    fn from(player_time: PlayerTime) -> Self {
        Self(player_time)
    }
}

#[derive(Debug, PartialEq)]
pub struct Event {
    pub player_time: PlayerTime,
    pub body: EventBody,
}

impl Event {
    pub fn new(at: impl Into<At>, body: EventBody) -> Self {
        Self { player_time: at.into().0, body }
    }
}

impl constraints::Value for f64 {}
impl constraints::Value for i64 {}
impl constraints::Value for bool {}
impl constraints::Value for String {}
impl constraints::Value for Value {}
impl constraints::Value for Map<String, Value> {}
impl constraints::Value for CustomMetadata {}
impl<T> constraints::Value for Vec<T> {}
impl<T> constraints::Value for BTreeMap<String, T> {}
