//! Sessions: the rules of their order, and the ways to build one.

mod downloaded;
mod lint;
mod methods;
pub mod places;
mod progress;
mod recorder;
mod rules;
mod states;
mod typed;

pub use downloaded::{DecodeSessionError, DownloadedSession, InvalidSession, Repairs};
pub use lint::{Finding, Linter, lint};
pub(crate) use methods::{recording_methods, standing_methods};
pub use progress::Recorded;
pub(crate) use progress::{Phase, Progress, begun, kept_start};
pub(crate) use recorder::recordable;
pub use recorder::{Recorder, Refused};
pub use rules::{Rule, Severity};
pub use typed::{AdBreakBuilder, AdBuilder, AnyBuilder, SessionBuilder, Unchanged};
