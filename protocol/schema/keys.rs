//! The keys of an event, outside its params.

/// The key of the event type.
pub(crate) const EVENT_TYPE: &str = "eventType";
/// The key of the playhead and the timestamp.
pub(crate) const PLAYER_TIME: &str = "playerTime";
/// The key of what belongs to the event type.
pub(crate) const PARAMS: &str = "params";
/// The key of custom metadata.
pub(crate) const CUSTOM_METADATA: &str = "customMetadata";
/// The key of the quality of experience.
pub(crate) const QOE_DATA: &str = "qoeData";

/// All of them, in the order in which they are written.
pub(crate) const ALL: [&str; 5] = [EVENT_TYPE, PLAYER_TIME, PARAMS, CUSTOM_METADATA, QOE_DATA];
