//! Sessions: the rules of their order, the state of one, and the ways to build one.

mod admission;
pub(crate) mod any_number;
mod builder;
mod builder_methods;
mod clock;
mod downloaded;
mod downloaded_sink;
mod lint;
mod methods;
mod order;
mod player_states;
#[cfg(feature = "quickcheck")]
mod random_session;
mod raw;
mod recorder;
mod reopening;
mod repair;
mod rules;
mod serialised;
pub(crate) mod sink;
#[cfg(feature = "edge")]
mod splitting;
mod start_mut;
mod state;
pub(crate) mod time_limits;
mod timing;
pub(crate) mod tolerant_serde;
pub mod type_state;
mod verbatim;
mod weight;
mod window;

pub(crate) use admission::{Admitted, End, Ending};
pub use admission::{Order, RecordError, Recorded, Refused};
pub use builder::{AdBreakBuilder, AdBuilder, AnyBuilder, Session, SessionBuilder};
pub(crate) use clock::EARLIEST;
pub use downloaded::{DownloadedSession, InvalidSession};
pub use downloaded_sink::Downloaded;
#[cfg(feature = "report")]
pub(crate) use lint::is_live;
pub use lint::{Finding, Group, Linter, grouped, lint};
pub use order::Closed;
pub(crate) use player_states::MAX_STATES;
#[cfg(feature = "report")]
pub(crate) use player_states::{changed_states, state_name};
pub use raw::RawSession;
pub use recorder::Recorder;
pub(crate) use reopening::{reopen, reopen_before};
pub use repair::Repairs;
pub use rules::{Rule, Severity};
pub use sink::Sink;
pub use start_mut::StartMut;
#[cfg(feature = "report")]
pub(crate) use state::Playback;
pub(crate) use state::{Phase, SessionState, with_finite_playhead};
#[cfg(feature = "store")]
pub(crate) use timing::Clock;
pub use timing::{ClockChange, ClockStep};
pub(crate) use timing::{Moved, Moves, Timing};
pub use verbatim::Verbatim;
#[cfg(feature = "report")]
pub(crate) use weight::weight;
pub use window::{Arrived, Window};
