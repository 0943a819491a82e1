//! The members of an object of the older API, from one or more objects of Media Edge.

use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::Relaxed;

use serde::de::value::{BoolDeserializer, Error, StrDeserializer};

use super::super::generated::CELLS;
use super::super::keys;
use super::super::table::{Cell, Check, Form, Holds, List, Part};
use super::notes::Notes;
use super::position::{Next as Position, Progress};
use crate::constraints::{Look, obeys};
use crate::event::Extra;
use crate::json::fast::{Cursor, Declined, EXACT, ReadFast};
use crate::json::general::General;
use crate::json::members::{MemberSource, Members, ParamsSource};
use crate::schema::{Mode, Shape};

/// A member whose value is known already.
#[derive(Debug)]
pub(super) struct Given<'g> {
    pub(super) key: &'static str,
    pub(super) value: Known<'g>,
}

#[derive(Debug)]
pub(super) enum Known<'g> {
    Text(&'g str),
    Flag(bool),
    /// As the older API writes it.
    Json(String),
}

/// The members that are given, then those of each object.
pub(super) struct Source<'s, 'a> {
    pub(super) given: Vec<Given<'s>>,
    /// At the object that is being read.
    pub(super) cursor: &'s mut Cursor<'a>,
    /// What the object is. `None` before the first, if it is among the others, and after the last.
    pub(super) part: Option<&'static Part>,
    /// Objects that were passed over, the last one first.
    pub(super) others: Vec<(Cursor<'a>, &'static Part)>,
    pub(super) notes: &'s mut Notes,
    /// How many members were read.
    pub(super) count: usize,
    /// The members of this object that were read, a bit each.
    seen: u64,
    progress: Progress,
    next: Option<Next<'s>>,
}

/// The member whose value is read next.
enum Next<'s> {
    Given(Known<'s>),
    Cell(&'static Cell),
}

impl Part {
    pub(super) const fn cells(&'static self) -> Result<&'static List<Cell>, Declined> {
        match &self.holds {
            Holds::Params(cells) | Holds::Quality(cells) => Ok(cells),
            _ => Err(Declined),
        }
    }
}

impl<'s, 'a> Source<'s, 'a> {
    pub(super) const fn new(cursor: &'s mut Cursor<'a>, notes: &'s mut Notes) -> Self {
        Self {
            given: Vec::new(),
            cursor,
            part: None,
            others: Vec::new(),
            notes,
            count: 0,
            seen: 0,
            progress: Progress::new(),
            next: None,
        }
    }

    fn member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        if let Some(Given { key, value }) = self.given.pop() {
            self.next = Some(Next::Given(value));
            return T::index(key.as_bytes()).map(Some).ok_or(Declined);
        }
        loop {
            let Some(part) = self.part else {
                let Some((cursor, part)) = self.others.pop() else { return Ok(None) };
                *self.cursor = cursor;
                (self.part, self.seen, self.progress) = (Some(part), 0, Progress::new());
                continue;
            };
            let cells = part.cells()?;
            match self.progress.next(self.cursor, cells)? {
                Position::End => self.close(part, cells.required)?,
                Position::Unknown(key) => {
                    let around = [keys::MEDIA_COLLECTION, part.key];
                    self.notes.unknown(self.cursor, &around, key)?;
                }
                Position::Known(at) => {
                    self.seen |= 1 << at;
                    self.count += 1;
                    let cell = &cells.all[at];
                    self.next = Some(Next::Cell(cell));
                    return index::<T>(cell).map(Some);
                }
            }
        }
    }

    /// Ends an object. It has what is required, and at least one member unless it is there
    /// in any case: an empty object says nothing.
    fn close(&mut self, part: &Part, required: u64) -> Result<(), Declined> {
        let is_said = self.seen != 0 || part.always;
        if !is_said || required & !self.seen != 0 {
            return Err(Declined);
        }
        self.part = None;
        Ok(())
    }
}

/// The index of a cell's member in the object of the older API, which is always the same type.
#[inline]
fn index<T: Members>(cell: &Cell) -> Result<usize, Declined> {
    /// One more than the index of each cell, once it is known.
    static INDEXES: [AtomicU8; CELLS] = [const { AtomicU8::new(0) }; CELLS];
    let known = INDEXES.get(cell.number).ok_or(Declined)?;
    match known.load(Relaxed) {
        0 => {
            let (_, key) = cell.read.of_part().ok_or(Declined)?;
            let index = T::index(key.as_bytes()).ok_or(Declined)?;
            if let Ok(next) = u8::try_from(index + 1) {
                known.store(next, Relaxed);
            }
            Ok(index)
        }
        next => Ok(usize::from(next) - 1),
    }
}

impl MemberSource for Source<'_, '_> {
    type Error = Declined;

    fn literal<const N: usize>(&mut self, _: &[u8; N]) -> bool {
        false
    }

    #[inline]
    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        self.member::<T>()
    }

    #[inline]
    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        self.member::<T>()
    }

    #[inline]
    fn read<T: General + ReadFast>(
        &mut self,
        _: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), Declined> {
        if slot.is_some() {
            return Err(Declined);
        }
        *slot = Some(match self.next.take().ok_or(Declined)? {
            Next::Cell(cell) => value(cell, self.cursor)?,
            Next::Given(known) => known.read()?,
        });
        Ok(())
    }

    #[inline]
    fn read_ruled<T: General + ReadFast + Look>(
        &mut self,
        key: &'static str,
        slot: &mut Option<T>,
        shape: &'static Shape,
    ) -> Result<(), Declined> {
        self.read(key, slot)?;
        if slot.as_ref().is_some_and(|value| obeys(value, shape)) { Ok(()) } else { Err(Declined) }
    }

    fn end(&mut self) -> Result<(), Declined> {
        Ok(())
    }

    #[inline]
    fn required<T>(_: &'static str, slot: Option<T>) -> Result<T, Declined> {
        slot.ok_or(Declined)
    }

    /// Always empty: what is unknown is noted for the envelope.
    fn take_extra(&mut self) -> Extra {
        Extra::new()
    }
}

impl ParamsSource for &mut Source<'_, '_> {
    type Error = Declined;

    fn params<T: Members>(self) -> Result<T, Declined> {
        T::read_members(self)
    }

    fn no_params(&self) -> Declined {
        Declined
    }
}

impl Known<'_> {
    fn read<T: General + ReadFast>(self) -> Result<T, Declined> {
        match self {
            Self::Text(text) => {
                T::read(StrDeserializer::<Error>::new(text), Mode::Strict).map_err(|_| Declined)
            }
            Self::Flag(flag) => {
                T::read(BoolDeserializer::<Error>::new(flag), Mode::Strict).map_err(|_| Declined)
            }
            Self::Json(text) => {
                let mut cursor = Cursor::new(&text);
                let value = T::read_fast(&mut cursor)?;
                if cursor.is_at_end() { Ok(value) } else { Err(Declined) }
            }
        }
    }
}

/// Reads the value of a cell, if it is valid and the event can say it.
#[inline]
fn value<T: ReadFast>(cell: &Cell, cursor: &mut Cursor<'_>) -> Result<T, Declined> {
    let next = cursor.peek().ok_or(Declined)?;
    match &cell.check {
        Check::Integer { least } => T::read_integer(cursor, |number| fits(number, *least, cell)),
        Check::Flag if matches!(next, b't' | b'f') => T::read_fast(cursor),
        check if next == b'"' => {
            let begin = cursor.position() + 1;
            let value = T::read_fast(cursor)?;
            if !matches!(check, Check::Text) {
                let text = cursor.since(begin);
                // The text without its last quote. One with an escape is another one than is written.
                let text = text.get(..text.len().saturating_sub(1)).unwrap_or_default();
                if text.contains('\\') || !check.allows(text) {
                    return Err(Declined);
                }
            }
            Ok(value)
        }
        _ => Err(Declined),
    }
}

/// Reads an integer that both APIs write in the same way.
#[inline]
pub(super) fn integer(cell: &Cell, cursor: &mut Cursor<'_>) -> Result<i64, Declined> {
    let Check::Integer { least } = cell.check else { return Err(Declined) };
    i64::read_integer(cursor, |number| fits(number, least, cell))
}

/// Whether both APIs write an integer in the same way.
#[inline]
fn fits(number: i64, least: i64, cell: &Cell) -> bool {
    let is_exact = match cell.read.form {
        Form::Integer { bits } => {
            // All bits from the sign on are equal.
            matches!(number >> (bits - 1), 0 | -1)
        }
        _ => number.unsigned_abs() <= EXACT,
    };
    is_exact && number >= least
}
