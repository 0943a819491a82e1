//! What a client asks for. One that waits for each response is served at once; one that asks for much, or for
//! more before it has waited for a response, is demanding.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A client that asks for more than this before it waits for a response is demanding: so many requests,
/// so many bytes, or bytes in so many pieces.
const MAX_REQUESTS: usize = 2;
const MAX_BYTES: usize = 8 * 1024;
const MAX_PIECES: usize = 8;
/// A client that was demanding has to wait for so many responses, one after the other, until it is not.
const CALM: usize = 8;

/// What a client asked for since it last waited for a response. Only the task of its connection changes it.
#[derive(Debug, Default)]
pub(super) struct Asked {
    has_waited: AtomicBool,
    requests: AtomicUsize,
    bytes: AtomicUsize,
    pieces: AtomicUsize,
    /// For how many requests in a row it was not demanding.
    calm: AtomicUsize,
}

impl Asked {
    /// The client has sent nothing more yet.
    pub(super) fn waits(&self) {
        self.has_waited.store(true, Ordering::Relaxed);
    }

    pub(super) fn received(&self, bytes: usize) {
        add(&self.bytes, bytes);
        add(&self.pieces, 1);
    }

    /// A request begins.
    pub(super) fn request(&self) {
        if self.is_demanding() {
            self.calm.store(0, Ordering::Relaxed);
        } else {
            add(&self.calm, 1);
        }
        if self.has_waited.swap(false, Ordering::Relaxed) {
            for asked in [&self.requests, &self.bytes, &self.pieces] {
                asked.store(0, Ordering::Relaxed);
            }
        }
        add(&self.requests, 1);
    }

    /// What it asks for is much, however short the request is.
    pub(super) fn much(&self) {
        self.bytes.store(usize::MAX, Ordering::Relaxed);
    }

    pub(super) fn is_demanding(&self) -> bool {
        self.requests.load(Ordering::Relaxed) > MAX_REQUESTS
            || self.bytes.load(Ordering::Relaxed) > MAX_BYTES
            || self.pieces.load(Ordering::Relaxed) > MAX_PIECES
    }

    /// Whether a client that was demanding is not any more.
    pub(super) fn behaves(&self) -> bool {
        !self.is_demanding() && self.calm.load(Ordering::Relaxed) >= CALM
    }
}

fn add(to: &AtomicUsize, more: usize) {
    to.store(to.load(Ordering::Relaxed).saturating_add(more), Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::{Asked, CALM, MAX_BYTES, MAX_PIECES};

    fn after(did: impl FnOnce(&Asked)) -> bool {
        let asked = Asked::default();
        did(&asked);
        asked.is_demanding()
    }

    #[test]
    fn a_client_that_waits_for_each_response_is_not_demanding() {
        let is_demanding = after(|asked| {
            for _ in 0..1_000 {
                asked.waits();
                asked.received(MAX_BYTES / 2);
                asked.request();
            }
        });
        assert!(!is_demanding);
    }

    #[test]
    fn a_client_that_does_not_wait_is_demanding() {
        let requests = |count: usize| move |asked: &Asked| (0..count).for_each(|_| asked.request());
        assert!(!after(requests(2)) && after(requests(3)));
        let pieces = |asked: &Asked| (0..=MAX_PIECES).for_each(|_| asked.received(1));
        assert!(after(pieces));
        assert!(after(|asked| asked.received(MAX_BYTES + 1)));
        assert!(after(Asked::much));
        let later = |asked: &Asked| {
            asked.much();
            asked.waits();
            assert!(asked.is_demanding(), "until it asks for something else");
            asked.request();
        };
        assert!(!after(later));
    }

    #[test]
    fn a_demanding_client_has_to_wait_for_a_few_responses() {
        let asked = Asked::default();
        (0..10).for_each(|_| asked.request());
        for _ in 0..=CALM {
            assert!(!asked.behaves());
            asked.waits();
            asked.request();
        }
        assert!(asked.behaves());
        asked.much();
        assert!(!asked.behaves());
        asked.waits();
        asked.request();
        assert!(!asked.is_demanding() && !asked.behaves());
    }
}
