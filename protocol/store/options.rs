//! How a store behaves.

/// When an event is safe.
///
/// A kill of the process and a loss of power are the same here: what is not committed is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Durability {
    /// An event is safe when `record` returns, which waits for the disk. Nothing that was acknowledged is ever lost.
    #[default]
    EachEvent,
    /// Events are committed in groups, which costs far less. A crash may lose the events since
    /// the last group, at most `events - 1` of them; a session never loses one in the middle.
    Grouped {
        /// Commit when so many events are waiting.
        events: u32,
        /// Commit when the newest waiting event is so many milliseconds after the oldest, by
        /// their own timestamps.
        millis: i64,
    },
}

/// What gives way when a limit is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum WhenFull {
    /// What is new is refused; nothing that is stored is touched.
    #[default]
    RefuseNew,
    /// Sessions that the collector rejected are deleted, oldest first, to make room; then what is
    /// new is refused.
    DropRejected,
}

/// In which form downloaded sessions are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum UploadForm {
    /// `/api/v1/downloaded`
    #[default]
    Downloaded,
    /// The deprecated batch to `/api/v1/sessions`.
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
    /// When an event is safe.
    pub durability: Durability,
    /// The most bytes of events, of all sessions together. No limit unless set.
    pub max_bytes: Option<u64>,
    /// The most sessions. No limit unless set.
    pub max_sessions: Option<usize>,
    /// What gives way when a limit is reached.
    pub when_full: WhenFull,
    /// Sessions that ended longer ago, in milliseconds, are deleted. Off unless set.
    pub max_age: Option<i64>,
    /// How many sessions may be under way at once. One unless changed, which keeps them in
    /// order of viewing.
    pub max_in_flight: usize,
    /// The delay after the first failure, in milliseconds: 5 seconds unless changed.
    pub first_delay: i64,
    /// The longest delay, in milliseconds: an hour unless changed.
    pub longest_delay: i64,
    /// In which form downloaded sessions are sent.
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
    /// Sets when an event is safe.
    #[must_use]
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Sets the most bytes.
    #[must_use]
    pub fn max_bytes(mut self, max_bytes: u64) -> Self {
        self.max_bytes = Some(max_bytes);
        self
    }

    /// Sets the most sessions.
    #[must_use]
    pub fn max_sessions(mut self, max_sessions: usize) -> Self {
        self.max_sessions = Some(max_sessions);
        self
    }

    /// Sets what gives way.
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

    /// Sets how many sessions may be under way at once.
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

    /// Sets in which form downloaded sessions are sent.
    #[must_use]
    pub fn upload_form(mut self, upload_form: UploadForm) -> Self {
        self.upload_form = upload_form;
        self
    }
}
