//! Objects on the fast path.

use super::{Cursor, Declined, ReadFast, WriteFast, close, member};
use crate::constraints::{Look, obeys};
use crate::event::Extra;
use crate::json::general::General;
use crate::json::members::{MemberSource, MemberWriter, Members, ParamsSource};
use crate::schema::{Described, Shape};

impl<T: Members> ReadFast for T {
    #[inline]
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        if T::HAS_PLAIN_KEYS { T::read_members(cursor) } else { Err(Declined) }
    }
}

impl<T: Members> WriteFast for T {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        if !T::HAS_PLAIN_KEYS {
            return Err(Declined);
        }
        let begin = text.len();
        self.write_members(&mut TextWriter(text))?;
        close(text, begin);
        Ok(())
    }
}

impl MemberSource for Cursor<'_> {
    type Error = Declined;

    #[inline]
    fn literal<const N: usize>(&mut self, literal: &[u8; N]) -> bool {
        Cursor::literal(self, literal)
    }

    #[inline]
    fn first_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        self.expect(b'{')?;
        self.first_key().map(|key| T::index(key).ok_or(Declined)).transpose()
    }

    #[inline]
    fn next_member<T: Members>(&mut self) -> Result<Option<usize>, Declined> {
        self.next_key().map(|key| T::index(key).ok_or(Declined)).transpose()
    }

    #[inline]
    fn read<T: General + ReadFast>(
        &mut self,
        _: &'static str,
        slot: &mut Option<T>,
    ) -> Result<(), Declined> {
        member(slot, self)
    }

    #[inline]
    fn read_ruled<T: General + ReadFast + Look>(
        &mut self,
        _: &'static str,
        slot: &mut Option<T>,
        shape: &'static Shape,
    ) -> Result<(), Declined> {
        member(slot, self)?;
        if slot.as_ref().is_some_and(|value| obeys(value, shape)) { Ok(()) } else { Err(Declined) }
    }

    #[inline]
    fn end(&mut self) -> Result<(), Declined> {
        self.expect(b'}')
    }

    #[inline]
    fn required<T>(_: &'static str, slot: Option<T>) -> Result<T, Declined> {
        slot.ok_or(Declined)
    }

    /// Always empty: unknown members are declined.
    #[inline]
    fn take_extra(&mut self) -> Extra {
        Extra::new()
    }
}

/// Writes members to a text, each after a comma.
pub(crate) struct TextWriter<'a>(pub(crate) &'a mut Vec<u8>);

impl MemberWriter for TextWriter<'_> {
    type Error = Declined;

    #[inline]
    fn member<T: General + WriteFast>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Declined> {
        self.0.extend_from_slice(key.as_bytes());
        value.write_fast(self.0)
    }

    fn ruled<T: General + WriteFast + Look>(
        &mut self,
        key: &'static str,
        value: &T,
        shape: &'static Shape,
    ) -> Result<(), Declined> {
        if obeys(value, shape) { self.member(key, value) } else { Err(Declined) }
    }

    #[inline]
    fn extra<T: Described>(&mut self, extra: &Extra) -> Result<(), Declined> {
        if extra.is_empty() { Ok(()) } else { Err(Declined) }
    }
}

/// Reads the `params` of an event from the text.
impl ParamsSource for &mut Cursor<'_> {
    type Error = Declined;

    fn params<T: Members>(self) -> Result<T, Declined> {
        T::read_fast(self)
    }

    fn no_params(&self) -> Declined {
        Declined
    }
}
