//! The client's side: makes requests, and reads responses.

mod backoff;
mod clock_changes;
mod clock_set;
mod collector;
mod connected;
#[cfg(feature = "edge")]
mod edge_collector;
#[cfg(feature = "edge")]
mod edge_response;
#[cfg(feature = "edge")]
mod edge_state;
mod online;
mod online_options;
mod online_recorder;
mod online_sink;
mod online_verbatim;
mod opening;
mod outcome;
mod response;
mod response_error;
mod sending;
mod serialised_online;
mod steps;
mod typed;
mod typed_methods;
mod typed_reopening;
mod uploading;

#[cfg(feature = "store")]
pub(crate) use backoff::{Attempts, Backoff, Reported, Retries};
#[cfg(feature = "store")]
pub(crate) use clock_set::ClockSet;
pub use collector::Collector;
pub use online::Online;
pub use online_options::OnlineOptions;
pub use opening::Opening;
#[cfg(feature = "store")]
pub(crate) use outcome::HandedOut;
pub use outcome::{NextRequest, Outcome, Outgoing, Renewal, StopReason, Ticket};
pub use response_error::{NextStep, ResponseError, RetryAfter};
#[cfg(feature = "store")]
pub(crate) use sending::Progress;
#[cfg(feature = "store")]
pub(crate) use steps::{Head, Next, Plan, Reply, Step};
pub(crate) use typed::Moved;
pub use typed::{Completed, OnlineAd, OnlineAdBreak, OnlineSession};
pub use typed_reopening::Reopening;
pub use uploading::Uploading;
