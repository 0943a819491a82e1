//! Events of the Media Collection API as items of `events`, by the table.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::around::Around;
use super::forms::{self, Made, PREFIX};
use super::generated::{ALWAYS, EVENTS, LACKS, PRIMARY, ROWS};
use super::keys;
use super::place::{At, Place, find, forget, get, is_within, leaves, led, parse, put, shown};
use super::table::{Form, Row, Step, Told, holds};
use crate::constraints::{Keyword, Violation};
use crate::event::EventType;
use crate::schema::keys as collection;

/// An item, and what became of the event's members.
pub(super) struct Converted {
    pub(super) item: Value,
    /// What it does not say, by JSON Pointer into the event, with the reason.
    pub(super) lost: BTreeMap<String, &'static str>,
    /// What has no form here, with JSON Pointers into the event.
    pub(super) violations: Vec<Violation>,
    /// Where each member of the event went: the pointer into the event by the one into the item.
    pub(super) places: BTreeMap<String, String>,
}

/// What is lost without a row of its own.
const UNKNOWN: &str = "Media Edge has no such member.";

/// The event type of Media Edge for one of the Media Collection API.
pub(super) fn event_type(name: &str) -> Option<&'static str> {
    EVENTS.iter().find(|(from, _)| *from == name).map(|(_, to)| *to)
}

/// The same for a type that the schemas of the Media Collection API describe.
pub(super) fn known_type(kind: EventType) -> Option<&'static str> {
    static BY_TYPE: LazyLock<Vec<Option<&str>>> = LazyLock::new(|| by_type(event_type));
    BY_TYPE.get(kind as usize).copied().flatten()
}

/// What is said of each event type, in their order.
pub(super) fn by_type<T>(of: impl Fn(&'static str) -> T) -> Vec<T> {
    debug_assert!(EventType::ALL.iter().enumerate().all(|(at, kind)| *kind as usize == at));
    EventType::ALL.iter().map(|kind| of(kind.as_str())).collect()
}

/// The event as an item, in what is around it: `base` of the item itself, `around` of the request.
pub(super) fn event(
    event: &Value,
    base: Value,
    around: Around<'_>,
    is_downloaded: bool,
) -> Converted {
    let name = event[collection::EVENT_TYPE].as_str().unwrap_or_default();
    let lost = leaves(event).iter().map(|place| (shown(place), "")).collect();
    let mut made =
        Converted { item: base.clone(), lost, violations: Vec::new(), places: BTreeMap::new() };
    let Some(to) = event_type(name) else {
        let message = "Media Edge has no event of this type";
        made.violations.push(Violation::new("/eventType", Keyword::Enum, message));
        return made;
    };
    let scene = Scene { name, event, base: &base, around };
    for row in ROWS.iter().filter(|row| holds(row.events, name)) {
        if !(is_downloaded && row.except_downloaded) {
            scene.put(row, &mut made);
        }
    }
    for row in ROWS.iter().filter(|row| holds(row.events, name)) {
        scene.complete(row, &mut made);
    }
    let key = |key: &str| At::Key(key.to_owned());
    let type_place = [key(keys::XDM), key(keys::EVENT_TYPE)];
    put(&mut made.item, &type_place, format!("{PREFIX}{to}").into());
    add_always(name, &mut made.item);
    mark_primary(&mut made.item, &base);
    for lack in LACKS.iter().filter(|lack| holds(lack.events, name)) {
        for (place, value) in find(event, lack.collection) {
            if lack.told == Told::ErrorIfTrue && *value == Value::Bool(true) {
                made.violations.push(Violation::new(shown(&place), Keyword::Enum, lack.reason));
            }
            // A setting that is not known is none.
            if lack.told == Told::Configured && value.as_str() == Some("") {
                made.lost.remove(&shown(&place));
            }
        }
    }
    for (pointer, reason) in &mut made.lost {
        *reason = why(name, &parse(pointer, event));
    }
    made
}

/// Why a member of the event is lost.
fn why(name: &str, place: &[At]) -> &'static str {
    let lack = LACKS.iter().find(|row| holds(row.events, name) && is_within(place, row.collection));
    if let Some(lack) = lack {
        return lack.reason;
    }
    let of_place = |row: &&Row| holds(row.events, name) && is_within(place, row.collection);
    let mut rows = ROWS.iter().filter(of_place).map(|row| row.to_edge);
    rows.find(|reason| !reason.is_empty()).unwrap_or(UNKNOWN)
}

/// What a row is applied to.
struct Scene<'a> {
    name: &'a str,
    event: &'a Value,
    base: &'a Value,
    around: Around<'a>,
}

impl Scene<'_> {
    /// Puts what a row says of the event in place.
    fn put(&self, row: &Row, made: &mut Converted) {
        for (from, value) in find(self.event, row.collection) {
            let to = led(row.collection, &from, row.edge);
            let (at, to_at) = (shown(&from), shown(&to));
            // A row before has said it, or it is the member of another row.
            let is_said = made.places.contains_key(&to_at);
            if is_said || is_except(row, &from) {
                continue;
            }
            let (value, is_whole) = match forms::to_edge(&row.form, value, self.around.tenant) {
                Ok(Made::Same(value)) => (value, true),
                Ok(Made::Less(value)) => (value, false),
                Ok(Made::Nothing) => continue,
                Err((keyword, message)) => {
                    made.places.insert(to_at, at.clone());
                    // So that nothing is missing besides.
                    put(&mut made.item, &to, Value::Null);
                    made.violations.push(Violation::new(at, keyword, message));
                    continue;
                }
            };
            if is_whole {
                forget(&mut made.lost, &at);
            }
            made.places.insert(to_at, at);
            if self.is_around(row, &to, &value) {
                continue;
            }
            let beside = to[..to.len() - 1].to_vec();
            let is_new = get(self.base, &beside).is_none();
            put(&mut made.item, &to, value);
            for with in row.with.iter().filter(|_| is_new) {
                let place = [beside.as_slice(), &[At::Key(with.key.to_owned())]].concat();
                put(&mut made.item, &place, with.value.into());
            }
        }
    }

    /// Whether what is around the event says the same already: the request, for all of its events; or
    /// by leaving it out, the item.
    fn is_around(&self, row: &Row, to: &Place, value: &Value) -> bool {
        if get(self.base, to).is_some() {
            return false;
        }
        if get(self.around.tree, to) == Some(value) {
            return true;
        }
        let beside = &to[..to.len() - 1];
        let mut both =
            [self.base, self.around.tree].into_iter().filter_map(|root| get(root, beside));
        let said = forms::to_collection(&row.form, value, self.around.tenant);
        match (row.if_absent_collection, said) {
            (Some(absent), Ok(Some(value))) if value.as_i64() == Some(absent) => {
                both.next().is_some_and(|beside| beside.get(last_key(to)).is_none())
            }
            _ => false,
        }
    }

    /// Puts what Media Edge needs where the event says nothing.
    fn complete(&self, row: &Row, made: &mut Converted) {
        let Some(absent) = row.if_absent else { return };
        let to = led(&[], &[], row.edge);
        let is_refused = made.places.contains_key(&shown(&to));
        if get(&made.item, &to).is_none() && !is_refused {
            put(&mut made.item, &to, absent.into());
            let from = led(&[], &[], row.collection);
            debug_assert!(holds(row.events, self.name));
            made.lost.insert(shown(&from), row.to_edge);
        }
    }
}

fn last_key(place: &[At]) -> &str {
    match place.last() {
        Some(At::Key(key)) => key,
        _ => "",
    }
}

fn is_except(row: &Row, place: &[At]) -> bool {
    let mut keys = row.collection.iter().zip(place).filter(|(step, _)| **step == Step::Any);
    keys.any(|(_, at)| matches!(at, At::Key(key) if row.except_keys.contains(&key.as_str())))
}

/// The object that is there for the event type, if need be empty.
pub(super) fn add_always(name: &str, item: &mut Value) {
    for (_, steps) in ALWAYS.iter().filter(|(of, _)| *of == name) {
        let place = led(&[], &[], steps);
        if get(item, &place).is_none() {
            put(item, &place, Map::new().into());
        }
    }
}

/// Whether a member of `xdm` is there for an event type, if need be empty.
pub(super) fn is_always_there(name: &str, member: &str) -> bool {
    let is_it = |steps: &[Step]| matches!(steps, [_, Step::Key(key)] if *key == member);
    ALWAYS.iter().any(|(of, steps)| *of == name && is_it(steps))
}

/// With several namespaces one identity is the primary one. What the sender put there stays.
fn mark_primary(item: &mut Value, base: &Value) {
    let place = [At::Key(keys::XDM.to_owned()), At::Key(keys::IDENTITY_MAP.to_owned())];
    let namespaces =
        |root: &Value| get(root, &place).and_then(Value::as_object).map_or(0, Map::len);
    let (before, now) = (namespaces(base), namespaces(item));
    if now < 2 || now == before {
        return;
    }
    let map = item[keys::XDM][keys::IDENTITY_MAP].as_object_mut();
    let Some(map) = map else { return };
    let is_primary = |item: &Value| item[keys::PRIMARY] == Value::Bool(true);
    if map.values().filter_map(Value::as_array).flatten().any(is_primary) {
        return;
    }
    let named = PRIMARY.iter().find(|name| map.contains_key(**name)).map(|name| (*name).to_owned());
    let Some(first) = named.or_else(|| map.keys().next().cloned()) else { return };
    if let Some(item) = map.get_mut(&first).and_then(|items| items.get_mut(0)) {
        item[keys::PRIMARY] = Value::Bool(true);
    }
}

/// The row of an event type for a place in an item.
pub(super) fn row_at(name: &str, place: &[At]) -> Option<&'static Row> {
    ROWS.iter().find(|row| {
        holds(row.events, name) && row.edge.len() == place.len() && is_within(place, row.edge)
    })
}

/// Whether the place has a list of pairs.
pub(super) fn is_pairs(name: &str, place: &[At]) -> bool {
    row_at(name, place).is_some_and(|row| matches!(row.form, Form::Pairs))
}
