//! The rules of a session, stated once: the builder, the recorder, the server and the lint all
//! read them here.

use std::fmt;

/// How bad it is to break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Never an error: something to look at.
    Advice,
    /// The back end accepts the event and ignores it: data is lost and nobody is told. Refused
    /// by the builder and the recorder, a finding on receipt.
    SilentLoss,
    /// The back end answers 400; of a batch, it discards everything.
    Error,
}

impl Severity {
    /// The severity in lower case, with a hyphen.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::SilentLoss => "silent-loss",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.as_str())
    }
}

macro_rules! rules {
    ($($(#[$group:meta])* $variant:ident $name:literal $severity:ident $sentence:literal $source:literal)*) => {
        /// A rule of a session.
        ///
        /// | rule | severity | what it says | source |
        /// |---|---|---|---|
        $(#[doc = concat!("| `", $name, "` | ", stringify!($severity), " | ", $sentence, " | ", $source, " |")])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $(
                #[doc = $sentence]
                $variant,
            )*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The rule's name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How bad it is to break it.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// What it says, in a sentence.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence,)* }
            }

            /// Where it comes from: a page of the public documentation, or the official SDKs.
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self { $(Self::$variant => $source,)* }
            }
        }
    };
}

rules! {
    NotEmpty "session-not-empty" Error
        "A session has at least its `sessionStart`."
        "downloaded content"
    StartFirst "session-start-first" Error
        "The first event is `sessionStart`."
        "downloaded content; sessions endpoint"
    OneStart "one-session-start" Error
        "A session has one `sessionStart`; another viewing is another session."
        "session start event"
    KnownEvent "known-event-type" Error
        "Every event is of a type that the schema documents know."
        "validating event requests"
    DownloadedFlagSet "downloaded-flag-set" Error
        "A batch to the sessions endpoint says `media.downloaded: true` in its start."
        "downloaded content"
    DownloadedFlagNotFalse "downloaded-flag-not-false" Error
        "A session to the downloaded endpoint does not say `media.downloaded: false`."
        "downloaded content"
    DownloadedFlagNotOnline "downloaded-flag-not-online" Error
        "A session that starts online does not say `media.downloaded: true`."
        "downloaded content"
    OnlyStartOpens "only-start-opens" Error
        "Only a `sessionStart` goes to the sessions endpoint, and only there."
        "sessions endpoint; events endpoint"

    AdInBreak "ad-in-ad-break" SilentLoss
        "An ad starts, completes or is skipped only inside an ad break."
        "ads overview; ad start event"
    OneBreak "one-ad-break" SilentLoss
        "An ad break starts only when no other is open."
        "ad break start event; official SDKs"
    OneAd "one-ad" SilentLoss
        "An ad starts only when no other is open."
        "ad start event; official SDKs"
    AdClosed "ad-closed-in-break" SilentLoss
        "An ad is completed or skipped before its ad break completes."
        "official SDKs"
    BreakClosed "ad-break-closed" SilentLoss
        "An ad break is completed before the session ends."
        "ad break complete event"
    NoPlaybackInBreak "no-playback-before-ad" SilentLoss
        "Between the start of an ad break and the start of an ad there is no `play`, `pauseStart` or `bufferStart`."
        "timeline 1; official SDKs"
    OneChapter "one-chapter" SilentLoss
        "A chapter starts only when no other is open: chapters do not overlap."
        "chapter start event"
    CloseWhatIsOpen "close-what-is-open" SilentLoss
        "Only an ad, ad break or chapter that is open can be completed or skipped."
        "ad complete, ad break complete and chapter complete events"
    StateNotActive "state-starts-once" SilentLoss
        "A player state starts only when it is not active."
        "state start event; official SDKs"
    StateActive "state-ends-active" SilentLoss
        "A player state ends only when it is active."
        "state end event; official SDKs"
    TenStates "ten-states" SilentLoss
        "A session tracks at most ten player states by name."
        "player state overview"
    NothingAfterEnd "nothing-after-end" SilentLoss
        "After `sessionEnd` nothing follows."
        "session end event"
    TimeMovesForward "time-moves-forward" SilentLoss
        "Timestamps do not go back: the back end sorts by them."
        "controlling the order of events"

    TimesDiffer "timestamps-differ" Advice
        "No two events share a timestamp: the back end cannot tell their order."
        "controlling the order of events; the official SDKs send equal ones"
    ChapterClosed "chapter-closed" Advice
        "A chapter is completed or skipped before the session ends."
        "chapter complete event; official SDKs"
    SessionClosed "session-closed" Advice
        "A session ends with `sessionComplete` or `sessionEnd`."
        "session complete and session end events"
    NothingAfterComplete "nothing-after-complete" Advice
        "After `sessionComplete` only `sessionEnd` follows."
        "session complete event"
    PlayheadWithinLength "playhead-within-length" Advice
        "The playhead is not beyond the length of the content."
        "request parameters"
    LivePlayhead "live-playhead" Advice
        "A live playhead is a second of the day, below 86,400."
        "request parameters"
    TenMinutes "ten-minutes" Advice
        "No more than 10 minutes pass between events: the back end closes the session then."
        "session timeouts"
    ThirtyMinutes "thirty-minutes" Advice
        "The playhead does not stand still for more than 30 minutes: the back end closes the session then."
        "session timeouts"
    OneDay "one-day" Advice
        "A session is no longer than 24 hours; the official SDKs start another then."
        "official SDKs"
    PingGap "ping-gap" Advice
        "While the content plays there is an event at least every minute, as a ping is due every 10 seconds (50 seconds offline)."
        "ping event; official SDKs"
    CarefulValue "careful-value" Advice
        "Values keep what a careful sender keeps: ranges, non-empty ids, no reserved metadata keys."
        "request parameters; custom metadata"
}

/// The rule's name.
impl fmt::Display for Rule {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.name())
    }
}
