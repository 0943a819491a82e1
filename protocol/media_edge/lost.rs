//! What one of the two APIs cannot say.

use serde_json::{Map, Value};

use super::around::Around;
use super::content::Content;
use super::generated::{LACKS, REQUEST};
use super::item::Item;
use super::place::{is_below, is_within, leaves, parse, shown};
use super::request::Request;
use super::table::{Told, holds};
use super::tenant::Tenant;
use super::to_collection::UNKNOWN;
use crate::event::Event;

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
/// The id of the session is not lost: it is in the path there.
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

fn of_item<T: Content>(item: &Item<T>, around: Around<'_>) -> Vec<Lost> {
    let written = item.write(around).item;
    let read = T::read(&written, Around { tree: &Value::Null, ..around }, &Map::new());
    let lost = read.lost.into_iter();
    let lost = lost.filter(|(pointer, _)| !is_below(pointer, "/xdm/mediaCollection/sessionID"));
    lost.map(|(pointer, reason)| Lost { pointer, reason, is_setting: false }).collect()
}
