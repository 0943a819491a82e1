//! The Media Collection API: its calls, paths, bodies, session ids and replies.

mod bodies;
mod calls;
mod paths;
mod replies;
mod session_id;

pub use bodies::DecodeSessionError;
pub(crate) use paths::{
    DOWNLOADED, DOWNLOADED_FLAG, EVENTS, ROOT, SCHEMAS, SESSIONS, is_percent_code,
};
pub(crate) use replies::ErrorBody;
pub use replies::{Accepted, Created, ReportedViolation, Uploaded};
pub use session_id::SessionId;
pub(crate) use session_id::is_segment_byte;
