//! A body as it arrives, in pieces of one size.
//!
//! A buffer that grows leaves gaps of all sizes behind, which others cannot use: with a thousand clients
//! that stop in the middle of a body, the process had three times the memory of what had arrived.

use axum::body::Bytes;

/// The bytes of a piece.
const PIECE: usize = 64 * 1024;

#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// What arrived first: most bodies arrive at once, and are not copied.
    first: Bytes,
    pieces: Vec<Vec<u8>>,
    len: usize,
}

impl Pieces {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The bytes of memory that are held when so many more have arrived.
    pub(super) fn held_with(&self, more: usize) -> usize {
        let len = self.len + more;
        if self.len == 0 || more == 0 && self.is_one() { len } else { len.next_multiple_of(PIECE) }
    }

    /// Whether all that has arrived came at once.
    pub(super) fn is_one(&self) -> bool {
        self.pieces.is_empty()
    }

    pub(super) fn push(&mut self, data: Bytes) {
        if data.is_empty() {
            return;
        }
        if self.len == 0 {
            self.len = data.len();
            self.first = data;
            return;
        }
        let first = std::mem::take(&mut self.first);
        self.copy(&first);
        self.copy(&data);
        self.len += data.len();
    }

    fn copy(&mut self, mut data: &[u8]) {
        while !data.is_empty() {
            match self.pieces.last_mut().filter(|last| last.len() < PIECE) {
                Some(last) => {
                    let (part, rest) = data.split_at(data.len().min(PIECE - last.len()));
                    last.extend_from_slice(part);
                    data = rest;
                }
                None => self.pieces.push(Vec::with_capacity(PIECE)),
            }
        }
    }

    /// The whole body.
    pub(super) fn whole(self) -> Bytes {
        if self.is_one() {
            return self.first;
        }
        let mut whole = Vec::with_capacity(self.len);
        self.pieces.into_iter().for_each(|piece| whole.extend_from_slice(&piece));
        whole.into()
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::{PIECE, Pieces};

    /// The pieces of a body that arrives in these parts, and the body.
    fn arrived(parts: &[usize]) -> (Pieces, Vec<u8>) {
        let mut pieces = Pieces::default();
        let mut body = Vec::new();
        for (number, len) in parts.iter().enumerate() {
            let part = vec![u8::try_from(number % 251).unwrap(); *len];
            let held = pieces.held_with(*len);
            pieces.push(Bytes::from(part.clone()));
            assert_eq!(pieces.held_with(0), held, "{parts:?}");
            body.extend(part);
            assert_eq!(pieces.len(), body.len());
        }
        (pieces, body)
    }

    #[test]
    fn what_arrives_comes_out() {
        let bodies: [&[usize]; 7] = [
            &[],
            &[0],
            &[1],
            &[PIECE + 1],
            &[1, 0, 1],
            &[PIECE, PIECE, 1, PIECE - 1, 2 * PIECE],
            &[1; 1_000],
        ];
        for parts in bodies {
            let (pieces, body) = arrived(parts);
            assert_eq!(pieces.whole(), body, "{parts:?}");
        }
    }

    #[test]
    fn what_is_held_is_known() {
        for parts in [&[3, PIECE][..], &[PIECE / 2; 9], &[PIECE - 1, 1, 1]] {
            let (pieces, _) = arrived(parts);
            let held: usize = pieces.pieces.iter().map(Vec::capacity).sum();
            assert_eq!(pieces.held_with(0), held, "{parts:?}");
        }
    }

    #[test]
    fn one_part_is_not_copied() {
        let part = Bytes::from(vec![7; 3 * PIECE]);
        let mut pieces = Pieces::default();
        pieces.push(part.clone());
        assert_eq!(pieces.held_with(0), part.len());
        assert_eq!(pieces.whole().as_ptr(), part.as_ptr());
    }
}
