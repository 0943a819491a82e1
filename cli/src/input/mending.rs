//! Reads events whose values violate their schemas so that nothing can be decoded.

use media_collection::Keyword;
use media_collection::error::DecodeError;
use serde_json::{Map, Value};

/// Members with the time of an event, in either API.
const TIMES: [&str; 6] = [
    "/playerTime",
    "/playerTime/ts",
    "/playerTime/playhead",
    "/timestamp",
    "/mediaEventTimestamp",
    "/mediaCollection/playhead",
];

/// Each round can uncover what stood behind the violations of the one before.
const ROUNDS: usize = 4;

/// What a text contains as if what is missing were empty, or 0, and what has the wrong type had the
/// right one. `None` if that is not enough.
pub(super) fn mended<T>(
    text: &[u8],
    decode: impl Fn(&[u8]) -> Result<T, DecodeError>,
) -> Option<T> {
    let mut value: Value = serde_json::from_slice(text).ok()?;
    let mut inserted = Vec::new();
    for _ in 0..ROUNDS {
        let text = serde_json::to_vec(&value).ok()?;
        let error = match decode(&text) {
            Ok(read) => return Some(read),
            Err(DecodeError::Unreadable(_)) => return None,
            Err(error) => error,
        };
        for violation in error.violations() {
            mend(&mut value, violation.keyword, &violation.pointer, &mut inserted)?;
        }
    }
    None
}

/// Changes one value. `inserted` are the pointers to what was missing.
fn mend(
    value: &mut Value,
    keyword: Keyword,
    pointer: &str,
    inserted: &mut Vec<String>,
) -> Option<()> {
    let (parent, key) = pointer.rsplit_once('/')?;
    let key = key.replace("~1", "/").replace("~0", "~");
    match keyword {
        // Without its time an event says nothing.
        Keyword::Required if TIMES.iter().any(|time| pointer.ends_with(time)) => return None,
        Keyword::Required => {
            let parent = value.pointer_mut(parent)?.as_object_mut()?;
            if parent.contains_key(&*key) {
                return None;
            }
            let is_object = key == "params" || key.ends_with("Details");
            let empty = if is_object { Map::new().into() } else { "".into() };
            parent.insert(key, empty);
            inserted.push(pointer.to_owned());
        }
        Keyword::Type => {
            let place = value.pointer_mut(pointer)?;
            let other = match place {
                Value::String(_) if inserted.iter().any(|known| known == pointer) => 0.into(),
                Value::String(text) => serde_json::from_str::<Value>(text.trim()).ok()?,
                Value::Number(number) => match number.as_f64() {
                    Some(fraction) if fraction.fract() != 0.0 => (fraction.round() as i64).into(),
                    _ => number.to_string().into(),
                },
                Value::Bool(flag) => flag.to_string().into(),
                _ => return None,
            };
            *place = other;
        }
        // Media Edge has no empty ids.
        Keyword::Pattern if inserted.iter().any(|known| known == pointer) => {
            *value.pointer_mut(pointer)? = "-".into();
        }
        _ => return None,
    }
    Some(())
}
