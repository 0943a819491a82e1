//! The rules of a session. Builders, recorders, the server and lint all use this table.

use std::borrow::Cow;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How bad it is to break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Not an error, but worth a look.
    Advice,
    /// The back end accepts the event and ignores it, without a word. Builders and recorders refuse
    /// such an event; on receipt it is a finding.
    SilentLoss,
    /// The back end responds with 400, and discards the whole batch.
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
    ($($(#[$group:meta])* $variant:ident $name:literal $severity:ident $fault:literal $sentence:literal $source:literal)*) => {
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

            /// What is wrong when it is broken, to be read after a position: "event 3: ...".
            #[must_use]
            pub const fn fault(self) -> &'static str {
                match self { $(Self::$variant => $fault,)* }
            }

            /// The rule, as a sentence.
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
        "the session has no events"
        "A session has at least its `sessionStart`."
        "downloaded content"
    StartFirst "session-start-first" Error
        "the session does not begin with a `sessionStart`"
        "The first event is `sessionStart`."
        "downloaded content; sessions endpoint"
    OneStart "one-session-start" Error
        "a second `sessionStart` in one session"
        "A session has one `sessionStart`; another viewing is another session."
        "session start event"
    KnownEvent "known-event-type" Error
        "the event type is not one that the schemas know"
        "Every event is of a type that the schemas know."
        "validating event requests"
    DownloadedFlagSet "downloaded-flag-set" Error
        "the start of the batch does not say `media.downloaded: true`"
        "A batch to the sessions endpoint says `media.downloaded: true` in its start."
        "downloaded content"
    DownloadedFlagNotFalse "downloaded-flag-not-false" Error
        "the start says `media.downloaded: false`"
        "A session to the downloaded endpoint does not say `media.downloaded: false`."
        "downloaded content"
    DownloadedFlagNotOnline "downloaded-flag-not-online" Error
        "the start of an online session says `media.downloaded: true`"
        "A session that starts online does not say `media.downloaded: true`."
        "downloaded content"
    OnlyStartOpens "only-start-opens" Error
        "the event and the endpoint do not go together"
        "Only a `sessionStart` goes to the sessions endpoint, and only there."
        "sessions endpoint; events endpoint"

    AdInBreak "ad-in-ad-break" SilentLoss
        "no ad break is open around the ad"
        "An ad starts, completes or is skipped only inside an ad break."
        "ads overview; ad start event"
    OneBreak "one-ad-break" SilentLoss
        "another ad break is still open"
        "An ad break starts only when no other is open."
        "ad break start event; official SDKs"
    OneAd "one-ad" SilentLoss
        "another ad is still open"
        "An ad starts only when no other is open."
        "ad start event; official SDKs"
    AdClosed "ad-closed-in-break" SilentLoss
        "an ad is still open when its ad break completes"
        "An ad is completed or skipped before its ad break completes."
        "official SDKs"
    BreakClosed "ad-break-closed" SilentLoss
        "an ad break is still open when the session ends"
        "An ad break is completed before the session ends."
        "ad break complete event"
    NoPlaybackInBreak "no-playback-before-ad" SilentLoss
        "playback is reported in an ad break while no ad is open"
        "Between the start of an ad break and the start of an ad there is no `play`, `pauseStart` or `bufferStart`."
        "timeline 1; official SDKs"
    OneChapter "one-chapter" SilentLoss
        "another chapter is still open"
        "A chapter starts only when no other is open: chapters do not overlap."
        "chapter start event"
    CloseWhatIsOpen "close-what-is-open" SilentLoss
        "nothing is open that this could complete or skip"
        "Only an ad, ad break or chapter that is open can be completed or skipped."
        "ad complete, ad break complete and chapter complete events"
    StateNotActive "state-starts-once" SilentLoss
        "the player state is active already"
        "A player state starts only when it is not active."
        "state start event; official SDKs"
    StateActive "state-ends-active" SilentLoss
        "the player state is not active"
        "A player state ends only when it is active."
        "state end event; official SDKs"
    TenStates "ten-states" SilentLoss
        "the session already tracks ten other player states"
        "A session tracks at most ten player states by name."
        "player state overview"
    NothingAfterEnd "nothing-after-end" SilentLoss
        "the session has ended already"
        "After `sessionEnd` nothing follows."
        "session end event"
    TimeMovesForward "time-moves-forward" SilentLoss
        "the timestamp is more than 5 seconds, or ten events, before that of an event that came earlier"
        "Timestamps do not go back further than the window in which the back end sorts: ten events or 5 seconds."
        "controlling the order of events"

    TimesDiffer "timestamps-differ" Advice
        "the timestamp equals that of the event before"
        "No two events share a timestamp: the back end cannot tell their order."
        "controlling the order of events; the official SDKs send equal ones"
    ChapterClosed "chapter-closed" Advice
        "a chapter is still open when the session ends"
        "A chapter is completed or skipped before the session ends."
        "chapter complete event; official SDKs"
    SessionClosed "session-closed" Advice
        "neither `sessionComplete` nor `sessionEnd` ends the session"
        "A session ends with `sessionComplete` or `sessionEnd`."
        "session complete and session end events"
    NothingAfterComplete "nothing-after-complete" Advice
        "something other than `sessionEnd` follows `sessionComplete`"
        "After `sessionComplete` only `sessionEnd` follows."
        "session complete event"
    PlayheadWithinLength "playhead-within-length" Advice
        "the playhead is beyond the length of the content"
        "The playhead is not beyond the length of the content."
        "request parameters"
    LivePlayhead "live-playhead" Advice
        "the live playhead is not a second of the day"
        "A live playhead is a second of the day, below 86,400."
        "request parameters"
    TenMinutes "ten-minutes" Advice
        "more than 10 minutes passed without an event"
        "No more than 10 minutes pass between events: the back end closes the session then."
        "session timeouts"
    ThirtyMinutes "thirty-minutes" Advice
        "the playhead stood still for more than 30 minutes"
        "The playhead does not stand still for more than 30 minutes: the back end closes the session then."
        "session timeouts"
    OneDay "one-day" Advice
        "the session lasts longer than 24 hours"
        "A session is no longer than 24 hours; the official SDKs start another then."
        "official SDKs"
    PingGap "ping-gap" Advice
        "a minute or more passed without an event while the content played"
        "While the content plays a ping is due every 10 seconds (50 seconds offline), so there is more than one event a minute."
        "ping event; official SDKs"
    PingTooOften "ping-too-often" Advice
        "the pings on the content come too often"
        "On the content a ping is due every 10 seconds, each once; only in ads every second."
        "ping event; official SDKs"
    AdPingGap "ad-ping-gap" Advice
        "more than a minute of an ad passed without a ping"
        "In an ad a ping is due every second, and at least every 50 seconds offline."
        "ping event; official SDKs"
    OutOfOrder "out-of-order" Advice
        "the event comes more than a second of `ts` after a later one"
        "Events come in the order of their timestamps: the back end puts displacements of up to a second right, and larger ones not reliably."
        "controlling the order of events"
    TimeUnit "time-unit" Advice
        "`ts` is not in milliseconds since 1970, or the clock of the device is not set"
        "Timestamps are milliseconds since the Unix epoch, not seconds or microseconds."
        "request parameters"
    LengthUnit "length-unit" Advice
        "a length or an offset is so great that it seems to be in milliseconds"
        "Lengths and offsets are in seconds."
        "request parameters"
    NeverPlayed "never-played" Advice
        "the content was watched, but no `play` was reported on it"
        "The start of the content, and each continuation, is reported with `play`: without one the back end counts no view."
        "play event; metrics: content starts"
    RepeatedPlayback "repeated-playback" Advice
        "the playback state is reported again, although nothing changed"
        "`play`, `pauseStart` and `bufferStart` are sent when playback changes, as each is counted. (The official SDKs repeat it after `adStart`, after `adBreakComplete` and once after a second of content.)"
        "playback events; official SDKs"
    InstantPause "instant-pause" Advice
        "a pause that lasts no time comes before the ad break"
        "An ad break is no pause: `pauseStart` is sent when the viewer pauses, as each is counted."
        "pause start event; ads overview"
    PlayBeforePreRoll "play-before-pre-roll" Advice
        "a `play` was reported before this pre-roll, so a start of the content is counted before it starts"
        "With a pre-roll, the first `play` follows `adStart`."
        "ads overview; official SDKs"
    PlayheadInAd "playhead-in-ad" Advice
        "the playhead moved during the ad break"
        "During an ad break the playhead stays where the content was left."
        "ads overview; request parameters"
    PlayheadWhilePaused "playhead-while-paused" Advice
        "the playhead keeps moving although playback is paused or buffers"
        "While playback is paused or buffers the playhead stands still, apart from seeks; `play` is sent when it continues."
        "playback events"
    PlayheadStands "playhead-stands-while-playing" Advice
        "the playhead stands still although the content plays"
        "While the content plays each event has the current playhead: if three in a row have the same, the back end counts a stall."
        "metrics: stall events"
    PlayheadAgainstTime "playhead-against-time" Advice
        "the playhead and the timestamps move at very different speeds while the content plays"
        "While the content plays a second of the playhead is about a second of `ts`: time spent is counted by `ts`."
        "request parameters; metrics: content time spent"
    EmptyAdBreak "empty-ad-break" Advice
        "the ad break completes without an ad"
        "An ad break has an ad: without one nothing is sent."
        "ad break start event"
    PodIndexRepeated "pod-index-repeated" Advice
        "an earlier ad break of the session has the same `media.ad.podIndex`"
        "Each ad break of a session has its own index."
        "request parameters"
    AdPositionRepeated "ad-position-repeated" Advice
        "an earlier ad of the ad break has the same `media.ad.podPosition`"
        "Each ad of an ad break has its own position."
        "request parameters"
    ErrorWithoutId "error-without-id" Advice
        "the `error` has no `media.qoe.errorID`"
        "An `error` names the error in `qoeData`: `media.qoe.errorID` and `media.qoe.errorSource`."
        "error event; official SDKs"
    BitrateWithoutValue "bitrate-change-without-bitrate" Advice
        "the `bitrateChange` has no `media.qoe.bitrate`"
        "A `bitrateChange` has the new bitrate in `qoeData`: `media.qoe.bitrate`."
        "bitrate change event"
    HostWithScheme "host-with-scheme" Advice
        "`analytics.trackingServer` is an address with a scheme or a path"
        "The tracking server is the name of a host, without `https://` and without a path."
        "request parameters"
    OrganisationId "organisation-id" Advice
        "`visitor.marketingCloudOrgId` does not end in `@AdobeOrg`"
        "The id of an organisation ends in `@AdobeOrg`."
        "request parameters"
    StatesDifferInCase "states-differ-in-case" Advice
        "the name of an earlier player state differs from this one only in letter case"
        "A player state has one name: `fullscreen` and `fullScreen` are two states to the back end."
        "player state overview"
    SenderConstraint "careful-value" Advice
        "a value violates sender constraints"
        "Values satisfy sender constraints: ranges, non-empty ids, no reserved metadata keys."
        "request parameters; custom metadata"
}

/// As its name.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// By its name.
impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<str>::deserialize(deserializer)?;
        let rule = Self::ALL.iter().find(|rule| rule.name() == name);
        rule.copied().ok_or_else(|| D::Error::custom("no rule has this name"))
    }
}

/// The rule's name.
impl fmt::Display for Rule {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.pad(self.name())
    }
}
