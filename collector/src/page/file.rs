//! A session as a file. It is made while it is read, so that it takes little memory, and others are not
//! kept waiting.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Bytes, HttpBody};
use hyper::body::Frame;
use serde::Serialize;

use crate::board::Board;
use crate::sessions::{EventText, Part, ShownEvent};

/// The parts of the file.
pub(super) struct SessionFile {
    board: Arc<Board>,
    id: String,
    /// Before the events.
    head: Vec<u8>,
    /// How many events follow, which have left the window; how many are in the file.
    settled: usize,
    written: usize,
    order: Order,
    is_first: bool,
    /// After them; `None` at the end of the file.
    tail: Option<Vec<u8>>,
}

/// The order of the events.
enum Order {
    /// That of the back end, with what the collector says of each.
    BackEnd,
    /// That of arrival, without. Those that come later wait with their indices.
    Arrival { next: usize, ahead: BTreeMap<usize, EventText> },
}

impl SessionFile {
    /// A session with all that is known about it.
    pub(super) fn whole(board: Arc<Board>, id: String, frame: &Part) -> serde_json::Result<Self> {
        let waiting = frame.waiting();
        let (head, tail) = frame.around(frame.settled);
        let mut head = serde_json::to_vec(&head)?;
        head.pop();
        head.extend_from_slice(b",\"events\":[");
        let mut end = Vec::new();
        let mut is_first = frame.settled == 0;
        for shown in &waiting {
            add(&mut end, &mut is_first, shown)?;
        }
        end.extend_from_slice(b"],");
        end.extend_from_slice(&serde_json::to_vec(&tail)?[1..]);
        Ok(Self::new(board, id, head, frame, Order::BackEnd, end))
    }

    /// The array of its events.
    pub(super) fn events(board: Arc<Board>, id: String, frame: &Part) -> Self {
        let ahead = frame.waiting().into_iter().map(|shown| (shown.index, shown.event)).collect();
        let order = Order::Arrival { next: 0, ahead };
        Self::new(board, id, b"[".to_vec(), frame, order, b"]".to_vec())
    }

    fn new(
        board: Arc<Board>,
        id: String,
        head: Vec<u8>,
        frame: &Part,
        order: Order,
        tail: Vec<u8>,
    ) -> Self {
        let settled = frame.settled;
        Self { board, id, head, settled, written: 0, order, is_first: true, tail: Some(tail) }
    }

    /// The next part; `None` at the end.
    fn next(&mut self) -> Option<Result<Vec<u8>, String>> {
        let mut part = std::mem::take(&mut self.head);
        if self.written < self.settled {
            let Self { order, is_first, settled, written, .. } = self;
            let mut left = *settled - *written;
            let mut result = Ok(());
            let each = |shown: &ShownEvent| {
                if left > 0 && result.is_ok() {
                    left -= 1;
                    result = order.add(&mut part, is_first, shown);
                }
            };
            let passed = self.board.sessions().pass(&self.id, *written, each);
            *written = *settled - left;
            return Some(match (passed, result) {
                (Some(1..), Ok(())) => Ok(part),
                (Some(1..), Err(error)) => Err(error.to_string()),
                _ => Err("the session was dropped to make room".to_owned()),
            });
        }
        let tail = self.tail.take()?;
        if let Order::Arrival { ahead, .. } = &mut self.order {
            for (_, text) in std::mem::take(ahead) {
                if let Err(error) = add(&mut part, &mut self.is_first, &text) {
                    return Some(Err(error.to_string()));
                }
            }
        }
        part.extend_from_slice(&tail);
        Some(Ok(part))
    }
}

impl Order {
    fn add(
        &mut self,
        to: &mut Vec<u8>,
        is_first: &mut bool,
        shown: &ShownEvent,
    ) -> serde_json::Result<()> {
        let Self::Arrival { next, ahead } = self else { return add(to, is_first, shown) };
        if shown.index != *next {
            ahead.insert(shown.index, shown.event.clone());
            return Ok(());
        }
        add(to, is_first, &shown.event)?;
        *next += 1;
        while let Some(text) = ahead.remove(next) {
            add(to, is_first, &text)?;
            *next += 1;
        }
        Ok(())
    }
}

/// Adds an element to an array.
fn add(to: &mut Vec<u8>, is_first: &mut bool, element: &impl Serialize) -> serde_json::Result<()> {
    if !std::mem::replace(is_first, false) {
        to.push(b',');
    }
    serde_json::to_writer(to, element)
}

impl HttpBody for SessionFile {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        Poll::Ready(self.next().map(|part| part.map(|part| Frame::data(part.into()))))
    }
}
