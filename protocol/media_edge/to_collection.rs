//! Items of `events` as events of the Media Collection API, by the table.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::around::Around;
use super::forms;
use super::generated::{GONE, LACKS, ROWS};
use super::keys;
use super::place::{At, Place, find, forget, get, is_within, leaves, led, parse, put, shown};
use super::table::{Form, Lack, Row, Step, Told, holds};
use super::tenant::Tenant;
use crate::constraints::Violation;
use crate::event::EventType;
use crate::schema::{Params, keys as collection};

/// An event, and what became of the item's members.
pub(super) struct Converted {
    pub(super) event: Value,
    /// What it does not say, by JSON Pointer into the item, with the reason.
    pub(super) lost: BTreeMap<String, &'static str>,
    /// What has no form there, with JSON Pointers into the item.
    pub(super) violations: Vec<Violation>,
}

/// What is lost without a row of its own.
pub(super) const UNKNOWN: &str = "The Media Collection API has no such member.";

/// The event for an item that is valid. `settings` are params that a datastream has.
pub(super) fn event(item: &Value, around: Around<'_>, settings: &Map<String, Value>) -> Converted {
    let name = name(item).unwrap_or_default();
    let mut lost: BTreeMap<_, _> = leaves(item).iter().map(|at| (shown(at), "")).collect();
    lost.remove(&format!("/{}/{}/{}", keys::XDM, keys::MEDIA_COLLECTION, keys::SESSION_ID));
    let mut made = Converted { event: Map::new().into(), lost, violations: Vec::new() };
    let whole = with_around(item, around.tree);
    for row in ROWS.iter().filter(|row| holds(row.events, name) && !row.one_way) {
        read(row, &whole, around.tenant, &mut made);
    }
    complete_entries(name, &mut made);
    add_settings(name, settings, &mut made.event);
    for (pointer, reason) in &mut made.lost {
        *reason = why(name, &parse(pointer, item));
    }
    made
}

/// The event type of the Media Collection API for an item.
pub(super) fn name(item: &Value) -> Option<&str> {
    forms::event_type(item.get(keys::XDM)?.get(keys::EVENT_TYPE)?.as_str()?)
}

/// Why a member of an item is lost.
pub(super) fn why(name: &str, place: &[At]) -> &'static str {
    let gone = GONE.iter().find(|row| holds(row.events, name) && is_within(place, row.edge));
    if let Some(gone) = gone {
        return gone.reason;
    }
    let rows = ROWS.iter().filter(|row| holds(row.events, name) && is_within(place, row.edge));
    let mut reasons = rows.map(|row| row.to_collection);
    reasons.find(|reason| !reason.is_empty()).unwrap_or(UNKNOWN)
}

/// The item with the identities and the library of its request, where it has none of its own.
fn with_around(item: &Value, around: &Value) -> Value {
    let mut whole = item.clone();
    let Some(around) = around.get(keys::XDM) else { return whole };
    if let Some(library) = around.get(keys::IMPLEMENTATION)
        && whole[keys::XDM].get(keys::IMPLEMENTATION).is_none()
    {
        whole[keys::XDM][keys::IMPLEMENTATION] = library.clone();
    }
    let namespaces = around.get(keys::IDENTITY_MAP).and_then(Value::as_object);
    for (namespace, identities) in namespaces.into_iter().flatten() {
        let map = &mut whole[keys::XDM][keys::IDENTITY_MAP];
        if map.get(namespace).is_none() {
            map[namespace] = identities.clone();
        }
    }
    whole
}

/// Puts what a row says of an item in place.
fn read(row: &Row, item: &Value, tenant: Tenant<'_>, made: &mut Converted) {
    for (from, value) in find(item, row.edge) {
        if is_except(row, &from) {
            continue;
        }
        let value = match forms::to_collection(&row.form, value, tenant) {
            Ok(Some(value)) => value,
            Ok(None) => continue,
            Err((keyword, message)) => {
                made.violations.push(Violation::new(shown(&from), keyword, message));
                continue;
            }
        };
        let said = match row.form {
            Form::Pairs => said_of(&from, item, tenant),
            _ => vec![shown(&from)],
        };
        said.iter().for_each(|said| forget(&mut made.lost, said));
        put(&mut made.event, &led(row.edge, &from, row.collection), value);
    }
}

fn is_except(row: &Row, place: &[At]) -> bool {
    let mut keys = row.edge.iter().zip(place).filter(|(step, _)| **step == Step::Any);
    keys.any(|(_, at)| matches!(at, At::Key(key) if row.except_keys.contains(&key.as_str())))
}

/// The items of a list of pairs that the metadata has: the last of equal names.
fn said_of(list: &Place, item: &Value, tenant: Tenant<'_>) -> Vec<String> {
    let items = get(item, list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut last = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if let Some((name, _)) = forms::pair(item, tenant) {
            last.insert(name, index);
        }
    }
    last.into_values().map(|index| format!("{}/{index}", shown(list))).collect()
}

/// An entry in a map needs all of its members. One with a value for its absence gets it; without
/// another one the entry goes, since that cannot be made up.
fn complete_entries(name: &str, made: &mut Converted) {
    let rows = || ROWS.iter().filter(|row| holds(row.events, name) && !row.one_way);
    for row in rows() {
        let (Some(absent), [around @ .., Step::Any, Step::Key(key)]) =
            (row.if_absent_collection, row.collection)
        else {
            continue;
        };
        let place = led(&[], &[], around);
        let Some(entries) = object_at(&mut made.event, &place) else { continue };
        let others: Vec<_> = rows()
            .filter(|other| other.collection.starts_with(around) && other.edge != row.edge)
            .filter_map(|other| match other.collection.last() {
                Some(Step::Key(key)) => Some(*key),
                _ => None,
            })
            .collect();
        let mut gone = Vec::new();
        entries.retain(|name, entry| {
            let is_whole = others.iter().all(|key| entry.get(*key).is_some());
            if !is_whole {
                let from = [led(&[], &[], around), vec![At::Key(name.clone())]].concat();
                let from = [from, vec![At::Key((*key).to_owned())]].concat();
                gone.push(shown(&led(row.collection, &from, row.edge)));
            }
            is_whole
        });
        for entry in entries.values_mut().filter_map(Value::as_object_mut) {
            entry.entry(*key).or_insert_with(|| absent.into());
        }
        let is_empty = entries.is_empty();
        made.lost.extend(gone.into_iter().map(|pointer| (pointer, "")));
        if let (true, Some((At::Key(last), around))) = (is_empty, place.split_last())
            && let Some(object) = object_at(&mut made.event, around)
        {
            object.remove(last);
        }
    }
}

fn object_at<'a>(root: &'a mut Value, place: &[At]) -> Option<&'a mut Map<String, Value>> {
    let value = place.iter().try_fold(root, |value, at| match at {
        At::Key(key) => value.get_mut(key.as_str()),
        At::Index(index) => value.get_mut(*index),
    });
    value?.as_object_mut()
}

/// The settings of the datastream that an event type has. A text that is required and not given is empty.
pub(super) fn settings_of(
    name: &str,
    settings: &Map<String, Value>,
) -> impl Iterator<Item = (&'static Lack, Value)> {
    let shape = name.parse::<EventType>().ok().map(|known| known.shape().params);
    let is_required = move |key: &str| match shape {
        Some(Params::Required(object) | Params::Optional(object)) => {
            object.member(key).is_some_and(|member| member.required)
        }
        _ => false,
    };
    let configured = |lack: &&Lack| lack.told == Told::Configured && holds(lack.events, name);
    LACKS.iter().filter(configured).filter_map(move |lack| {
        let Some(Step::Key(key)) = lack.collection.last() else { return None };
        let given = settings.get(*key).cloned();
        Some((lack, given.or_else(|| is_required(key).then(|| "".into()))?))
    })
}

fn add_settings(name: &str, settings: &Map<String, Value>, event: &mut Value) {
    for (lack, value) in settings_of(name, settings) {
        put(event, &led(&[], &[], lack.collection), value);
    }
    debug_assert!(event.get(collection::EVENT_TYPE).is_some() || name.is_empty());
}
