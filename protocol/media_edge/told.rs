//! What is said of an event of the older API, as something about a request.

use serde_json::{Map, Value};

use super::around::Around;
use super::body::kind;
use super::content::sealed::Content;
use super::generated::{LACKS, ROWS};
use super::place::{At, is_below, is_within, json_path, led, parse, shown};
use super::table::{Row, Told, holds};
use super::tenant::Tenant;
use super::to_collection::is_except;
use super::to_edge::event_type;
use super::{keys, valid};
use crate::event::{Event, EventType};

/// Where a member of an event stands in a request with it, as a JSONPath; `None` if Media Edge has no
/// such member. The member may be missing.
///
/// ```
/// use media_collection::edge::place_of;
/// use media_collection::{Event, PlayerTime};
///
/// let play = Event::play(PlayerTime::new(7.0, 1_767_323_045_678));
/// let path = place_of(&play, "/playerTime/playhead");
/// assert_eq!(path.as_deref(), Some("$.events[0].xdm.mediaCollection.playhead"));
/// assert_eq!(place_of(&play, "/playerTime/more"), None);
/// ```
#[must_use]
pub fn place_of(event: &Event, pointer: &str) -> Option<String> {
    let none = Value::Object(Map::new());
    let around = Around { tree: &none, tenant: Tenant(None) };
    let places = event.write(none.clone(), around).places;
    let said = places.iter().find(|(_, from)| is_below(pointer, from)).map(|(to, _)| to.clone());
    let place = parse(pointer, &Value::Null);
    let of_row = || {
        let is_it = |row: &&Row| holds(row.events, event.event_name()) && is_of(row, &place);
        ROWS.iter().find(is_it).map(|row| shown(&led(row.collection, &place, row.edge)))
    };
    let item = format!("/{}/0", keys::EVENTS);
    said.or_else(of_row).map(|to| json_path(&(item + &to)))
}

/// A message of the lint or of a report about an event of Media Edge: with the place in the request where
/// it names that of a member, as `` `/playerTime/ts` must be.. ``. `None` if it does not concern Media Edge:
///
/// - it is about a setting of the datastream, which no request has;
/// - it is about a least value, and Media Edge has its own: an ad's position is 0 or more there, and 1 or
///   more in the older API.
#[must_use]
pub fn told_in_edge(event: &Event, message: &str) -> Option<String> {
    if !concerns_edge(message) {
        return None;
    }
    let told = quoted(message).and_then(|(pointer, rest)| {
        place_of(event, pointer).map(|path| format!("`{path}` {rest}"))
    });
    Some(told.unwrap_or_else(|| message.to_owned()))
}

/// Whether a message of the lint or of a report concerns an event of Media Edge: see [`told_in_edge`].
#[must_use]
pub fn concerns_edge(message: &str) -> bool {
    let Some((pointer, rest)) = quoted(message) else { return true };
    let place = parse(pointer, &Value::Null);
    let is_setting = |told, steps| told == Told::Configured && is_within(&place, steps);
    if LACKS.iter().any(|row| is_setting(row.told, row.collection)) {
        return false;
    }
    let is_least = rest.starts_with("must be ") && rest.contains(" or more");
    !(is_least && ROWS.iter().any(|row| is_of(row, &place) && has_own_least(row)))
}

/// The pointer that a message begins with, and what follows.
fn quoted(message: &str) -> Option<(&str, &str)> {
    let (pointer, rest) = message.strip_prefix('`')?.split_once("` ")?;
    pointer.starts_with('/').then_some((pointer, rest))
}

fn is_of(row: &Row, place: &[At]) -> bool {
    row.collection.len() == place.len()
        && is_within(place, row.collection)
        && !is_except(row, place)
}

/// Whether the schemas of Media Edge have a least value for the member.
fn has_own_least(row: &Row) -> bool {
    let all = EventType::ALL.iter().map(|known| known.as_str());
    let mut names = all.filter(|name| holds(row.events, name));
    let request = names.find_map(|name| kind(event_type(name)?));
    request.and_then(valid::of_item).and_then(|item| valid::least(item, row.edge)).is_some()
}
