//! The paths of the API, and the content type of its bodies.

/// Accepts session starts and the deprecated batches.
pub(crate) const SESSIONS: &str = "/api/v1/sessions";
/// Accepts downloaded sessions.
pub(crate) const DOWNLOADED: &str = "/api/v1/downloaded";
/// Serves the schema of the event type that is the next segment.
pub(crate) const SCHEMAS: &str = "/api/v1/schemas";
/// The last segment of an event's path.
pub(crate) const EVENTS: &str = "events";
/// The content type of every body.
pub(crate) const JSON: &str = "application/json";
