//! Sessions in memory, as requests and the page share them.

use std::any::Any;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, TryLockError};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::clock::Clock;
use crate::connections::is_aside;
use crate::locked::locked;
use crate::metrics::Page;
use crate::sessions::{Figures, MAX_READ, Overview, Sessions, Texts};
use crate::storage::Storage;

/// The sessions behind their lock, and where their events are stored.
#[derive(Debug)]
pub(crate) struct Board {
    sessions: Mutex<Sessions>,
    pub(crate) storage: Storage,
    pub(crate) clock: Clock,
    /// Few reports are made at once: each has a copy of its session's events.
    turns: Semaphore,
    /// How many wait for the lock that demanding clients do not keep waiting.
    waiting: AtomicUsize,
}

/// So often whoever works for a demanding client lets others have the lock first.
const MAX_YIELDS: usize = 1_000;

/// The sessions, for whoever has the lock.
#[derive(Debug)]
pub(crate) struct Locked<'a> {
    sessions: MutexGuard<'a, Sessions>,
    /// Dropped after the lock is free: that can take long.
    garbage: Vec<Box<dyn Any + Send>>,
}

impl Deref for Locked<'_> {
    type Target = Sessions;

    fn deref(&self) -> &Sessions {
        &self.sessions
    }
}

impl DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut Sessions {
        &mut self.sessions
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        self.garbage = self.sessions.garbage();
    }
}

/// Writes how many sessions there are, and what was found in them.
pub(crate) fn write_figures(figures: Figures, page: &mut Page<'_>) -> fmt::Result {
    let Figures { open, shown, bytes, closed, findings, not_judged } = figures;
    page.gauge("sessions_open", "Open sessions", open as u64)?;
    page.gauge("sessions", "Sessions in memory, open and finished", shown as u64)?;
    page.gauge("events_bytes", "Bytes of events that the page can show", bytes as u64)?;
    let closed = closed.into_iter().map(|(reason, count)| ([("reason", reason)], count));
    page.counters("sessions_closed", "Sessions that were closed", closed)?;
    let findings = findings.into_iter().map(|(rule, count)| ([("rule", rule)], count));
    page.counters("findings", "What was found wrong in sessions, as it was found", findings)?;
    let help = "Sessions that were dropped before everything was found";
    page.counter("sessions_not_judged", help, not_judged)
}

impl Board {
    pub(crate) fn new(mut sessions: Sessions, storage: Storage) -> Self {
        sessions.share();
        let (sessions, clock) = (Mutex::new(sessions), Clock::start());
        let waiting = AtomicUsize::new(0);
        Self { sessions, storage, clock, turns: Semaphore::new(2), waiting }
    }

    pub(crate) fn sessions(&self) -> Locked<'_> {
        let mut sessions = self.lock();
        // Also if the request that waited for it was cancelled: a session with a gap takes nothing more.
        for lost in self.storage.take_lost() {
            sessions.lose(&lost);
        }
        Locked { sessions, garbage: Vec::new() }
    }

    /// Whoever works for a demanding client has the lock when nobody else waits for it.
    fn lock(&self) -> MutexGuard<'_, Sessions> {
        if is_aside() {
            for _ in 0..MAX_YIELDS {
                if self.waiting.load(Ordering::Relaxed) == 0 {
                    break;
                }
                std::thread::yield_now();
            }
            return locked(&self.sessions);
        }
        match self.sessions.try_lock() {
            Ok(sessions) => sessions,
            // Nothing should panic while it holds the lock; if it does, the collector continues.
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                self.waiting.fetch_add(1, Ordering::Relaxed);
                let sessions = locked(&self.sessions);
                self.waiting.fetch_sub(1, Ordering::Relaxed);
                sessions
            }
        }
    }

    /// Judges sessions that were packed when they ended, at most so many.
    pub(crate) fn judge_finished(&self, most: usize) {
        for _ in 0..most {
            let Some(id) = self.sessions().next_unjudged() else { return };
            if let Some(found) = self.texts(&id).and_then(|texts| texts.found()) {
                self.sessions().adopt(found);
            }
        }
    }

    pub(crate) fn write_metrics(&self, page: &mut Page<'_>) -> fmt::Result {
        let figures = self.sessions().figures();
        write_figures(figures, page)?;
        let (lines, bytes) = self.storage.waiting();
        page.gauge("storage_waiting_lines", "Lines that wait for the disk", lines as u64)?;
        page.gauge("storage_waiting_bytes", "Bytes that wait for the disk", bytes as u64)?;
        if let Some(segments) = self.storage.segments() {
            page.gauge("storage_segments", "Closed files of the folder", segments as u64)?;
        }
        Ok(())
    }

    /// Waits for a turn to work on all events of a session.
    pub(crate) async fn turn(&self) -> Option<SemaphorePermit<'_>> {
        self.turns.acquire().await.ok()
    }

    /// A number that tells the runs of a collector apart: when this one began.
    pub(crate) fn run(&self) -> u64 {
        self.clock.started()
    }

    /// Somebody looks at the page. Returns the ids of sessions that it lists without a report, if they
    /// are wanted.
    pub(crate) fn watched(&self, wanted: bool) -> Vec<String> {
        let mut sessions = self.sessions();
        sessions.watch(self.clock.now());
        if wanted { sessions.lacking_reports() } else { Vec::new() }
    }

    /// What changed in the page's lists since a version of this run. Sessions are looked at in parts, so that
    /// others are not kept waiting.
    pub(crate) fn overview(&self, since: Option<u64>, shown: Option<&str>) -> Option<Overview> {
        let mut overview = self.sessions().overview(self.run(), since, shown)?;
        while self.sessions().more_sessions(&mut overview) {}
        Some(overview)
    }

    /// The events of a session that can be shown. They are copied in parts, so that others are not
    /// kept waiting.
    pub(crate) fn texts(&self, id: &str) -> Option<Texts> {
        let mut texts = Texts::of(id);
        while self.sessions().more_texts(&mut texts)? {}
        match texts.logged() {
            None => Some(texts.sorted()),
            Some(opened) => Some(texts.with_log(self.storage.events_of(id, opened, MAX_READ)?)),
        }
    }
}
