//! What the close says of the quality.

use crate::report::field::Field;

pub(in crate::report) static TIME_TO_START: Field = Field::new(
    "qoeDataDetails.timeToStart",
    "a.media.qoe.timeToStart",
    "Time to start",
    "`media.qoe.timeToStart` as it was when the content began to play.",
)
.rough()
.source("metrics reference; variables; older parameter pages; XDM");

pub(in crate::report) static IS_DROPPED_BEFORE_START: Field = Field::new(
    "qoeDataDetails.isDroppedBeforeStart",
    "a.media.qoe.dropBeforeStart",
    "Drops before start",
    "The session closed without a content start. Ads do not matter.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static BUFFER_COUNT: Field = Field::new(
    "qoeDataDetails.bufferCount",
    "a.media.qoe.bufferCount",
    "Buffer events",
    "How often buffering began.",
)
.source("older parameter pages; XDM; metrics reference");

pub(in crate::report) static HAS_BUFFER_IMPACTED_STREAMS: Field = Field::new(
    "qoeDataDetails.hasBufferImpactedStreams",
    "a.media.qoe.buffer",
    "Buffer impacted streams",
    "Buffering began at least once.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static BUFFER_TIME: Field = Field::new(
    "qoeDataDetails.bufferTime",
    "a.media.qoe.bufferTime",
    "Total buffer duration",
    "From `bufferStart` to what ends the buffering.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static BITRATE_CHANGE_COUNT: Field = Field::new(
    "qoeDataDetails.bitrateChangeCount",
    "a.media.qoe.bitrateChangeCount",
    "Bitrate changes",
    "The number of `bitrateChange` events; another bitrate without one does not count.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static HAS_BITRATE_CHANGE_IMPACTED_STREAMS: Field = Field::new(
    "qoeDataDetails.hasBitrateChangeImpactedStreams",
    "a.media.qoe.bitrateChange",
    "Bitrate change impacted streams",
    "There is at least one `bitrateChange`.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static BITRATE_AVERAGE: Field = Field::new("qoeDataDetails.bitrateAverage", "a.media.qoe.bitrateAverage", "Average bitrate", "The bitrates, each by the time that it played. In the unit that was sent: Adobe reads it as kbps.").rough().source("older parameter pages; XDM; metrics reference");

pub(in crate::report) static BITRATE_AVERAGE_BUCKET: Field = Field::new(
    "qoeDataDetails.bitrateAverageBucket",
    "a.media.qoe.bitrateAverageBucket",
    "Average bitrate (bucket)",
    "The hundred in which the average bitrate lies, as `800-899`.",
)
.dimension()
.source("metrics reference; dimensions reference; older parameter pages; reporting schema; XDM");

pub(in crate::report) static DROPPED_FRAMES: Field = Field::new(
    "qoeDataDetails.droppedFrames",
    "a.media.qoe.droppedFrameCount",
    "Dropped frames",
    "The last `media.qoe.droppedFrames`, which counts from the start of the session.",
)
.source("metrics reference; variables; older parameter pages");

pub(in crate::report) static HAS_DROPPED_FRAME_IMPACTED_STREAMS: Field = Field::new(
    "qoeDataDetails.hasDroppedFrameImpactedStreams",
    "a.media.qoe.droppedFrames",
    "Dropped frame impacted streams",
    "Frames were dropped at the close.",
)
.source("metrics reference; older parameter pages");

pub(in crate::report) static ERROR_COUNT: Field = Field::new(
    "qoeDataDetails.errorCount",
    "a.media.qoe.errorCount",
    "Error events",
    "The number of `error` events.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static HAS_ERROR_IMPACTED_STREAMS: Field = Field::new(
    "qoeDataDetails.hasErrorImpactedStreams",
    "a.media.qoe.error",
    "Error impacted streams",
    "There is at least one `error`.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static PLAYER_SDK_ERRORS: Field = Field::new(
    "qoeDataDetails.playerSdkErrors",
    "a.media.qoe.playerSdkErrors",
    "Player SDK error IDs",
    "The ids of errors whose source is `player`, each once.",
)
.dimension()
.source("dimensions reference; older parameter pages; XDM; reporting schema");

pub(in crate::report) static EXTERNAL_ERRORS: Field = Field::new(
    "qoeDataDetails.externalErrors",
    "a.media.qoe.externalErrors",
    "External error IDs",
    "The ids of errors whose source is `external`, each once.",
)
.dimension()
.source("dimensions reference; older parameter pages; XDM");

pub(in crate::report) static STALL_COUNT: Field = Field::new(
    "qoeDataDetails.stallCount",
    "a.media.qoe.stallCount",
    "Stall events",
    "How often three events in a row had the same playhead while the content played. Events within 250 milliseconds count as one.",
)
.rough()
.by_processing_rule()
.source("metrics reference; older parameter pages");

pub(in crate::report) static HAS_STALL_IMPACTED_STREAMS: Field = Field::new(
    "qoeDataDetails.hasStallImpactedStreams",
    "a.media.qoe.stall",
    "Stall impacted streams",
    "There is at least one stall.",
)
.rough()
.by_processing_rule()
.source("metrics reference; older parameter pages");

pub(in crate::report) static STALL_TIME: Field = Field::new(
    "qoeDataDetails.stallTime",
    "a.media.qoe.stallTime",
    "Total stalling duration",
    "From the first of the events with the same playhead to what ends the stall.",
)
.rough()
.by_processing_rule()
.source("metrics reference; older parameter pages");

pub(in crate::report) static FRAMES_PER_SECOND: Field = Field::new(
    "qoeDataDetails.framesPerSecond",
    "",
    "Frames per second",
    "The last `media.qoe.framesPerSecond`.",
)
.rough()
.dimension()
.source("older parameter pages; XDM; variables");

/// All of them.
pub(super) static ALL: &[&Field] = &[
    &TIME_TO_START,
    &IS_DROPPED_BEFORE_START,
    &BUFFER_COUNT,
    &HAS_BUFFER_IMPACTED_STREAMS,
    &BUFFER_TIME,
    &BITRATE_CHANGE_COUNT,
    &HAS_BITRATE_CHANGE_IMPACTED_STREAMS,
    &BITRATE_AVERAGE,
    &BITRATE_AVERAGE_BUCKET,
    &DROPPED_FRAMES,
    &HAS_DROPPED_FRAME_IMPACTED_STREAMS,
    &ERROR_COUNT,
    &HAS_ERROR_IMPACTED_STREAMS,
    &PLAYER_SDK_ERRORS,
    &EXTERNAL_ERRORS,
    &STALL_COUNT,
    &HAS_STALL_IMPACTED_STREAMS,
    &STALL_TIME,
    &FRAMES_PER_SECOND,
];
