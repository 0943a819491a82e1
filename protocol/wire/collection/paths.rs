//! Where requests go.

/// Where sessions begin, and where the deprecated batches go.
pub(crate) const SESSIONS: &str = "/api/v1/sessions";
/// Where downloaded sessions go.
pub(crate) const DOWNLOADED: &str = "/api/v1/downloaded";
/// Below this the schema of each event type is served.
pub(crate) const SCHEMAS: &str = "/api/v1/schemas";
/// The last segment of an event's path.
pub(crate) const EVENTS: &str = "events";
/// The type of every body.
pub(crate) const JSON: &str = "application/json";
