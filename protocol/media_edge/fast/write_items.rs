//! Writing the items of a request.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::super::envelope::{Envelope, Identity, Implementation};
use super::super::forms::PREFIX;
use super::super::generated::{LACKS, PRIMARY};
use super::super::table::{Form, Lack, Plan, Row, Step, Told, holds};
use super::super::tenant::Tenant;
use super::super::to_edge::{by_type, is_always_there};
use super::super::{keys, time};
use super::given::AROUND;
use super::write_frame::{self, key};
use super::write_media;
use crate::constraints::Look;
use crate::event::{Event, EventType, Parts};
use crate::json::fast::{Declined, close_array};

/// What holds for an item.
pub(crate) struct Writing<'w> {
    pub(super) endpoint: &'static str,
    pub(super) session_id: Option<&'w str>,
    pub(super) envelope: &'w Envelope,
    /// The envelope of the request.
    pub(super) around: &'w Envelope,
    pub(super) tenant: Tenant<'w>,
}

/// What an item of `events` holds, as the fast path writes it.
pub(crate) trait WriteItem {
    /// How many events it has.
    fn events(&self) -> usize;

    fn write_item(&self, how: &Writing<'_>, text: &mut Vec<u8>) -> Result<(), Declined>;
}

/// Writes the name of an event type, with the prefix.
fn write_type(name: &str, text: &mut Vec<u8>) {
    text.push(b'"');
    text.extend_from_slice(PREFIX.as_bytes());
    text.extend_from_slice(name.as_bytes());
    text.push(b'"');
}

fn write_time(event: &Event, text: &mut Vec<u8>) -> Result<(), Declined> {
    let time = time::letters(event.player_time.ts()).ok_or(Declined)?;
    text.push(b'"');
    text.extend_from_slice(&time);
    text.push(b'"');
    Ok(())
}

impl WriteItem for Event {
    fn events(&self) -> usize {
        1
    }

    fn write_item(&self, how: &Writing<'_>, text: &mut Vec<u8>) -> Result<(), Declined> {
        let plan = self.event_type().and_then(Plan::for_type).ok_or(Declined)?;
        is_sound(self)?;
        let envelope = with_said(self, how.envelope, how.around)?;
        let xdm = |text: &mut Vec<u8>| {
            write_frame::id(&envelope, text)?;
            key(keys::EVENT_TYPE, text);
            write_type(how.endpoint, text);
            write_frame::identities(&envelope.identities, text)?;
            write_frame::implementation(envelope.implementation.as_ref(), text)?;
            key(keys::MEDIA_COLLECTION, text);
            let id = Some(how.session_id);
            write_media::write(self, plan, id, how.tenant, text)?;
            key(keys::TIMESTAMP, text);
            write_time(self, text)
        };
        write_frame::item(how.envelope, xdm, text)
    }
}

impl WriteItem for Vec<Event> {
    fn events(&self) -> usize {
        self.len()
    }

    fn write_item(&self, how: &Writing<'_>, text: &mut Vec<u8>) -> Result<(), Declined> {
        let first = self.first().ok_or(Declined)?;
        let envelope = with_said(first, how.envelope, how.around)?;
        let is_always_there = is_always_there(keys::DOWNLOADED, keys::IDENTITY_MAP);
        let xdm = |text: &mut Vec<u8>| {
            write_frame::id(&envelope, text)?;
            key(keys::EVENT_TYPE, text);
            write_type(keys::DOWNLOADED, text);
            if envelope.identities.is_empty() && is_always_there {
                key(keys::IDENTITY_MAP, text);
                text.extend_from_slice(b"{}");
            }
            write_frame::identities(&envelope.identities, text)?;
            write_frame::implementation(envelope.implementation.as_ref(), text)?;
            key(keys::DOWNLOADED_EVENTS, text);
            let begin = text.len();
            for (index, event) in self.iter().enumerate() {
                // What stands around a session is said by its start, the first event.
                if index > 0 && event.event_type() == Some(EventType::SessionStart) {
                    return Err(Declined);
                }
                inner(event, how, text)?;
            }
            close_array(text, begin);
            Ok(())
        };
        write_frame::item(how.envelope, xdm, text)
    }
}

/// Writes an event of a downloaded session.
fn inner(event: &Event, how: &Writing<'_>, text: &mut Vec<u8>) -> Result<(), Declined> {
    is_sound(event)?;
    let kind = event.event_type().ok_or(Declined)?;
    let plan = Plan::for_type(kind).ok_or(Declined)?;
    text.push(b',');
    let begin = text.len();
    key(keys::MEDIA_COLLECTION, text);
    write_media::write(event, plan, None, how.tenant, text)?;
    key(keys::INNER_TIME, text);
    write_time(event, text)?;
    key(keys::INNER_TYPE, text);
    write_type(plan.name, text);
    crate::json::fast::close(text, begin);
    Ok(())
}

/// Declines an event that the general path may refuse, or of which it may say more.
fn is_sound(event: &Event) -> Result<(), Declined> {
    let event_type = event.event_type().ok_or(Declined)?;
    let parts = Parts {
        event_type,
        has_metadata: event.custom_metadata().is_some(),
        qoe_data: event.qoe_data.as_deref(),
        foreign_quality: false,
    };
    let params = event.body.params();
    let is_plain = event.extra().is_none()
        && params.is_none_or(Look::is_plain)
        && event.qoe_data.as_ref().is_none_or(|quality| quality.is_plain());
    if !is_plain || !parts.hold() {
        return Err(Declined);
    }
    let Some(params) = params else { return Ok(()) };
    let refuses = |lack: &&Lack| match lack.collection {
        [_, Step::Key(key)] => params.member(key).and_then(|value| value.flag()) == Some(true),
        _ => true,
    };
    let lacks = REFUSED.get(event_type as usize).ok_or(Declined)?;
    if lacks.iter().any(refuses) { Err(Declined) } else { Ok(()) }
}

/// What must not be true, by event type.
static REFUSED: LazyLock<Vec<Vec<&Lack>>> = LazyLock::new(|| {
    by_type(|name| {
        let is_one = |lack: &&Lack| lack.told == Told::ErrorIfTrue && holds(lack.events, name);
        LACKS.iter().filter(is_one).collect()
    })
});

/// The envelope with the identities and the library that the event says.
fn with_said<'e>(
    event: &Event,
    own: &'e Envelope,
    around: &Envelope,
) -> Result<Cow<'e, Envelope>, Declined> {
    let mut made = Cow::Borrowed(own);
    let (Some(EventType::SessionStart), Some(params)) = (event.event_type(), event.body.params())
    else {
        return Ok(made);
    };
    for row in AROUND.iter().filter(|row| holds(row.events, event.event_name())) {
        let [_, Step::Key(part), place @ ..] = row.edge else { continue };
        let (_, key) = row.of_part().ok_or(Declined)?;
        let Some(said) = params.member(key) else { continue };
        match (*part, place) {
            (keys::IMPLEMENTATION, [Step::Key(member)]) => {
                say_library(row, member, said, &mut made, around)?;
            }
            (_, [Step::Key(space), Step::Index(0), Step::Key(member)]) => {
                say_identity(row, [*space, *member], said, &mut made, around)?;
            }
            (_, [Step::Any, Step::Index(0), Step::Key(member)]) => {
                are_said(row, member, said, own)?;
            }
            _ => return Err(Declined),
        }
    }
    mark_primary(own, &mut made);
    Ok(made)
}

fn text_of<'l>(row: &Row, said: &'l dyn Look) -> Result<&'l str, Declined> {
    match row.form {
        Form::Text => said.text().ok_or(Declined),
        _ => Err(Declined),
    }
}

fn say_library(
    row: &Row,
    member: &str,
    said: &dyn Look,
    made: &mut Cow<'_, Envelope>,
    around: &Envelope,
) -> Result<(), Declined> {
    let text = text_of(row, said)?;
    let own = made.implementation.as_ref();
    let all = around.implementation.as_ref();
    let of = |library: Option<&Implementation>| {
        library.and_then(|library| library.member(member)).map(|known| known == text)
    };
    match (of(own), of(all)) {
        (Some(true), _) | (None, Some(true)) => return Ok(()),
        // The event comes first: that is rare.
        (Some(false), _) => return Err(Declined),
        (None, _) => {}
    }
    if member != "version" || !row.with.is_empty() {
        return Err(Declined);
    }
    let library = made.to_mut().implementation.get_or_insert_default();
    library.version = Some(text.to_owned());
    Ok(())
}

fn say_identity(
    row: &Row,
    [space, member]: [&str; 2],
    said: &dyn Look,
    made: &mut Cow<'_, Envelope>,
    around: &Envelope,
) -> Result<(), Declined> {
    let text = text_of(row, said)?;
    let of = |envelope: &Envelope| {
        let first = envelope.identities.get(space).and_then(|items| items.first());
        first.and_then(|first| first.member(member)).map(|known| known == text)
    };
    match (of(made), of(around)) {
        (Some(true), _) | (None, Some(true)) => return Ok(()),
        (Some(false), _) => return Err(Declined),
        (None, _) => {}
    }
    if member != "id" {
        return Err(Declined);
    }
    let items = made.to_mut().identities.entry(space.to_owned()).or_default();
    if let Some(first) = items.first_mut() {
        first.id = Some(text.to_owned());
        return Ok(());
    }
    let mut identity = Identity::new(text);
    for with in row.with {
        match with.key {
            "authenticatedState" => identity.authenticated_state = Some(with.value.into()),
            _ => return Err(Declined),
        }
    }
    items.push(identity);
    Ok(())
}

/// Identities with names of their own: declines those that the envelope does not have.
fn are_said(row: &Row, member: &str, said: &dyn Look, own: &Envelope) -> Result<(), Declined> {
    let Some(Step::Key(key)) = row.collection.last() else { return Err(Declined) };
    let mut all = true;
    said.each(&mut |inside, entry| {
        let crate::constraints::Inside::Key(space) = inside else { return all = false };
        if row.except_keys.contains(&space) {
            return;
        }
        let first = own.identities.get(space).and_then(|items| items.first());
        let known = first.and_then(|first| first.member(member));
        let value = entry.member(key).and_then(|value| value.scalar());
        all &= entry.is_plain()
            && match (&row.form, value) {
                (Form::Text, Some(crate::schema::Scalar::Text(text))) => known == Some(text),
                (Form::State(states), Some(crate::schema::Scalar::Integer(state))) => match known {
                    Some(known) => {
                        usize::try_from(state).ok().and_then(|state| states.get(state))
                            == Some(&known)
                    }
                    None => first.is_some() && row.if_absent_collection == Some(state),
                },
                _ => false,
            };
    });
    if all { Ok(()) } else { Err(Declined) }
}

/// With several namespaces one identity is the primary one, as on the general path.
fn mark_primary(own: &Envelope, made: &mut Cow<'_, Envelope>) {
    let count = made.identities.len();
    if count < 2 || count == own.identities.len() {
        return;
    }
    let identities = &mut made.to_mut().identities;
    if identities.values().flatten().any(|identity| identity.primary == Some(true)) {
        return;
    }
    let named = PRIMARY.iter().find(|name| identities.contains_key(**name));
    let space = named.map(|name| (*name).to_owned()).or_else(|| identities.keys().next().cloned());
    let items = space.and_then(|space| identities.get_mut(&space));
    if let Some(first) = items.and_then(|items| items.first_mut()) {
        first.primary = Some(true);
    }
}
