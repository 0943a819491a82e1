//! The options of a store.

use crate::client::{Backoff, OnlineOptions, Retries};

/// When events are committed.
///
/// A committed event survives a crash of the process and a loss of power; others do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Durability {
    /// Every event is committed before `record` returns, which waits for the disk.
    #[default]
    EachEvent,
    /// Events are committed in groups, which is much faster. A crash may lose the events since the
    /// last commit, at most `events - 1` of them, all at the end of the session.
    Grouped {
        /// Commit when this many events are waiting.
        events: u32,
        /// Commit when the timestamp of the newest waiting event is this many milliseconds after
        /// that of the oldest.
        millis: i64,
    },
}

/// What happens when a limit is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WhenFull {
    /// New sessions and events are refused; nothing is deleted.
    #[default]
    RefuseNew,
    /// Sessions that the collector rejected are deleted, oldest first. If that is not enough, new
    /// sessions and events are refused.
    DropRejected,
    /// Sessions that the collector rejected are deleted, oldest first, then sessions that wait to be
    /// sent, oldest first. [`take_deleted`](super::OfflineStore::take_deleted) returns which. One
    /// that is being recorded, was left open or is in flight is never deleted.
    DropWaiting,
}

/// The form in which downloaded sessions are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum UploadForm {
    /// `POST /api/v1/downloaded`
    #[default]
    Downloaded,
    /// The deprecated batch: `POST /api/v1/sessions`
    LegacyBatch,
}

/// What happens to a downloaded session that is too large for one request to Media Edge, which takes
/// 64 KB.
#[cfg(feature = "edge")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WhenLarge {
    /// It is sent as several sessions of at most 60,000 bytes, as [`edge::parts`](crate::edge::parts)
    /// makes them. One that is verbatim, or that one event makes too large, is set aside.
    #[default]
    Split,
    /// It is sent to the Media Collection API, whose limit is larger: [`Upload::api`](super::Upload::api)
    /// says so.
    MediaCollection,
    /// It is set aside.
    SetAside,
}

/// Options of a store.
///
/// ```
/// use media_collection::store::{Durability, StoreOptions};
///
/// let options = StoreOptions::default()
///     .durability(Durability::Grouped { events: 30, millis: 60_000 })
///     .max_bytes(20_000_000);
/// assert_eq!(options.max_bytes, Some(20_000_000));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StoreOptions {
    /// When events are committed.
    pub durability: Durability,
    /// The limit for the events of all sessions together, in bytes. By default there is none.
    pub max_bytes: Option<u64>,
    /// The limit for the number of sessions. By default there is none.
    pub max_sessions: Option<usize>,
    /// What happens when a limit is reached.
    pub when_full: WhenFull,
    /// Sessions that ended longer ago than this, in milliseconds, are deleted;
    /// [`take_deleted`](super::OfflineStore::take_deleted) returns which. By default they are not.
    ///
    /// The age is that by the timestamps of the session, unless they are far from every clock that
    /// the store was shown: then it counts from when the store first saw the session. Nothing is
    /// deleted while the clock is before 2000, or has jumped by more than two years in less than a
    /// day.
    pub max_age: Option<i64>,
    /// How many sessions may be in flight at once. The default, 1, sends them in order.
    pub max_in_flight: usize,
    /// After how many attempts without success a session lets the others go first. The default is 3;
    /// with 1, one that fails holds up none of them.
    pub patience: u32,
    /// The delay after the first failure, in milliseconds. The default is 5 seconds.
    pub first_delay: i64,
    /// The longest delay, in milliseconds. The default is an hour.
    pub longest_delay: i64,
    /// How often requests are sent again, those of downloaded sessions among them.
    pub sending: OnlineOptions,
    /// The form in which downloaded sessions are sent.
    pub upload_form: UploadForm,
    /// What happens to a downloaded session that is too large for Media Edge.
    #[cfg(feature = "edge")]
    pub when_large: WhenLarge,
}

impl Default for StoreOptions {
    fn default() -> Self {
        Self {
            durability: Durability::EachEvent,
            max_bytes: None,
            max_sessions: None,
            when_full: WhenFull::RefuseNew,
            max_age: None,
            max_in_flight: 1,
            patience: 3,
            first_delay: 5_000,
            longest_delay: 3_600_000,
            sending: OnlineOptions::default(),
            upload_form: UploadForm::Downloaded,
            #[cfg(feature = "edge")]
            when_large: WhenLarge::Split,
        }
    }
}

impl StoreOptions {
    /// Sets when events are committed.
    #[must_use]
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Sets the limit for the events of all sessions together, in bytes.
    #[must_use]
    pub fn max_bytes(mut self, max_bytes: u64) -> Self {
        self.max_bytes = Some(max_bytes);
        self
    }

    /// Sets the limit for the number of sessions.
    #[must_use]
    pub fn max_sessions(mut self, max_sessions: usize) -> Self {
        self.max_sessions = Some(max_sessions);
        self
    }

    /// Sets what happens when a limit is reached.
    #[must_use]
    pub fn when_full(mut self, when_full: WhenFull) -> Self {
        self.when_full = when_full;
        self
    }

    /// Sets the greatest age of an ended session, in milliseconds.
    #[must_use]
    pub fn max_age(mut self, max_age: i64) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Sets how many sessions may be in flight at once; at least 1.
    #[must_use]
    pub fn max_in_flight(mut self, max_in_flight: usize) -> Self {
        self.max_in_flight = max_in_flight.max(1);
        self
    }

    /// Sets after how many attempts a session lets the others go first; at least 1.
    #[must_use]
    pub fn patience(mut self, patience: u32) -> Self {
        self.patience = patience.max(1);
        self
    }

    /// Sets the delay after the first failure, in milliseconds.
    #[must_use]
    pub fn first_delay(mut self, first_delay: i64) -> Self {
        self.first_delay = first_delay.max(0);
        self
    }

    /// Sets the longest delay, in milliseconds.
    #[must_use]
    pub fn longest_delay(mut self, longest_delay: i64) -> Self {
        self.longest_delay = longest_delay.max(0);
        self
    }

    /// Sets the longest wait that a collector can ask for, in milliseconds: see
    /// [`OnlineOptions::max_retry_after`].
    #[must_use]
    pub fn max_retry_after(mut self, max_retry_after: i64) -> Self {
        self.sending = self.sending.max_retry_after(max_retry_after);
        self
    }

    /// Sets after how many attempts a request is given up; at least 1: see
    /// [`OnlineOptions::max_attempts`].
    #[must_use]
    pub fn max_attempts(mut self, max_attempts: u32) -> Self {
        self.sending = self.sending.max_attempts(max_attempts);
        self
    }

    /// Sets how many new sessions in a row may be opened that do not last: see
    /// [`OnlineOptions::max_reopenings`].
    #[must_use]
    pub fn max_reopenings(mut self, max_reopenings: u32) -> Self {
        self.sending = self.sending.max_reopenings(max_reopenings);
        self
    }

    /// Sets what happens to a downloaded session that is too large for Media Edge.
    #[cfg(feature = "edge")]
    #[must_use]
    pub fn when_large(mut self, when_large: WhenLarge) -> Self {
        self.when_large = when_large;
        self
    }

    pub(super) fn retries(&self) -> Retries {
        let backoff = Backoff { first: self.first_delay, longest: self.longest_delay };
        Retries { backoff, limits: self.sending.clone() }
    }

    /// Sets the form in which downloaded sessions are sent.
    #[must_use]
    pub fn upload_form(mut self, upload_form: UploadForm) -> Self {
        self.upload_form = upload_form;
        self
    }
}
