//! The keys of an event outside its params, and those in its params that the library knows.

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

/// The key of a player state's name, in the params of its start and end.
pub(crate) const STATE_NAME: &str = "media.state.name";
/// The key of the states that begin with an update.
pub(crate) const STATES_START: &str = "statesStart";
/// The key of the states that end with an update.
pub(crate) const STATES_END: &str = "statesEnd";
/// The key of the content's type, in the params of a session's start.
pub(crate) const CONTENT_TYPE: &str = "media.contentType";
/// The key of the content's length, in the params of a session's start.
pub(crate) const LENGTH: &str = "media.length";
/// The key that says that a session was recorded on the device.
pub(crate) const DOWNLOADED: &str = "media.downloaded";
/// The key of the server that is reported to.
pub(crate) const TRACKING_SERVER: &str = "analytics.trackingServer";
/// The key of the organisation that is reported to.
pub(crate) const ORGANISATION: &str = "visitor.marketingCloudOrgId";
/// The key of an error's id in the params of `error`.
pub(crate) const ERROR_ID: &str = "media.errorId";
/// The key of an error's source in the params of `error`.
#[cfg(feature = "report")]
pub(crate) const ERROR_SOURCE: &str = "media.errorSource";
/// The key of an error's id in the quality of experience.
pub(crate) const QOE_ERROR_ID: &str = "media.qoe.errorID";
/// The key of the bitrate in the quality of experience.
pub(crate) const BITRATE: &str = "media.qoe.bitrate";
/// The key of an ad break's number.
pub(crate) const POD_INDEX: &str = "media.ad.podIndex";
/// The key of an ad break's place in the content.
pub(crate) const POD_SECOND: &str = "media.ad.podSecond";
/// The key of an ad's number in its break.
pub(crate) const POD_POSITION: &str = "media.ad.podPosition";
/// The key of an ad's length.
pub(crate) const AD_LENGTH: &str = "media.ad.length";
/// The key of a chapter's length.
pub(crate) const CHAPTER_LENGTH: &str = "media.chapter.length";
/// The key of a chapter's place in the content.
pub(crate) const CHAPTER_OFFSET: &str = "media.chapter.offset";
/// The key of the content's id, in the params of a session's start.
pub(crate) const MEDIA_ID: &str = "media.id";
/// The key of the content's name.
pub(crate) const MEDIA_NAME: &str = "media.name";
/// The key of an ad break's name.
pub(crate) const POD_NAME: &str = "media.ad.podFriendlyName";
/// The key of an ad's id.
pub(crate) const AD_ID: &str = "media.ad.id";
/// The key of an ad's name.
pub(crate) const AD_NAME: &str = "media.ad.name";
/// The key of a chapter's name.
pub(crate) const CHAPTER_NAME: &str = "media.chapter.friendlyName";
/// The key of a chapter's number.
pub(crate) const CHAPTER_INDEX: &str = "media.chapter.index";
/// The key of an error's source in the quality of experience.
pub(crate) const QOE_ERROR_SOURCE: &str = "media.qoe.errorSource";
/// The key of the number of dropped frames in the quality of experience.
pub(crate) const DROPPED_FRAMES: &str = "media.qoe.droppedFrames";
/// The key of the frames per second in the quality of experience.
pub(crate) const FRAMES_PER_SECOND: &str = "media.qoe.framesPerSecond";
/// The key of the time to start in the quality of experience.
pub(crate) const TIME_TO_START: &str = "media.qoe.timeToStart";
/// The key that says that the viewer went on with what was begun in an earlier session.
#[cfg(feature = "report")]
pub(crate) const RESUME: &str = "media.resume";
/// The key of the content's genre.
#[cfg(feature = "report")]
pub(crate) const GENRE: &str = "media.genre";
/// The key that tells audio from video.
#[cfg(feature = "report")]
pub(crate) const STREAM_TYPE: &str = "media.streamType";
