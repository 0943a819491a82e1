//! About how many bytes an event takes in memory beyond its own size.

use std::io::{self, Write};

use crate::constraints::Look as _;
use crate::event::Event;

/// What each piece takes that a writer writes. A member has several.
const PIECE: usize = 8;

/// About how many bytes the event takes; at least `most` if they are more.
#[inline]
pub(crate) fn weight(event: &Event, most: usize) -> usize {
    let quality = || event.qoe_data.as_deref().map_or(Some(0), |quality| quality.texts());
    if event.extra.0.is_none()
        && let (Some(body), Some(quality)) = (event.body.texts(), quality())
    {
        return body + quality;
    }
    written(event, most)
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
