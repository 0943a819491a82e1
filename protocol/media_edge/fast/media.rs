//! Reading `mediaCollection`.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde_json::Value;

use super::super::forms::{NAME, VALUE};
use super::super::generated::PLANS;
use super::super::keys;
use super::super::table::{Cell, Holds, List, Part, Plan, Step};
use super::super::tenant::Tenant;
use super::super::to_edge::{by_type, event_type};
use super::notes::Notes;
use super::position::{Key, Next, Progress, object};
use super::source::{Given, Known, Source, integer};
use super::write_frame;
use crate::event::{CustomMetadata, Event, EventBody, EventType, Pair, PlayerTime, QoeData};
use crate::json::fast::{Cursor, Declined, any, assemble, close, close_array, write_string};
use crate::json::members::Members as _;

/// How it is read.
pub(super) struct Reading<'r> {
    pub(super) plan: &'static Plan,
    pub(super) kind: EventType,
    pub(super) tenant: Tenant<'r>,
    /// Members of the event's parameters that are said elsewhere.
    pub(super) given: Vec<Given<'r>>,
    pub(super) is_downloaded: bool,
}

/// An event without its time.
#[derive(Default)]
pub(super) struct Draft {
    playhead: Option<i64>,
    pub(super) session_id: Option<String>,
    metadata: Option<CustomMetadata>,
    body: Option<EventBody>,
    quality: Option<Box<QoeData>>,
    seen: u64,
}

impl Draft {
    /// Whether an event of another type would be the same: it has no members of its own.
    pub(super) fn fits(&self, plan: &Plan) -> bool {
        let has_quality = self.quality.is_some();
        let mut qualities = 0;
        let is_met = |part: &Part| match part.holds {
            Holds::Playhead(_) | Holds::SessionId => true,
            Holds::Quality(_) => !part.required || has_quality,
            _ => !part.required,
        };
        let all = plan.parts.all.iter().all(|part| {
            qualities += usize::from(matches!(part.holds, Holds::Quality(_)));
            is_met(part)
        });
        all && qualities == 1
            && !plan.needs_state
            && self.body.is_none()
            && self.metadata.is_none()
            && self.session_id.is_none()
    }

    /// The event at this time.
    pub(super) fn at(self, ms: i64, kind: EventType) -> Result<Event, Declined> {
        #[allow(clippy::cast_precision_loss, reason = "it was checked")]
        let playhead = self.playhead.ok_or(Declined)? as f64;
        let mut time = PlayerTime::of_ts(ms);
        time.set_playhead(playhead);
        if time.ts() != ms || time.playhead() != Some(playhead) {
            return Err(Declined);
        }
        let body = match self.body {
            Some(body) => body,
            None => EventBody::without_params(kind).ok_or(Declined)?,
        };
        assemble(kind, time, body, self.metadata, self.quality)
    }
}

impl Plan {
    /// The plan of an event type of Media Edge.
    pub(in crate::media_edge) fn of(name: &[u8]) -> Option<&'static Self> {
        PLANS.iter().find(|plan| plan.name.as_bytes() == name)
    }

    /// The plan of what an event type of the older API is in Media Edge.
    pub(super) fn for_type(kind: EventType) -> Option<&'static Self> {
        static BY_TYPE: LazyLock<Vec<Option<&Plan>>> = LazyLock::new(|| {
            by_type(|name| event_type(name).and_then(|name| Plan::of(name.as_bytes())))
        });
        BY_TYPE.get(kind as usize).copied().flatten()
    }

    /// The plan with states.
    pub(super) fn with_states() -> Option<&'static Self> {
        PLANS.iter().find(|plan| plan.needs_state)
    }

    /// The first plan of each first member, if it has members of its own there.
    pub(super) fn beginnings() -> impl Iterator<Item = &'static Self> {
        let mut seen = Vec::new();
        PLANS.iter().filter(move |plan| match plan.parts.all {
            [Part { key, holds: Holds::Params(_) | Holds::Quality(_), .. }, ..] => {
                let is_new = !seen.contains(key);
                seen.push(*key);
                is_new
            }
            _ => false,
        })
    }

    /// Whether its first member is this one.
    pub(super) fn begins_with(&self, key: &[u8]) -> bool {
        self.parts.all.first().is_some_and(|part| part.key.as_bytes() == key)
    }

    /// The event type in the older API.
    pub(super) fn event_type(&self) -> Result<EventType, Declined> {
        EventType::from_bytes(self.name.as_bytes()).ok_or(Declined)
    }
}

/// Reads the members of an event into an empty draft.
pub(super) fn read(
    cursor: &mut Cursor<'_>,
    mut how: Reading<'_>,
    notes: &mut Notes,
    draft: &mut Draft,
) -> Result<(), Declined> {
    let mut qualities = Vec::new();
    let (list, parts) = (&how.plan.parts, how.plan.parts.all);
    let mut progress = Progress::new();
    loop {
        match progress.next(cursor, list)? {
            Next::End => break,
            Next::Unknown(key) => notes.unknown(cursor, &[keys::MEDIA_COLLECTION], key)?,
            Next::Known(at) => {
                if draft.seen >> at & 1 == 1 {
                    return Err(Declined);
                }
                draft.seen |= 1 << at;
                let part = &parts[at];
                match &part.holds {
                    Holds::Playhead(cell) => {
                        draft.playhead = Some(integer(cell, cursor)?);
                    }
                    Holds::SessionId if how.is_downloaded => {
                        notes.unknown(cursor, &[keys::MEDIA_COLLECTION], part.key.as_bytes())?;
                    }
                    Holds::SessionId => draft.session_id = Some(cursor.string()?),
                    Holds::Pairs => {
                        draft.metadata = Some(metadata(cursor, part.key, how.tenant, notes)?);
                    }
                    Holds::Params(_) => draft.params(cursor, &mut how, part, notes)?,
                    Holds::Quality(_) if how.has_several_qualities() => {
                        qualities.push((cursor.clone(), part));
                        cursor.skip_object()?;
                    }
                    Holds::Quality(_) => draft.quality(cursor, Some(part), Vec::new(), notes)?,
                    Holds::List(cell) => how.given.push(states(cursor, cell)?),
                }
            }
        }
    }
    if !qualities.is_empty() {
        draft.quality(&mut cursor.clone(), None, qualities, notes)?;
    }
    how.complete(draft, notes)
}

impl Reading<'_> {
    /// An event of a downloaded session has no id of an open one.
    fn knows(&self, part: &Part) -> bool {
        !(self.is_downloaded && matches!(part.holds, Holds::SessionId))
    }

    fn has_several_qualities(&self) -> bool {
        let qualities =
            self.plan.parts.all.iter().filter(|part| matches!(part.holds, Holds::Quality(_)));
        qualities.count() > 1
    }

    /// Checks that nothing is missing, and makes parameters of what is not in one object.
    #[inline(always)]
    fn complete(&mut self, draft: &mut Draft, notes: &mut Notes) -> Result<(), Declined> {
        let missing = self.plan.parts.required & !draft.seen;
        let is_missing = |(at, part): (usize, &Part)| missing >> at & 1 == 1 && self.knows(part);
        if missing != 0 && self.plan.parts.all.iter().enumerate().any(is_missing)
            || self.plan.needs_state && self.given.is_empty()
        {
            return Err(Declined);
        }
        if draft.body.is_none() && !self.given.is_empty() {
            return self.only_given(draft, notes);
        }
        Ok(())
    }

    /// Makes parameters of what is given.
    fn only_given(&mut self, draft: &mut Draft, notes: &mut Notes) -> Result<(), Declined> {
        let mut nowhere = Cursor::new("");
        let mut source = Source::new(&mut nowhere, notes);
        source.given = std::mem::take(&mut self.given);
        draft.body = Some(EventBody::read_params(self.kind, &mut source)?);
        Ok(())
    }
}

impl Draft {
    fn params<'r>(
        &mut self,
        cursor: &mut Cursor<'_>,
        how: &mut Reading<'r>,
        part: &'static Part,
        notes: &mut Notes,
    ) -> Result<(), Declined> {
        if self.body.is_some() {
            return Err(Declined);
        }
        let mut source = Source::new(cursor, notes);
        source.given = std::mem::take(&mut how.given);
        source.part = Some(part);
        self.body = Some(EventBody::read_params(how.kind, &mut source)?);
        Ok(())
    }

    fn quality<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        part: Option<&'static Part>,
        others: Vec<(Cursor<'a>, &'static Part)>,
        notes: &mut Notes,
    ) -> Result<(), Declined> {
        let mut source = Source::new(cursor, notes);
        (source.part, source.others) = (part, others);
        let quality = QoeData::read_members(&mut source)?;
        self.quality = (source.count > 0).then(|| Box::new(quality));
        Ok(())
    }
}

/// Reads a list of objects with one member as the older API has it. It has an item at least: an empty
/// one says nothing.
fn states(cursor: &mut Cursor<'_>, cell: &Cell) -> Result<Given<'static>, Declined> {
    let [_, Step::Key(list), Step::Any, Step::Key(member)] = cell.read.collection else {
        return Err(Declined);
    };
    let mut text = Vec::with_capacity(64);
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        cursor.expect(b'{')?;
        if cursor.first_key() != Some(cell.key.as_bytes()) {
            return Err(Declined);
        }
        cursor.peek();
        let begin = cursor.position();
        let value = cursor.text()?;
        let literal = cursor.since(begin);
        if cursor.next_key().is_some() || !cell.check.allows(&value) {
            return Err(Declined);
        }
        cursor.expect(b'}')?;
        text.push(b',');
        let begin = text.len();
        write_frame::key(member, &mut text);
        match value {
            Cow::Borrowed(_) => text.extend_from_slice(literal.as_bytes()),
            Cow::Owned(value) => write_string(&value, &mut text)?,
        }
        close(&mut text, begin);
    }
    cursor.expect(b']')?;
    if text.is_empty() {
        return Err(Declined);
    }
    close_array(&mut text, 0);
    let text = String::from_utf8(text).map_err(|_| Declined)?;
    Ok(Given { key: list, value: Known::Json(text) })
}

static OF_PAIR: List<Key> = List {
    all: &[Key(b",\"name\":"), Key(b",\"value\":")],
    required: 0b11,
    find: |key| match key {
        _ if key == NAME.as_bytes() => Some(0),
        _ if key == VALUE.as_bytes() => Some(1),
        _ => None,
    },
};

/// Reads a list of names and values. Notes it as it is written if the event has another order, or not
/// all of them.
fn metadata(
    cursor: &mut Cursor<'_>,
    key: &'static str,
    tenant: Tenant<'_>,
    notes: &mut Notes,
) -> Result<CustomMetadata, Declined> {
    cursor.peek();
    let begin = cursor.clone();
    let mut pairs: Vec<Pair> = Vec::new();
    let (mut last, mut is_usual, mut is_first) = (None, true, true);
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        let (mut name, mut value) = (None, None);
        object(cursor, &OF_PAIR, |at, cursor| {
            let place = if at == 0 { &mut name } else { &mut value };
            if place.replace(cursor.text()?).is_some() { Err(Declined) } else { Ok(()) }
        })?;
        let (Some(Cow::Borrowed(written)), Some(value)) = (name, value) else {
            return Err(Declined);
        };
        if !CustomMetadata::is_key(written) {
            return Err(Declined);
        }
        let name = tenant.strip(written);
        is_usual &= last.is_none_or(|last| last < name) && tenant.add(name) == written;
        last = Some(name);
        pairs.push(Pair::new(name, &value));
    }
    cursor.expect(b']')?;
    if !is_usual {
        let written: Value = any(&mut begin.clone())?;
        notes.other_form(&[keys::MEDIA_COLLECTION, key], written);
    }
    CustomMetadata::of(pairs).ok_or(Declined)
}
