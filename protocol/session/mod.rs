//! Sessions: the rules of their order, the state of one, and the ways to build one.

mod admission;
mod builder;
mod builder_methods;
mod downloaded;
mod lint;
mod methods;
mod player_states;
mod recorder;
mod reopening;
mod repair;
mod rules;
mod serialised;
pub(crate) mod sink;
mod state;
pub(crate) mod tolerant_serde;
pub mod type_state;

pub(crate) use admission::{Admitted, End};
pub use admission::{Closed, Order, RecordError, Recorded, Refused};
pub use builder::{AdBreakBuilder, AdBuilder, AnyBuilder, Session, SessionBuilder};
pub use downloaded::{DownloadedSession, InvalidSession};
pub use lint::{Finding, Group, Linter, grouped, lint};
pub use recorder::{Downloaded, Recorder};
pub(crate) use reopening::reopen;
pub use repair::Repairs;
pub use rules::{Rule, Severity};
pub use sink::Sink;
pub(crate) use state::{Phase, SessionState, with_finite_playhead};
