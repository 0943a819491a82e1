//! Reading the items of a request.

use serde_json::{Map, Value};

use super::super::envelope::Envelope;
use super::super::forms::PREFIX;
use super::super::keys;
use super::super::table::Plan;
use super::super::tenant::Tenant;
use super::super::to_edge::is_always_there;
use super::frame::time_of;
use super::given;
use super::media::{self, Draft, Reading};
use super::notes::Notes;
use crate::event::{Event, EventType};
use crate::json::fast::{Cursor, Declined};

/// What holds for all items of a request.
#[derive(Debug)]
pub(crate) struct Scene<'s> {
    pub(super) endpoint: &'s str,
    pub(super) settings: &'s Map<String, Value>,
    pub(super) tenant: Tenant<'s>,
    pub(super) around: Envelope,
    /// How many further events there may be.
    pub(super) rest: usize,
}

impl Scene<'_> {
    fn count(&mut self) -> Result<(), Declined> {
        self.rest = self.rest.checked_sub(1).ok_or(Declined)?;
        Ok(())
    }
}

/// An item: its content, the id of the session, and what stands around it.
pub(crate) type Found<T> = (T, Option<String>, Envelope);

/// What an item of `events` holds, as the fast path reads it.
pub(crate) trait ReadItem: Sized {
    fn read_item(cursor: &mut Cursor<'_>, scene: &mut Scene<'_>) -> Result<Found<Self>, Declined>;
}

/// Reads an item; `xdm` reads the member of this name.
fn item<'a, T>(
    cursor: &mut Cursor<'a>,
    mut xdm: impl FnMut(&mut Cursor<'a>, &mut Envelope, &mut Notes) -> Result<T, Declined>,
) -> Result<(T, Envelope), Declined> {
    let (mut envelope, mut notes) = (Envelope::default(), Notes::default());
    let mut content = None;
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(key) = next {
        if key == keys::XDM.as_bytes() && content.is_none() {
            content = Some(xdm(cursor, &mut envelope, &mut notes)?);
        } else if key == keys::XDM.as_bytes() {
            return Err(Declined);
        } else if !envelope.read_beside(cursor, key)? {
            notes.unknown_beside(cursor, key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    envelope.extra = notes.extra;
    Ok((content.ok_or(Declined)?, envelope))
}

/// Reads the name of an event type, without the prefix.
fn event_type<'a>(cursor: &mut Cursor<'a>) -> Result<&'a [u8], Declined> {
    cursor.name()?.strip_prefix(PREFIX.as_bytes()).ok_or(Declined)
}

impl ReadItem for Event {
    fn read_item(cursor: &mut Cursor<'_>, scene: &mut Scene<'_>) -> Result<Found<Self>, Declined> {
        scene.count()?;
        let plan = Plan::of(scene.endpoint.as_bytes()).ok_or(Declined)?;
        let ((event, session_id), envelope) =
            item(cursor, |cursor, envelope, notes| live(cursor, scene, plan, envelope, notes))?;
        Ok((event, session_id, envelope))
    }
}

/// Reads an event of its own.
fn live(
    cursor: &mut Cursor<'_>,
    scene: &Scene<'_>,
    plan: &'static Plan,
    envelope: &mut Envelope,
    notes: &mut Notes,
) -> Result<(Event, Option<String>), Declined> {
    let kind = plan.event_type()?;
    let reading = |given| Reading { plan, tenant: scene.tenant, given, is_downloaded: false };
    let (mut is_typed, mut ms, mut media, mut late) = (false, None, None, None);
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(key) = next {
        if key == keys::EVENT_TYPE.as_bytes() {
            if is_typed || event_type(cursor)? != plan.name.as_bytes() {
                return Err(Declined);
            }
            is_typed = true;
        } else if key == keys::TIMESTAMP.as_bytes() && ms.is_none() {
            ms = Some(time_of(cursor, keys::TIMESTAMP, notes)?);
        } else if key == keys::MEDIA_COLLECTION.as_bytes() && media.is_none() && late.is_none() {
            // A start needs the identities, which may come later.
            if kind == EventType::SessionStart {
                cursor.peek();
                late = Some(cursor.clone());
                cursor.skip_object()?;
            } else {
                media = Some(media::read(cursor, reading(Vec::new()), notes)?);
            }
        } else if is_known(key) {
            return Err(Declined);
        } else if !envelope.read_of_xdm(cursor, key, false)? {
            notes.unknown(cursor, &[], key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    if let Some(mut late) = late {
        let given = given::of_start(Some(envelope), &scene.around, scene.settings, false)?;
        media = Some(media::read(&mut late, reading(given), notes)?);
    }
    let mut media = media.filter(|_| is_typed).ok_or(Declined)?;
    let session_id = media.session_id.take();
    Ok((media.at(ms.ok_or(Declined)?, kind)?, session_id))
}

/// A member of an event that comes a second time.
fn is_known(key: &[u8]) -> bool {
    [keys::TIMESTAMP, keys::MEDIA_COLLECTION].iter().any(|known| known.as_bytes() == key)
}

impl ReadItem for Vec<Event> {
    fn read_item(cursor: &mut Cursor<'_>, scene: &mut Scene<'_>) -> Result<Found<Self>, Declined> {
        let (events, envelope) =
            item(cursor, |cursor, envelope, notes| session(cursor, scene, envelope, notes))?;
        Ok((events, None, envelope))
    }
}

/// Reads a downloaded session.
fn session(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
    envelope: &mut Envelope,
    notes: &mut Notes,
) -> Result<Vec<Event>, Declined> {
    let (mut is_typed, mut is_late) = (false, false);
    let mut found: Option<(Cursor<'_>, Vec<Event>)> = None;
    let may_be_empty = is_always_there(keys::DOWNLOADED, keys::IDENTITY_MAP);
    cursor.expect(b'{')?;
    let mut next = cursor.first_key();
    while let Some(key) = next {
        if key == keys::EVENT_TYPE.as_bytes() {
            if is_typed || event_type(cursor)? != keys::DOWNLOADED.as_bytes() {
                return Err(Declined);
            }
            is_typed = true;
        } else if key == keys::DOWNLOADED_EVENTS.as_bytes() {
            if found.is_some() {
                return Err(Declined);
            }
            let begin = cursor.clone();
            found = Some((begin, inner_events(cursor, scene, envelope, notes)?));
        } else if envelope.read_of_xdm(cursor, key, may_be_empty)? {
            is_late |= found.is_some();
        } else {
            notes.unknown(cursor, &[], key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    match found {
        _ if !is_typed => Err(Declined),
        None => Err(Declined),
        Some((_, events)) if !is_late => Ok(events),
        // The start has the identities, which came later.
        Some((mut again, events)) => {
            scene.rest += events.len();
            inner_events(&mut again, scene, envelope, notes)
        }
    }
}

fn inner_events(
    cursor: &mut Cursor<'_>,
    scene: &mut Scene<'_>,
    envelope: &Envelope,
    notes: &mut Notes,
) -> Result<Vec<Event>, Declined> {
    let mut events = Vec::new();
    let mut last = None;
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        scene.count()?;
        notes.inner = Some(events.len());
        // What stands around a session is said by its start, the first event.
        let own = events.is_empty().then_some(envelope);
        events.push(Inner { scene, own, last: &mut last }.read(cursor, notes)?);
    }
    notes.inner = None;
    cursor.expect(b']')?;
    if events.is_empty() { Err(Declined) } else { Ok(events) }
}

/// An event of a downloaded session.
struct Inner<'i> {
    scene: &'i Scene<'i>,
    own: Option<&'i Envelope>,
    /// The plan of the event before, which is likely to be that of this one.
    last: &'i mut Option<&'static Plan>,
}

impl Inner<'_> {
    fn read(self, cursor: &mut Cursor<'_>, notes: &mut Notes) -> Result<Event, Declined> {
        let (mut plan, mut ms): (Option<&'static Plan>, _) = (None, None);
        let mut media: Option<(&'static Plan, Draft)> = None;
        let mut begin: Option<Cursor<'_>> = None;
        cursor.expect(b'{')?;
        let mut next = cursor.first_key();
        while let Some(key) = next {
            if key == keys::INNER_TYPE.as_bytes() && plan.is_none() {
                let name = event_type(cursor)?;
                let is_it = |plan: &&Plan| plan.name.as_bytes() == name;
                plan = Some(self.last.filter(is_it).or_else(|| Plan::of(name)).ok_or(Declined)?);
            } else if key == keys::INNER_TIME.as_bytes() && ms.is_none() {
                ms = Some(time_of(cursor, keys::INNER_TIME, notes)?);
            } else if key == keys::MEDIA_COLLECTION.as_bytes() && begin.is_none() {
                cursor.peek();
                begin = Some(cursor.clone());
                media = match plan {
                    Some(plan) => Some((plan, self.media(plan, cursor, notes)?)),
                    None => self.guessed(cursor),
                };
                if media.is_none() {
                    cursor.skip_object()?;
                }
            } else if is_known_inside(key) {
                return Err(Declined);
            } else {
                notes.unknown(cursor, &[], key)?;
            }
            next = cursor.next_key();
        }
        cursor.expect(b'}')?;
        let plan = plan.ok_or(Declined)?;
        *self.last = Some(plan);
        let media = match media {
            Some((guess, media)) if std::ptr::eq(guess, plan) => media,
            _ => {
                let how = Inner { scene: self.scene, own: self.own, last: self.last };
                how.media(plan, &mut begin.ok_or(Declined)?, notes)?
            }
        };
        media.at(ms.ok_or(Declined)?, plan.event_type()?)
    }

    fn media(
        &self,
        plan: &'static Plan,
        cursor: &mut Cursor<'_>,
        notes: &mut Notes,
    ) -> Result<Draft, Declined> {
        let given = match plan.event_type()? {
            EventType::SessionStart => {
                given::of_start(self.own, &self.scene.around, self.scene.settings, true)?
            }
            _ => Vec::new(),
        };
        let how = Reading { plan, tenant: self.scene.tenant, given, is_downloaded: true };
        media::read(cursor, how, notes)
    }

    /// Reads the members before the type is known, as those of the event before.
    fn guessed(&self, cursor: &mut Cursor<'_>) -> Option<(&'static Plan, Draft)> {
        let guess = (*self.last)?;
        let (mut ahead, mut notes) = (cursor.clone(), Notes::default());
        let media = self.media(guess, &mut ahead, &mut notes).ok()?;
        if !notes.extra.is_empty() {
            return None;
        }
        *cursor = ahead;
        Some((guess, media))
    }
}

/// A member of an event of a downloaded session that comes a second time.
fn is_known_inside(key: &[u8]) -> bool {
    [keys::INNER_TYPE, keys::INNER_TIME, keys::MEDIA_COLLECTION]
        .iter()
        .any(|known| known.as_bytes() == key)
}
