//! Places in JSON values, and the pointers of the tables, in which a step can be any key or index.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::table::Step;
use crate::constraints::{push_index, push_key};

/// A step to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum At {
    Key(String),
    Index(usize),
}

pub(super) type Place = Vec<At>;

/// As a JSON Pointer.
pub(super) fn shown(place: &[At]) -> String {
    let mut pointer = String::new();
    for step in place {
        match step {
            At::Key(key) => push_key(&mut pointer, key),
            At::Index(index) => push_index(&mut pointer, *index),
        }
    }
    pointer
}

/// The place in a value to which a pointer leads. Steps into lists are indexes.
pub(super) fn parse(pointer: &str, root: &Value) -> Place {
    let mut value = Some(root);
    let step = |step: &str| {
        let at = match (value, step.parse()) {
            (Some(Value::Array(_)), Ok(index)) => At::Index(index),
            _ => At::Key(step.replace("~1", "/").replace("~0", "~")),
        };
        value = value.and_then(|value| child(value, &at));
        at
    };
    pointer.split('/').skip(1).map(step).collect()
}

fn child<'a>(value: &'a Value, at: &At) -> Option<&'a Value> {
    match at {
        At::Key(key) => value.get(key.as_str()),
        At::Index(index) => value.get(index),
    }
}

pub(super) fn get<'a>(root: &'a Value, place: &[At]) -> Option<&'a Value> {
    place.iter().try_fold(root, child)
}

/// Every value to which the steps lead, with its place.
pub(super) fn find<'a>(root: &'a Value, steps: &[Step]) -> Vec<(Place, &'a Value)> {
    let mut found = vec![(Place::new(), root)];
    for step in steps {
        let mut next = Vec::new();
        for (place, value) in found {
            let mut add = |at: At, value: &'a Value| {
                let mut place = place.clone();
                place.push(at);
                next.push((place, value));
            };
            match (step, value) {
                (Step::Key(key), Value::Object(members)) => {
                    if let Some(value) = members.get(*key) {
                        add(At::Key((*key).to_owned()), value);
                    }
                }
                (Step::Index(index), Value::Array(items)) => {
                    if let Some(value) = items.get(*index) {
                        add(At::Index(*index), value);
                    }
                }
                (Step::Any, Value::Object(members)) => {
                    members.iter().for_each(|(key, value)| add(At::Key(key.clone()), value));
                }
                (Step::Any, Value::Array(items)) => {
                    items.iter().enumerate().for_each(|(index, item)| add(At::Index(index), item));
                }
                _ => {}
            }
        }
        found = next;
    }
    found
}

/// The place that `to` means, with what was found at [`Step::Any`] of `from`. If there is none, a
/// list in `to` gets its first item.
pub(super) fn led(from: &[Step], place: &[At], to: &[Step]) -> Place {
    let any = from.iter().zip(place).filter(|(step, _)| **step == Step::Any);
    let mut any = any.map(|(_, at)| at.clone());
    let step = |step: &Step| match step {
        Step::Any => any.next().unwrap_or(At::Index(0)),
        Step::Index(index) => At::Index(*index),
        Step::Key(key) => At::Key((*key).to_owned()),
    };
    to.iter().map(step).collect()
}

/// Whether the place is one that the steps mean, or inside of it.
pub(super) fn is_within(place: &[At], steps: &[Step]) -> bool {
    place.len() >= steps.len()
        && steps.iter().zip(place).all(|(step, at)| match (step, at) {
            (Step::Any, _) => true,
            (Step::Key(key), At::Key(found)) => key == found,
            (Step::Index(index), At::Index(found)) => index == found,
            _ => false,
        })
}

/// Whether a pointer leads to what is at, or inside of, another one.
pub(super) fn is_below(pointer: &str, around: &str) -> bool {
    pointer.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Takes what is at, or inside of, a pointer out of what is lost.
pub(super) fn forget(lost: &mut BTreeMap<String, &'static str>, around: &str) {
    lost.remove(around);
    // `0` is the letter after `/`.
    let inside: Vec<_> = lost
        .range(format!("{around}/")..format!("{around}0"))
        .map(|(key, _)| key.clone())
        .collect();
    for pointer in inside {
        lost.remove(&pointer);
    }
}

/// Puts a value there, with the objects and lists around it. In a list it takes the place of an item,
/// or is the next one.
pub(super) fn put(root: &mut Value, place: &[At], value: Value) {
    match place {
        [] => *root = value,
        [At::Key(key), rest @ ..] => {
            if !root.is_object() {
                *root = Value::Object(Map::new());
            }
            if let Value::Object(members) = root {
                put(members.entry(key.clone()).or_insert(Value::Null), rest, value);
            }
        }
        [At::Index(index), rest @ ..] => {
            if !root.is_array() {
                *root = Value::Array(Vec::new());
            }
            if let Value::Array(items) = root {
                if *index >= items.len() {
                    items.push(Value::Null);
                }
                let last = items.len() - 1;
                put(&mut items[(*index).min(last)], rest, value);
            }
        }
    }
}

/// Every value that is no object and no list, with its place.
pub(super) fn leaves(value: &Value) -> Vec<Place> {
    fn below(value: &Value, place: &mut Place, found: &mut Vec<Place>) {
        let mut step = |at: At, value: &Value| {
            place.push(at);
            below(value, place, found);
            place.pop();
        };
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| step(At::Key(key.clone()), value));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, value)| step(At::Index(index), value));
            }
            _ => found.push(place.clone()),
        }
    }
    let mut found = Vec::new();
    below(value, &mut Place::new(), &mut found);
    found
}

/// A JSON Pointer as a JSONPath, as error bodies of Media Edge have it:
/// `/events/0/xdm/timestamp` is `$.events[0].xdm.timestamp`.
///
/// ```
/// use media_collection::edge::json_path;
///
/// assert_eq!(json_path("/events/0/xdm/identityMap/e-mail"), "$.events[0].xdm.identityMap['e-mail']");
/// ```
#[must_use]
pub fn json_path(pointer: &str) -> String {
    let mut path = "$".to_owned();
    for step in pointer.split('/').skip(1) {
        let key = match step.contains('~') {
            true => Cow::Owned(step.replace("~1", "/").replace("~0", "~")),
            false => Cow::Borrowed(step),
        };
        let is_name = key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()) {
            path += &format!("[{key}]");
        } else if is_name && !key.is_empty() {
            path += &format!(".{key}");
        } else {
            path += &format!("['{}']", key.replace('\\', r"\\").replace('\'', r"\'"));
        }
    }
    path
}
