//! Finding members.

use super::super::table::{Cell, List, Part};
use crate::json::fast::{Cursor, Declined};

/// What has a key.
pub(super) trait Keyed {
    /// The key with all that stands around it.
    fn written(&self) -> &'static [u8];
}

impl Keyed for Part {
    #[inline]
    fn written(&self) -> &'static [u8] {
        self.written
    }
}

impl Keyed for Cell {
    #[inline]
    fn written(&self) -> &'static [u8] {
        self.written
    }
}

/// A key with all that stands around it.
#[derive(Debug)]
pub(super) struct Key(pub(super) &'static [u8]);

impl Keyed for Key {
    #[inline]
    fn written(&self) -> &'static [u8] {
        self.0
    }
}

/// Reads an object that has no other members than these; `read` reads the value of one.
#[inline]
pub(super) fn object<'a>(
    cursor: &mut Cursor<'a>,
    keys: &List<Key>,
    mut read: impl FnMut(usize, &mut Cursor<'a>) -> Result<(), Declined>,
) -> Result<(), Declined> {
    let mut progress = Progress::new();
    loop {
        match progress.next(cursor, keys)? {
            Next::End => return Ok(()),
            Next::Known(at) => read(at, cursor)?,
            Next::Unknown(_) => return Err(Declined),
        }
    }
}

/// How far an object has been read.
#[derive(Debug)]
pub(super) struct Progress {
    /// Where the next member is likely to be: most senders keep the order of the keys, or nearly.
    hint: usize,
    is_begun: bool,
}

/// The next member.
pub(super) enum Next<'a> {
    Known(usize),
    Unknown(&'a [u8]),
    /// The object ends here.
    End,
}

impl Progress {
    pub(super) const fn new() -> Self {
        Self { hint: 0, is_begun: false }
    }

    /// Reads the key of the next member of an object.
    #[inline(always)]
    pub(super) fn next<'a, T: Keyed>(
        &mut self,
        cursor: &mut Cursor<'a>,
        list: &List<T>,
    ) -> Result<Next<'a>, Declined> {
        let is_begun = std::mem::replace(&mut self.is_begun, true);
        if !is_begun {
            cursor.expect(b'{')?;
        }
        if is_begun && cursor.literal(b"}") {
            return Ok(Next::End);
        }
        // Comparing with the likely keys is cheaper than finding the end of any.
        for at in [self.hint, self.hint + 1] {
            if let Some(likely) = list.all.get(at)
                && let written @ [_, without_comma @ ..] = likely.written()
                && cursor.skip(if is_begun { written } else { without_comma })
            {
                self.hint = at + 1;
                return Ok(Next::Known(at));
            }
        }
        self.further(cursor, list, is_begun)
    }

    /// As [`next`](Self::next), for a key that is not the likely one.
    #[inline(never)]
    fn further<'a, T>(
        &mut self,
        cursor: &mut Cursor<'a>,
        list: &List<T>,
        is_begun: bool,
    ) -> Result<Next<'a>, Declined> {
        let key = if is_begun { cursor.next_key() } else { cursor.first_key() };
        let Some(key) = key else {
            cursor.expect(b'}')?;
            return Ok(Next::End);
        };
        Ok(match (list.find)(key) {
            Some(at) => {
                self.hint = at + 1;
                Next::Known(at)
            }
            None => Next::Unknown(key),
        })
    }
}
