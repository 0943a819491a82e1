//! The client's side: requests out, typed outcomes in.

mod collector;
mod live;
mod online;
mod outcome;

pub use collector::{Collector, InvalidCollector};
pub use live::{
    Completed, LiveAd, LiveAdBreak, LiveSession, NotCreated, NotSent, Opening, Reopening, Session,
    Unsent,
};
pub use online::{Answer, OnlineRecorder};
pub use outcome::{Next, ResponseError, RetryAfter};
