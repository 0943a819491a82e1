// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

#[allow(unused_imports, reason = "the schemas may have no use for some")]
use super::table::{
    Cell, Check, Form, Gone, Holds, Kind, Lack, Letters, Object, Part, Plan, Row, Step,
    Told, Variants, With,
};
use crate::schema;

/// The event type of Media Edge for each of the Media Collection API.
pub(super) static EVENTS: &[(&str, &str)] = &[
    ("adBreakComplete", "adBreakComplete"),
    ("adBreakStart", "adBreakStart"),
    ("adComplete", "adComplete"),
    ("adSkip", "adSkip"),
    ("adStart", "adStart"),
    ("bitrateChange", "bitrateChange"),
    ("bufferStart", "bufferStart"),
    ("chapterComplete", "chapterComplete"),
    ("chapterSkip", "chapterSkip"),
    ("chapterStart", "chapterStart"),
    ("error", "error"),
    ("pauseStart", "pauseStart"),
    ("ping", "ping"),
    ("play", "play"),
    ("sessionComplete", "sessionComplete"),
    ("sessionEnd", "sessionEnd"),
    ("sessionStart", "sessionStart"),
    ("stateEnd", "statesUpdate"),
    ("stateStart", "statesUpdate"),
    ("statesUpdate", "statesUpdate"),
];
/// The object that is always there, by event type.
pub(super) static ALWAYS: &[(&str, &[Step])] = &[
    (
        "bitrateChange",
        &[Step::Key("xdm"), Step::Key("mediaCollection"), Step::Key("qoeDataDetails")],
    ),
    ("downloaded", &[Step::Key("xdm"), Step::Key("identityMap")]),
];
/// Which namespace has the primary identity.
pub(super) static PRIMARY: &[&str] = &["ECID", "FPID", "*"];
/// The members that both APIs have.
pub(super) static ROWS: &[Row] = &[
    Row {
        events: None,
        collection: &[Step::Key("eventType")],
        edge: &[Step::Key("xdm"), Step::Key("eventType")],
        form: Form::Type,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The name gets the prefix `media.`. `stateStart` and `stateEnd` become `statesUpdate`, as `events` says.",
        to_collection: "The prefix goes. `media.adBreakSkip`, which the contract names for ads that are skipped, is `adSkip` too.",
    },
    Row {
        events: None,
        collection: &[Step::Key("playerTime"), Step::Key("ts")],
        edge: &[Step::Key("xdm"), Step::Key("timestamp")],
        form: Form::Time,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A time outside of the years 0000 to 9999 cannot be written: an error.",
        to_collection: "The offset from UTC, and digits below the millisecond, are lost.",
    },
    Row {
        events: None,
        collection: &[Step::Key("playerTime"), Step::Key("playhead")],
        edge: &[Step::Key("xdm"), Step::Key("mediaCollection"), Step::Key("playhead")],
        form: Form::Number { down: true },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded down, since a playhead that is rounded up may be behind the end. A negative playhead is an error.",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.id")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "An empty text is an error: XDM asks for one character at least.",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.name")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("friendlyName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.length")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("length"),
        ],
        form: Form::Number { down: false },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded to the nearest integer, half up.",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.contentType")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("contentType"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.playerName")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("playerName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.channel")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("channel"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.streamType")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("streamType"),
        ],
        form: Form::Choice {
            values: &["audio", "video"],
            otherwise: None,
        },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Another value is left out: the contract knows these two only.",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.resume")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("hasResume"),
        ],
        form: Form::Flag,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.downloaded")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("isDownloaded"),
        ],
        form: Form::Flag,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: true,
        except_keys: &[],
        to_edge: "Not in a downloaded session: Adobe sets it there.",
        to_collection: "Always true in a downloaded session, whatever was sent.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.sdkVersion")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("appVersion"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.show")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("show"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.season")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("season"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.episode")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("episode"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.assetId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("assetID"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.genre")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("genre"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.firstAirDate")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("firstAirDate"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.firstDigitalDate")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("firstDigitalDate"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.rating")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("rating"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.originator")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("originator"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.network")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("network"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.showType")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("showType"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.adLoad")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("adLoad"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.pass.mvpd")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("mvpd"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.pass.auth")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("authorized"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.dayPart")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("dayPart"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.feed")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("feed"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.streamFormat")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("streamFormat"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.artist")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("artist"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.album")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("album"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.label")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("label"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.author")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("author"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.station")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("station"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.publisher")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("sessionDetails"),
            Step::Key("publisher"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adBreakStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.podFriendlyName")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingPodDetails"),
            Step::Key("friendlyName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adBreakStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.podIndex")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingPodDetails"),
            Step::Key("index"),
        ],
        form: Form::Integer { bits: 64 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adBreakStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.podSecond")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingPodDetails"),
            Step::Key("offset"),
        ],
        form: Form::Number { down: true },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded down, as the playhead is.",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.id")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "An empty text is an error: XDM asks for one character at least.",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.name")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("friendlyName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.length")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("length"),
        ],
        form: Form::Number { down: false },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded to the nearest integer, half up.",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.podPosition")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("podPosition"),
        ],
        form: Form::Integer { bits: 64 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A negative position is an error.",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.playerName")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("playerName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: Some(&[Step::Key("params"), Step::Key("media.playerName")]),
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "A tolerant receiver takes the player of the session's start for an ad without one.",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.advertiser")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("advertiser"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.campaignId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("campaignID"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.creativeId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("creativeID"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.creativeURL")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("creativeURL"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.placementId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("placementID"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.siteId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("advertisingDetails"),
            Step::Key("siteID"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["chapterStart"]),
        collection: &[Step::Key("params"), Step::Key("media.chapter.index")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("chapterDetails"),
            Step::Key("index"),
        ],
        form: Form::Integer { bits: 64 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["chapterStart"]),
        collection: &[Step::Key("params"), Step::Key("media.chapter.offset")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("chapterDetails"),
            Step::Key("offset"),
        ],
        form: Form::Number { down: true },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded down, as the playhead is.",
        to_collection: "",
    },
    Row {
        events: Some(&["chapterStart"]),
        collection: &[Step::Key("params"), Step::Key("media.chapter.length")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("chapterDetails"),
            Step::Key("length"),
        ],
        form: Form::Number { down: false },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The fraction is lost: rounded to the nearest integer, half up.",
        to_collection: "",
    },
    Row {
        events: Some(&["chapterStart"]),
        collection: &[Step::Key("params"), Step::Key("media.chapter.friendlyName")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("chapterDetails"),
            Step::Key("friendlyName"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "",
    },
    Row {
        events: Some(&["error"]),
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.errorID")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("errorDetails"),
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: Some("unknown"),
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Both members are required. Without an id it is `unknown`, which is listed; an empty id is an error.",
        to_collection: "",
    },
    Row {
        events: Some(&["error"]),
        collection: &[Step::Key("params"), Step::Key("media.errorId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("errorDetails"),
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: true,
        if_absent: Some("unknown"),
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Where `qoeData` has no id, which comes first. Both members are required. Without an id it is `unknown`, which is listed; an empty id is an error.",
        to_collection: "The id goes into `qoeData`.",
    },
    Row {
        events: Some(&["error"]),
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.errorSource")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("errorDetails"),
            Step::Key("source"),
        ],
        form: Form::Choice {
            values: &["player", "external"],
            otherwise: Some("external"),
        },
        one_way: false,
        if_absent: Some("player"),
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A value other than these two becomes `external`; without a source it is `player`. Both are listed.",
        to_collection: "",
    },
    Row {
        events: Some(&["error"]),
        collection: &[Step::Key("params"), Step::Key("media.errorSource")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("errorDetails"),
            Step::Key("source"),
        ],
        form: Form::Choice {
            values: &["player", "external"],
            otherwise: Some("external"),
        },
        one_way: true,
        if_absent: Some("player"),
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Where `qoeData` has no source, which comes first. A value other than these two becomes `external`; without a source it is `player`. Both are listed.",
        to_collection: "The source goes into `qoeData`.",
    },
    Row {
        events: None,
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.bitrate")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("qoeDataDetails"),
            Step::Key("bitrate"),
        ],
        form: Form::Integer { bits: 32 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Unchanged, in bits per second, although contract and XDM say kilobits: what clients send and Adobe reports is bits. A value that does not fit into 32 bits, as the contract has it, is left out.",
        to_collection: "",
    },
    Row {
        events: None,
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.droppedFrames")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("qoeDataDetails"),
            Step::Key("droppedFrames"),
        ],
        form: Form::Integer { bits: 32 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A value that does not fit into 32 bits, as the contract has it, is left out.",
        to_collection: "",
    },
    Row {
        events: None,
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.framesPerSecond")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("qoeDataDetails"),
            Step::Key("framesPerSecond"),
        ],
        form: Form::Integer { bits: 32 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A value that does not fit into 32 bits, as the contract has it, is left out.",
        to_collection: "",
    },
    Row {
        events: None,
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.timeToStart")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("qoeDataDetails"),
            Step::Key("timeToStart"),
        ],
        form: Form::Integer { bits: 32 },
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Unchanged, in milliseconds, although contract and XDM say seconds: samples and clients have milliseconds. A value that does not fit into 32 bits, as the contract has it, is left out.",
        to_collection: "",
    },
    Row {
        events: Some(&["stateStart"]),
        collection: &[Step::Key("params"), Step::Key("media.state.name")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("statesStart"),
            Step::Any,
            Step::Key("name"),
        ],
        form: Form::Item,
        one_way: true,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The name is the one item of the list. A name that does not match the pattern of the contract is an error.",
        to_collection: "A `statesUpdate` stays one.",
    },
    Row {
        events: Some(&["stateEnd"]),
        collection: &[Step::Key("params"), Step::Key("media.state.name")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("statesEnd"),
            Step::Any,
            Step::Key("name"),
        ],
        form: Form::Item,
        one_way: true,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The name is the one item of the list. A name that does not match the pattern of the contract is an error.",
        to_collection: "A `statesUpdate` stays one.",
    },
    Row {
        events: Some(&["statesUpdate"]),
        collection: &[
            Step::Key("params"),
            Step::Key("statesStart"),
            Step::Any,
            Step::Key("media.state.name"),
        ],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("statesStart"),
            Step::Any,
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A name that does not match the pattern of the contract is an error. Without any name in both lists, the event has no form: an error.",
        to_collection: "",
    },
    Row {
        events: Some(&["statesUpdate"]),
        collection: &[
            Step::Key("params"),
            Step::Key("statesEnd"),
            Step::Any,
            Step::Key("media.state.name"),
        ],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("statesEnd"),
            Step::Any,
            Step::Key("name"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "A name that does not match the pattern of the contract is an error. Without any name in both lists, the event has no form: an error.",
        to_collection: "",
    },
    Row {
        events: Some(&["sessionStart", "adStart", "chapterStart"]),
        collection: &[Step::Key("customMetadata")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("mediaCollection"),
            Step::Key("customMetadata"),
        ],
        form: Form::Pairs,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "One item for each key, sorted by the key. A sender may put the prefix of its tenant before each name.",
        to_collection: "The last of equal names wins. Items without a name or a value, and names outside of `^[a-zA-Z0-9_\\.]+$`, are lost, and so is what an item has besides. Where a name begins with the tenant's prefix, it stays.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("visitor.marketingCloudUserId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Key("ECID"),
            Step::Index(0),
            Step::Key("id"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[
            With {
                key: "authenticatedState",
                value: "ambiguous",
            },
        ],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "",
        to_collection: "`authenticatedState` and `primary` are lost; so is every item of the namespace after the first.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("appInstallationId")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Key("FPID"),
            Step::Index(0),
            Step::Key("id"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[
            With {
                key: "authenticatedState",
                value: "ambiguous",
            },
        ],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "Both are ids that the sender keeps on the device, and from which Adobe makes an Experience Cloud id. That they are one thing is inferred.",
        to_collection: "`authenticatedState` and `primary` are lost; so is every item of the namespace after the first.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[
            Step::Key("params"),
            Step::Key("visitor.customerIDs"),
            Step::Any,
            Step::Key("id"),
        ],
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Index(0),
            Step::Key("id"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &["ECID", "FPID"],
        to_edge: "Entries named `ECID` or `FPID`, which have members of their own, are lost.",
        to_collection: "Items after the first of a namespace are lost, and so is a first item without an id.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[
            Step::Key("params"),
            Step::Key("visitor.customerIDs"),
            Step::Any,
            Step::Key("authState"),
        ],
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Index(0),
            Step::Key("authenticatedState"),
        ],
        form: Form::State(&["ambiguous", "authenticated", "loggedOut"]),
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: Some(0),
        with: &[],
        except_downloaded: false,
        except_keys: &["ECID", "FPID"],
        to_edge: "0, 1 and 2 are the states in this order; that is inferred from what they mean. Another integer is left out.",
        to_collection: "Without a state it is 0, the default of XDM.",
    },
    Row {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("media.libraryVersion")],
        edge: &[
            Step::Key("xdm"),
            Step::Key("implementationDetails"),
            Step::Key("version"),
        ],
        form: Form::Text,
        one_way: false,
        if_absent: None,
        if_absent_from: None,
        if_absent_collection: None,
        with: &[],
        except_downloaded: false,
        except_keys: &[],
        to_edge: "The name and the environment of the library are the sender's own to add.",
        to_collection: "The name and the environment are lost.",
    },
];
/// What Media Edge lacks.
pub(super) static LACKS: &[Lack] = &[
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.trackingServer")],
        told: Told::Configured,
        reason: "A setting of the datastream that `configId` names. In the other direction it comes from the caller.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.reportSuite")],
        told: Told::Configured,
        reason: "A setting of the datastream that `configId` names. In the other direction it comes from the caller.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.enableSSL")],
        told: Told::Configured,
        reason: "A setting of the datastream that `configId` names. In the other direction it comes from the caller.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("visitor.marketingCloudOrgId")],
        told: Told::Configured,
        reason: "The organisation of the datastream that `configId` names. In the other direction it comes from the caller.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.visitorId")],
        told: Told::Listed,
        reason: "XDM has `endUserIDs._experience.aacustomid.id`, but neither the contract nor Adobe's list of the paths that Analytics takes has it.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.aid")],
        told: Told::Listed,
        reason: "XDM has `endUserIDs._experience.aaid.id`, but neither the contract nor Adobe's list of the paths that Analytics takes has it.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("visitor.aamLocationHint")],
        told: Told::Listed,
        reason: "Here the hint is in the response, not in the request.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[
            Step::Key("params"),
            Step::Key("analytics.optOutServerSideForwarding"),
        ],
        told: Told::ErrorIfTrue,
        reason: "The API has no member for the viewer's choice. To send without it would ignore the choice, so true is an error; false is lost.",
    },
    Lack {
        events: Some(&["sessionStart"]),
        collection: &[Step::Key("params"), Step::Key("analytics.optOutShare")],
        told: Told::ErrorIfTrue,
        reason: "The API has no member for the viewer's choice. To send without it would ignore the choice, so true is an error; false is lost.",
    },
    Lack {
        events: Some(&["adStart"]),
        collection: &[Step::Key("params"), Step::Key("media.ad.podFriendlyName")],
        told: Told::Listed,
        reason: "The name of the break is on `adBreakStart` only.",
    },
    Lack {
        events: Some(
            &[
                "sessionStart",
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "stateStart",
                "stateEnd",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.errorID")],
        told: Told::Listed,
        reason: "`errorDetails` is on `error` only.",
    },
    Lack {
        events: Some(
            &[
                "sessionStart",
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "stateStart",
                "stateEnd",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        collection: &[Step::Key("qoeData"), Step::Key("media.qoe.errorSource")],
        told: Told::Listed,
        reason: "`errorDetails` is on `error` only.",
    },
];
/// What the Media Collection API lacks, of a request.
pub(super) static REQUEST: &[Gone] = &[
    Gone {
        events: None,
        edge: &[Step::Key("xdm"), Step::Key("identityMap")],
        reason: "For all events of the request. An event's own namespace comes before that of the request.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("xdm"), Step::Key("implementationDetails")],
        reason: "For all events of the request. An event's own come before those of the request.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("query")],
        reason: "Lost, as `/query` of an event.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("meta")],
        reason: "Lost: the state of the connection, such as cookies.",
    },
];
/// What the Media Collection API lacks, of an event.
pub(super) static GONE: &[Gone] = &[
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[Step::Key("xdm"), Step::Key("mediaCollection"), Step::Key("sessionID")],
        reason: "Not lost: the id is in the path of the request. The two services do not know each other's ids.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("xdm"), Step::Key("_id")],
        reason: "There is no id of an event.",
    },
    Gone {
        events: Some(&["sessionStart", "downloaded"]),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("primary"),
        ],
        reason: "An event has one identity of each kind, and none of them is preferred.",
    },
    Gone {
        events: Some(&["sessionStart", "downloaded"]),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("id"),
        ],
        reason: "Items after the first of a namespace: an event has one identity of each kind.",
    },
    Gone {
        events: Some(&["sessionStart", "downloaded"]),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("authenticatedState"),
        ],
        reason: "Of the namespaces `ECID` and `FPID`, of items after the first of a namespace, and of a first item without an id.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("id"),
        ],
        reason: "Identities are on `sessionStart` only.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("authenticatedState"),
        ],
        reason: "Identities are on `sessionStart` only.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[
            Step::Key("xdm"),
            Step::Key("identityMap"),
            Step::Any,
            Step::Any,
            Step::Key("primary"),
        ],
        reason: "Identities are on `sessionStart` only.",
    },
    Gone {
        events: Some(&["sessionStart", "downloaded"]),
        edge: &[Step::Key("xdm"), Step::Key("implementationDetails"), Step::Key("name")],
        reason: "`media.libraryVersion` has the version only.",
    },
    Gone {
        events: Some(&["sessionStart", "downloaded"]),
        edge: &[
            Step::Key("xdm"),
            Step::Key("implementationDetails"),
            Step::Key("environment"),
        ],
        reason: "`media.libraryVersion` has the version only.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[Step::Key("xdm"), Step::Key("implementationDetails"), Step::Key("name")],
        reason: "The library is on `sessionStart` only.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[
            Step::Key("xdm"),
            Step::Key("implementationDetails"),
            Step::Key("version"),
        ],
        reason: "The library is on `sessionStart` only.",
    },
    Gone {
        events: Some(
            &[
                "play",
                "ping",
                "pauseStart",
                "bufferStart",
                "bitrateChange",
                "error",
                "adBreakStart",
                "adBreakComplete",
                "adStart",
                "adComplete",
                "adSkip",
                "chapterStart",
                "chapterComplete",
                "chapterSkip",
                "statesUpdate",
                "sessionComplete",
                "sessionEnd",
            ],
        ),
        edge: &[
            Step::Key("xdm"),
            Step::Key("implementationDetails"),
            Step::Key("environment"),
        ],
        reason: "The library is on `sessionStart` only.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("data")],
        reason: "Data for services other than Media Analytics, which no part of an event takes.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("query")],
        reason: "What the sender wants to know in the response, such as its Experience Cloud id.",
    },
    Gone {
        events: None,
        edge: &[Step::Key("meta")],
        reason: "Says where the event is stored.",
    },
];
/// What the fast path knows of the event types.
pub(super) static PLANS: &[Plan] = &[
    Plan {
        name: "adBreakComplete",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "adBreakStart",
        parts: &[
            Part {
                key: "advertisingPodDetails",
                required: true,
                always: false,
                holds: Holds::Params(
                    &[
                        Cell {
                            key: "friendlyName",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[36]],
                        },
                        Cell {
                            key: "index",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[37]],
                        },
                        Cell {
                            key: "offset",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[38]],
                        },
                    ],
                ),
            },
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "adComplete",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "adSkip",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "adStart",
        parts: &[
            Part {
                key: "advertisingDetails",
                required: true,
                always: false,
                holds: Holds::Params(
                    &[
                        Cell {
                            key: "advertiser",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[44]],
                        },
                        Cell {
                            key: "campaignID",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[45]],
                        },
                        Cell {
                            key: "creativeID",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[46]],
                        },
                        Cell {
                            key: "creativeURL",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[47]],
                        },
                        Cell {
                            key: "friendlyName",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[40]],
                        },
                        Cell {
                            key: "length",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[41]],
                        },
                        Cell {
                            key: "name",
                            required: true,
                            check: Check::Letters(Letters {
                                ascii: 340282366920938463463374607431768210431,
                                least: 1,
                                most: usize::MAX,
                                pattern: schema::Pattern::new(
                                    "^.{1,}$",
                                    &[
                                        schema::Step::Start,
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Either(3, 5),
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Jump(2),
                                        schema::Step::End,
                                        schema::Step::Match,
                                    ],
                                ),
                            }),
                            rows: &[&ROWS[39]],
                        },
                        Cell {
                            key: "placementID",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[48]],
                        },
                        Cell {
                            key: "playerName",
                            required: true,
                            check: Check::Text,
                            rows: &[&ROWS[43]],
                        },
                        Cell {
                            key: "podPosition",
                            required: true,
                            check: Check::Integer { least: 0 },
                            rows: &[&ROWS[42]],
                        },
                        Cell {
                            key: "siteID",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[49]],
                        },
                    ],
                ),
            },
            Part {
                key: "customMetadata",
                required: false,
                always: false,
                holds: Holds::Pairs,
            },
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "bitrateChange",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: true,
                always: true,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "bufferStart",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "chapterComplete",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "chapterSkip",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "chapterStart",
        parts: &[
            Part {
                key: "chapterDetails",
                required: true,
                always: false,
                holds: Holds::Params(
                    &[
                        Cell {
                            key: "friendlyName",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[53]],
                        },
                        Cell {
                            key: "index",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[50]],
                        },
                        Cell {
                            key: "length",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[52]],
                        },
                        Cell {
                            key: "offset",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[51]],
                        },
                    ],
                ),
            },
            Part {
                key: "customMetadata",
                required: false,
                always: false,
                holds: Holds::Pairs,
            },
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "error",
        parts: &[
            Part {
                key: "errorDetails",
                required: true,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "name",
                            required: true,
                            check: Check::Letters(Letters {
                                ascii: 340282366920938463463374607431768210431,
                                least: 1,
                                most: usize::MAX,
                                pattern: schema::Pattern::new(
                                    "^.{1,}$",
                                    &[
                                        schema::Step::Start,
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Either(3, 5),
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Jump(2),
                                        schema::Step::End,
                                        schema::Step::Match,
                                    ],
                                ),
                            }),
                            rows: &[&ROWS[54], &ROWS[55]],
                        },
                        Cell {
                            key: "source",
                            required: true,
                            check: Check::Choice(&["player", "external"]),
                            rows: &[&ROWS[56], &ROWS[57]],
                        },
                    ],
                ),
            },
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "pauseStart",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "ping",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "play",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "sessionComplete",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "sessionEnd",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "sessionStart",
        parts: &[
            Part {
                key: "customMetadata",
                required: false,
                always: false,
                holds: Holds::Pairs,
            },
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionDetails",
                required: true,
                always: false,
                holds: Holds::Params(
                    &[
                        Cell {
                            key: "adLoad",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[24]],
                        },
                        Cell {
                            key: "album",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[31]],
                        },
                        Cell {
                            key: "appVersion",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[12]],
                        },
                        Cell {
                            key: "artist",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[30]],
                        },
                        Cell {
                            key: "assetID",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[16]],
                        },
                        Cell {
                            key: "author",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[33]],
                        },
                        Cell {
                            key: "authorized",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[26]],
                        },
                        Cell {
                            key: "channel",
                            required: true,
                            check: Check::Text,
                            rows: &[&ROWS[8]],
                        },
                        Cell {
                            key: "contentType",
                            required: true,
                            check: Check::Text,
                            rows: &[&ROWS[6]],
                        },
                        Cell {
                            key: "dayPart",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[27]],
                        },
                        Cell {
                            key: "episode",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[15]],
                        },
                        Cell {
                            key: "feed",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[28]],
                        },
                        Cell {
                            key: "firstAirDate",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[18]],
                        },
                        Cell {
                            key: "firstDigitalDate",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[19]],
                        },
                        Cell {
                            key: "friendlyName",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[4]],
                        },
                        Cell {
                            key: "genre",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[17]],
                        },
                        Cell {
                            key: "hasResume",
                            required: false,
                            check: Check::Flag,
                            rows: &[&ROWS[10]],
                        },
                        Cell {
                            key: "isDownloaded",
                            required: false,
                            check: Check::Flag,
                            rows: &[&ROWS[11]],
                        },
                        Cell {
                            key: "label",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[32]],
                        },
                        Cell {
                            key: "length",
                            required: true,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[5]],
                        },
                        Cell {
                            key: "mvpd",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[25]],
                        },
                        Cell {
                            key: "name",
                            required: true,
                            check: Check::Letters(Letters {
                                ascii: 340282366920938463463374607431768210431,
                                least: 1,
                                most: usize::MAX,
                                pattern: schema::Pattern::new(
                                    "^.{1,}$",
                                    &[
                                        schema::Step::Start,
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Either(3, 5),
                                        schema::Step::Letter {
                                            ranges: &[('\n', '\n')],
                                            within: false,
                                        },
                                        schema::Step::Jump(2),
                                        schema::Step::End,
                                        schema::Step::Match,
                                    ],
                                ),
                            }),
                            rows: &[&ROWS[3]],
                        },
                        Cell {
                            key: "network",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[22]],
                        },
                        Cell {
                            key: "originator",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[21]],
                        },
                        Cell {
                            key: "playerName",
                            required: true,
                            check: Check::Text,
                            rows: &[&ROWS[7]],
                        },
                        Cell {
                            key: "publisher",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[35]],
                        },
                        Cell {
                            key: "rating",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[20]],
                        },
                        Cell {
                            key: "season",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[14]],
                        },
                        Cell {
                            key: "show",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[13]],
                        },
                        Cell {
                            key: "showType",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[23]],
                        },
                        Cell {
                            key: "station",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[34]],
                        },
                        Cell {
                            key: "streamFormat",
                            required: false,
                            check: Check::Text,
                            rows: &[&ROWS[29]],
                        },
                        Cell {
                            key: "streamType",
                            required: false,
                            check: Check::Choice(&["audio", "video"]),
                            rows: &[&ROWS[9]],
                        },
                    ],
                ),
            },
        ],
        needs_state: false,
    },
    Plan {
        name: "statesUpdate",
        parts: &[
            Part {
                key: "playhead",
                required: true,
                always: false,
                holds: Holds::Playhead(Cell {
                    key: "playhead",
                    required: true,
                    check: Check::Integer { least: 0 },
                    rows: &[&ROWS[2]],
                }),
            },
            Part {
                key: "qoeDataDetails",
                required: false,
                always: false,
                holds: Holds::Quality(
                    &[
                        Cell {
                            key: "bitrate",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[58]],
                        },
                        Cell {
                            key: "droppedFrames",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[59]],
                        },
                        Cell {
                            key: "framesPerSecond",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[60]],
                        },
                        Cell {
                            key: "timeToStart",
                            required: false,
                            check: Check::Integer {
                                least: -9223372036854775808,
                            },
                            rows: &[&ROWS[61]],
                        },
                    ],
                ),
            },
            Part {
                key: "sessionID",
                required: true,
                always: false,
                holds: Holds::SessionId,
            },
            Part {
                key: "statesEnd",
                required: false,
                always: false,
                holds: Holds::List(Cell {
                    key: "name",
                    required: true,
                    check: Check::Letters(Letters {
                        ascii: 10633823849912963253799241764225155072,
                        least: 1,
                        most: 64,
                        pattern: schema::Pattern::new(
                            "^[a-zA-Z0-9_.]{1,64}$",
                            &[
                                schema::Step::Start,
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(3, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(5, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(7, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(9, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(11, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(13, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(15, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(17, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(19, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(21, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(23, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(25, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(27, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(29, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(31, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(33, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(35, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(37, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(39, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(41, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(43, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(45, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(47, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(49, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(51, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(53, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(55, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(57, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(59, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(61, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(63, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(65, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(67, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(69, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(71, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(73, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(75, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(77, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(79, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(81, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(83, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(85, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(87, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(89, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(91, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(93, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(95, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(97, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(99, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(101, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(103, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(105, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(107, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(109, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(111, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(113, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(115, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(117, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(119, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(121, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(123, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(125, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(127, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::End,
                                schema::Step::Match,
                            ],
                        ),
                    }),
                    rows: &[&ROWS[63], &ROWS[65]],
                }),
            },
            Part {
                key: "statesStart",
                required: false,
                always: false,
                holds: Holds::List(Cell {
                    key: "name",
                    required: true,
                    check: Check::Letters(Letters {
                        ascii: 10633823849912963253799241764225155072,
                        least: 1,
                        most: 64,
                        pattern: schema::Pattern::new(
                            "^[a-zA-Z0-9_.]{1,64}$",
                            &[
                                schema::Step::Start,
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(3, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(5, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(7, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(9, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(11, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(13, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(15, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(17, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(19, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(21, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(23, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(25, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(27, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(29, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(31, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(33, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(35, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(37, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(39, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(41, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(43, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(45, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(47, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(49, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(51, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(53, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(55, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(57, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(59, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(61, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(63, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(65, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(67, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(69, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(71, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(73, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(75, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(77, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(79, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(81, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(83, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(85, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(87, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(89, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(91, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(93, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(95, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(97, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(99, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(101, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(103, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(105, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(107, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(109, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(111, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(113, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(115, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(117, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(119, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(121, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(123, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(125, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::Either(127, 128),
                                schema::Step::Letter {
                                    ranges: &[
                                        ('a', 'z'),
                                        ('A', 'Z'),
                                        ('0', '9'),
                                        ('_', '_'),
                                        ('.', '.'),
                                    ],
                                    within: true,
                                },
                                schema::Step::End,
                                schema::Step::Match,
                            ],
                        ),
                    }),
                    rows: &[&ROWS[62], &ROWS[64]],
                }),
            },
        ],
        needs_state: true,
    },
];
/// The values of `authenticatedState`.
pub(super) static AUTHENTICATED_STATES: &[&str] = &[
    "ambiguous",
    "authenticated",
    "loggedOut",
];
/// The values of `environment`.
pub(super) static ENVIRONMENTS: &[&str] = &["browser", "app", "device", "server", "iot"];
/// What is valid in the body of a request, by event type.
pub(super) static REQUESTS: &[(&str, &Kind)] = &[
    ("adBreakComplete", &AD_BREAK_COMPLETE_REQUEST),
    ("adBreakStart", &AD_BREAK_START_REQUEST),
    ("adComplete", &AD_COMPLETE_REQUEST),
    ("adSkip", &AD_SKIP_REQUEST),
    ("adStart", &AD_START_REQUEST),
    ("bitrateChange", &BITRATE_CHANGE_REQUEST),
    ("bufferStart", &BUFFER_START_REQUEST),
    ("chapterComplete", &CHAPTER_COMPLETE_REQUEST),
    ("chapterSkip", &CHAPTER_SKIP_REQUEST),
    ("chapterStart", &CHAPTER_START_REQUEST),
    ("error", &ERROR_REQUEST),
    ("pauseStart", &PAUSE_START_REQUEST),
    ("ping", &PING_REQUEST),
    ("play", &PLAY_REQUEST),
    ("sessionComplete", &SESSION_COMPLETE_REQUEST),
    ("sessionEnd", &SESSION_END_REQUEST),
    ("sessionStart", &SESSION_START_REQUEST),
    ("statesUpdate", &STATES_UPDATE_REQUEST),
    ("downloaded", &DOWNLOADED_REQUEST),
];
static IDENTITY_ITEM: Kind = Kind::Object(Object {
    members: &[
        (
            "authenticatedState",
            &Kind::Choice(&["ambiguous", "authenticated", "loggedOut"]),
        ),
        ("id", &Kind::Text(None)),
        ("primary", &Kind::Flag),
    ],
    required: &[],
    any: &[],
    variants: None,
});
static IDENTITY_MAP: Kind = Kind::Map(
    &Kind::List {
        items: &Kind::Same(&IDENTITY_ITEM),
        least: 0,
    },
);
static IMPLEMENTATION_DETAILS: Kind = Kind::Object(Object {
    members: &[
        ("environment", &Kind::Choice(&["browser", "app", "device", "server", "iot"])),
        ("name", &Kind::Text(None)),
        ("version", &Kind::Text(None)),
    ],
    required: &[],
    any: &[],
    variants: None,
});
static QOE_DATA_DETAILS: Kind = Kind::Object(Object {
    members: &[
        (
            "bitrate",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "droppedFrames",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "framesPerSecond",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "timeToStart",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
    ],
    required: &[],
    any: &[],
    variants: None,
});
static AD_BREAK_COMPLETE: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID"],
    any: &[],
    variants: None,
});
static AD_BREAK_COMPLETE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.adBreakComplete"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static AD_BREAK_COMPLETE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&AD_BREAK_COMPLETE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static ADVERTISING_POD_DETAILS: Kind = Kind::Object(Object {
    members: &[
        ("friendlyName", &Kind::Text(None)),
        (
            "index",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "offset",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
    ],
    required: &["index", "offset"],
    any: &[],
    variants: None,
});
static AD_BREAK_START: Kind = Kind::Object(Object {
    members: &[
        ("advertisingPodDetails", &Kind::Same(&ADVERTISING_POD_DETAILS)),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID", "advertisingPodDetails"],
    any: &[],
    variants: None,
});
static AD_BREAK_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.adBreakStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_START)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static AD_BREAK_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&AD_BREAK_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static AD_COMPLETE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.adComplete"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static AD_COMPLETE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&AD_COMPLETE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static AD_SKIP_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.adSkip", "media.adBreakSkip"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static AD_SKIP_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&AD_SKIP_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static ADVERTISING_DETAILS: Kind = Kind::Object(Object {
    members: &[
        ("advertiser", &Kind::Text(None)),
        ("campaignID", &Kind::Text(None)),
        ("creativeID", &Kind::Text(None)),
        ("creativeURL", &Kind::Text(None)),
        ("friendlyName", &Kind::Text(None)),
        (
            "length",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "name",
            &Kind::Text(
                Some(
                    schema::Pattern::new(
                        "^.{1,}$",
                        &[
                            schema::Step::Start,
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Either(3, 5),
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Jump(2),
                            schema::Step::End,
                            schema::Step::Match,
                        ],
                    ),
                ),
            ),
        ),
        ("placementID", &Kind::Text(None)),
        ("playerName", &Kind::Text(None)),
        (
            "podPosition",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("siteID", &Kind::Text(None)),
    ],
    required: &["name", "length", "podPosition", "playerName"],
    any: &[],
    variants: None,
});
static CUSTOM_METADATA_DETAILS: Kind = Kind::Object(Object {
    members: &[("name", &Kind::Text(None)), ("value", &Kind::Text(None))],
    required: &[],
    any: &[],
    variants: None,
});
static AD_START: Kind = Kind::Object(Object {
    members: &[
        ("advertisingDetails", &Kind::Same(&ADVERTISING_DETAILS)),
        (
            "customMetadata",
            &Kind::List {
                items: &Kind::Same(&CUSTOM_METADATA_DETAILS),
                least: 0,
            },
        ),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID", "advertisingDetails"],
    any: &[],
    variants: None,
});
static AD_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.adStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_START)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static AD_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&AD_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static BITRATE_CHANGE: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID", "qoeDataDetails"],
    any: &[],
    variants: None,
});
static BITRATE_CHANGE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.bitrateChange"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&BITRATE_CHANGE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static BITRATE_CHANGE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&BITRATE_CHANGE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static BUFFER_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.bufferStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static BUFFER_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&BUFFER_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static CHAPTER_COMPLETE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.chapterComplete"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static CHAPTER_COMPLETE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&CHAPTER_COMPLETE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static CHAPTER_SKIP_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.chapterSkip"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static CHAPTER_SKIP_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&CHAPTER_SKIP_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static CHAPTER_DETAILS: Kind = Kind::Object(Object {
    members: &[
        ("friendlyName", &Kind::Text(None)),
        (
            "index",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "length",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        (
            "offset",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
    ],
    required: &["index", "offset", "length"],
    any: &[],
    variants: None,
});
static CHAPTER_START: Kind = Kind::Object(Object {
    members: &[
        ("chapterDetails", &Kind::Same(&CHAPTER_DETAILS)),
        (
            "customMetadata",
            &Kind::List {
                items: &Kind::Same(&CUSTOM_METADATA_DETAILS),
                least: 0,
            },
        ),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID", "chapterDetails"],
    any: &[],
    variants: None,
});
static CHAPTER_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.chapterStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&CHAPTER_START)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static CHAPTER_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&CHAPTER_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static ERROR_DETAILS: Kind = Kind::Object(Object {
    members: &[
        (
            "name",
            &Kind::Text(
                Some(
                    schema::Pattern::new(
                        "^.{1,}$",
                        &[
                            schema::Step::Start,
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Either(3, 5),
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Jump(2),
                            schema::Step::End,
                            schema::Step::Match,
                        ],
                    ),
                ),
            ),
        ),
        ("source", &Kind::Choice(&["player", "external"])),
    ],
    required: &["name", "source"],
    any: &[],
    variants: None,
});
static ERROR: Kind = Kind::Object(Object {
    members: &[
        ("errorDetails", &Kind::Same(&ERROR_DETAILS)),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
    ],
    required: &["playhead", "sessionID", "errorDetails"],
    any: &[],
    variants: None,
});
static ERROR_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.error"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&ERROR)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static ERROR_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&ERROR_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static PAUSE_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.pauseStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static PAUSE_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&PAUSE_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static PING_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.ping"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static PING_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&PING_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static PLAY_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.play"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static PLAY_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&PLAY_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static SESSION_COMPLETE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.sessionComplete"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static SESSION_COMPLETE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&SESSION_COMPLETE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static SESSION_END_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.sessionEnd"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&AD_BREAK_COMPLETE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static SESSION_END_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&SESSION_END_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static SESSION_DETAILS: Kind = Kind::Object(Object {
    members: &[
        ("adLoad", &Kind::Text(None)),
        ("album", &Kind::Text(None)),
        ("appVersion", &Kind::Text(None)),
        ("artist", &Kind::Text(None)),
        ("assetID", &Kind::Text(None)),
        ("author", &Kind::Text(None)),
        ("authorized", &Kind::Text(None)),
        ("channel", &Kind::Text(None)),
        ("contentType", &Kind::Text(None)),
        ("dayPart", &Kind::Text(None)),
        ("episode", &Kind::Text(None)),
        ("feed", &Kind::Text(None)),
        ("firstAirDate", &Kind::Text(None)),
        ("firstDigitalDate", &Kind::Text(None)),
        ("friendlyName", &Kind::Text(None)),
        ("genre", &Kind::Text(None)),
        ("hasResume", &Kind::Flag),
        ("isDownloaded", &Kind::Flag),
        ("label", &Kind::Text(None)),
        (
            "length",
            &Kind::Integer {
                least: -9223372036854775808,
                most: 9223372036854775807,
            },
        ),
        ("mvpd", &Kind::Text(None)),
        (
            "name",
            &Kind::Text(
                Some(
                    schema::Pattern::new(
                        "^.{1,}$",
                        &[
                            schema::Step::Start,
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Either(3, 5),
                            schema::Step::Letter {
                                ranges: &[('\n', '\n')],
                                within: false,
                            },
                            schema::Step::Jump(2),
                            schema::Step::End,
                            schema::Step::Match,
                        ],
                    ),
                ),
            ),
        ),
        ("network", &Kind::Text(None)),
        ("originator", &Kind::Text(None)),
        ("playerName", &Kind::Text(None)),
        ("publisher", &Kind::Text(None)),
        ("rating", &Kind::Text(None)),
        ("season", &Kind::Text(None)),
        ("show", &Kind::Text(None)),
        ("showType", &Kind::Text(None)),
        ("station", &Kind::Text(None)),
        ("streamFormat", &Kind::Text(None)),
        ("streamType", &Kind::Choice(&["audio", "video"])),
    ],
    required: &["name", "length", "contentType", "playerName", "channel"],
    any: &[],
    variants: None,
});
static SESSION_START: Kind = Kind::Object(Object {
    members: &[
        (
            "customMetadata",
            &Kind::List {
                items: &Kind::Same(&CUSTOM_METADATA_DETAILS),
                least: 0,
            },
        ),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionDetails", &Kind::Same(&SESSION_DETAILS)),
    ],
    required: &["playhead", "sessionDetails"],
    any: &[],
    variants: None,
});
static SESSION_START_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.sessionStart"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&SESSION_START)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static SESSION_START_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&SESSION_START_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static PLAYER_STATE_DATA: Kind = Kind::Object(Object {
    members: &[
        (
            "name",
            &Kind::Text(
                Some(
                    schema::Pattern::new(
                        "^[a-zA-Z0-9_.]{1,64}$",
                        &[
                            schema::Step::Start,
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(3, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(5, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(7, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(9, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(11, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(13, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(15, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(17, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(19, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(21, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(23, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(25, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(27, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(29, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(31, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(33, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(35, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(37, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(39, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(41, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(43, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(45, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(47, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(49, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(51, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(53, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(55, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(57, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(59, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(61, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(63, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(65, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(67, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(69, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(71, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(73, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(75, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(77, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(79, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(81, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(83, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(85, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(87, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(89, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(91, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(93, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(95, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(97, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(99, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(101, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(103, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(105, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(107, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(109, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(111, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(113, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(115, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(117, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(119, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(121, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(123, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(125, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::Either(127, 128),
                            schema::Step::Letter {
                                ranges: &[
                                    ('a', 'z'),
                                    ('A', 'Z'),
                                    ('0', '9'),
                                    ('_', '_'),
                                    ('.', '.'),
                                ],
                                within: true,
                            },
                            schema::Step::End,
                            schema::Step::Match,
                        ],
                    ),
                ),
            ),
        ),
    ],
    required: &["name"],
    any: &[],
    variants: None,
});
static STATES_UPDATE: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        ("sessionID", &Kind::Text(None)),
        (
            "statesEnd",
            &Kind::List {
                items: &Kind::Same(&PLAYER_STATE_DATA),
                least: 0,
            },
        ),
        (
            "statesStart",
            &Kind::List {
                items: &Kind::Same(&PLAYER_STATE_DATA),
                least: 0,
            },
        ),
    ],
    required: &["playhead", "sessionID"],
    any: &["statesStart", "statesEnd"],
    variants: None,
});
static STATES_UPDATE_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.statesUpdate"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    ("mediaCollection", &Kind::Same(&STATES_UPDATE)),
                    ("timestamp", &Kind::Time),
                ],
                required: &["eventType", "timestamp", "mediaCollection"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static STATES_UPDATE_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&STATES_UPDATE_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
static PLAY: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead"],
    any: &[],
    variants: None,
});
static DOWNLOADED_BITRATE_CHANGE: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead", "qoeDataDetails"],
    any: &[],
    variants: None,
});
static DOWNLOADED_ERROR: Kind = Kind::Object(Object {
    members: &[
        ("errorDetails", &Kind::Same(&ERROR_DETAILS)),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead", "errorDetails"],
    any: &[],
    variants: None,
});
static DOWNLOADED_AD_BREAK_START: Kind = Kind::Object(Object {
    members: &[
        ("advertisingPodDetails", &Kind::Same(&ADVERTISING_POD_DETAILS)),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead", "advertisingPodDetails"],
    any: &[],
    variants: None,
});
static DOWNLOADED_AD_START: Kind = Kind::Object(Object {
    members: &[
        ("advertisingDetails", &Kind::Same(&ADVERTISING_DETAILS)),
        (
            "customMetadata",
            &Kind::List {
                items: &Kind::Same(&CUSTOM_METADATA_DETAILS),
                least: 0,
            },
        ),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead", "advertisingDetails"],
    any: &[],
    variants: None,
});
static DOWNLOADED_CHAPTER_START: Kind = Kind::Object(Object {
    members: &[
        ("chapterDetails", &Kind::Same(&CHAPTER_DETAILS)),
        (
            "customMetadata",
            &Kind::List {
                items: &Kind::Same(&CUSTOM_METADATA_DETAILS),
                least: 0,
            },
        ),
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
    ],
    required: &["playhead", "chapterDetails"],
    any: &[],
    variants: None,
});
static DOWNLOADED_STATES_UPDATE: Kind = Kind::Object(Object {
    members: &[
        (
            "playhead",
            &Kind::Integer {
                least: 0,
                most: 9223372036854775807,
            },
        ),
        ("qoeDataDetails", &Kind::Same(&QOE_DATA_DETAILS)),
        (
            "statesEnd",
            &Kind::List {
                items: &Kind::Same(&PLAYER_STATE_DATA),
                least: 0,
            },
        ),
        (
            "statesStart",
            &Kind::List {
                items: &Kind::Same(&PLAYER_STATE_DATA),
                least: 0,
            },
        ),
    ],
    required: &["playhead"],
    any: &["statesStart", "statesEnd"],
    variants: None,
});
static MEDIA_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "mediaCollection",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        ("mediaEventTimestamp", &Kind::Time),
        (
            "mediaEventType",
            &Kind::Type(
                &[
                    "media.sessionStart",
                    "media.play",
                    "media.ping",
                    "media.pauseStart",
                    "media.bufferStart",
                    "media.bitrateChange",
                    "media.error",
                    "media.adBreakStart",
                    "media.adBreakComplete",
                    "media.adStart",
                    "media.adComplete",
                    "media.adSkip",
                    "media.chapterStart",
                    "media.chapterComplete",
                    "media.chapterSkip",
                    "media.statesUpdate",
                    "media.sessionComplete",
                    "media.sessionEnd",
                ],
            ),
        ),
    ],
    required: &["mediaEventType", "mediaEventTimestamp", "mediaCollection"],
    any: &[],
    variants: Some(Variants {
        by: "mediaEventType",
        member: "mediaCollection",
        of: &[
            ("media.sessionStart", &SESSION_START),
            ("media.play", &PLAY),
            ("media.ping", &PLAY),
            ("media.pauseStart", &PLAY),
            ("media.bufferStart", &PLAY),
            ("media.bitrateChange", &DOWNLOADED_BITRATE_CHANGE),
            ("media.error", &DOWNLOADED_ERROR),
            ("media.adBreakStart", &DOWNLOADED_AD_BREAK_START),
            ("media.adBreakComplete", &PLAY),
            ("media.adStart", &DOWNLOADED_AD_START),
            ("media.adComplete", &PLAY),
            ("media.adSkip", &PLAY),
            ("media.chapterStart", &DOWNLOADED_CHAPTER_START),
            ("media.chapterComplete", &PLAY),
            ("media.chapterSkip", &PLAY),
            ("media.statesUpdate", &DOWNLOADED_STATES_UPDATE),
            ("media.sessionComplete", &PLAY),
            ("media.sessionEnd", &PLAY),
        ],
    }),
});
static DOWNLOADED_EVENT: Kind = Kind::Object(Object {
    members: &[
        (
            "data",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("_id", &Kind::Text(None)),
                    ("eventType", &Kind::Type(&["media.downloaded"])),
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                    (
                        "mediaDownloadedEvents",
                        &Kind::List {
                            items: &Kind::Same(&MEDIA_EVENT),
                            least: 0,
                        },
                    ),
                ],
                required: &["eventType", "mediaDownloadedEvents"],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["xdm"],
    any: &[],
    variants: None,
});
static DOWNLOADED_REQUEST: Kind = Kind::Object(Object {
    members: &[
        (
            "events",
            &Kind::List {
                items: &Kind::Same(&DOWNLOADED_EVENT),
                least: 1,
            },
        ),
        (
            "meta",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "query",
            &Kind::Object(Object {
                members: &[],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
        (
            "xdm",
            &Kind::Object(Object {
                members: &[
                    ("identityMap", &Kind::Same(&IDENTITY_MAP)),
                    ("implementationDetails", &Kind::Same(&IMPLEMENTATION_DETAILS)),
                ],
                required: &[],
                any: &[],
                variants: None,
            }),
        ),
    ],
    required: &["events"],
    any: &[],
    variants: None,
});
