//! About how many bytes an event takes in memory beyond its own size.

use std::io::{self, Write};

use crate::constraints::{Inside, Look};
use crate::event::{Event, EventBody, QoeData};
use crate::schema::{Described as _, Object, Params, Scalar, Shape};

/// What an item of an array, an entry of a map or a pair takes beyond its texts.
const ITEM: usize = 48;
/// What each piece takes that a writer writes. A member has several.
const PIECE: usize = 8;

/// About how many bytes the event takes; at least `most` if they are more.
#[inline]
pub(crate) fn weight(event: &Event, most: usize) -> usize {
    if event.extra.0.is_none() && !matches!(event.body, EventBody::Other(_)) {
        let quality = event.qoe_data.as_deref().map_or(Some(0), |it| of_object(it, QoeData::SHAPE));
        let params = event.body.params().map_or(Some(0), |params| of_params(event, params));
        if let (Some(quality), Some(params)) = (quality, params) {
            return quality + params + of_metadata(event);
        }
    }
    written(event, most)
}

fn of_params(event: &Event, params: &dyn Look) -> Option<usize> {
    match event.event_type()?.shape().params {
        Params::Optional(object) | Params::Required(object) => of_object(params, object),
        Params::Absent | Params::Empty => None,
    }
}

fn of_metadata(event: &Event) -> usize {
    let Some(pairs) = event.custom_metadata() else { return 0 };
    pairs.iter().map(|(key, value)| ITEM + key.len() + value.len()).sum()
}

/// The bytes of the values of an object; `None` if it has members that no schema describes.
fn of_object<L: Look + ?Sized>(value: &L, object: &Object) -> Option<usize> {
    if !value.is_plain() {
        return None;
    }
    let mut bytes = 0;
    for member in object.members {
        if has_no_text(&member.shape) {
            continue;
        }
        if let Some(value) = value.member(member.key) {
            bytes += of_value(value, &member.shape)?;
        }
    }
    Some(bytes)
}

#[inline]
const fn has_no_text(shape: &Shape) -> bool {
    match shape {
        Shape::Integer | Shape::Number | Shape::Boolean => true,
        Shape::Nullable(shape) | Shape::Ruled(shape, _) => {
            matches!(shape, Shape::Integer | Shape::Number | Shape::Boolean)
        }
        _ => false,
    }
}

fn of_value(value: &dyn Look, shape: &Shape) -> Option<usize> {
    match (value.scalar(), shape) {
        (Some(Scalar::Text(text)), _) => Some(text.len()),
        (Some(_), _) => Some(0),
        (None, Shape::Nullable(shape) | Shape::Ruled(shape, _)) => of_value(value, shape),
        (None, Shape::Object(object)) => of_object(value, object),
        (None, Shape::Array(shape) | Shape::Map(shape)) => {
            let mut bytes = Some(0);
            value.each(&mut |inside, item| {
                let key = match inside {
                    Inside::Index(_) => 0,
                    Inside::Key(key) => key.len(),
                };
                let item = of_value(item, shape).map(|item| item + ITEM + key);
                bytes = bytes.zip(item).map(|(bytes, item)| bytes + item);
            });
            bytes
        }
        (None, _) => None,
    }
}

/// Counts what is written, up to `most`.
struct Counter {
    bytes: usize,
    most: usize,
}

impl Write for Counter {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.bytes = self.bytes.saturating_add(piece.len() + PIECE);
        if self.bytes >= self.most {
            Err(io::ErrorKind::FileTooLarge.into())
        } else {
            Ok(piece.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The weight of an event with parts that no schema describes.
#[cold]
fn written(event: &Event, most: usize) -> usize {
    let mut counter = Counter { bytes: 0, most };
    // It ends when there is too much, or at a number that cannot be written, which was not received.
    let _ = serde_json::to_writer(&mut counter, event);
    counter.bytes
}
