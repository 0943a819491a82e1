//! Copying objects of any form that are written as most senders do: without white space, escapes and
//! unusual numbers. This is quicker than what copies any other object.

use super::Cursor;
use super::any::MAX_DEPTH;
use super::copy::{MAX_MEMBERS, sort_in};
use super::scan::find_stop;

/// Room for what may follow, if only a part is copied yet.
const MORE_BYTES: usize = 64;

/// Copies an object as `serde_json` writes it, in the order of the keys, if the next one has this form.
pub(crate) fn compact_object(cursor: &mut Cursor<'_>) -> Option<Vec<u8>> {
    cursor.peek();
    cursor.take_by(|text| {
        let mut copy = Compact { text, copied: 0, to: Vec::new() };
        let rest = copy.object(text, MAX_DEPTH)?;
        copy.flush(rest, 0);
        Some((copy.to, rest))
    })
}

/// Its methods return what follows.
struct Compact<'a> {
    text: &'a [u8],
    /// How much has been copied.
    copied: usize,
    to: Vec<u8>,
}

impl<'a> Compact<'a> {
    fn position(&self, rest: &[u8]) -> usize {
        self.text.len() - rest.len()
    }

    /// Where the next byte will be.
    fn place(&self, rest: &[u8]) -> usize {
        self.to.len() + self.position(rest) - self.copied
    }

    /// Copies what is before the rest.
    fn flush(&mut self, rest: &[u8], more: usize) {
        let position = self.position(rest);
        let read = self.text.get(self.copied..position).unwrap_or_default();
        self.to.reserve_exact(read.len() + more);
        self.to.extend_from_slice(read);
        self.copied = position;
    }

    fn object(&mut self, text: &'a [u8], depth: usize) -> Option<&'a [u8]> {
        let depth = depth.checked_sub(1)?;
        // Where each member begins, with the brace or the comma before it; in the order of the keys.
        let mut begins = [0_u32; MAX_MEMBERS];
        let (mut count, mut last) = (0, &b""[..]);
        let mut begin = self.place(text);
        let mut text = text.strip_prefix(b"{")?;
        if let [b'}', rest @ ..] = text {
            return Some(rest);
        }
        loop {
            let (key, rest) = string(text.strip_prefix(b"\"")?)?;
            let rest = self.value(rest.strip_prefix(b":")?, depth)?;
            *begins.get_mut(count)? = u32::try_from(begin).ok()?;
            count += 1;
            if count == 1 || key > last {
                last = key;
            } else {
                self.flush(rest, MORE_BYTES);
                sort_in(key, &mut begins[..count], &mut self.to).ok()?;
            }
            begin = self.place(rest);
            match rest {
                [b',', rest @ ..] => text = rest,
                [b'}', rest @ ..] => return Some(rest),
                _ => return None,
            }
        }
    }

    fn array(&mut self, text: &'a [u8], depth: usize) -> Option<&'a [u8]> {
        let depth = depth.checked_sub(1)?;
        let mut text = text.strip_prefix(b"[")?;
        if let [b']', rest @ ..] = text {
            return Some(rest);
        }
        loop {
            match self.value(text, depth)? {
                [b',', rest @ ..] => text = rest,
                [b']', rest @ ..] => return Some(rest),
                _ => return None,
            }
        }
    }

    fn value(&mut self, text: &'a [u8], depth: usize) -> Option<&'a [u8]> {
        let (first, rest) = text.split_first()?;
        match first {
            b'"' => string(rest).map(|(_, rest)| rest),
            b'{' => self.object(text, depth),
            b'[' => self.array(text, depth),
            b't' => rest.strip_prefix(b"rue"),
            b'f' => rest.strip_prefix(b"alse"),
            b'n' => rest.strip_prefix(b"ull"),
            b'0' => Some(rest),
            b'1'..=b'9' => integer(text),
            b'-' if matches!(rest, [b'1'..=b'9', ..]) => integer(rest),
            _ => None,
        }
    }
}

/// The rest of a string without escapes.
#[inline]
fn string(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let (string, rest) = text.split_at_checked(find_stop(text)?)?;
    Some((string, rest.strip_prefix(b"\"")?))
}

/// An integer that fits into 64 bits. After any other number comes what ends no value.
fn integer(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count > 18 { None } else { text.get(count..) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Cursor, compact_object};

    fn read(text: &str) -> Option<String> {
        let mut cursor = Cursor::new(text);
        let read = compact_object(&mut cursor);
        assert_eq!(cursor.is_at_end(), read.is_some(), "{text}");
        read.map(|read| String::from_utf8(read).expect("UTF-8"))
    }

    #[test]
    fn objects_without_spaces_are_copied_in_the_order_of_their_keys() {
        let many = |last: &str| {
            let keys: Vec<_> = (10..25).map(|key| format!("\"{key}\":{key}")).collect();
            format!("{{{},{last}:{{\"b\":[],\"a\":\"\"}}}}", keys.join(","))
        };
        for text in [
            "{}",
            r#"{"a":"é","b":[1,-2,0,[],{},true,false,null,"x"],"c":{"a":1}}"#,
            r#"{"a":123456789012345678,"aa":0,"b":-1}"#,
            r#"{"b":1,"a":2}"#,
            r#"{"e":5,"d":4,"c":3,"b":2,"a":1,"ab":"between","f":{}}"#,
            r#"{"b":{"b":1,"a":{"d":0,"c":[{"f":1,"e":2},{"g":1}]}},"a":[],"c":{"b":1,"a":2}}"#,
            &many("\"0\""),
            &many("\"12a\""),
            &many("\"a\""),
        ] {
            let value: Value = serde_json::from_str(text).expect("it is JSON");
            assert_eq!(read(text), Some(value.to_string()), "{text}");
        }
        // Equal keys, and too many for the table.
        for text in [r#"{"a":1,"a":2}"#, r#"{"b":1,"a":2,"b":3}"#, &many("\"b\":0,\"c\"")] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn everything_else_is_left_to_others() {
        let deep = format!("{}{}", r#"{"a":"#.repeat(101), "}".repeat(101));
        for text in [
            "[]",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":1]",
            "{,}",
            "{\"a\":[1,]}",
            "{\"a\":[1}",
            "{ }",
            "{\"a\": 1}",
            "{\"a\":1 }",
            "{\"a\":1.5}",
            "{\"a\":1e3}",
            "{\"a\":-0}",
            "{\"a\":-}",
            "{\"a\":01}",
            "{\"a\":1234567890123456789}",
            "{\"a\":tru}",
            "{\"a\":nul}",
            "{\"a\":\"\\n\"}",
            "{\"a\\n\":1}",
            "{\"a\":\"\n\"}",
            "{\"a\":\"x}",
            "{'a':1}",
            &deep,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
