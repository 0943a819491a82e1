//! Finds the violations in a JSON tree by comparing it with the schema tables.

use std::collections::BTreeSet;

use super::suggestion::Comparisons;
use super::tree::Tree;
use crate::constraints::{Keyword, Violation, Violations, broken, push_index, push_key};
use crate::event::{
    CustomMetadata, EventType, INTEGERS_MAY_HAVE_POINT, PlayerTime, QoeData, is_envelope_key,
};
use crate::json::error::{DecodeError, unreadable};
use crate::json::policy::Policy;
use crate::schema::{
    Described as _, EventShape, Mode, Object, Params, Rules, Shape, Slot, keys, whole_number,
};

/// Collects violations, each with its JSON Pointer.
pub(super) struct Finder<'p> {
    pub(super) policy: &'p Policy,
    pub(super) pointer: String,
    found: Vec<Violation>,
    more: usize,
    unreadable: bool,
    too_many: bool,
    pub(super) comparisons: Comparisons,
}

impl<'p> Finder<'p> {
    pub(super) fn new(policy: &'p Policy) -> Self {
        Self {
            policy,
            pointer: String::new(),
            found: Vec::new(),
            more: 0,
            unreadable: false,
            too_many: false,
            comparisons: Comparisons::default(),
        }
    }

    pub(super) fn error(mut self, cause: &serde_json::Error) -> DecodeError {
        if self.found.is_empty() {
            // Does not happen as long as the tables and the reader agree, which tests check.
            self.pointer.clear();
            self.unreadable(cause);
        }
        let violations = Violations::new(self.found, self.more);
        if self.unreadable {
            DecodeError::Unreadable(violations)
        } else {
            DecodeError::Invalid(violations)
        }
    }

    pub(super) fn add(&mut self, keyword: Keyword, message: impl Into<String>) {
        if self.found.len() < self.policy.max_violations.max(1) {
            self.found.push(Violation::new(self.pointer.clone(), keyword, message));
        } else {
            self.more += 1;
        }
    }

    fn below(&mut self, key: &str, look: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_key(&mut self.pointer, key);
        look(self);
        self.pointer.truncate(length);
    }

    fn add_below(&mut self, key: &str, keyword: Keyword, message: impl Into<String>) {
        self.below(key, |finder| finder.add(keyword, message));
    }

    /// Adds a violation for serde_json's error.
    pub(super) fn unreadable(&mut self, error: &serde_json::Error) {
        self.unreadable = true;
        let (keyword, message) = unreadable(error);
        self.add(keyword, message);
    }

    pub(super) fn not_an_array<E>(&mut self) -> Result<(), E> {
        self.add(Keyword::Type, "must be an array of events");
        Ok(())
    }

    pub(super) fn element(&mut self, index: usize, tree: &Tree) {
        if index < self.policy.max_events {
            self.event(tree);
        } else if !self.too_many {
            self.too_many = true;
            let most = self.policy.max_events;
            self.add(Keyword::Limit, format!("is one event too many: at most {most} are read"));
        }
    }

    fn strict(&self) -> bool {
        self.policy.mode == Mode::Strict
    }

    pub(super) fn event(&mut self, tree: &Tree) {
        let Tree::Object(members) = tree else {
            return self.add(Keyword::Type, "an event must be an object");
        };
        let name = members.iter().find(|(key, _)| key == keys::EVENT_TYPE).map(|(_, value)| value);
        let known = match name {
            Some(Tree::String(name)) => EventType::from_wire(name),
            _ => None,
        };
        let shape = known.map(EventType::shape);
        let mut seen = BTreeSet::new();
        for (key, value) in members.iter() {
            self.below(key, |finder| {
                if !seen.insert(key.as_str()) {
                    finder.duplicate();
                }
                match key.as_str() {
                    keys::EVENT_TYPE => finder.event_type(value),
                    keys::PLAYER_TIME => finder.object(value, PlayerTime::SHAPE),
                    keys::PARAMS => finder.params(value, shape),
                    keys::CUSTOM_METADATA => finder.metadata_slot(value, shape),
                    keys::QOE_DATA => finder.qoe_slot(value, shape),
                    _ if finder.strict() => finder.unknown_in_event(key, shape),
                    _ => {}
                }
            });
        }
        let needs_params = matches!(shape.map(|shape| shape.params), Some(Params::Required(_)));
        let needs = |key: &str| shape.is_some_and(|shape| shape.required.contains(&key));
        for (key, needed) in [
            (keys::EVENT_TYPE, true),
            (keys::PLAYER_TIME, true),
            (keys::PARAMS, needs_params),
            (keys::CUSTOM_METADATA, needs(keys::CUSTOM_METADATA)),
            (keys::QOE_DATA, needs(keys::QOE_DATA)),
        ] {
            debug_assert!(is_envelope_key(key));
            if needed && members.is_whole && !seen.contains(key) {
                self.missing(key);
            }
        }
    }

    fn event_type(&mut self, value: &Tree) {
        match value {
            Tree::String(name) if EventType::from_wire(name).is_none() && self.strict() => {
                self.unknown_event_type(name);
            }
            Tree::String(_) => {}
            other => self.wrong_type(other, "a string"),
        }
    }

    /// The parameters of an unknown event type are not checked.
    fn params(&mut self, value: &Tree, shape: Option<&EventShape>) {
        match shape.map(|shape| shape.params) {
            None => {}
            Some(Params::Absent) if self.strict() => self.not_allowed(),
            Some(Params::Absent | Params::Empty) => self.empty(value),
            Some(Params::Optional(params) | Params::Required(params)) => {
                self.object(value, params);
            }
        }
    }

    fn metadata_slot(&mut self, value: &Tree, shape: Option<&EventShape>) {
        match shape.map(|shape| shape.custom_metadata) {
            None => {}
            Some(Slot::Absent) if self.strict() => self.not_allowed(),
            Some(Slot::Absent | Slot::Empty) => self.empty(value),
            Some(Slot::Full) => self.custom_metadata(value),
        }
    }

    fn qoe_slot(&mut self, value: &Tree, shape: Option<&EventShape>) {
        match shape.map_or(Slot::Full, |shape| shape.qoe_data) {
            Slot::Absent if self.strict() => self.not_allowed(),
            Slot::Empty if self.strict() => self.empty(value),
            Slot::Absent | Slot::Empty => self.object(value, QoeData::SHAPE),
            Slot::Full => self.object(value, shape.map_or(QoeData::SHAPE, |shape| shape.quality)),
        }
    }

    fn value(&mut self, value: &Tree, shape: &Shape) {
        match (shape, value) {
            (Shape::Any, _)
            | (Shape::String, Tree::String(_))
            | (Shape::Boolean, Tree::Boolean(_))
            | (Shape::Integer, Tree::Integer(_))
            | (Shape::Number, Tree::Integer(_) | Tree::LargeInteger(_) | Tree::Number(_)) => {}
            (Shape::Integer, Tree::Number(number))
                if (INTEGERS_MAY_HAVE_POINT || !self.strict())
                    && whole_number(*number).is_some() => {}
            (Shape::Integer, Tree::LargeInteger(_)) => {
                self.add(Keyword::Type, "must be an integer that fits 64 bits");
            }
            (Shape::Integer, Tree::Number(_)) if INTEGERS_MAY_HAVE_POINT => {
                self.add(Keyword::Type, "must be an integer that fits 64 bits");
            }
            (Shape::Integer, Tree::Number(_)) => {
                self.add(Keyword::Type, "must be an integer, written without fraction or exponent");
            }
            (Shape::Nullable(_), Tree::Null) => {}
            (Shape::Nullable(shape), value) => self.value(value, shape),
            (Shape::Ruled(shape, rules), value) => {
                self.value(value, shape);
                self.rules(value, rules);
            }
            (Shape::String, other) => self.wrong_type(other, "a string"),
            (Shape::Boolean, other) => self.wrong_type(other, "true or false"),
            (Shape::Integer, other) => self.wrong_type(other, "an integer"),
            (Shape::Number, other) => self.wrong_type(other, "a number"),
            (Shape::CustomMetadata, value) => self.custom_metadata(value),
            (Shape::Object(object), value) => self.object(value, object),
            (Shape::Choice(allowed), Tree::String(text)) => {
                if !allowed.contains(&text.as_str()) {
                    self.add(Keyword::Enum, "is not one of the strings allowed here");
                }
            }
            (Shape::Choice(_), other) => self.wrong_type(other, "a string"),
            (Shape::Array(shape), Tree::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    let length = self.pointer.len();
                    push_index(&mut self.pointer, index);
                    self.value(item, shape);
                    self.pointer.truncate(length);
                }
            }
            (Shape::Array(_), other) => self.wrong_type(other, "an array"),
            (Shape::Map(shape), Tree::Object(entries)) => {
                self.each(entries, |finder, _, value| finder.value(value, shape));
            }
            (Shape::Map(_), other) => self.wrong_type(other, "an object"),
        }
    }

    fn rules(&mut self, value: &Tree, rules: &Rules) {
        if let Some(scalar) = value.scalar() {
            broken(rules, scalar, |keyword, message| self.add(keyword, message));
        } else if rules.allowed.is_some() {
            self.add(Keyword::Enum, "is not one of the values allowed here");
        } else if rules.constant.is_some() {
            self.add(Keyword::Const, "is not the only value allowed here");
        }
    }

    fn object(&mut self, value: &Tree, object: &Object) {
        let Tree::Object(members) = value else {
            return self.wrong_type(value, "an object");
        };
        self.each(members, |finder, key, value| match object.member(key) {
            Some(member) => finder.value(value, &member.shape),
            None if object.open || !finder.strict() => {}
            None => finder.unknown_in(Some(object), key),
        });
        for member in object.members.iter().filter(|member| member.required) {
            if members.is_whole && !members.iter().any(|(key, _)| key == member.key) {
                self.missing(member.key);
            }
        }
    }

    fn custom_metadata(&mut self, value: &Tree) {
        let Tree::Object(members) = value else {
            return self.wrong_type(value, "an object");
        };
        self.each(members, |finder, key, value| {
            if !CustomMetadata::is_key(key) {
                finder.add(
                    Keyword::AdditionalProperties,
                    "is not a custom metadata key: it must be one or more letters, digits, `_` or `.`",
                );
            } else if !matches!(value, Tree::String(_)) {
                finder.wrong_type(value, "a string");
            }
        });
    }

    /// Checks an object that may have no members.
    fn empty(&mut self, value: &Tree) {
        let Tree::Object(members) = value else {
            return self.wrong_type(value, "an object");
        };
        let strict = self.strict();
        self.each(members, |finder, key, _| {
            if strict {
                finder.unknown_in(None, key);
            }
        });
    }

    /// Calls `look` for every member, and reports repeated ones.
    fn each(&mut self, members: &[(String, Tree)], mut look: impl FnMut(&mut Self, &str, &Tree)) {
        let mut seen = BTreeSet::new();
        for (key, value) in members {
            self.below(key, |finder| {
                if seen.insert(key.as_str()) {
                    look(finder, key, value);
                } else {
                    finder.duplicate();
                }
            });
        }
    }

    fn duplicate(&mut self) {
        self.add(Keyword::Duplicate, "occurs more than once in its object");
    }

    fn missing(&mut self, key: &str) {
        self.add_below(key, Keyword::Required, "is required and missing");
    }

    fn wrong_type(&mut self, value: &Tree, wanted: &str) {
        let found = match value {
            Tree::Null => "null",
            Tree::Boolean(_) => "a boolean",
            Tree::Integer(_) | Tree::LargeInteger(_) | Tree::Number(_) => "a number",
            Tree::String(_) => "a string",
            Tree::Array(_) => "an array",
            Tree::Object(_) => "an object",
        };
        self.add(Keyword::Type, format!("must be {wanted}, not {found}"));
    }
}
