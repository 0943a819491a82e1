//! About how many bytes an event takes in memory beyond its own size.

use std::io::{self, Write};

use crate::constraints::Look;
use crate::event::{Event, EventBody, QoeData};
use crate::schema::{Described, Scalar};

/// What a text, a number or the name of a member takes beyond its bytes: about the overhead of its
/// allocation. It is counted for each piece that a writer writes, of which a member has several.
const PIECE: usize = 8;

/// About how many bytes the event takes; at least `most` if they are more.
#[inline]
pub(crate) fn weight(event: &Event, most: usize) -> usize {
    let is_bare = event.body.params().is_none()
        && event.extra.0.is_none()
        && event.custom_metadata().is_none()
        && !matches!(event.body, EventBody::Other(_));
    match &event.qoe_data {
        None if is_bare => 0,
        Some(quality) if is_bare && quality.is_plain() => {
            texts(quality).unwrap_or_else(|| written(event, most))
        }
        _ => written(event, most),
    }
}

/// The bytes of its texts; `None` if it has more than texts and numbers.
fn texts(quality: &QoeData) -> Option<usize> {
    QoeData::SHAPE.members.iter().try_fold(0, |bytes, member| {
        Some(match quality.member(member.key).map(|value| value.scalar()) {
            None => bytes,
            Some(Some(Scalar::Text(text))) => bytes + text.len(),
            Some(Some(_)) => bytes,
            Some(None) => return None,
        })
    })
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

#[inline(never)]
fn written(event: &Event, most: usize) -> usize {
    let mut counter = Counter { bytes: 0, most };
    // It ends when there is too much, or at a number that cannot be written, which was not received.
    let _ = serde_json::to_writer(&mut counter, event);
    counter.bytes
}
