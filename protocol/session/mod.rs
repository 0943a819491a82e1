//! Sessions: the rules of their order, and the ways to build one.

mod builder;
mod downloaded;
mod lint;
mod methods;
pub mod places;
mod player_states;
mod recorder;
mod recording;
mod repair;
mod rules;
mod state;
mod stored;

pub use builder::{AdBreakBuilder, AdBuilder, AnyBuilder, SessionBuilder, Unchanged};
pub use downloaded::{DownloadedSession, InvalidSession};
pub use lint::{Finding, Linter, lint};
pub(crate) use methods::{recording_methods, standing_methods};
pub use recorder::{Recorder, Refused};
pub(crate) use recording::recordable;
pub use repair::Repairs;
pub use rules::{Rule, Severity};
pub use state::Recorded;
pub(crate) use state::{Phase, Progress, begun};
pub(crate) use stored::stored_start;
