//! What a session's start gets from elsewhere: the identities, the library, the settings.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::generated::ROWS;
use super::super::table::{Form, Lack, Row, Step, holds};
use super::super::{keys, to_collection};
use super::source::{Given, Known};
use super::write_frame;
use crate::event::EventType;
use crate::json::fast::{Declined, WriteFast as _, close, write_string};
use crate::schema::keys as collection;

/// The rows about identities and the library.
pub(super) static AROUND: LazyLock<Vec<&Row>> = LazyLock::new(|| {
    let is_around = |row: &&Row| match row.edge {
        [_, Step::Key(part), ..] => [keys::IDENTITY_MAP, keys::IMPLEMENTATION].contains(part),
        _ => false,
    };
    ROWS.iter().filter(is_around).collect()
});

/// Enough for what a start usually gets, and for an entry of an identity.
const USUAL_COUNT: usize = 8;
const USUAL_BYTES: usize = 128;

/// What a row says of a start.
struct Said {
    row: &'static Row,
    place: Place,
}

/// Where it is said.
enum Place {
    /// This member of the library, as this one of the start.
    Library(&'static str, &'static str),
    /// A member of the identity at this place in a namespace, as this one of the start.
    Identity(&'static str, usize, &'static str, &'static str),
    /// A member of the first identity in any namespace, as this one of an entry.
    Names(&'static str, &'static str),
}

/// What a start says of what stands around it.
struct Start {
    said: Vec<Said>,
    /// The member that has the entries.
    names: Option<&'static str>,
    /// The settings that it has, and whether they are required.
    settings: Vec<(&'static str, bool)>,
}

/// `None` if a row is of another form.
static START: LazyLock<Option<Start>> = LazyLock::new(|| {
    let name = EventType::SessionStart.as_str();
    let (mut said, mut names) = (Vec::new(), None);
    for row in AROUND.iter().copied().filter(|row| !row.one_way && holds(row.events, name)) {
        let place = match (row.edge, row.collection, &row.form) {
            (
                [_, Step::Key(keys::IMPLEMENTATION), Step::Key(member)],
                [Step::Key(collection::PARAMS), Step::Key(key)],
                Form::Text,
            ) => Place::Library(member, key),
            (
                [_, _, Step::Key(space), Step::Index(index), Step::Key(member)],
                [Step::Key(collection::PARAMS), Step::Key(key)],
                Form::Text,
            ) => Place::Identity(space, *index, member, key),
            (
                [_, _, Step::Any, Step::Index(0), Step::Key(member)],
                [Step::Key(collection::PARAMS), Step::Key(list), Step::Any, Step::Key(key)],
                Form::Text | Form::State(_),
            ) if *names.get_or_insert(*list) == *list => Place::Names(member, key),
            _ => return None,
        };
        said.push(Said { row, place });
    }
    let setting = |(lack, is_required): (&Lack, bool)| match lack.collection {
        [Step::Key(collection::PARAMS), Step::Key(key)] => Some((*key, is_required)),
        _ => None,
    };
    let settings = to_collection::configured(name).map(setting).collect::<Option<_>>()?;
    Some(Start { said, names, settings })
});

/// The members of a start that are not in its `mediaCollection`.
pub(super) fn of_start<'g>(
    own: Option<&'g Envelope>,
    around: &'g Envelope,
    settings: &'g Map<String, Value>,
    is_downloaded: bool,
) -> Result<Vec<Given<'g>>, Declined> {
    let start = START.as_ref().ok_or(Declined)?;
    let mut given = Vec::with_capacity(USUAL_COUNT);
    for (key, is_required) in &start.settings {
        let value = match settings.get(*key) {
            None if *is_required => Known::Text(""),
            None => continue,
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
        start.said_around(own, around, &mut given)?;
    }
    Ok(given)
}

impl Start {
    /// Identities and library, of the item or else of the request.
    fn said_around<'g>(
        &self,
        own: &'g Envelope,
        around: &'g Envelope,
        given: &mut Vec<Given<'g>>,
    ) -> Result<(), Declined> {
        let library = own.implementation.as_ref().or(around.implementation.as_ref());
        for Said { place, .. } in &self.said {
            let (text, key) = match place {
                Place::Library(member, key) => {
                    (library.and_then(|library| library.member(member)), key)
                }
                Place::Identity(space, index, member, key) => {
                    let items =
                        own.identities.get(*space).or_else(|| around.identities.get(*space));
                    let item = items.and_then(|items| items.get(*index));
                    (item.and_then(|item| item.member(member)), key)
                }
                Place::Names(..) => continue,
            };
            given.extend(text.map(|text| Given { key, value: Known::Text(text) }));
        }
        given.extend(self.entries(own, around)?);
        Ok(())
    }

    /// Identities with names of their own, as the object that the older API has of them. An entry needs
    /// all of its members, of which some have a value for their absence.
    fn entries(
        &self,
        own: &Envelope,
        around: &Envelope,
    ) -> Result<Option<Given<'static>>, Declined> {
        let Some(key) = self.names else { return Ok(None) };
        let is_other = |space: &String| !own.identities.contains_key(space);
        let others = around.identities.iter().filter(|(space, _)| is_other(space));
        let mut text = Vec::new();
        for (space, items) in own.identities.iter().chain(others) {
            let begin = text.len();
            let mut members = None;
            let mut is_whole = true;
            for Said { row, place } in &self.said {
                let Place::Names(member, of_entry) = place else { continue };
                if row.except_keys.contains(&space.as_str()) {
                    continue;
                }
                if members.is_none() {
                    text.reserve(USUAL_BYTES);
                    text.push(b',');
                    write_string(space, &mut text)?;
                    text.push(b':');
                    members = Some(text.len());
                }
                let said = items.first().and_then(|first| first.member(member));
                write_frame::key(of_entry, &mut text);
                match (&row.form, said, row.if_absent_collection) {
                    (Form::Text, Some(said), _) => write_string(said, &mut text)?,
                    (Form::State(states), Some(said), _) => {
                        let state = states.iter().position(|state| *state == said);
                        let state = i64::try_from(state.ok_or(Declined)?).map_err(|_| Declined)?;
                        state.write_fast(&mut text)?;
                    }
                    (_, None, Some(absent)) => absent.write_fast(&mut text)?,
                    (_, None, None) => is_whole = false,
                    _ => return Err(Declined),
                }
            }
            match members {
                Some(members) if is_whole => close(&mut text, members),
                _ => text.truncate(begin),
            }
        }
        if text.is_empty() {
            return Ok(None);
        }
        close(&mut text, 0);
        let text = String::from_utf8(text).map_err(|_| Declined)?;
        Ok(Some(Given { key, value: Known::Json(text) }))
    }
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
