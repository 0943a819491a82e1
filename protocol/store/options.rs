//! The options of a store.

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
    /// Sessions that ended longer ago than this, in milliseconds, are deleted. By default they are
    /// not.
    pub max_age: Option<i64>,
    /// How many sessions may be in flight at once. The default, 1, sends them in order.
    pub max_in_flight: usize,
    /// The delay after the first failure, in milliseconds. The default is 5 seconds.
    pub first_delay: i64,
    /// The longest delay, in milliseconds. The default is an hour.
    pub longest_delay: i64,
    /// The form in which downloaded sessions are sent.
    pub upload_form: UploadForm,
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
            first_delay: 5_000,
            longest_delay: 3_600_000,
            upload_form: UploadForm::Downloaded,
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

    /// Sets the form in which downloaded sessions are sent.
    #[must_use]
    pub fn upload_form(mut self, upload_form: UploadForm) -> Self {
        self.upload_form = upload_form;
        self
    }
}
