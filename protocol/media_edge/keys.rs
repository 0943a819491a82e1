//! The keys of a request around the members of the tables.

pub(super) const EVENTS: &str = "events";
pub(super) const XDM: &str = "xdm";
pub(super) const EVENT_TYPE: &str = "eventType";
pub(super) const TIMESTAMP: &str = "timestamp";
pub(super) const MEDIA_COLLECTION: &str = "mediaCollection";
pub(super) const SESSION_ID: &str = "sessionID";

/// What the web SDK writes as `null`.
pub(super) const QUALITY: &str = "qoeDataDetails";

/// The frame of a downloaded session.
pub(crate) const DOWNLOADED: &str = "downloaded";
pub(super) const DOWNLOADED_EVENTS: &str = "mediaDownloadedEvents";
pub(super) const INNER_TYPE: &str = "mediaEventType";
pub(super) const INNER_TIME: &str = "mediaEventTimestamp";

/// What stands around an event.
pub(super) const ID: &str = "_id";
pub(super) const IDENTITY_MAP: &str = "identityMap";
pub(super) const IMPLEMENTATION: &str = "implementationDetails";
pub(super) const PRIMARY: &str = "primary";
pub(super) const DATA: &str = "data";
pub(super) const QUERY: &str = "query";
pub(super) const META: &str = "meta";
