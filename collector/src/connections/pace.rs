//! How a thread that serves demanding clients leaves its processor to others: after a while it pauses, so that whoever
//! has to wait for the processor does not wait for the rest of a slice of the system's.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// So long it works at once, and then pauses for so long, while other clients ask for something.
const WORK: Duration = Duration::from_micros(100);
const PAUSE: Duration = Duration::from_micros(50);
/// A gap of this length between two turns was a pause: it had nothing to do, or the system let others go first.
const GAP: Duration = Duration::from_micros(30);

thread_local! {
    static PACE: Cell<Option<Pace>> = const { Cell::new(None) };
}

/// A turn begins. `others` is how often other clients had theirs.
pub(super) fn begin(others: &AtomicUsize) {
    let (now, others) = (Instant::now(), others.load(Ordering::Relaxed));
    let mut pace = PACE.get().unwrap_or(Pace { began: now, ended: now, others });
    if pace.is_due(now, others) {
        thread::sleep(PAUSE);
    }
    PACE.set(Some(pace));
}

/// It ends.
pub(super) fn end() {
    if let Some(pace) = PACE.get() {
        PACE.set(Some(Pace { ended: Instant::now(), ..pace }));
    }
}

#[derive(Debug, Clone, Copy)]
struct Pace {
    /// When the thread began to work without a pause.
    began: Instant,
    /// When the last turn ended.
    ended: Instant,
    /// How often other clients had had their turn when it last paused.
    others: usize,
}

impl Pace {
    /// Whether it is time for a pause before a turn that begins now.
    fn is_due(&mut self, now: Instant, others: usize) -> bool {
        let had_pause = now.saturating_duration_since(self.ended) >= GAP;
        let is_long = now.saturating_duration_since(self.began) >= WORK;
        if !had_pause && !is_long {
            return false;
        }
        self.began = now;
        // Without others there is nobody who waits.
        std::mem::replace(&mut self.others, others) != others && !had_pause
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{GAP, Pace, WORK};

    /// How many of the turns begin with a pause.
    fn pauses(turns: u32, of: Duration, gap: Duration, others: bool) -> usize {
        let mut now = Instant::now();
        let mut pace = Pace { began: now, ended: now, others: 0 };
        let mut paused = |turn: u32| {
            now += gap;
            let is_due = pace.is_due(now, if others { turn as usize } else { 0 });
            now += of;
            pace.ended = now;
            is_due
        };
        (1..=turns).filter(|turn| paused(*turn)).count()
    }

    #[test]
    fn it_pauses_after_a_while_and_only_for_others() {
        let (short, none) = (WORK / 10, Duration::ZERO);
        assert_eq!(pauses(101, short, none, true), 10);
        assert_eq!(pauses(101, short, none, false), 0);
        assert_eq!(pauses(11, 2 * WORK, none, true), 10, "a long turn");
        assert_eq!(pauses(101, short, GAP, true), 0, "it has nothing to do in between");
    }
}
