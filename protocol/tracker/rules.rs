//! What the trackers of Adobe's SDKs do, and what ours does: one table.

use serde::{Deserialize, Serialize};

const SECOND: i64 = 1_000;

/// The time between two pings, in the content and in ads.
pub(super) const PING: i64 = 10 * SECOND;
/// The same in an ad, if the player asks for it.
pub(super) const GRANULAR_AD_PING: i64 = SECOND;
/// The same in a downloaded session.
pub(super) const DOWNLOADED_PING: i64 = 50 * SECOND;
/// How long the content plays before it counts as begun, which a second `play` says.
pub(super) const CONTENT_START: i64 = SECOND;
/// How long calls wait for the ad break before the content.
pub(super) const HOLD: i64 = 250;
/// How long an automatic ad break waits for its next ad.
pub(super) const NEXT_AD: i64 = SECOND;

/// Whether a tracker does what it should, or exactly what one of Adobe's SDKs does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum TrackerMode {
    /// What the SDKs should do: nothing is lost, falsified or sent twice. Pings come when they are
    /// due, no two events have the same time, and a clock that is set changes nothing.
    #[default]
    Better,
    /// What an SDK does, its faults included: to compare with an integration that uses it. The
    /// sessions are recorded as they are, by a [`Verbatim`](crate::recorder::Verbatim) recorder.
    Faithful(Sdk),
}

/// One of Adobe's SDKs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Sdk {
    /// Media for Android 3.1.2.
    Android,
    /// Media SDK for JavaScript 3.1.0.
    JavaScript,
    /// Media for iOS 5.0.1.
    Ios,
}

/// The timer of an SDK, which calls the tracker at regular times.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) period: i64,
    /// From the start to the first tick.
    pub(super) first: i64,
    /// A tick does nothing unless more than this passed since the last call.
    pub(super) quiet: i64,
    pub(super) starts: GridStart,
    /// The timer stops at the end of a session.
    pub(super) stops: bool,
    /// A tick does something before the first update of the playhead.
    pub(super) acts_without_playhead: bool,
}

/// What starts the timer of an SDK.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum GridStart {
    /// A valid start while none is active.
    Valid,
    /// A start that was accepted or held.
    Accepted,
    /// Any start.
    Any,
}

/// When the memory of pauses and of the content's start is cleared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reset {
    AtStart,
    AtEnd,
    /// It leaks into the next session.
    Never,
}

/// What counts as sent after `error` and `bitrateChange` carried the quality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum SpecialQuality {
    /// What they carried, the id of the error included, from which everything differs.
    AsCarried,
    /// Nothing.
    Nothing,
    /// The quality.
    Quality,
}

/// How the playhead is checked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Playheads {
    /// Finite, and not negative.
    Finite,
    /// Not negative.
    NotNegative,
    /// Any number.
    Any,
}

/// In which order a new session enters the states of the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum StateOrder {
    FirstStart,
    /// That of a `java.util.HashMap`.
    Hashed,
}

/// How the numbers of the quality become integers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Truncation {
    /// The fraction is cut off.
    Exact,
    /// By `parseInt` of the number's text.
    OfText,
}

/// Everything in which one tracker differs from another.
#[derive(Debug)]
pub(super) struct Rules {
    /// `None`: there are exact deadlines.
    pub(super) grid: Option<Grid>,
    /// Timers follow the monotonic clock, and timestamps the wall clock of the session's start.
    pub(super) steady: bool,
    /// No two events have the same timestamp.
    pub(super) distinct_times: bool,
    /// An end releases what is held.
    pub(super) end_releases: bool,
    /// A `play` that came before the ad break before the content still counts after it, so that the
    /// content plays if the break had no ad.
    pub(super) keeps_early_play: bool,
    pub(super) reset: Reset,
    /// A session that goes on in a new one says so.
    pub(super) says_resume: bool,
    /// Compares the integers of the quality, not the numbers.
    pub(super) compares_integers: bool,
    pub(super) special_quality: SpecialQuality,
    pub(super) truncation: Truncation,
    /// Events of player states carry a quality that changed.
    pub(super) quality_on_states: bool,
    pub(super) playheads: Playheads,
    /// Numbers of an ad, break or chapter that differ by this much are the same.
    pub(super) tolerance: f64,
    pub(super) empty_error_ids: bool,
    pub(super) state_order: StateOrder,
    /// Buffering or seeking before the first `play` ends as a pause.
    pub(super) early_stall_pauses: bool,
    /// An event says what the player does only if it differs from the last one that did.
    pub(super) compares_events: bool,
    /// A session that ends because of a limit closes what is open.
    pub(super) closes_at_limits: bool,
    /// States that have ended do not count in the next session.
    pub(super) forgets_ended_states: bool,
    /// Between the ads of a break no event says what the player does.
    pub(super) silent_between_ads: bool,
    /// Whether `media.downloaded` is always set.
    pub(super) says_downloaded: bool,
    /// Values are checked against the sender constraints, not only as the SDKs do.
    pub(super) checks_values: bool,
}

const BETTER: Rules = Rules {
    grid: None,
    steady: true,
    distinct_times: true,
    end_releases: true,
    keeps_early_play: true,
    reset: Reset::AtStart,
    says_resume: true,
    compares_integers: true,
    special_quality: SpecialQuality::Quality,
    truncation: Truncation::Exact,
    quality_on_states: false,
    playheads: Playheads::Finite,
    tolerance: 0.0,
    empty_error_ids: false,
    state_order: StateOrder::FirstStart,
    early_stall_pauses: false,
    compares_events: true,
    closes_at_limits: true,
    forgets_ended_states: true,
    silent_between_ads: true,
    says_downloaded: false,
    checks_values: true,
};

/// What is the same in all SDKs.
const SDK: Rules = Rules {
    steady: false,
    distinct_times: false,
    keeps_early_play: false,
    special_quality: SpecialQuality::AsCarried,
    playheads: Playheads::NotNegative,
    early_stall_pauses: true,
    compares_events: false,
    closes_at_limits: false,
    forgets_ended_states: false,
    silent_between_ads: false,
    says_downloaded: true,
    checks_values: false,
    ..BETTER
};

const ANDROID: Rules = Rules {
    grid: Some(Grid {
        period: 750,
        first: 0,
        quiet: 500,
        starts: GridStart::Valid,
        stops: true,
        acts_without_playhead: true,
    }),
    reset: Reset::Never,
    state_order: StateOrder::Hashed,
    ..SDK
};

const JAVA_SCRIPT: Rules = Rules {
    grid: Some(Grid {
        period: 500,
        first: 500,
        quiet: 750,
        starts: GridStart::Accepted,
        stops: true,
        acts_without_playhead: true,
    }),
    end_releases: false,
    reset: Reset::AtEnd,
    says_resume: false,
    compares_integers: false,
    special_quality: SpecialQuality::Nothing,
    truncation: Truncation::OfText,
    says_downloaded: false,
    ..SDK
};

const IOS: Rules = Rules {
    grid: Some(Grid {
        period: 500,
        first: 0,
        quiet: 1_000,
        starts: GridStart::Any,
        stops: false,
        acts_without_playhead: false,
    }),
    reset: Reset::AtEnd,
    quality_on_states: true,
    playheads: Playheads::Any,
    tolerance: 1e-6,
    empty_error_ids: true,
    ..SDK
};

impl TrackerMode {
    /// Whether events are recorded as they are.
    pub(crate) const fn is_verbatim(self) -> bool {
        matches!(self, Self::Faithful(_))
    }

    pub(super) const fn rules(self) -> &'static Rules {
        match self {
            Self::Better => &BETTER,
            Self::Faithful(Sdk::Android) => &ANDROID,
            Self::Faithful(Sdk::JavaScript) => &JAVA_SCRIPT,
            Self::Faithful(Sdk::Ios) => &IOS,
        }
    }
}
