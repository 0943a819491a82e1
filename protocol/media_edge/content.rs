//! What an item of `events` holds: one event, or a downloaded session.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::around::Around;
use super::forms::{NAME, PREFIX, VALUE};
use super::place::is_below;
use super::tenant::Tenant;
use super::to_edge::{add_always, event_type, known_type};
use super::{keys, to_collection, to_edge};
use crate::constraints::{Violation, push_index};
use crate::event::{Event, EventType};
use crate::json::Policy;
use crate::schema::keys as collection;

/// What an item of `events` holds: an [`Event`], or a downloaded session, a `Vec<Event>`.
pub trait Content: Sized + sealed::Content {}

impl Content for Event {}
impl Content for Vec<Event> {}

/// An item without its envelope's `extra`, and what became of the content.
#[derive(Debug, Default)]
pub struct Written {
    pub(super) item: Value,
    pub(super) lost: BTreeMap<String, &'static str>,
    pub(super) violations: Vec<Violation>,
    pub(super) places: BTreeMap<String, String>,
    /// Original literals of strings, by JSON Pointer into the item.
    pub(super) literals: BTreeMap<String, String>,
}

/// The content of an item, or why there is none.
#[derive(Debug)]
pub struct Read<T> {
    pub(super) content: Option<T>,
    pub(super) violations: Vec<Violation>,
}

pub(super) mod sealed {
    use serde_json::{Map, Value};

    use super::{Around, Read, Written};
    use crate::media_edge::fast::{ReadItem, WriteItem};

    #[allow(private_bounds, reason = "nobody else implements it")]
    pub trait Content: ReadItem + WriteItem {
        /// The last segment of the path.
        fn endpoint(&self) -> Option<&'static str>;

        fn write(&self, base: Value, around: Around<'_>) -> Written;

        fn read(item: &Value, around: Around<'_>, settings: &Map<String, Value>) -> Read<Self>
        where
            Self: Sized;

        /// Whether the item has the id of an open session.
        fn has_session_id(&self) -> bool;
    }
}

/// An event as the text of the Media Collection API has it; what prevents that.
fn value_of(event: &Event) -> Result<Value, Vec<Violation>> {
    match serde_json::to_value(event) {
        Ok(value) => Ok(value),
        Err(_) => Err(event
            .encode()
            .err()
            .map_or_else(Vec::new, |error| error.violations.into_iter().collect())),
    }
}

/// The original literals of an event's strings, at their places in the item.
fn literals(
    event: &Event,
    item: &Value,
    places: &BTreeMap<String, String>,
    tenant: Tenant<'_>,
) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let pairs = format!("/{}/", collection::CUSTOM_METADATA);
    for original in event.originals() {
        let of_value = places.iter().find(|(_, from)| **from == original.pointer);
        let to = match (of_value, original.pointer.split_once(&*pairs)) {
            (Some((to, _)), _) => to.clone(),
            (None, Some(("", name))) => {
                let list = format!("/{}", collection::CUSTOM_METADATA);
                let Some((to, _)) = places.iter().find(|(_, from)| **from == list) else {
                    continue;
                };
                let items = item.pointer(to).and_then(Value::as_array);
                let name = tenant.add(name);
                let is_it = |item: &Value| item[NAME].as_str() == Some(&*name);
                let index = items.and_then(|items| items.iter().position(is_it));
                let Some(index) = index else { continue };
                format!("{to}/{index}/{VALUE}")
            }
            _ => continue,
        };
        found.insert(to, original.literal.to_string());
    }
    found
}

/// The event that a value is. It was made by the table, so tolerance is for schemas that differ.
fn event_of(value: &Value) -> Result<Event, Vec<Violation>> {
    let text = value.to_string();
    Event::decode(text.as_bytes(), &Policy::tolerant())
        .map_err(|error| error.violations().clone().into_iter().collect())
}

impl sealed::Content for Event {
    fn endpoint(&self) -> Option<&'static str> {
        match self.event_type() {
            Some(kind) => known_type(kind),
            None => event_type(self.event_name()),
        }
    }

    fn write(&self, base: Value, around: Around<'_>) -> Written {
        match value_of(self) {
            Err(violations) => Written { violations, ..Written::default() },
            Ok(value) => {
                let to_edge::Converted { item, lost, violations, places } =
                    to_edge::event(&value, base, around, false);
                let literals = literals(self, &item, &places, around.tenant);
                Written { item, lost, violations, places, literals }
            }
        }
    }

    fn read(item: &Value, around: Around<'_>, settings: &Map<String, Value>) -> Read<Self> {
        let to_collection::Converted { event, mut violations } =
            to_collection::event(item, around, settings);
        let mut content = None;
        if violations.is_empty() {
            match event_of(&event) {
                Ok(event) => content = Some(event),
                // What these schemas ask for and no row has.
                Err(list) => violations.extend(list.into_iter().map(|violation| Violation {
                    pointer: String::new(),
                    message: format!("{}: {}", violation.pointer, violation.message),
                    ..violation
                })),
            }
        }
        Read { content, violations }
    }

    fn has_session_id(&self) -> bool {
        self.event_type() != Some(EventType::SessionStart)
    }
}

impl sealed::Content for Vec<Event> {
    fn endpoint(&self) -> Option<&'static str> {
        Some(keys::DOWNLOADED)
    }

    fn write(&self, base: Value, around: Around<'_>) -> Written {
        let mut made = Written { item: base, ..Written::default() };
        let mut list = Vec::new();
        for (index, event) in self.iter().enumerate() {
            let value = match value_of(event) {
                Ok(value) => value,
                Err(violations) => {
                    made.violations.extend(violations.into_iter().map(|found| below(index, found)));
                    continue;
                }
            };
            // What stands around a session is said by its start, the first event.
            let base = if index == 0 { made.item.clone() } else { Value::Object(Map::new()) };
            let mut one = to_edge::event(&value, base, around, true);
            let at = |pointer: &str| format!("/{index}{pointer}");
            made.lost.extend(one.lost.iter().map(|(pointer, reason)| (at(pointer), *reason)));
            made.violations.extend(one.violations.into_iter().map(|found| below(index, found)));
            let literals = literals(event, &one.item, &one.places, around.tenant).into_iter();
            made.literals.extend(literals.map(|(to, literal)| (inside(index, &to), literal)));
            let places = one.places.iter().map(|(to, from)| (inside(index, to), at(from)));
            made.places.extend(places);
            let mut inner = Map::new();
            if let Some(xdm) = one.item[keys::XDM].as_object_mut() {
                for (key, of_event) in MEMBERS {
                    inner.extend(xdm.remove(of_event).map(|value| (key.to_owned(), value)));
                }
            }
            if index == 0 {
                made.item = one.item;
            } else if let Value::Object(others) = one.item[keys::XDM].take() {
                // Another start, which the rules of sessions refuse.
                others.into_iter().for_each(|(key, value)| made.item[keys::XDM][key] = value);
            }
            list.push(inner.into());
        }
        let xdm = &mut made.item[keys::XDM];
        xdm[keys::EVENT_TYPE] = format!("{PREFIX}{}", keys::DOWNLOADED).into();
        xdm[keys::DOWNLOADED_EVENTS] = Value::Array(list);
        add_always(keys::DOWNLOADED, &mut made.item);
        made
    }

    fn read(item: &Value, around: Around<'_>, settings: &Map<String, Value>) -> Read<Self> {
        let mut outer = item.clone();
        let list = outer.get_mut(keys::XDM).and_then(Value::as_object_mut).and_then(|xdm| {
            xdm.remove(keys::EVENT_TYPE);
            xdm.remove(keys::DOWNLOADED_EVENTS)
        });
        let list = list.as_ref().and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let (mut events, mut violations) = (Vec::new(), Vec::new());
        let none = Value::Object(Map::new());
        for (index, inner) in list.iter().enumerate() {
            // What stands around a session is said by its start, the first event.
            let (mut live, around) = match index {
                0 => (outer.clone(), around),
                _ => (none.clone(), Around { tree: &none, ..around }),
            };
            for (key, of_event) in MEMBERS {
                live[keys::XDM][of_event] = inner[key].clone();
            }
            let mut one = to_collection::event(&live, around, settings);
            say_downloaded(&mut one.event);
            violations.extend(
                one.violations
                    .into_iter()
                    .map(|found| Violation { pointer: inside(index, &found.pointer), ..found }),
            );
            match event_of(&one.event) {
                Ok(event) => events.push(event),
                Err(_) if !violations.is_empty() => {}
                Err(list) => violations.extend(list.into_iter().map(|found| Violation {
                    pointer: format!("/{}/{}/{index}", keys::XDM, keys::DOWNLOADED_EVENTS),
                    message: format!("{}: {}", found.pointer, found.message),
                    ..found
                })),
            }
        }
        let content = violations.is_empty().then_some(events);
        Read { content, violations }
    }

    fn has_session_id(&self) -> bool {
        false
    }
}

/// The members of an event in a downloaded session, and what they are of one of its own.
const MEMBERS: [(&str, &str); 3] = [
    (keys::INNER_TYPE, keys::EVENT_TYPE),
    (keys::INNER_TIME, keys::TIMESTAMP),
    (keys::MEDIA_COLLECTION, keys::MEDIA_COLLECTION),
];

fn below(index: usize, violation: Violation) -> Violation {
    let mut pointer = String::new();
    push_index(&mut pointer, index);
    Violation { pointer: pointer + &violation.pointer, ..violation }
}

fn inside_raw(index: usize, key: &str) -> String {
    format!("/{}/{}/{index}/{key}", keys::XDM, keys::DOWNLOADED_EVENTS)
}

/// The pointer of an event of its own as one into a downloaded session.
fn inside(index: usize, pointer: &str) -> String {
    for (key, of_event) in MEMBERS {
        let around = format!("/{}/{of_event}", keys::XDM);
        if is_below(pointer, &around) {
            return format!("{}{}", inside_raw(index, key), &pointer[around.len()..]);
        }
    }
    pointer.to_owned()
}

/// A downloaded session says so in its start, whatever was sent.
fn say_downloaded(event: &mut Value) {
    if event[collection::EVENT_TYPE] == EventType::SessionStart.as_str() {
        event[collection::PARAMS][collection::DOWNLOADED] = true.into();
    }
}
