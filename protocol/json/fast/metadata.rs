//! Custom metadata on the fast path.

use super::{Cursor, Declined, ReadFast, WriteFast, close, write_string};
use crate::event::{CustomMetadata, Pair};

impl ReadFast for CustomMetadata {
    fn read_fast(cursor: &mut Cursor<'_>) -> Result<Self, Declined> {
        let mut read = Vec::new();
        cursor.expect(b'{')?;
        let mut next = cursor.first_key();
        while let Some(key) = next {
            let key = std::str::from_utf8(key).map_err(|_| Declined)?;
            if !Self::is_key(key) {
                return Err(Declined);
            }
            read.push(Pair::new(key, &cursor.text()?));
            next = cursor.next_key();
        }
        cursor.expect(b'}')?;
        Self::of(read).ok_or(Declined)
    }
}

impl WriteFast for CustomMetadata {
    fn write_fast(&self, text: &mut Vec<u8>) -> Result<(), Declined> {
        let begin = text.len();
        for (key, value) in self.iter() {
            // A valid key needs no escapes.
            text.extend_from_slice(b",\"");
            text.extend_from_slice(key.as_bytes());
            text.extend_from_slice(b"\":");
            write_string(value, text)?;
        }
        close(text, begin);
        Ok(())
    }
}
