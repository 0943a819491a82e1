//! Ads, chapters and player states.

use crate::report::field::Field;

pub(in crate::report) static AD_IS_STARTED: Field = Field::new(
    "advertisingDetails.isStarted",
    "a.media.ad.view",
    "Ad starts",
    "One for each `adStart` in an ad break.",
)
.source("metrics reference; reporting schema");

pub(in crate::report) static AD_IS_COMPLETED: Field = Field::new(
    "advertisingDetails.isCompleted",
    "a.media.ad.complete",
    "Ad completes",
    "`adComplete` was received: an ad that is skipped or left does not count, and its length does not matter.",
).source("metrics reference; reporting schema");

pub(in crate::report) static AD_TIME_PLAYED: Field = Field::new(
    "advertisingDetails.timePlayed",
    "a.media.ad.timePlayed",
    "Ad time spent",
    "The time by timestamps while the ad played. Pauses and buffering are left out.",
)
.source("metrics reference; reporting schema");

pub(in crate::report) static POD_ID: Field = Field::new(
    "advertisingPodDetails.ID",
    "a.media.ad.pod",
    "Ad pod",
    "The MD5 sum of the content id, `_`, and the index of the ad break.",
)
.rough()
.dimension()
.source("validation pages of the older clients; official SDKs; reporting schema");

pub(in crate::report) static POD_INDEX: Field = Field::new(
    "advertisingPodDetails.index",
    "",
    "Pod index",
    "The index of the ad break. It is part of the id; no sample has it by itself.",
)
.rough()
.dimension()
.source("XDM; older parameter pages");

pub(in crate::report) static CHAPTER_IS_STARTED: Field = Field::new(
    "chapterDetails.isStarted",
    "a.media.chapter.view",
    "Chapter starts",
    "One for each `chapterStart`.",
)
.source("metrics reference; reporting schema");

pub(in crate::report) static CHAPTER_IS_COMPLETED: Field = Field::new(
    "chapterDetails.isCompleted",
    "a.media.chapter.complete",
    "Chapter completes",
    "`chapterComplete` was received.",
)
.source("metrics reference; reporting schema");

pub(in crate::report) static CHAPTER_TIME_PLAYED: Field = Field::new(
    "chapterDetails.timePlayed",
    "a.media.chapter.timePlayed",
    "Chapter time spent",
    "The time that the content played while the chapter was open.",
)
.rough()
.source("metrics reference; reporting schema");

pub(in crate::report) static CHAPTER_ID: Field = Field::new(
    "chapterDetails.ID",
    "a.media.chapter.name",
    "Chapter",
    "The MD5 sum of the content id, `_`, and the index of the chapter.",
)
.rough()
.dimension()
.source("validation pages of the older clients; official SDKs; reporting schema");

pub(in crate::report) static STATE_NAME: Field =
    Field::new("states[].name", "a.media.states", "Player state", "The name of the state.");

pub(in crate::report) static STATE_IS_SET: Field = Field::new(
    "states[].isSet",
    "a.media.states.*.set",
    "Streams impacted by the state",
    "The state was entered at least once.",
)
.source("player state tracking; reporting schema");

pub(in crate::report) static STATE_COUNT: Field = Field::new(
    "states[].count",
    "a.media.states.*.count",
    "State counts",
    "How often the state was entered.",
)
.source("player state tracking; reporting schema");

pub(in crate::report) static STATE_TIME: Field = Field::new(
    "states[].time",
    "a.media.states.*.time",
    "State total duration",
    "From each start of the state to its end, whatever is played meanwhile.",
)
.source("player state tracking; reporting schema");

/// All of them.
pub(super) static ALL: &[&Field] = &[
    &AD_IS_STARTED,
    &AD_IS_COMPLETED,
    &AD_TIME_PLAYED,
    &POD_ID,
    &POD_INDEX,
    &CHAPTER_IS_STARTED,
    &CHAPTER_IS_COMPLETED,
    &CHAPTER_TIME_PLAYED,
    &CHAPTER_ID,
    &STATE_NAME,
    &STATE_IS_SET,
    &STATE_COUNT,
    &STATE_TIME,
];
