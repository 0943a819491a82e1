//! The client's side: makes requests, and reads responses.

mod backoff;
mod collector;
mod online;
mod opening;
mod outcome;
mod response;
mod serialised_online;
mod typed;
mod typed_methods;
mod typed_reopening;

#[cfg(feature = "store")]
pub(crate) use backoff::{Backoff, asked};
pub use collector::Collector;
pub use online::Online;
pub use opening::Opening;
#[cfg(feature = "store")]
pub(crate) use outcome::HandedOut;
pub use outcome::{NextRequest, Outcome, Outgoing, Ticket};
pub use response::{NextStep, ResponseError, RetryAfter};
pub(crate) use typed::Moved;
pub use typed::{Completed, OnlineAd, OnlineAdBreak, OnlineSession};
pub use typed_reopening::Reopening;
