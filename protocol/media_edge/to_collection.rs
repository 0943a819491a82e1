//! Items of `events` as events of the Media Collection API, by the table.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::around::Around;
use super::forms;
use super::generated::{GONE, LACKS, ROWS};
use super::keys;
use super::place::{At, find, is_within, led, put, shown};
use super::table::{Lack, Row, Step, Told, holds};
use super::tenant::Tenant;
use crate::constraints::Violation;
use crate::event::EventType;
use crate::schema::{Params, keys as collection};

/// An event, and what is wrong with the item.
pub(super) struct Converted {
    pub(super) event: Value,
    /// What has no form there, with JSON Pointers into the item.
    pub(super) violations: Vec<Violation>,
}

/// What is lost without a row of its own.
pub(super) const UNKNOWN: &str = "The Media Collection API has no such member.";

/// The event for an item that is valid. `settings` are params that a datastream has.
pub(super) fn event(item: &Value, around: Around<'_>, settings: &Map<String, Value>) -> Converted {
    let name = name(item).unwrap_or_default();
    let mut made = Converted { event: Map::new().into(), violations: Vec::new() };
    let whole = with_around(item, around.tree);
    for row in ROWS.iter().filter(|row| holds(row.events, name) && !row.one_way) {
        read(row, &whole, around.tenant, &mut made);
    }
    complete_entries(name, &mut made.event);
    add_settings(name, settings, &mut made.event);
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
        put(&mut made.event, &led(row.edge, &from, row.collection), value);
    }
}

/// Whether a row does not hold at a place, for a key there.
pub(super) fn is_except(row: &Row, place: &[At]) -> bool {
    let mut keys = row.edge.iter().zip(place).filter(|(step, _)| **step == Step::Any);
    keys.any(|(_, at)| matches!(at, At::Key(key) if row.except_keys.contains(&key.as_str())))
}

/// An entry in a map needs all of its members. One with a value for its absence gets it; without
/// another one the entry goes, since that cannot be made up.
fn complete_entries(name: &str, event: &mut Value) {
    let rows = || ROWS.iter().filter(|row| holds(row.events, name) && !row.one_way);
    for row in rows() {
        let (Some(absent), [around @ .., Step::Any, Step::Key(key)]) =
            (row.if_absent_collection, row.collection)
        else {
            continue;
        };
        let place = led(&[], &[], around);
        let Some(entries) = object_at(event, &place) else { continue };
        let others: Vec<_> = rows()
            .filter(|other| other.collection.starts_with(around) && other.edge != row.edge)
            .filter_map(|other| match other.collection.last() {
                Some(Step::Key(key)) => Some(*key),
                _ => None,
            })
            .collect();
        entries.retain(|_, entry| others.iter().all(|key| entry.get(*key).is_some()));
        for entry in entries.values_mut().filter_map(Value::as_object_mut) {
            entry.entry(*key).or_insert_with(|| absent.into());
        }
        let is_empty = entries.is_empty();
        if let (true, Some((At::Key(last), around))) = (is_empty, place.split_last())
            && let Some(object) = object_at(event, around)
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
pub(super) fn settings_of<'s>(
    name: &'s str,
    settings: &'s Map<String, Value>,
) -> impl Iterator<Item = (&'static Lack, Option<&'s Value>)> {
    configured(name).filter_map(move |(lack, is_required)| {
        let given = match lack.collection.last() {
            Some(Step::Key(key)) => settings.get(*key),
            _ => None,
        };
        (given.is_some() || is_required).then_some((lack, given))
    })
}

/// The settings that an event type has, and whether they are required.
pub(super) fn configured(name: &str) -> impl Iterator<Item = (&'static Lack, bool)> {
    let configured = CONFIGURED.iter().filter(move |(lack, _)| holds(lack.events, name));
    configured.map(move |(lack, of)| (*lack, of.contains(&name)))
}

/// The settings, and the event types that require them.
static CONFIGURED: LazyLock<Vec<(&Lack, Vec<&str>)>> = LazyLock::new(|| {
    let requires = |kind: &EventType, key: &str| match kind.shape().params {
        Params::Required(object) | Params::Optional(object) => {
            object.member(key).is_some_and(|member| member.required)
        }
        _ => false,
    };
    let configured = LACKS.iter().filter(|lack| lack.told == Told::Configured);
    let of_lack = |lack: &'static Lack| {
        let Some(Step::Key(key)) = lack.collection.last() else { return None };
        let kinds = EventType::ALL.iter().filter(|kind| requires(kind, key));
        Some((lack, kinds.map(|kind| kind.as_str()).collect()))
    };
    configured.filter_map(of_lack).collect()
});

fn add_settings(name: &str, settings: &Map<String, Value>, event: &mut Value) {
    for (lack, value) in settings_of(name, settings) {
        let value = value.cloned().unwrap_or_else(|| "".into());
        put(event, &led(&[], &[], lack.collection), value);
    }
    debug_assert!(event.get(collection::EVENT_TYPE).is_some() || name.is_empty());
}
