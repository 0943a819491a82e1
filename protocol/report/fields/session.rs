//! What the start and the close say of the session.

use crate::report::field::Field;

pub(in crate::report) static IS_VIEWED: Field = Field::new(
    "sessionDetails.isViewed",
    "a.media.view",
    "Media starts",
    "1 for each `sessionStart` that is accepted, whatever follows.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static HAS_RESUME: Field = Field::new(
    "sessionDetails.hasResume",
    "a.media.resume",
    "Content resumes",
    "`media.resume` of the `sessionStart` is true; the back end does not find out by itself.",
)
.source("metrics reference; variables; session start event");

pub(in crate::report) static IS_DOWNLOADED: Field = Field::new(
    "sessionDetails.isDownloaded",
    "a.media.downloaded",
    "Media downloaded",
    "The session was sent as downloaded content.",
)
.by_processing_rule()
.dimension()
.source("reporting schema; downloaded content");

pub(in crate::report) static IS_PLAYED: Field = Field::new(
    "sessionDetails.isPlayed",
    "a.media.play",
    "Content starts",
    "The first `play` outside an ad break.",
)
.rough()
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static IS_COMPLETED: Field = Field::new(
    "sessionDetails.isCompleted",
    "a.media.complete",
    "Content completes",
    "A `sessionComplete` was received, wherever the playhead was.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static TIME_PLAYED: Field = Field::new(
    "sessionDetails.timePlayed",
    "a.media.timePlayed",
    "Content time spent",
    "The time by timestamps while the content played. Ads, pauses, buffering and stalls are left out; what is watched again counts again.",
).source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static TOTAL_TIME_PLAYED: Field = Field::new(
    "sessionDetails.totalTimePlayed",
    "a.media.totalTimePlayed",
    "Media time spent",
    "Content time spent and the time that ads played.",
)
.source("metrics reference; older parameter pages; XDM; reporting schema");

pub(in crate::report) static UNIQUE_TIME_PLAYED: Field = Field::new(
    "sessionDetails.uniqueTimePlayed",
    "a.media.uniqueTimePlayed",
    "Unique time played",
    "The length of the content that was played at least once, by the playhead.",
)
.rough()
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static HAS_PROGRESS_10: Field = Field::new(
    "sessionDetails.hasProgress10",
    "a.media.progress10",
    "10% progress marker",
    "The playhead reaches 10 % of the length while the content plays.",
)
.source("older parameter pages; XDM; Analytics; metrics reference");

pub(in crate::report) static HAS_PROGRESS_25: Field = Field::new(
    "sessionDetails.hasProgress25",
    "a.media.progress25",
    "25% progress marker",
    "The playhead reaches 25 % of the length while the content plays.",
)
.source("older parameter pages; XDM; Analytics; metrics reference");

pub(in crate::report) static HAS_PROGRESS_50: Field = Field::new(
    "sessionDetails.hasProgress50",
    "a.media.progress50",
    "50% progress marker",
    "The playhead reaches 50 % of the length while the content plays.",
)
.source("older parameter pages; XDM; Analytics; metrics reference");

pub(in crate::report) static HAS_PROGRESS_75: Field = Field::new(
    "sessionDetails.hasProgress75",
    "a.media.progress75",
    "75% progress marker",
    "The playhead reaches 75 % of the length while the content plays.",
)
.source("older parameter pages; XDM; Analytics; metrics reference");

pub(in crate::report) static HAS_PROGRESS_95: Field = Field::new(
    "sessionDetails.hasProgress95",
    "a.media.progress95",
    "95% progress marker",
    "The playhead reaches 95 % of the length while the content plays.",
)
.source("older parameter pages; XDM; Analytics; metrics reference");

pub(in crate::report) static AVERAGE_MINUTE_AUDIENCE: Field = Field::new(
    "sessionDetails.averageMinuteAudience",
    "a.media.averageMinuteAudience",
    "Average minute audience",
    "Content time spent in whole seconds, divided by the length. It may exceed 1; without a length it is absent.",
).source("metrics reference; older parameter pages; reporting schema");

pub(in crate::report) static SECONDS_SINCE_LAST_CALL: Field = Field::new(
    "sessionDetails.secondsSinceLastCall",
    "a.media.secondsSinceLastCall",
    "Seconds since last call",
    "From the last event to the close: nothing after an end, 600 seconds after silence.",
)
.rough()
.by_processing_rule()
.source("older parameter pages; XDM; reporting schema");

pub(in crate::report) static ESTIMATED_STREAMS: Field = Field::new(
    "sessionDetails.estimatedStreams",
    "a.media.estimatedStreams",
    "Estimated streams",
    "One for each half hour of media time spent that has begun.",
)
.by_processing_rule()
.source("metrics reference; older parameter pages");

pub(in crate::report) static HAS_PAUSE_IMPACTED_STREAMS: Field = Field::new(
    "sessionDetails.hasPauseImpactedStreams",
    "a.media.pause",
    "Paused impacted streams",
    "There is at least one pause.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static PAUSE_COUNT: Field = Field::new(
    "sessionDetails.pauseCount",
    "a.media.pauseCount",
    "Pause events",
    "The number of pauses: a `pauseStart` while paused is no other.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static PAUSE_TIME: Field = Field::new(
    "sessionDetails.pauseTime",
    "a.media.pauseTime",
    "Total pause duration",
    "From `pauseStart` to what ends the pause.",
)
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static HAS_SEGMENT_VIEW: Field = Field::new(
    "sessionDetails.hasSegmentView",
    "a.media.segmentView",
    "Content segment views",
    "Some of the content was played: the condition of the content start.",
)
.rough()
.source("metrics reference");

pub(in crate::report) static SEGMENT: Field = Field::new(
    "sessionDetails.segment",
    "a.media.segment",
    "Content segment",
    "The least and the greatest playhead of what was played, in minutes.",
)
.rough()
.dimension()
.source("older parameter pages; dimensions reference; reporting schema");

pub(in crate::report) static AD_COUNT: Field = Field::new(
    "sessionDetails.adCount",
    "a.media.adCount",
    "Ad count",
    "The number of `adStart` in ad breaks.",
)
.by_processing_rule()
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static CHAPTER_COUNT: Field = Field::new(
    "sessionDetails.chapterCount",
    "a.media.chapterCount",
    "Chapter count",
    "The number of `chapterStart`.",
)
.by_processing_rule()
.source("metrics reference; older parameter pages; XDM");

pub(in crate::report) static SESSION_ID: Field = Field::new(
    "sessionDetails.ID",
    "a.media.vsid",
    "Media session ID",
    "The id that the collector gave the session.",
)
.by_processing_rule()
.dimension()
.source("dimensions reference; reporting schema");

pub(in crate::report) static GENRE_LIST: Field = Field::new(
    "sessionDetails.genreList",
    "a.media.genre",
    "Genre",
    "The parts of the genre between commas.",
)
.dimension()
.source("XDM; reporting schema");

pub(in crate::report) static PEV3: Field = Field::new(
    "sessionDetails.pev3",
    "",
    "Hit type",
    "`video` or `audio`, with `Ad` behind it for ads; absent on the start.",
)
.inferred()
.dimension()
.source("reporting schema");

pub(in crate::report) static PCCR: Field = Field::new(
    "sessionDetails.pccr",
    "",
    "Continuation of a session",
    "True on every record but the start.",
)
.inferred()
.dimension()
.source("reporting schema");

/// The progress markers, with their parts of the length in percent.
pub(in crate::report) static MARKERS: [(f64, &Field); 5] = [
    (10.0, &HAS_PROGRESS_10),
    (25.0, &HAS_PROGRESS_25),
    (50.0, &HAS_PROGRESS_50),
    (75.0, &HAS_PROGRESS_75),
    (95.0, &HAS_PROGRESS_95),
];

/// All of them.
pub(super) static ALL: &[&Field] = &[
    &IS_VIEWED,
    &HAS_RESUME,
    &IS_DOWNLOADED,
    &IS_PLAYED,
    &IS_COMPLETED,
    &TIME_PLAYED,
    &TOTAL_TIME_PLAYED,
    &UNIQUE_TIME_PLAYED,
    &HAS_PROGRESS_10,
    &HAS_PROGRESS_25,
    &HAS_PROGRESS_50,
    &HAS_PROGRESS_75,
    &HAS_PROGRESS_95,
    &AVERAGE_MINUTE_AUDIENCE,
    &SECONDS_SINCE_LAST_CALL,
    &ESTIMATED_STREAMS,
    &HAS_PAUSE_IMPACTED_STREAMS,
    &PAUSE_COUNT,
    &PAUSE_TIME,
    &HAS_SEGMENT_VIEW,
    &SEGMENT,
    &AD_COUNT,
    &CHAPTER_COUNT,
    &SESSION_ID,
    &GENRE_LIST,
    &PEV3,
    &PCCR,
];
