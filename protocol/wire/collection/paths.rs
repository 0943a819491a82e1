//! The paths of the API, and a path into its bodies.

/// The beginning of every path.
pub(crate) const ROOT: &str = "/api/v1/";
/// Accepts session starts and the deprecated batches.
pub(crate) const SESSIONS: &str = "/api/v1/sessions";
/// Accepts downloaded sessions.
pub(crate) const DOWNLOADED: &str = "/api/v1/downloaded";
/// Serves the schema of the event type that is the next segment.
pub(crate) const SCHEMAS: &str = "/api/v1/schemas";
/// The last segment of an event's path.
pub(crate) const EVENTS: &str = "events";
/// The JSON Pointer of the downloaded flag in a start.
pub(crate) const DOWNLOADED_FLAG: &str = "/params/media.downloaded";

/// Whether two hexadecimal digits follow the percent sign at this index.
pub(crate) fn is_percent_code(text: &[u8], at: usize) -> bool {
    text.get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
}
