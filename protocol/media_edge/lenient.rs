//! What a tolerant reader takes besides: what XDM, samples and some clients leave out or write another
//! way. It is written as the schemas have it, before anything is checked.

use serde_json::{Map, Value};

use super::generated::ROWS;
use super::options::ReadOptions;
use super::place::{find, led, put};
use super::table::{Step, holds};
use super::{forms, keys, time};
use crate::event::EventType;
use crate::schema::Mode;

const SESSION_DETAILS: &str = "sessionDetails";
/// What XDM does not require, and a session cannot be without.
const NEEDED: [&str; 2] = ["playerName", "channel"];
/// A text, which has the name of a boolean.
const AUTHORIZED: &str = "authorized";
/// `sessionID`, as responses have it.
const OTHER_SESSION_ID: &str = "sessionId";

/// Completes a body with what the options know and, in tolerant mode, allow.
pub(super) fn complete(options: &ReadOptions, body: &mut Value) {
    let arrived = options.arrived.and_then(time::written);
    let is_tolerant = options.policy.mode == Mode::Tolerant;
    let completes = is_tolerant || options.player_name.is_some();
    let items = body.get_mut(keys::EVENTS).and_then(Value::as_array_mut);
    for item in items.into_iter().flatten() {
        let Some(xdm) = item.get_mut(keys::XDM).and_then(Value::as_object_mut) else { continue };
        let mut player = options.player_name.clone();
        if let Some(Value::Array(events)) = xdm.get_mut(keys::DOWNLOADED_EVENTS) {
            for event in events.iter_mut().filter_map(Value::as_object_mut) {
                spell(keys::INNER_TYPE, event, is_tolerant);
                fill(keys::INNER_TYPE, event, completes, &mut player);
            }
            continue;
        }
        if let Some(arrived) = &arrived
            && is_media(xdm)
        {
            xdm.entry(keys::TIMESTAMP).or_insert_with(|| arrived.as_str().into());
        }
        spell(keys::EVENT_TYPE, xdm, is_tolerant);
        fill(keys::EVENT_TYPE, xdm, completes, &mut player);
    }
}

/// Whether it is an event of this API: a path for everything has others beside it.
fn is_media(xdm: &Map<String, Value>) -> bool {
    let name = xdm.get(keys::EVENT_TYPE).and_then(Value::as_str);
    name.is_some_and(|name| name.starts_with(forms::PREFIX))
}

/// Gives an event what the session's start has and it lacks.
fn fill(
    type_key: &str,
    event: &mut Map<String, Value>,
    completes: bool,
    known: &mut Option<String>,
) {
    let name = event.get(type_key).and_then(Value::as_str).and_then(forms::event_type);
    let name = name.unwrap_or_default().to_owned();
    let Some(media) = event.get_mut(keys::MEDIA_COLLECTION).filter(|media| media.is_object())
    else {
        return;
    };
    for row in ROWS {
        let Some(from) = row.if_absent_from else { continue };
        let source = ROWS.iter().find(|source| source.collection == from).map(|row| row.edge);
        let said = source.and_then(|source| find(media, inside(source)).into_iter().next());
        if let Some(said) = said.and_then(|(_, value)| value.as_str().map(str::to_owned)) {
            *known = Some(said);
        }
        let place = inside(row.edge);
        let [around @ .., _] = place else { continue };
        let is_wanted = holds(row.events, &name)
            && find(media, around).iter().any(|(_, around)| around.is_object())
            && find(media, place).is_empty();
        if is_wanted && completes {
            let value = known.clone().unwrap_or_default();
            put(media, &led(&[], &[], place), value.into());
        }
    }
}

/// The steps below `mediaCollection`.
fn inside(steps: &[Step]) -> &[Step] {
    steps.get(2..).unwrap_or_default()
}

/// Writes what others write another way as the schemas have it.
fn spell(type_key: &str, event: &mut Map<String, Value>, is_tolerant: bool) {
    let name = event.get(type_key).and_then(Value::as_str).and_then(forms::event_type);
    let is_start = name == Some(EventType::SessionStart.as_str());
    let media = event.get_mut(keys::MEDIA_COLLECTION).filter(|_| is_tolerant);
    let Some(media) = media else { return };
    if is_start && let Some(Value::Object(session)) = media.get_mut(SESSION_DETAILS) {
        for key in NEEDED {
            session.entry(key).or_insert_with(|| "".into());
        }
        if let Some(Value::Bool(authorized)) = session.get(AUTHORIZED) {
            session.insert(AUTHORIZED.to_owned(), authorized.to_string().into());
        }
    }
    if let Value::Object(media) = media
        && !media.contains_key(keys::SESSION_ID)
        && let Some(id) = media.remove(OTHER_SESSION_ID)
    {
        media.insert(keys::SESSION_ID.to_owned(), id);
    }
}
