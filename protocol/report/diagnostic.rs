//! What is wrong with a session, and which values it spoils.

use std::borrow::Cow;
use std::fmt;

use super::field::Field;
use super::fields::{self as f, PROGRESS, STARTED, TIME};
use crate::session::{Rule, Severity};

/// What is wrong with a session, and which values it spoils.
///
/// It is a finding of the [lint](crate::lint), with what follows from it for the report; or something
/// that only a report can know. What both find is told once.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The name of the rule: of a [`Rule`](crate::lint::Rule) of the lint, or of the report.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The index of the event, in the order of arrival.
    pub event: usize,
    /// The paths of the fields that it spoils, such as `sessionDetails.timePlayed`. It is empty if
    /// the fault changes no value.
    pub spoils: Vec<Cow<'static, str>>,
    /// What is wrong there, and what follows. It may name keys, but never contains values.
    pub message: Cow<'static, str>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "event {}: {} ({}, {})", self.event, self.message, self.rule, self.severity)
    }
}

/// What only a report finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    AfterClose,
    EndAfterClose,
    NoContentStart,
    LateContentStart,
    PlayBeforePreRoll,
    StartWithoutContent,
    GapInBreak,
    Jump,
    Stall,
    MarkersDiffer,
    NoMarkers,
    CompletedEarly,
    FramesFell,
    TimeToStartUnit,
    BitrateUnit,
    Resumed,
    RepeatedState,
    AdWithoutPlay,
    TooManyParts,
    StateLeftOpen,
    TooManyErrors,
    ErrorSource,
    ArrivedLate,
    LargeEvent,
}

impl Notice {
    /// Name, severity, fields and message.
    fn parts(self) -> (&'static str, Severity, Vec<&'static Field>, &'static str) {
        use Severity::{Advice, SilentLoss};
        let of = |fields: &[&[&'static Field]]| fields.concat();
        match self {
            Self::AfterClose => (
                "after-close",
                SilentLoss,
                of(&[TIME, &[&f::IS_COMPLETED, &f::UNIQUE_TIME_PLAYED], PROGRESS]),
                "the session was closed before: this event and all that follow are not counted",
            ),
            Self::EndAfterClose => (
                "end-after-close",
                Advice,
                Vec::new(),
                "the session was closed before, since the playhead did not change for 30 minutes: this end is not counted",
            ),
            Self::NoContentStart => (
                "no-content-start",
                Advice,
                of(&[STARTED, TIME, PROGRESS]),
                "the content went on without a `play` outside an ad break: content starts stays 0",
            ),
            Self::LateContentStart => (
                "late-content-start",
                Advice,
                of(&[TIME, &[&f::UNIQUE_TIME_PLAYED], PROGRESS]),
                "the content went on after the ad break before its `play`: what was watched until then is not counted",
            ),
            Self::PlayBeforePreRoll => (
                Rule::PlayBeforePreRoll.name(),
                Advice,
                of(&[STARTED, TIME]),
                "a `play` was reported before this pre-roll, so a start of the content is counted before it starts; whoever leaves during the ad counts as a start",
            ),
            Self::StartWithoutContent => (
                "start-without-content",
                Advice,
                of(&[STARTED]),
                "the content start is counted, but none of the content was played",
            ),
            Self::GapInBreak => (
                "gap-in-ad-break",
                Advice,
                of(&[TIME, &[&f::BUFFER_TIME]]),
                "time passed in the ad break while no ad was open: it is counted nowhere, or as content, or as buffering",
            ),
            Self::Jump => (
                "playhead-jumps",
                Advice,
                of(&[&[&f::UNIQUE_TIME_PLAYED, &f::TIME_PLAYED], PROGRESS]),
                "the playhead jumped while the content played, as in a seek: how much of it was played is not known",
            ),
            Self::Stall => (
                "stall",
                Advice,
                of(&[&[&f::STALL_COUNT, &f::STALL_TIME], TIME, &[&f::UNIQUE_TIME_PLAYED]]),
                "the third event in a row has the same playhead although the content plays: the time since the first counts as a stall, and not as time spent",
            ),
            Self::MarkersDiffer => (
                "progress-marker-passed",
                Advice,
                of(&[PROGRESS]),
                "the playhead is beyond a progress marker that was not played across: whether it counts is not known",
            ),
            Self::NoMarkers => (
                "no-progress-markers",
                Advice,
                of(&[PROGRESS, &[&f::AVERAGE_MINUTE_AUDIENCE]]),
                "progress markers cannot be reached by what is watched: the content is live, or has no length",
            ),
            Self::CompletedEarly => (
                "completed-early",
                Advice,
                of(&[&[&f::IS_COMPLETED, &f::HAS_PROGRESS_95]]),
                "the session completes, and counts as completed, although less than 95 % was played",
            ),
            Self::FramesFell => (
                "dropped-frames-fall",
                Advice,
                of(&[&[&f::DROPPED_FRAMES, &f::HAS_DROPPED_FRAME_IMPACTED_STREAMS]]),
                "`/qoeData/media.qoe.droppedFrames` fell: it counts from the start of the session, and the last value is reported",
            ),
            Self::TimeToStartUnit => (
                "time-to-start-unit",
                Advice,
                of(&[&[&f::TIME_TO_START]]),
                "`/qoeData/media.qoe.timeToStart` is below 100 milliseconds: it seems to be in seconds",
            ),
            Self::BitrateUnit => (
                "bitrate-unit",
                Advice,
                of(&[&[&f::BITRATE_AVERAGE, &f::BITRATE_AVERAGE_BUCKET]]),
                "`/qoeData/media.qoe.bitrate` is above 100,000: it seems to be in bits per second, and is reported as kilobits",
            ),
            Self::Resumed => (
                "resumed",
                Advice,
                of(&[&[&f::IS_VIEWED, &f::HAS_RESUME]]),
                "the session resumes an earlier one: one page of the documentation then counts no media start",
            ),
            Self::RepeatedState => (
                "repeated-pause-or-buffering",
                Advice,
                of(&[&[&f::PAUSE_COUNT, &f::BUFFER_COUNT]]),
                "the player is in this state already: one page of the documentation counts the event again",
            ),
            Self::AdWithoutPlay => (
                "ad-without-play",
                Advice,
                of(&[&[
                    &f::AD_TIME_PLAYED,
                    &f::TOTAL_TIME_PLAYED,
                    &f::PAUSE_TIME,
                    &f::BUFFER_TIME,
                ]]),
                "the content was paused or buffering when the ad began, and no `play` was reported in it: its time counts as a pause or as buffering",
            ),
            Self::TooManyParts => (
                "parts-put-together",
                Advice,
                of(&[&[&f::UNIQUE_TIME_PLAYED]]),
                "the content was played in more than 1,000 separate parts: the gaps between some of them count as played",
            ),
            Self::StateLeftOpen => (
                "player-state-left-open",
                Advice,
                of(&[&[&f::STATE_TIME]]),
                "a player state is active when the session closes: how long it lasts is not known",
            ),
            Self::TooManyErrors => (
                "error-ids-left-out",
                Advice,
                of(&[&[&f::PLAYER_SDK_ERRORS, &f::EXTERNAL_ERRORS]]),
                "the id of this error is longer than 255 bytes, or not among the first 250: it is counted, and not listed",
            ),
            Self::ErrorSource => (
                "error-source",
                Advice,
                of(&[&[&f::PLAYER_SDK_ERRORS, &f::EXTERNAL_ERRORS]]),
                "the source of this error is neither `player` nor `external`: it is counted, and not listed",
            ),
            Self::ArrivedLate => (
                "closed-by-arrival",
                SilentLoss,
                of(&[TIME]),
                "more than 10 minutes passed before the event arrived, although not by its timestamp: if the back end goes by arrival, it is not counted",
            ),
            Self::LargeEvent => (
                "large-event",
                Advice,
                Vec::new(),
                "the event has about 64 KiB or more: the report has none of its custom metadata, and at most 255 bytes of each of its texts",
            ),
        }
    }

    pub(super) fn name(self) -> &'static str {
        self.parts().0
    }

    pub(super) fn at(self, event: usize) -> Diagnostic {
        let (rule, severity, fields, message) = self.parts();
        let spoils = fields.iter().map(|field| field.xdm.into()).collect();
        Diagnostic { rule, severity, event, spoils, message: message.into() }
    }

    /// The same, spoiling only these.
    pub(super) fn spoiling(
        self,
        event: usize,
        spoils: impl IntoIterator<Item = Cow<'static, str>>,
    ) -> Diagnostic {
        Diagnostic { spoils: spoils.into_iter().collect(), ..self.at(event) }
    }
}
