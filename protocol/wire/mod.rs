//! Calls, session ids and replies, without an HTTP crate.

mod call;
mod collection;

pub(crate) use call::JSON;
pub use call::{Call, Method};
pub use collection::{
    Accepted, Created, DecodeSessionError, ReportedViolation, SessionId, Uploaded,
};
pub(crate) use collection::{
    DOWNLOADED, DOWNLOADED_FLAG, EVENTS, ErrorBody, ROOT, SCHEMAS, SESSIONS, is_percent_code,
};
