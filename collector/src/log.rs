//! Lines of the log that clients can cause: a few are written, the others are counted.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::locked::locked;

/// So many lines of a kind may follow each other at once.
const BURST: u32 = 50;
/// How often the log says how many lines were left out.
pub(crate) const TELL_INTERVAL: Duration = Duration::from_secs(5);
/// After that there is one in this time.
const PAUSE: Duration = Duration::from_millis(500);

/// The kinds of lines, each with a limit.
#[derive(Debug, Default)]
pub(crate) struct Log {
    rejected: Limited,
    failed: Limited,
    closed: Limited,
    connections: Limited,
    storage: Limited,
    #[cfg(feature = "nats")]
    dropped: Limited,
}

impl Log {
    /// A request was rejected.
    pub(crate) fn rejected(&self, write: impl FnOnce()) {
        self.rejected.write(write);
    }

    /// A request failed.
    pub(crate) fn failed(&self, write: impl FnOnce()) {
        self.failed.write(write);
    }

    /// A session was closed.
    pub(crate) fn closed(&self, write: impl FnOnce()) {
        self.closed.write(write);
    }

    /// A connection was closed or not accepted.
    pub(crate) fn connections(&self, write: impl FnOnce()) {
        self.connections.write(write);
    }

    /// Something about the files. The disk can fail with each request.
    pub(crate) fn storage(&self, write: impl FnOnce()) {
        self.storage.write(write);
    }

    /// An event that was stored is dropped.
    #[cfg(feature = "nats")]
    pub(crate) fn dropped(&self, write: impl FnOnce()) {
        self.dropped.write(write);
    }

    /// How many lines of each kind were left out.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = (&'static str, u64)> {
        self.kinds().into_iter().map(|(limited, what)| (what, limited.left_out_ever()))
    }

    /// Says how many lines were left out since this was last called.
    pub(crate) fn tell(&self) {
        for (limited, what) in self.kinds() {
            let left_out = limited.left_out();
            if left_out > 0 {
                tracing::warn!("{left_out} more lines about {what} were left out");
            }
        }
    }

    fn kinds(&self) -> impl IntoIterator<Item = (&Limited, &'static str)> + use<'_> {
        [
            (&self.rejected, "rejected requests"),
            (&self.failed, "failed requests"),
            (&self.closed, "closed sessions"),
            (&self.connections, "connections"),
            (&self.storage, "the files"),
            #[cfg(feature = "nats")]
            (&self.dropped, "dropped events"),
        ]
    }
}

/// A limit for one kind of lines.
#[derive(Debug)]
struct Limited(Mutex<State>);

#[derive(Debug)]
struct State {
    /// How many lines may be written at once.
    left: u32,
    filled: Instant,
    left_out: u64,
    left_out_ever: u64,
}

impl Default for Limited {
    fn default() -> Self {
        Self(Mutex::new(State {
            left: BURST,
            filled: Instant::now(),
            left_out: 0,
            left_out_ever: 0,
        }))
    }
}

impl Limited {
    fn write(&self, write: impl FnOnce()) {
        if self.allows(Instant::now()) {
            write();
        }
    }

    fn allows(&self, now: Instant) -> bool {
        let mut state = locked(&self.0);
        let passed = now.saturating_duration_since(state.filled).as_millis() / PAUSE.as_millis();
        if passed > 0 {
            let more = u32::try_from(passed).unwrap_or(BURST);
            state.left = state.left.saturating_add(more).min(BURST);
            state.filled = now;
        }
        if state.left == 0 {
            state.left_out += 1;
            state.left_out_ever += 1;
            return false;
        }
        state.left -= 1;
        true
    }

    fn left_out_ever(&self) -> u64 {
        locked(&self.0).left_out_ever
    }

    fn left_out(&self) -> u64 {
        let mut state = locked(&self.0);
        std::mem::take(&mut state.left_out)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::{BURST, Limited, PAUSE};

    #[test]
    fn lines_are_left_out_and_counted() {
        let limited = Limited::default();
        let now = Instant::now();
        let written = (0..1_000).filter(|_| limited.allows(now)).count();
        assert_eq!(written, BURST as usize);
        assert_eq!((limited.left_out(), limited.left_out()), (1_000 - u64::from(BURST), 0));
        let later = now + PAUSE * 3;
        assert_eq!((0..1_000).filter(|_| limited.allows(later)).count(), 3);
        assert_eq!((0..1_000).filter(|_| limited.allows(later + PAUSE * 10_000)).count(), 50);
    }
}
