//! Copying objects of any form without white space, and with values as `serde_json` writes them, without
//! a tree of values.

use serde_json::Number;

use super::any::{MAX_DEPTH, only_integer};
use super::keys::{Keys, key};
use super::{Cursor, Declined, write_string};

/// Room for what may follow, if only a part is copied yet.
const MORE_BYTES: usize = 64;

/// Appends the next object as `serde_json` writes it, but with the members in their order. Declines
/// objects with escapes in keys, with equal keys, or with many members.
pub(crate) fn copy_object(cursor: &mut Cursor<'_>, to: &mut Vec<u8>) -> Result<(), Declined> {
    cursor.peek();
    let mut copy = Copy { copied: cursor.position(), to };
    copy.object(cursor, MAX_DEPTH)?;
    copy.to.extend_from_slice(cursor.since(copy.copied).as_bytes());
    Ok(())
}

/// Most of a text is as `serde_json` writes it: it is copied in long pieces, when something else comes.
struct Copy<'t> {
    to: &'t mut Vec<u8>,
    /// The position up to which the text has been copied.
    copied: usize,
}

impl Copy<'_> {
    /// Copies what has been read.
    fn flush(&mut self, cursor: &Cursor<'_>) {
        let read = cursor.since(self.copied).as_bytes();
        if self.to.capacity() - self.to.len() < read.len() {
            self.to.reserve(read.len() + MORE_BYTES);
        }
        self.to.extend_from_slice(read);
        self.copied = cursor.position();
    }

    /// Leaves out white space.
    #[inline]
    fn next(&mut self, cursor: &mut Cursor<'_>) -> Option<u8> {
        let next = cursor.next_byte();
        if next.is_some_and(|byte| byte <= b' ') {
            self.flush(cursor);
            let next = cursor.peek();
            self.copied = cursor.position();
            return next;
        }
        next
    }

    /// Writes in another form what has been read since a position.
    fn instead(
        &mut self,
        cursor: &Cursor<'_>,
        begin: usize,
        write: impl FnOnce(&mut Vec<u8>) -> Result<(), Declined>,
    ) -> Result<(), Declined> {
        self.flush(&cursor.back_to(begin));
        self.copied = cursor.position();
        write(self.to)
    }

    fn value(&mut self, cursor: &mut Cursor<'_>, depth: usize) -> Result<(), Declined> {
        let next = self.next(cursor).ok_or(Declined)?;
        let begin = cursor.position();
        match next {
            b'"' => {
                if cursor.plain().is_none() {
                    let text = cursor.text()?;
                    self.instead(cursor, begin, |to| write_string(&text, to))?;
                }
            }
            b'{' => self.object(cursor, depth)?,
            b'[' => self.array(cursor, depth)?,
            b't' | b'f' => {
                cursor.boolean()?;
            }
            b'n' if cursor.literal(b"null") => {}
            _ if only_integer(cursor).is_some() => {}
            _ => {
                let number: Number =
                    serde_json::from_str(cursor.number_text()).map_err(|_| Declined)?;
                self.instead(cursor, begin, |to| {
                    serde_json::to_writer(to, &number).map_err(|_| Declined)
                })?;
            }
        }
        Ok(())
    }

    fn object(&mut self, cursor: &mut Cursor<'_>, depth: usize) -> Result<(), Declined> {
        let depth = depth.checked_sub(1).ok_or(Declined)?;
        cursor.expect(b'{')?;
        if self.next(cursor) == Some(b'}') {
            return cursor.expect(b'}');
        }
        let mut keys: Option<Keys> = None;
        loop {
            self.next(cursor);
            if !cursor.literal(b"\"") {
                return Err(Declined);
            }
            let mark = cursor.take_by(key).ok_or(Declined)?;
            match &mut keys {
                Some(keys) => keys.add(mark).ok_or(Declined)?,
                None => keys = Some(Keys::new(mark)),
            }
            if !cursor.literal(b"\":") {
                cursor.expect(b'"')?;
                self.next(cursor);
                cursor.expect(b':')?;
            }
            self.value(cursor, depth)?;
            if self.next(cursor) != Some(b',') {
                break;
            }
            cursor.expect(b',')?;
        }
        cursor.expect(b'}')
    }

    fn array(&mut self, cursor: &mut Cursor<'_>, depth: usize) -> Result<(), Declined> {
        let depth = depth.checked_sub(1).ok_or(Declined)?;
        cursor.expect(b'[')?;
        if self.next(cursor) == Some(b']') {
            return cursor.expect(b']');
        }
        loop {
            self.value(cursor, depth)?;
            if self.next(cursor) != Some(b',') {
                break;
            }
            cursor.expect(b',')?;
        }
        cursor.expect(b']')
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Cursor, copy_object};

    fn copied(text: &str) -> Option<String> {
        let mut to = b"before".to_vec();
        let mut cursor = Cursor::new(text);
        copy_object(&mut cursor, &mut to).ok()?;
        cursor.is_at_end().then(|| String::from_utf8(to).expect("UTF-8")[6..].to_owned())
    }

    #[test]
    fn objects_are_copied_as_they_are_written() {
        for (text, written) in [
            ("{}", "{}"),
            (" { } ", "{}"),
            (r#"{"b":1, "a":2}"#, r#"{"b":1,"a":2}"#),
            (
                r#"{"b":{"z":[{"y":1,"x" :[]},{},null],"w":true},"aa":"é","a":"","B":-5}"#,
                r#"{"b":{"z":[{"y":1,"x":[]},{},null],"w":true},"aa":"é","a":"","B":-5}"#,
            ),
            (
                r#"{ "d" : [ 1 , 2.50 , 1e3 , -0 , 123456789012345678901 ] , "c" : "a\u00e9\n\/\"" }"#,
                r#"{"d":[1,2.5,1000.0,-0.0,1.2345678901234568e+20],"c":"aé\n/\""}"#,
            ),
        ] {
            assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
            assert_eq!(copied(text).as_deref(), Some(written), "{text}");
        }
    }

    #[test]
    fn what_is_unusual_or_wrong_is_declined() {
        let many: Vec<String> = (10..30).map(|index| format!("\"k{index}\":0")).collect();
        let many = format!("{{{}}}", many.join(","));
        let deep = format!("{}{}", "{\"a\":".repeat(200), "}".repeat(200));
        for text in [
            &many,
            &deep,
            r#"{"b":1,"a":2,"b":3}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"\u0061":1}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"a":01}"#,
            r#"{"a":1.}"#,
            r#"{"a":}"#,
            r#"{"a":nul}"#,
            r#"{"a":1,}"#,
            r#"{"a":[1,]}"#,
            r#"{"a":1e999}"#,
            "{\"a\":\"\n\"}",
            r#"{"a":1"#,
            "[]",
            "",
        ] {
            assert_eq!(copied(text), None, "{text}");
        }
    }
}
