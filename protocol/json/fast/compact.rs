//! Passing over objects of any form that are written as most senders do: without white space, escapes
//! and unusual numbers. This is quicker than what copies any other object.

use super::Cursor;
use super::any::MAX_DEPTH;
use super::keys::{Keys, key};
use super::scan::find_stop;

/// Passes over the next object, if it has this form: then it can be kept as it is. Declines objects with
/// equal keys, or with many members.
pub(crate) fn compact_object<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    cursor.peek();
    let begin = cursor.position();
    cursor.take_by(|text| {
        let rest = object(text.strip_prefix(b"{")?, MAX_DEPTH)?;
        Some(((), rest))
    })?;
    Some(cursor.since(begin))
}

/// What follows an object, after its brace.
fn object(text: &[u8], depth: usize) -> Option<&[u8]> {
    let depth = depth.checked_sub(1)?;
    if let [b'}', rest @ ..] = text {
        return Some(rest);
    }
    let (mark, rest) = member(text, depth)?;
    match rest {
        [b'}', rest @ ..] => Some(rest),
        [b',', rest @ ..] => further(mark, rest, depth),
        _ => None,
    }
}

/// What follows an object, after its first member.
#[inline]
fn further(mark: u64, mut text: &[u8], depth: usize) -> Option<&[u8]> {
    let mut keys = Keys::new(mark);
    loop {
        let (mark, rest) = member(text, depth)?;
        keys.add(mark)?;
        match rest {
            [b',', rest @ ..] => text = rest,
            [b'}', rest @ ..] => return Some(rest),
            _ => return None,
        }
    }
}

/// The mark of a member's key, and what follows the member.
#[inline(always)]
fn member(text: &[u8], depth: usize) -> Option<(u64, &[u8])> {
    let (mark, rest) = key(text.strip_prefix(b"\"")?)?;
    Some((mark, value(rest.strip_prefix(b"\":")?, depth)?))
}

/// What follows an array, after its bracket.
fn array(mut text: &[u8], depth: usize) -> Option<&[u8]> {
    let depth = depth.checked_sub(1)?;
    if let [b']', rest @ ..] = text {
        return Some(rest);
    }
    loop {
        match value(text, depth)? {
            [b',', rest @ ..] => text = rest,
            [b']', rest @ ..] => return Some(rest),
            _ => return None,
        }
    }
}

/// What follows a value.
#[inline(always)]
fn value(text: &[u8], depth: usize) -> Option<&[u8]> {
    let (first, rest) = text.split_first()?;
    match first {
        b'"' => rest.get(find_stop(rest)?..)?.strip_prefix(b"\""),
        b'{' => object(rest, depth),
        b'[' => array(rest, depth),
        b't' => rest.strip_prefix(b"rue"),
        b'f' => rest.strip_prefix(b"alse"),
        b'n' => rest.strip_prefix(b"ull"),
        b'0' => Some(rest),
        b'1'..=b'9' => integer(text),
        b'-' if matches!(rest, [b'1'..=b'9', ..]) => integer(rest),
        _ => None,
    }
}

/// What follows an integer that fits into 64 bits. After any other number comes what ends no value.
fn integer(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count > 18 { None } else { text.get(count..) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{Cursor, compact_object};

    fn read(text: &str) -> Option<&str> {
        let mut cursor = Cursor::new(text);
        let read = compact_object(&mut cursor);
        assert_eq!(cursor.is_at_end(), read.is_some(), "{text}");
        read
    }

    #[test]
    fn objects_without_spaces_are_kept_as_they_are() {
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
            assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
            assert_eq!(read(text), Some(text), "{text}");
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
