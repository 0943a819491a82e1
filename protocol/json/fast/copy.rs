//! Copying objects of any form as `serde_json` writes them, without a tree of values.

use std::borrow::Cow;

use serde_json::Number;

use super::any::{MAX_DEPTH, only_integer};
use super::{Cursor, Declined, close, close_array, write_string};

/// An object with more members is read as a value.
const MAX_MEMBERS: usize = 16;

/// Appends the next object as `serde_json` writes it: without white space, and in the order of the keys.
/// Declines objects with escapes in keys, with equal keys, or with many members.
pub(crate) fn copy_object(cursor: &mut Cursor<'_>, to: &mut Vec<u8>) -> Result<(), Declined> {
    object(cursor, MAX_DEPTH, to)
}

fn value(cursor: &mut Cursor<'_>, depth: usize, to: &mut Vec<u8>) -> Result<(), Declined> {
    match cursor.peek().ok_or(Declined)? {
        b'"' => {
            let begin = cursor.position();
            match cursor.text()? {
                Cow::Borrowed(_) => to.extend_from_slice(cursor.since(begin).as_bytes()),
                Cow::Owned(text) => write_string(&text, to)?,
            }
        }
        b'{' => object(cursor, depth, to)?,
        b'[' => array(cursor, depth, to)?,
        b't' | b'f' => {
            to.extend_from_slice(if cursor.boolean()? { b"true" } else { b"false" });
        }
        b'n' if cursor.literal(b"null") => to.extend_from_slice(b"null"),
        _ => number(cursor, to)?,
    }
    Ok(())
}

/// The members that were copied, in the order of their keys: the key, and where the comma before it is.
struct Copied<'a> {
    members: [(&'a [u8], usize); MAX_MEMBERS],
    count: usize,
}

impl<'a> Copied<'a> {
    /// Moves the member that was copied last to its place.
    fn sort_in(&mut self, key: &'a [u8], begin: usize, to: &mut [u8]) -> Result<(), Declined> {
        let before = self.members.get(..self.count).ok_or(Declined)?;
        let mut place = self.count;
        while place > 0 && before[place - 1].0 >= key {
            place -= 1;
            if before[place].0 == key {
                return Err(Declined);
            }
        }
        if self.count == MAX_MEMBERS {
            return Err(Declined);
        }
        let mut begin_here = begin;
        if place < self.count {
            let length = to.len() - begin;
            begin_here = self.members[place].1;
            to[begin_here..].rotate_right(length);
            for at in (place..self.count).rev() {
                let (key, begin) = self.members[at];
                self.members[at + 1] = (key, begin + length);
            }
        }
        self.members[place] = (key, begin_here);
        self.count += 1;
        Ok(())
    }
}

fn object(cursor: &mut Cursor<'_>, depth: usize, to: &mut Vec<u8>) -> Result<(), Declined> {
    let depth = depth.checked_sub(1).ok_or(Declined)?;
    let begin = to.len();
    let mut copied = Copied { members: [(&[], 0); MAX_MEMBERS], count: 0 };
    cursor.expect(b'{')?;
    if !cursor.take(b'}') {
        loop {
            cursor.peek();
            let quote = cursor.position();
            let Cow::Borrowed(key) = cursor.text()? else { return Err(Declined) };
            let quoted = cursor.since(quote);
            cursor.expect(b':')?;
            let begin = to.len();
            to.push(b',');
            to.extend_from_slice(quoted.as_bytes());
            to.push(b':');
            value(cursor, depth, to)?;
            copied.sort_in(key.as_bytes(), begin, to)?;
            if !cursor.take(b',') {
                break;
            }
        }
        cursor.expect(b'}')?;
    }
    close(to, begin);
    Ok(())
}

fn array(cursor: &mut Cursor<'_>, depth: usize, to: &mut Vec<u8>) -> Result<(), Declined> {
    let depth = depth.checked_sub(1).ok_or(Declined)?;
    let begin = to.len();
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        to.push(b',');
        value(cursor, depth, to)?;
    }
    cursor.expect(b']')?;
    close_array(to, begin);
    Ok(())
}

fn number(cursor: &mut Cursor<'_>, to: &mut Vec<u8>) -> Result<(), Declined> {
    let begin = cursor.position();
    if only_integer(cursor).is_some() {
        to.extend_from_slice(cursor.since(begin).as_bytes());
        return Ok(());
    }
    let number: Number = serde_json::from_str(cursor.number_text()).map_err(|_| Declined)?;
    serde_json::to_writer(to, &number).map_err(|_| Declined)
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
        for text in [
            "{}",
            " { } ",
            r#"{"b":1,"a":2}"#,
            r#"{"b":{"z":[{"y":1,"x":[]},{},null],"w":true},"aa":"é","a":"","c":false,"B":-5}"#,
            r#"{ "d" : [ 1 , 2.50 , 1e3 , -0 , 0.1 , 123456789012345678901 ] , "c" : "a\u00e9\n\/\"" }"#,
            r#"{"e":5,"d":4,"c":3,"b":2,"a":1,"ab":"between","f":{}}"#,
        ] {
            let value: Value = serde_json::from_str(text).expect("it is JSON");
            assert_eq!(copied(text), Some(value.to_string()), "{text}");
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
