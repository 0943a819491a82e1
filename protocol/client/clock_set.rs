//! How an online session goes on when the device's clock was set, and events with times that turned
//! out to be wrong were sent.

use serde::{Deserialize, Serialize};

/// How a session that was sent with wrong times goes on in a new one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct ClockSet {
    /// How many of the recorded events that wait still belong to the present session: one that is
    /// in flight.
    pub(crate) in_flight: usize,
    /// By how much the events would have moved that were sent, and those in flight, in
    /// milliseconds.
    pub(crate) by: i64,
}
