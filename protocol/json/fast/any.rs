//! Reading values of any form, in a text that has others around them.

use serde_json::{Map, Number, Value};

use super::{Cursor, Declined};

/// How deeply values may be nested. The general path reads no text that is nested by 128 as a whole, and
/// what stands around the value counts there.
const MAX_DEPTH: usize = 100;

/// Reads an object.
pub(crate) fn any_object(cursor: &mut Cursor<'_>) -> Result<Map<String, Value>, Declined> {
    object(cursor, MAX_DEPTH)
}

/// Reads a value of any form. As on the general path, the last of equal members counts.
pub(crate) fn any(cursor: &mut Cursor<'_>) -> Result<Value, Declined> {
    value(cursor, MAX_DEPTH)
}

fn value(cursor: &mut Cursor<'_>, depth: usize) -> Result<Value, Declined> {
    Ok(match cursor.peek().ok_or(Declined)? {
        b'"' => Value::String(cursor.string()?),
        b'{' => Value::Object(object(cursor, depth)?),
        b'[' => Value::Array(array(cursor, depth)?),
        b't' | b'f' => Value::Bool(cursor.boolean()?),
        b'n' if cursor.literal(b"null") => Value::Null,
        _ => Value::Number(number(cursor)?),
    })
}

fn object(cursor: &mut Cursor<'_>, depth: usize) -> Result<Map<String, Value>, Declined> {
    let depth = depth.checked_sub(1).ok_or(Declined)?;
    let mut members = Map::new();
    cursor.expect(b'{')?;
    if cursor.take(b'}') {
        return Ok(members);
    }
    loop {
        let key = cursor.string()?;
        cursor.expect(b':')?;
        members.insert(key, value(cursor, depth)?);
        if !cursor.take(b',') {
            break;
        }
    }
    cursor.expect(b'}')?;
    Ok(members)
}

fn array(cursor: &mut Cursor<'_>, depth: usize) -> Result<Vec<Value>, Declined> {
    let depth = depth.checked_sub(1).ok_or(Declined)?;
    let mut items = Vec::new();
    let mut is_first = true;
    cursor.expect(b'[')?;
    while cursor.item(&mut is_first) {
        items.push(value(cursor, depth)?);
    }
    cursor.expect(b']')?;
    Ok(items)
}

fn number(cursor: &mut Cursor<'_>) -> Result<Number, Declined> {
    let mut ahead = cursor.clone();
    if let Ok(number) = ahead.integer()
        && !matches!(ahead.next_byte(), Some(b'.' | b'e' | b'E' | b'0'..=b'9'))
    {
        *cursor = ahead;
        return Ok(number.into());
    }
    serde_json::from_str(cursor.number_text()).map_err(|_| Declined)
}
