//! The Media Collection API: its paths, bodies, session ids and replies.

mod paths;
mod replies;
mod session;
mod session_id;

pub(crate) use paths::{DOWNLOADED, EVENTS, JSON, ROOT, SCHEMAS, SESSIONS, is_percent_code};
pub(crate) use replies::ErrorBody;
pub use replies::{Accepted, Created, ReportedViolation, Uploaded};
pub use session::DecodeSessionError;
pub use session_id::SessionId;
