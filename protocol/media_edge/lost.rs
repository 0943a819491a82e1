//! What one of the two APIs cannot say.

use serde_json::{Map, Value};

use super::around::Around;
use super::content::Content;
use super::forms::{self, Made};
use super::generated::{LACKS, REQUEST};
use super::item::Item;
use super::place::{At, Place, get, is_within, leaves, parse, shown};
use super::request::Request;
use super::table::{Form, Row, Told, holds};
use super::tenant::Tenant;
use super::to_collection::{UNKNOWN, is_except};
use super::to_edge::{is_pairs, row_at};
use super::{keys, to_collection, written};
use crate::event::{Event, EventType};

/// A number of which the event has another one.
const DIGITS: &str =
    "The number has more digits than one of the Media Collection API: the nearest is kept.";
/// A member that an event can have.
const NOT_SAID: &str = "It stands around the event, and the event does not say it.";
/// The id of a session where none is open yet.
const NEW_ID: &str = "A start, or a downloaded session, gets its id with the response.";

/// A member that is lost on the way to the other API.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lost {
    /// JSON Pointer to the member, or to one that is missing and gets a value.
    pub pointer: String,
    /// Why it is lost, or what becomes of it.
    pub reason: &'static str,
    /// Whether it is a setting of the datastream, and only the place where it stands changes.
    pub is_setting: bool,
}

/// Lists what Media Edge cannot say of an event, in the order of the pointers.
///
/// What is rounded or gets another value is listed, too. Some values are no loss but an error:
/// [`Request::encode`] names them.
///
/// ```
/// use media_collection::edge::lost_in_edge;
/// use media_collection::{Event, PlayerTime};
///
/// let play = Event::play(PlayerTime::new(7.9, 1_767_323_045_678));
/// assert_eq!(lost_in_edge(&play)[0].pointer, "/playerTime/playhead");
/// let play = Event::play(PlayerTime::new(7.0, 1_767_323_045_678));
/// assert!(lost_in_edge(&play).is_empty());
/// ```
#[must_use]
pub fn lost_in_edge(event: &Event) -> Vec<Lost> {
    let none = Value::Object(Map::new());
    let around = Around { tree: &none, tenant: Tenant(None) };
    let made = super::content::sealed::Content::write(event, none.clone(), around);
    let is_setting = |pointer: &str| {
        let place = parse(pointer, &Value::Null);
        LACKS.iter().any(|row| {
            row.told == Told::Configured
                && holds(row.events, event.event_name())
                && is_within(&place, row.collection)
        })
    };
    let lost = made.lost.into_iter().map(|(pointer, reason)| Lost {
        is_setting: is_setting(&pointer),
        pointer,
        reason,
    });
    lost.collect()
}

/// Lists what the Media Collection API cannot say of a request, in the order of the pointers into the
/// body.
///
/// That is what does not come back, at its place and with its value, when the event alone is written
/// again. The id of the session does: it is in the path there. Metadata has no order. What Media Edge
/// itself leaves out, such as a bitrate of more than 32 bits that was read nevertheless, is not lost: the
/// event has it.
#[must_use]
pub fn lost_in_collection<T: Content>(request: &Request<T>) -> Vec<Lost> {
    let mut found = Vec::new();
    let mut tree = request.envelope.tree();
    let around = Around { tree: &tree, tenant: Tenant(request.tenant.as_deref()) };
    for (index, item) in request.items.iter().enumerate() {
        let lost = of_item(item, around).into_iter();
        found.extend(
            lost.map(|lost| Lost { pointer: format!("/events/{index}{}", lost.pointer), ..lost }),
        );
    }
    super::written::restore(&request.envelope.extra, &mut tree, Tenant(request.tenant.as_deref()));
    for place in leaves(&tree) {
        let row = REQUEST.iter().find(|row| is_within(&place, row.edge));
        let reason = row.map_or(UNKNOWN, |row| row.reason);
        found.push(Lost { pointer: shown(&place), reason, is_setting: false });
    }
    found
}

/// What of an item does not come back at its place when the event alone is written again, without what
/// stands around it.
fn of_item<T: Content>(item: &Item<T>, around: Around<'_>) -> Vec<Lost> {
    let written = item.write(around).item;
    let none = Value::Object(Map::new());
    let alone = Around { tree: &none, ..around };
    let alone = item.written(none.clone(), alone).item;
    let both = Both { written: &written, alone: &alone, tenant: around.tenant };
    let lost = leaves(&written).into_iter().filter_map(|place| {
        let reason = both.why_lost(&place)?;
        Some(Lost { pointer: shown(&place), reason, is_setting: false })
    });
    let mut lost: Vec<_> = lost.collect();
    lost.sort_by(|one, other| one.pointer.cmp(&other.pointer));
    lost
}

/// An item as it is written, and as its event alone is.
struct Both<'a> {
    written: &'a Value,
    alone: &'a Value,
    tenant: Tenant<'a>,
}

impl Both<'_> {
    /// Why a value is lost; `None` if the event says it.
    fn why_lost(&self, place: &[At]) -> Option<&'static str> {
        let value = get(self.written, place)?;
        let back = self.back(place).and_then(|place| get(self.alone, &place));
        if back.is_some_and(|back| is_equal(value, back)) {
            return None;
        }
        let (name, live) = written::live(self.written, place);
        let is_outer = name == keys::DOWNLOADED;
        if is_outer && matches!(live.get(1), Some(At::Key(key)) if is_of_event(key)) {
            return Some(UNKNOWN);
        }
        // What stands around a downloaded session is said by its start.
        let name = if is_outer { EventType::SessionStart.as_str() } else { &name };
        let row = row_at(name, &live).filter(|row| !is_except(row, &live));
        if row.is_some_and(|row| self.is_left_out(row, value, back)) {
            return None;
        }
        Some(match row.map(|row| (&row.form, back)) {
            Some((Form::Number { .. } | Form::Integer { .. }, Some(_))) => DIGITS,
            Some((Form::Text, None)) => NOT_SAID,
            _ if matches!(live.last(), Some(At::Key(key)) if key == keys::SESSION_ID) => NEW_ID,
            _ => to_collection::why(name, &live),
        })
    }

    /// Whether the event has the value, but would not be written with it: Media Edge has fewer values.
    fn is_left_out(&self, row: &Row, value: &Value, back: Option<&Value>) -> bool {
        let has_fewer = matches!(row.form, Form::Choice { .. } | Form::Integer { .. });
        has_fewer
            && match forms::to_edge(&row.form, value, self.tenant) {
                Ok(Made::Nothing) => back.is_none(),
                Ok(Made::Less(less)) => back == Some(&less),
                _ => false,
            }
    }

    /// Where a value stands when the event alone is written: metadata has no order, and of equal names
    /// the last.
    fn back(&self, place: &[At]) -> Option<Place> {
        let mut back = place.to_vec();
        for (depth, at) in place.iter().enumerate() {
            let At::Index(index) = at else { continue };
            let list = &place[..depth];
            let (name, live) = written::live(self.written, list);
            if !is_pairs(&name, &live) {
                continue;
            }
            let items =
                |root| get(root, list).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let items = [items(self.written), items(self.alone)];
            let name = |item| forms::pair(item, self.tenant).map(|(name, _)| name);
            let own = name(items[0].get(*index)?)?;
            let is_own = |item| name(item) == Some(own);
            if items[0][index + 1..].iter().any(is_own) {
                return None;
            }
            back[depth] = At::Index(items[1].iter().position(is_own)?);
        }
        Some(back)
    }
}

/// Whether a member of `xdm` is one of an event, which a downloaded session has inside.
fn is_of_event(key: &str) -> bool {
    [keys::EVENT_TYPE, keys::TIMESTAMP, keys::MEDIA_COLLECTION].contains(&key)
}

/// Numbers are equal however they are written.
fn is_equal(one: &Value, other: &Value) -> bool {
    match (one.as_i64(), other.as_i64()) {
        (Some(one), Some(other)) => one == other,
        _ if one.is_number() => one.as_f64() == other.as_f64(),
        _ => one == other,
    }
}
