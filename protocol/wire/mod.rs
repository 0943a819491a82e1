//! Calls, session ids and replies, without an HTTP crate.

mod api;
mod call;
mod collection;
#[cfg(feature = "edge")]
pub(crate) mod edge;
mod other_service;
mod response_parts;

pub use api::Api;
pub(crate) use call::JSON;
pub use call::{Call, Method};
pub use collection::{
    Accepted, Created, DecodeSessionError, ReportedViolation, SessionId, Uploaded,
};
pub(crate) use collection::{
    DOWNLOADED, DOWNLOADED_FLAG, EVENTS, ErrorBody, ROOT, SCHEMAS, SESSIONS, is_percent_code,
    is_segment_byte,
};
pub use other_service::OtherService;
pub use response_parts::ResponseParts;
