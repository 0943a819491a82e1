//! How a store behaves.

/// When an event is safe.
///
/// A kill of the process and a loss of power are the same here: what is not committed is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Durability {
    /// An event is safe when `append` returns. Nothing that was acknowledged is ever lost.
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
    /// Sessions that the collector refused are deleted, oldest first, to make room; then what is
    /// new is refused.
    DropRefused,
}

/// Where downloaded sessions go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Endpoint {
    /// `/api/v1/downloaded`
    #[default]
    Downloaded,
    /// The deprecated batch to `/api/v1/sessions`.
    Legacy,
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
    /// How many sessions may be on their way at once. One unless changed, which keeps them in
    /// order of viewing.
    pub max_in_flight: usize,
    /// The delay after the first failure, in milliseconds: 5 seconds unless changed.
    pub first_delay: i64,
    /// The longest delay, in milliseconds: an hour unless changed.
    pub longest_delay: i64,
    /// Where downloaded sessions go.
    pub endpoint: Endpoint,
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
            endpoint: Endpoint::Downloaded,
        }
    }
}

macro_rules! setters {
    ($($(#[$doc:meta])* $name:ident: $type:ty => $value:expr;)*) => {
        impl StoreOptions {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $name(mut self, $name: $type) -> Self {
                    self.$name = $value;
                    self
                }
            )*
        }
    };
}

setters! {
    /// Sets when an event is safe.
    durability: Durability => durability;
    /// Sets the most bytes.
    max_bytes: u64 => Some(max_bytes);
    /// Sets the most sessions.
    max_sessions: usize => Some(max_sessions);
    /// Sets what gives way.
    when_full: WhenFull => when_full;
    /// Sets the greatest age of an ended session, in milliseconds.
    max_age: i64 => Some(max_age);
    /// Sets how many sessions may be on their way at once.
    max_in_flight: usize => max_in_flight.max(1);
    /// Sets the delay after the first failure, in milliseconds.
    first_delay: i64 => first_delay.max(0);
    /// Sets the longest delay, in milliseconds.
    longest_delay: i64 => longest_delay.max(0);
    /// Sets where downloaded sessions go.
    endpoint: Endpoint => endpoint;
}
