//! The Media Edge API: its calls, paths, and the bodies of its replies.

mod answer;
mod connection;
mod handle;
mod parts;
mod paths;
mod problem;
mod service;
mod spelling;

pub use answer::Answer;
pub use connection::Connection;
pub use handle::{Handle, LocationHint, StateEntry};
pub use parts::{parts, size};
pub(crate) use paths::VERSION;
pub use paths::{ID_CHARACTERS, MAX_BODY_BYTES};
pub use problem::{Detail, Details, MediaCode, Problem, ProblemReport};
pub(crate) use service::{Service, is_root};
