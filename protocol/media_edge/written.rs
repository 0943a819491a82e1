//! What the events do not say as it was written: found when a request is read, put back when it is
//! written.

use std::collections::BTreeMap;

use serde_json::Value;

use super::forms;
use super::keys;
use super::place::{At, get, parse, put, shown};
use super::tenant::Tenant;
use super::to_edge::{is_pairs, row_at};

/// Everything in a value that is not, or is another way, in what was made anew, by JSON Pointer.
pub(super) fn differences(read: &Value, made: &Value, item: &Value) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    differ(read, made, item, &mut Vec::new(), &mut found);
    found
}

fn differ(
    read: &Value,
    made: &Value,
    item: &Value,
    place: &mut Vec<At>,
    found: &mut BTreeMap<String, Value>,
) {
    let mut below = |at, read: &Value, made, place: &mut Vec<At>| {
        step(at, read, made, item, place, found);
    };
    match (read, made) {
        (Value::Object(read), Value::Object(made)) => {
            for (key, value) in read {
                below(At::Key(key.clone()), value, made.get(key), place);
            }
        }
        (Value::Array(read), Value::Array(made)) if !is_list_of_pairs(item, place) => {
            for (index, value) in read.iter().enumerate() {
                below(At::Index(index), value, made.get(index), place);
            }
        }
        // `10.0` is 10.
        (Value::Number(read), Value::Number(made))
            if read.as_i64().is_none() && read.as_f64() == made.as_f64() => {}
        _ if read == made => {}
        _ => {
            found.insert(shown(place), read.clone());
        }
    }
}

fn step(
    at: At,
    read: &Value,
    made: Option<&Value>,
    item: &Value,
    place: &mut Vec<At>,
    found: &mut BTreeMap<String, Value>,
) {
    place.push(at);
    match made {
        None => {
            found.insert(shown(place), read.clone());
        }
        Some(made) => differ(read, made, item, place, found),
    }
    place.pop();
}

fn is_list_of_pairs(item: &Value, place: &[At]) -> bool {
    let (name, live) = live(item, place);
    is_pairs(&name, &live)
}

/// Puts what was written another way back into an item, as far as it means what the item says.
pub(super) fn restore(extra: &BTreeMap<String, Value>, item: &mut Value, tenant: Tenant<'_>) {
    for (pointer, written) in extra {
        let place = parse(pointer, item);
        let (name, at) = live(item, &place);
        let present = get(item, &place);
        let row = row_at(&name, &at);
        let fits = match row {
            Some(row) => forms::is_same(&row.form, written, present, tenant),
            None => present.is_none(),
        };
        if fits && has_room(item, &place) {
            put(item, &place, written.clone());
        }
    }
}

/// Whether nothing has to be made up around a value: objects may be, but no items of lists.
fn has_room(root: &Value, place: &[At]) -> bool {
    let mut value = Some(root);
    for (depth, at) in place.iter().enumerate() {
        let is_last = depth + 1 == place.len();
        value = match (value, at) {
            (None, At::Key(_)) => None,
            (Some(Value::Object(members)), At::Key(key)) => members.get(key),
            (Some(Value::Array(items)), At::Index(index)) => match items.get(*index) {
                None if is_last && *index == items.len() => None,
                None => return false,
                item => item,
            },
            _ => return false,
        };
    }
    true
}

/// A place in an item as that of an event of its own, with the event's type: a downloaded session has
/// its events inside.
pub(super) fn live(item: &Value, place: &[At]) -> (String, Vec<At>) {
    let key = |key: &str| At::Key(key.to_owned());
    let inside = match place {
        [At::Key(xdm), At::Key(events), At::Index(index), At::Key(member), rest @ ..]
            if xdm == keys::XDM && events == keys::DOWNLOADED_EVENTS =>
        {
            Some((*index, member.as_str(), rest))
        }
        _ => None,
    };
    let xdm = item.get(keys::XDM);
    let type_of = |value: Option<&Value>| {
        let name = value.and_then(Value::as_str).and_then(forms::event_type);
        name.unwrap_or_default().to_owned()
    };
    let Some((index, member, rest)) = inside else {
        return (type_of(xdm.and_then(|xdm| xdm.get(keys::EVENT_TYPE))), place.to_vec());
    };
    let event = xdm.and_then(|xdm| xdm.get(keys::DOWNLOADED_EVENTS)?.get(index));
    let member = match member {
        keys::INNER_TYPE => keys::EVENT_TYPE,
        keys::INNER_TIME => keys::TIMESTAMP,
        other => other,
    };
    let live = [&[key(keys::XDM), key(member)], rest].concat();
    (type_of(event.and_then(|event| event.get(keys::INNER_TYPE))), live)
}
