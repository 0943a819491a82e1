//! The client's side: requests out, typed outcomes in.

mod collector;
mod live;
mod online;
mod opening;
mod reopening;
mod response;

pub use collector::{Collector, InvalidCollector};
pub use live::{Completed, LiveAd, LiveAdBreak, LiveSession, NotSent, Unsent};
pub use online::{Answer, OnlineRecorder};
pub use opening::{NotCreated, Opening, Session};
pub use reopening::Reopening;
pub use response::{Next, ResponseError, RetryAfter};
