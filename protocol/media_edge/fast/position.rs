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
    #[inline]
    pub(super) fn next<'a, T: Keyed>(
        &mut self,
        cursor: &mut Cursor<'a>,
        list: &List<T>,
    ) -> Result<Next<'a>, Declined> {
        let is_begun = std::mem::replace(&mut self.is_begun, true);
        if !is_begun {
            cursor.expect(b'{')?;
        }
        // Comparing with the likely key is cheaper than finding the end of any.
        if let Some(likely) = list.all.get(self.hint)
            && let written @ [_, without_comma @ ..] = likely.written()
            && cursor.skip(if is_begun { written } else { without_comma })
        {
            self.hint += 1;
            return Ok(Next::Known(self.hint - 1));
        }
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
