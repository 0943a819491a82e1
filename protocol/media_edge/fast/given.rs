//! What a session's start gets from elsewhere: the identities, the library, the settings.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::generated::ROWS;
use super::super::table::{Form, Row, Step, holds};
use super::super::{keys, to_collection};
use super::source::{Given, Known};
use super::write_frame;
use crate::event::EventType;
use crate::json::fast::{Declined, close, write_string};
use crate::schema::keys as collection;

/// The rows about identities and the library.
pub(super) static AROUND: LazyLock<Vec<&Row>> = LazyLock::new(|| {
    let is_around = |row: &&Row| match row.edge {
        [_, Step::Key(part), ..] => [keys::IDENTITY_MAP, keys::IMPLEMENTATION].contains(part),
        _ => false,
    };
    ROWS.iter().filter(is_around).collect()
});

/// Enough for what a start usually gets, and for the text of some identities.
const USUAL_COUNT: usize = 8;
const USUAL_BYTES: usize = 256;

/// The members of a start that are not in its `mediaCollection`.
pub(super) fn of_start<'g>(
    own: Option<&'g Envelope>,
    around: &'g Envelope,
    settings: &'g Map<String, Value>,
    is_downloaded: bool,
) -> Result<Vec<Given<'g>>, Declined> {
    let name = EventType::SessionStart.as_str();
    let mut given = Vec::with_capacity(USUAL_COUNT);
    for (lack, value) in to_collection::settings_of(name, settings) {
        let [_, Step::Key(key)] = lack.collection else { return Err(Declined) };
        let value = match value {
            None => Known::Text(""),
            Some(Value::String(text)) => Known::Text(text),
            Some(Value::Bool(flag)) => Known::Flag(*flag),
            Some(_) => return Err(Declined),
        };
        given.push(Given { key, value });
    }
    if is_downloaded {
        given.push(Given { key: collection::DOWNLOADED, value: Known::Flag(true) });
    }
    if let Some(own) = own {
        said_around(name, own, around, &mut given)?;
    }
    Ok(given)
}

/// Identities and library, of the item or else of the request.
fn said_around<'g>(
    name: &str,
    own: &'g Envelope,
    around: &'g Envelope,
    given: &mut Vec<Given<'g>>,
) -> Result<(), Declined> {
    let library = own.implementation.as_ref().or(around.implementation.as_ref());
    let has_identities = !own.identities.is_empty() || !around.identities.is_empty();
    if library.is_none() && !has_identities {
        return Ok(());
    }
    let mut has_names = false;
    for row in AROUND.iter().filter(|row| !row.one_way) {
        let text = match row.edge {
            [_, Step::Key(keys::IMPLEMENTATION), Step::Key(member)] => {
                library.and_then(|library| library.member(member))
            }
            [
                _,
                Step::Key(keys::IDENTITY_MAP),
                Step::Key(space),
                Step::Index(index),
                Step::Key(member),
            ] => {
                let items = own.identities.get(*space).or_else(|| around.identities.get(*space));
                items.and_then(|items| items.get(*index)).and_then(|item| item.member(member))
            }
            [_, Step::Key(keys::IDENTITY_MAP), Step::Any, ..] => {
                let mut spaces = own.identities.keys().chain(around.identities.keys());
                has_names |= spaces.any(|space| !row.except_keys.contains(&space.as_str()));
                None
            }
            _ => continue,
        };
        let Some(text) = text else { continue };
        match (row.of_part(), &row.form) {
            (Some((collection::PARAMS, key)), Form::Text) if holds(row.events, name) => {
                given.push(Given { key, value: Known::Text(text) });
            }
            _ => return Err(Declined),
        }
    }
    if has_names {
        given.extend(names(name, own, around)?);
    }
    Ok(())
}

/// Identities with names of their own, as the object that the older API has of them. An entry needs all
/// of its members, of which some have a value for their absence.
fn names(
    name: &str,
    own: &Envelope,
    around: &Envelope,
) -> Result<Option<Given<'static>>, Declined> {
    let of_names = |row: &&Row| match row.edge {
        [_, Step::Key(keys::IDENTITY_MAP), Step::Any, Step::Index(0), Step::Key(_)] => {
            !row.one_way && holds(row.events, name)
        }
        _ => false,
    };
    let is_other = |space: &String| !own.identities.contains_key(space);
    let others = around.identities.iter().filter(|(space, _)| is_other(space));
    let (mut text, mut list) = (Vec::with_capacity(USUAL_BYTES), None);
    for (space, items) in own.identities.iter().chain(others) {
        let begin = text.len();
        text.push(b',');
        write_string(space, &mut text)?;
        text.push(b':');
        let members = text.len();
        let mut is_whole = true;
        let rows = AROUND.iter().copied().filter(of_names);
        for row in rows.filter(|row| !row.except_keys.contains(&space.as_str())) {
            let ([.., Step::Key(member)], [_, Step::Key(key), Step::Any, Step::Key(of_entry)]) =
                (row.edge, row.collection)
            else {
                return Err(Declined);
            };
            if *list.get_or_insert(*key) != *key {
                return Err(Declined);
            }
            let said = items.first().and_then(|first| first.member(member));
            write_frame::key(of_entry, &mut text);
            match (&row.form, said, row.if_absent_collection) {
                (Form::Text, Some(said), _) => write_string(said, &mut text)?,
                (Form::State(states), Some(said), _) => {
                    let state = states.iter().position(|state| *state == said).ok_or(Declined)?;
                    text.extend_from_slice(state.to_string().as_bytes());
                }
                (_, None, Some(absent)) => text.extend_from_slice(absent.to_string().as_bytes()),
                (_, None, None) => is_whole = false,
                _ => return Err(Declined),
            }
        }
        if is_whole && text.len() > members {
            close(&mut text, members);
        } else {
            text.truncate(begin);
        }
    }
    let Some(key) = list.filter(|_| !text.is_empty()) else { return Ok(None) };
    close(&mut text, 0);
    let text = String::from_utf8(text).map_err(|_| Declined)?;
    Ok(Some(Given { key, value: Known::Json(text) }))
}

impl Identity {
    /// The text of a member.
    pub(super) fn member(&self, key: &str) -> Option<&str> {
        match key {
            "id" => self.id.as_deref(),
            "authenticatedState" => self.authenticated_state.as_deref(),
            _ => None,
        }
    }
}

impl Implementation {
    /// The text of a member.
    pub(super) fn member(&self, key: &str) -> Option<&str> {
        match key {
            "name" => self.name.as_deref(),
            "version" => self.version.as_deref(),
            "environment" => self.environment.as_deref(),
            _ => None,
        }
    }
}
