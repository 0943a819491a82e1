//! The options of an online recorder.

use serde::{Deserialize, Serialize};

/// How many new sessions in a row may be opened without one that lasts, unless an option says so.
const MAX_REOPENINGS: u32 = 5;

/// The longest wait that a collector can ask for, unless an option sets another: a day, in
/// milliseconds.
const MAX_RETRY_AFTER: i64 = 24 * 60 * 60 * 1_000;

/// How often requests are sent again: options of an online recorder, for
/// [`Recorder::with_options`](crate::Recorder::with_options), and of a store.
///
/// ```
/// use media_collection::recorder::OnlineOptions;
///
/// let options = OnlineOptions::default().max_attempts(20);
/// assert_eq!(options.max_attempts, Some(20));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct OnlineOptions {
    /// After how many attempts without success an event is set aside, and a start stops the
    /// recorder. A store sets a downloaded session aside, and an online one whose start it is, with
    /// the last reason, as if the collector had rejected it. By default a request is sent until it is
    /// accepted or rejected: a long outage of the network uses up attempts, too.
    pub max_attempts: Option<u32>,
    /// How many new sessions in a row may be opened that do not last, which is to take ten recorded
    /// events, or events for a minute. Then the recorder stops, or the store sets the session aside.
    /// The default is 5.
    pub max_reopenings: u32,
    /// The longest wait that a collector, or what responds in its place, can ask for with
    /// `Retry-After`, in milliseconds. The default is a day.
    pub max_retry_after: i64,
    /// Whether later requests to Media Edge go to the region that its reply to the start named. The
    /// default is true.
    #[cfg(feature = "edge")]
    pub follow_location_hint: bool,
    /// Whether later requests to Media Edge send back the state of its reply to the start, such as the
    /// viewer's identity: for HTTP stacks that keep no cookies. The default is false.
    #[cfg(feature = "edge")]
    pub keep_state: bool,
}

impl Default for OnlineOptions {
    fn default() -> Self {
        Self {
            max_attempts: None,
            max_reopenings: MAX_REOPENINGS,
            max_retry_after: MAX_RETRY_AFTER,
            #[cfg(feature = "edge")]
            follow_location_hint: true,
            #[cfg(feature = "edge")]
            keep_state: false,
        }
    }
}

impl OnlineOptions {
    /// Sets after how many attempts a request is given up; at least 1.
    #[must_use]
    pub fn max_attempts(mut self, max_attempts: u32) -> Self {
        self.max_attempts = Some(max_attempts.max(1));
        self
    }

    /// Sets how many new sessions in a row may be opened that do not last.
    #[must_use]
    pub fn max_reopenings(mut self, max_reopenings: u32) -> Self {
        self.max_reopenings = max_reopenings;
        self
    }

    /// Sets the longest wait that a collector can ask for, in milliseconds.
    #[must_use]
    pub fn max_retry_after(mut self, max_retry_after: i64) -> Self {
        self.max_retry_after = max_retry_after.max(0);
        self
    }

    /// Sets whether later requests go to the region that Media Edge named.
    #[cfg(feature = "edge")]
    #[must_use]
    pub fn follow_location_hint(mut self, follow: bool) -> Self {
        self.follow_location_hint = follow;
        self
    }

    /// Sets whether later requests send back the state that Media Edge asked to keep.
    #[cfg(feature = "edge")]
    #[must_use]
    pub fn keep_state(mut self, keep: bool) -> Self {
        self.keep_state = keep;
        self
    }
}
