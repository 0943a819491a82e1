//! Reading the items of a request.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use super::super::envelope::Envelope;
use super::super::keys;
use super::super::table::Plan;
use super::super::tenant::Tenant;
use super::super::to_edge::is_always_there;
use super::frame::time_of;
use super::given;
use super::media::{self, Draft, Reading};
use super::member::{Member, event_type, is_likely, is_of};
use super::notes::Notes;
use crate::event::{Event, EventType};
use crate::json::fast::{Cursor, Declined};

/// What holds for all items of a request.
#[derive(Debug)]
pub(crate) struct Scene<'s> {
    pub(super) endpoint: &'s str,
    pub(super) settings: &'s Map<String, Value>,
    pub(super) tenant: Tenant<'s>,
    pub(super) around: &'s mut Envelope,
    /// How many further events there may be.
    pub(super) rest: usize,
}

impl Scene<'_> {
    fn count(&mut self) -> Result<(), Declined> {
        self.rest = self.rest.checked_sub(1).ok_or(Declined)?;
        Ok(())
    }
}

/// An event type, in both APIs.
type Typed = (&'static Plan, EventType);

/// The event type of this name in Media Edge.
#[inline]
fn typed(name: &[u8]) -> Result<Typed, Declined> {
    let kind = EventType::from_bytes(name).ok_or(Declined)?;
    let plan = Plan::for_type(kind).filter(|plan| plan.name.as_bytes() == name);
    Ok((plan.ok_or(Declined)?, kind))
}

/// What an item of `events` holds, as the fast path reads it.
pub(crate) trait ReadItem: Sized {
    /// Also returns the id of the session. `envelope` is empty, and gets what stands around it: so it need
    /// not be moved.
    fn read_item(
        cursor: &mut Cursor<'_>,
        scene: &mut Scene<'_>,
        envelope: &mut Envelope,
    ) -> Result<(Self, Option<String>), Declined>;
}

/// Reads an item; `xdm` reads the member of this name.
#[inline]
fn item<'a, T>(
    cursor: &mut Cursor<'a>,
    envelope: &mut Envelope,
    mut xdm: impl FnMut(&mut Cursor<'a>, &mut Envelope, &mut Notes) -> Result<T, Declined>,
) -> Result<T, Declined> {
    let mut notes = Notes::default();
    let mut content = None;
    let mut next = if cursor.literal(b"{\"xdm\":") {
        Some(keys::XDM.as_bytes())
    } else {
        cursor.expect(b'{')?;
        cursor.first_key()
    };
    while let Some(key) = next {
        if key == keys::XDM.as_bytes() && content.is_none() {
            content = Some(xdm(cursor, envelope, &mut notes)?);
        } else if key == keys::XDM.as_bytes() {
            return Err(Declined);
        } else if !envelope.read_beside(cursor, key)? {
            notes.unknown_beside(cursor, key)?;
        }
        next = cursor.next_key();
    }
    cursor.expect(b'}')?;
    notes.give(envelope);
    content.ok_or(Declined)
}

impl ReadItem for Event {
    #[inline]
    fn read_item(
        cursor: &mut Cursor<'_>,
        scene: &mut Scene<'_>,
        envelope: &mut Envelope,
    ) -> Result<(Self, Option<String>), Declined> {
        scene.count()?;
        let plan = Plan::of(scene.endpoint.as_bytes()).ok_or(Declined)?;
        item(cursor, envelope, |cursor, envelope, notes| live(cursor, scene, plan, envelope, notes))
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
    let reading = |given| Reading { plan, kind, tenant: scene.tenant, given, is_downloaded: false };
    let (mut is_typed, mut ms, mut late) = (false, None, None);
    let (mut has_media, mut media) = (false, Draft::default());
    let mut next = Member::of_open(cursor, true)?;
    while let Some(member) = next {
        match member {
            Member::Type if !is_typed => is_typed = is_of(plan, cursor)?,
            Member::Time if ms.is_none() => ms = Some(time_of(cursor, keys::TIMESTAMP, notes)?),
            Member::Media if !has_media => {
                has_media = true;
                if kind != EventType::SessionStart {
                    media::read(cursor, reading(Vec::new()), notes, &mut media)?;
                } else {
                    late = start(cursor, scene, plan, envelope, notes, &mut media)?;
                }
            }
            Member::Other(key) => {
                if !envelope.read_of_xdm(cursor, key, false)? {
                    notes.unknown(cursor, &[], key)?;
                }
            }
            // A second one.
            _ => return Err(Declined),
        }
        next = Member::of_open(cursor, false)?;
    }
    cursor.expect(b'}')?;
    if let Some(mut late) = late {
        let given = given::of_start(Some(envelope), scene.around, scene.settings, false)?;
        media::read(&mut late, reading(given), notes, &mut media)?;
    }
    if !is_typed || !has_media {
        return Err(Declined);
    }
    let session_id = media.session_id.take();
    Ok((media.at(ms.ok_or(Declined)?, kind)?, session_id))
}

/// Reads the members of a start, which needs the identities and the library. Passes over them if those may
/// come later, and returns where they begin.
fn start<'a>(
    cursor: &mut Cursor<'a>,
    scene: &Scene<'_>,
    plan: &'static Plan,
    envelope: &Envelope,
    notes: &mut Notes,
    media: &mut Draft,
) -> Result<Option<Cursor<'a>>, Declined> {
    if envelope.identities.is_empty() || envelope.implementation.is_none() {
        cursor.peek();
        let begin = cursor.clone();
        cursor.skip_object()?;
        return Ok(Some(begin));
    }
    let given = given::of_start(Some(envelope), scene.around, scene.settings, false)?;
    let (kind, tenant) = (EventType::SessionStart, scene.tenant);
    let how = Reading { plan, kind, tenant, given, is_downloaded: false };
    media::read(cursor, how, notes, media)?;
    Ok(None)
}

impl ReadItem for Vec<Event> {
    fn read_item(
        cursor: &mut Cursor<'_>,
        scene: &mut Scene<'_>,
        envelope: &mut Envelope,
    ) -> Result<(Self, Option<String>), Declined> {
        let read = |cursor: &mut Cursor<'_>, envelope: &mut Envelope, notes: &mut Notes| {
            session(cursor, scene, envelope, notes)
        };
        Ok((item(cursor, envelope, read)?, None))
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
    // A session has some dozens.
    let mut events = Vec::with_capacity(32);
    let mut last = None;
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        scene.count()?;
        notes.inner = Some(events.len());
        // What stands around a session is said by its start, the first event.
        let own = events.is_empty().then_some(envelope);
        let (event, typed) = Inner { scene, own, last }.read(cursor, notes)?;
        last = Some(typed);
        events.push(event);
    }
    notes.inner = None;
    cursor.expect(b']')?;
    if events.is_empty() { Err(Declined) } else { Ok(events) }
}

impl Plan {
    /// The first key, with all that stands around it but the comma.
    fn first(&self) -> Option<&'static [u8]> {
        self.parts.all.first()?.written.get(1..)
    }

    /// With its event type.
    fn typed(&'static self) -> Option<Typed> {
        Some((self, self.event_type().ok()?))
    }
}

/// What an event of a downloaded session is taken for before its type is known.
struct Guesses {
    /// The first key of a ping, with all that stands around it but the comma.
    first_of_ping: &'static [u8],
    ping: Typed,
    start: Typed,
    states: Option<Typed>,
    /// The first keys of others that have members of their own there.
    others: Vec<(&'static [u8], Typed)>,
}

static GUESSES: LazyLock<Option<Guesses>> = LazyLock::new(|| {
    let of = |kind| Some((Plan::for_type(kind)?, kind));
    let ping = of(EventType::Ping)?;
    let other = |plan: &'static Plan| Some((plan.first()?, plan.typed()?));
    Some(Guesses {
        first_of_ping: ping.0.first()?,
        ping,
        start: of(EventType::SessionStart)?,
        states: Plan::with_states().and_then(Plan::typed),
        others: Plan::beginnings().filter_map(other).collect(),
    })
});

/// An event of a downloaded session.
struct Inner<'i> {
    scene: &'i Scene<'i>,
    own: Option<&'i Envelope>,
    /// The type of the event before, which is likely to be that of this one.
    last: Option<Typed>,
}

impl Inner<'_> {
    /// Also returns the type.
    fn read(&self, cursor: &mut Cursor<'_>, notes: &mut Notes) -> Result<(Event, Typed), Declined> {
        let (mut typed, mut ms) = (None, None);
        let (mut guess, mut has_type_first, mut media) = (None, false, Draft::default());
        let mut begin: Option<Cursor<'_>> = None;
        let mut next = Member::of_inner(cursor, true)?;
        while let Some(member) = next {
            match member {
                Member::Media if begin.is_none() => {
                    cursor.peek();
                    begin = Some(cursor.clone());
                    has_type_first = typed.is_some();
                    match typed {
                        Some(typed) => self.media(typed, cursor, notes, &mut media)?,
                        None => guess = self.guessed(cursor, &mut media),
                    }
                    if typed.or(guess).is_none() {
                        cursor.skip_object()?;
                    }
                }
                Member::Time if ms.is_none() => {
                    ms = Some(time_of(cursor, keys::INNER_TIME, notes)?)
                }
                Member::Type if typed.is_none() => {
                    typed = Some(match guess.or(self.last) {
                        Some(likely) if is_likely(likely.0, cursor) => likely,
                        _ => self::typed(event_type(cursor)?)?,
                    });
                }
                Member::Other(key) => notes.unknown(cursor, &[], key)?,
                // A second one.
                _ => return Err(Declined),
            }
            next = Member::of_inner(cursor, false)?;
        }
        cursor.expect(b'}')?;
        let typed = typed.ok_or(Declined)?;
        let mut begin = begin.ok_or(Declined)?;
        let is_read = match guess {
            Some(guess) => guess.1 == typed.1 || media.fits(typed.0),
            None => has_type_first,
        };
        if !is_read {
            media = Draft::default();
            self.media(typed, &mut begin, notes, &mut media)?;
        }
        Ok((media.at(ms.ok_or(Declined)?, typed.1)?, typed))
    }

    fn media(
        &self,
        (plan, kind): Typed,
        cursor: &mut Cursor<'_>,
        notes: &mut Notes,
        draft: &mut Draft,
    ) -> Result<(), Declined> {
        let given = match kind {
            EventType::SessionStart => {
                given::of_start(self.own, self.scene.around, self.scene.settings, true)?
            }
            _ => Vec::new(),
        };
        let tenant = self.scene.tenant;
        let how = Reading { plan, kind, tenant, given, is_downloaded: true };
        media::read(cursor, how, notes, draft)
    }

    /// Reads the members before the type is known: as those of the event that has the first one as its
    /// first, or else as those of a ping or of states.
    fn guessed(&self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Option<Typed> {
        let guesses = GUESSES.as_ref()?;
        let mut ahead = cursor.clone();
        ahead.expect(b'{').ok()?;
        let is_ping = ahead.skip(guesses.first_of_ping);
        let typed = match is_ping {
            // A session begins with its start.
            _ if self.own.is_some() => guesses.start,
            true => guesses.ping,
            false => match guesses.others.iter().find(|(first, _)| ahead.skip(first)) {
                Some((_, typed)) => *typed,
                None => {
                    let key = ahead.first_key()?;
                    guesses.others.iter().find(|(_, typed)| typed.0.begins_with(key))?.1
                }
            },
        };
        if self.tried(typed, cursor, draft) {
            return Some(typed);
        }
        // States begin with the playhead too.
        let states = if is_ping { guesses.states? } else { return None };
        *draft = Draft::default();
        self.tried(states, cursor, draft).then_some(states)
    }

    /// Reads the members into an empty draft as those of an event type, if they are no others.
    #[inline]
    fn tried(&self, typed: Typed, cursor: &mut Cursor<'_>, draft: &mut Draft) -> bool {
        let mut ahead = cursor.clone();
        let mut notes = Notes::of_guess();
        let read = self.media(typed, &mut ahead, &mut notes, draft);
        let is_it = read.is_ok() && notes.is_empty();
        if is_it {
            *cursor = ahead;
        }
        is_it
    }
}
