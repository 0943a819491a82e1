//! What is valid in a request, by the tables of the schemas.

use serde_json::Value;

use super::forms::{integer_of, is_whole};
use super::keys;
use super::table::{Kind, Object};
use super::time;
use crate::constraints::{Keyword, Violation, push_index, push_key};

/// Finds everything in a value that is not valid, in the order of the table. If the lists of values are
/// open, another text is valid, too.
pub(super) fn violations(kind: &Kind, value: &Value, is_open: bool) -> Vec<Violation> {
    let mut finder = Finder { pointer: String::new(), found: Vec::new(), is_open };
    finder.look(kind, value);
    finder.found
}

/// What is valid for an item, by what is valid for a request.
pub(super) fn of_item(request: &'static Kind) -> Option<&'static Kind> {
    match request {
        Kind::Same(kind) => of_item(kind),
        Kind::Object(object) => {
            let events = object.members.iter().find(|(key, _)| *key == keys::EVENTS);
            match events?.1 {
                Kind::List { items, .. } => Some(items),
                _ => None,
            }
        }
        _ => None,
    }
}

struct Finder {
    pointer: String,
    found: Vec<Violation>,
    is_open: bool,
}

impl Finder {
    fn add(&mut self, keyword: Keyword, message: impl Into<String>) {
        self.found.push(Violation::new(self.pointer.clone(), keyword, message));
    }

    fn below(&mut self, key: &str, look: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_key(&mut self.pointer, key);
        look(self);
        self.pointer.truncate(length);
    }

    fn wrong_type(&mut self, wanted: &str, value: &Value) {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        self.add(Keyword::Type, format!("must be {wanted}, and is {found}"));
    }

    fn look(&mut self, kind: &Kind, value: &Value) {
        match (kind, value) {
            (Kind::Same(kind), _) => self.look(kind, value),
            (Kind::Flag, Value::Bool(_)) => {}
            (Kind::Flag, _) => self.wrong_type("a boolean", value),
            (Kind::Integer { least, most }, Value::Number(_)) => {
                self.integer(*least, *most, value);
            }
            (Kind::Integer { .. }, _) => self.wrong_type("an integer", value),
            (Kind::Text(None), Value::String(_)) => {}
            (Kind::Text(Some(pattern)), Value::String(text)) => {
                if !pattern.is_match(text) {
                    self.add(Keyword::Pattern, format!("does not match `{}`", pattern.text));
                }
            }
            (Kind::Choice(_), Value::String(_)) if self.is_open => {}
            (Kind::Choice(values) | Kind::Type(values), Value::String(text)) => {
                if !values.contains(&text.as_str()) {
                    let message = format!("must be one of: {}", values.join(", "));
                    self.add(Keyword::Enum, message);
                }
            }
            (Kind::Time, Value::String(text)) => {
                if !time::is_time(text) {
                    let message = "must be a time with an offset, as `2026-01-02T03:04:05.678Z`";
                    self.add(Keyword::Pattern, message);
                }
            }
            (Kind::Text(_) | Kind::Choice(_) | Kind::Type(_) | Kind::Time, _) => {
                self.wrong_type("a string", value);
            }
            (Kind::List { items, least }, Value::Array(list)) => {
                if list.len() < *least {
                    self.add(Keyword::Required, format!("must have {least} items or more"));
                }
                for (index, item) in list.iter().enumerate() {
                    let length = self.pointer.len();
                    push_index(&mut self.pointer, index);
                    self.look(items, item);
                    self.pointer.truncate(length);
                }
            }
            (Kind::List { .. }, _) => self.wrong_type("an array", value),
            (Kind::Map(kind), Value::Object(members)) => {
                for (key, value) in members {
                    self.below(key, |finder| finder.look(kind, value));
                }
            }
            (Kind::Object(object), Value::Object(members)) => {
                self.object(object, members);
            }
            (Kind::Map(_) | Kind::Object(_), _) => self.wrong_type("an object", value),
        }
    }

    fn integer(&mut self, least: i64, most: i64, value: &Value) {
        if !is_whole(value) {
            self.add(Keyword::Type, "must be an integer, without a fraction");
        }
        // A fraction has been named already; then the integer below decides.
        let number = value.as_f64().unwrap_or_default().floor();
        let (is_less, is_more) = match value.as_i64().or_else(|| integer_of(number)) {
            Some(number) => (number < least, number > most),
            // More than 64 bits.
            None => (number < 0.0, number > 0.0),
        };
        if is_less {
            self.add(Keyword::Minimum, format!("must be {least} or more"));
        }
        if is_more {
            self.add(Keyword::Maximum, format!("must be {most} or less"));
        }
    }

    fn object(&mut self, object: &Object, members: &serde_json::Map<String, Value>) {
        for key in object.required.iter().filter(|key| !members.contains_key(**key)) {
            self.below(key, |finder| finder.add(Keyword::Required, "the member is missing"));
        }
        for (key, kind) in object.members {
            if let Some(value) = members.get(*key) {
                self.below(key, |finder| finder.look(kind, value));
            }
        }
        let has_item = |key: &&str| match members.get(*key) {
            Some(Value::Array(items)) => !items.is_empty(),
            // Another violation names it.
            other => other.is_some(),
        };
        if !object.any.is_empty() && !object.any.iter().any(has_item) {
            let message = format!("must have an item in one of: {}", object.any.join(", "));
            self.add(Keyword::Required, message);
        }
        let Some(variants) = &object.variants else { return };
        let name = members.get(variants.by).and_then(Value::as_str);
        let kind = variants.of.iter().find(|(of, _)| Some(*of) == name);
        if let (Some((_, kind)), Some(value)) = (kind, members.get(variants.member))
            && value.is_object()
        {
            self.below(variants.member, |finder| finder.look(kind, value));
        }
    }
}
