//! The dimensions that records pass through: what the events say.

use super::field::Field;

/// A dimension, and the key of the member whose value it has.
#[derive(Debug)]
pub(super) struct Dimension {
    pub(super) key: &'static str,
    pub(super) field: Field,
}

const fn of(key: &'static str, field: Field) -> Dimension {
    let field = field.dimension().source("variables and dimensions reference");
    Dimension { key, field }
}

/// The rule of all of them.
const RULE: &str = "The value that was sent.";

/// Those of the params of `sessionStart`.
pub(super) static START: &[Dimension] = &[
    of("media.id", Field::new("sessionDetails.name", "a.media.name", "Content", RULE)),
    of(
        "media.name",
        Field::new(
            "sessionDetails.friendlyName",
            "a.media.friendlyName",
            "Content name (variable)",
            RULE,
        ),
    ),
    of(
        "media.length",
        Field::new("sessionDetails.length", "a.media.length", "Content length (variable)", RULE)
            .rough(),
    ),
    of(
        "media.contentType",
        Field::new("sessionDetails.contentType", "a.contentType", "Content type", RULE),
    ),
    of(
        "media.playerName",
        Field::new("sessionDetails.playerName", "a.media.playerName", "Content player name", RULE),
    ),
    of(
        "media.channel",
        Field::new("sessionDetails.channel", "a.media.channel", "Content channel", RULE),
    ),
    of(
        "media.streamType",
        Field::new("sessionDetails.streamType", "a.media.streamType", "Media stream type", RULE),
    ),
    of("media.show", Field::new("sessionDetails.show", "a.media.show", "Show", RULE)),
    of("media.season", Field::new("sessionDetails.season", "a.media.season", "Season", RULE)),
    of("media.episode", Field::new("sessionDetails.episode", "a.media.episode", "Episode", RULE)),
    of("media.genre", Field::new("sessionDetails.genre", "a.media.genre", "Genre", RULE)),
    of("media.showType", Field::new("sessionDetails.showType", "a.media.type", "Show type", RULE)),
    of(
        "media.assetId",
        Field::new("sessionDetails.assetID", "a.media.asset", "Asset ID", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.firstAirDate",
        Field::new("sessionDetails.firstAirDate", "a.media.airDate", "First air date", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.firstDigitalDate",
        Field::new(
            "sessionDetails.firstDigitalDate",
            "a.media.digitalDate",
            "First digital date",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.rating",
        Field::new("sessionDetails.rating", "a.media.rating", "Content rating", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.originator",
        Field::new("sessionDetails.originator", "a.media.originator", "Originator", RULE)
            .by_processing_rule(),
    ),
    of("media.network", Field::new("sessionDetails.network", "a.media.network", "Network", RULE)),
    of("media.pass.mvpd", Field::new("sessionDetails.mvpd", "a.media.pass.mvpd", "MVPD", RULE)),
    of(
        "media.pass.auth",
        Field::new("sessionDetails.authorized", "a.media.pass.auth", "Authorized", RULE),
    ),
    of("media.adLoad", Field::new("sessionDetails.adLoad", "a.media.adLoad", "Ad load type", RULE)),
    of("media.dayPart", Field::new("sessionDetails.dayPart", "a.media.dayPart", "Day part", RULE)),
    of("media.feed", Field::new("sessionDetails.feed", "a.media.feed", "Media feed type", RULE)),
    of(
        "media.streamFormat",
        Field::new("sessionDetails.streamFormat", "a.media.format", "Stream format", RULE)
            .by_processing_rule(),
    ),
    of("media.artist", Field::new("sessionDetails.artist", "a.media.artist", "Artist", RULE)),
    of("media.album", Field::new("sessionDetails.album", "a.media.album", "Album", RULE)),
    of("media.label", Field::new("sessionDetails.label", "a.media.label", "Label", RULE)),
    of("media.author", Field::new("sessionDetails.author", "a.media.author", "Author", RULE)),
    of("media.station", Field::new("sessionDetails.station", "a.media.station", "Station", RULE)),
    of(
        "media.publisher",
        Field::new("sessionDetails.publisher", "a.media.publisher", "Publisher", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.sdkVersion",
        Field::new("sessionDetails.appVersion", "a.media.sdkVersion", "App version", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.libraryVersion",
        Field::new(VERSION, "a.media.vhlVersion", "VHL version", RULE).rough().by_processing_rule(),
    ),
];

/// What is not in an object of the media.
const VERSION: &str = "implementationDetails.version";

/// Those of the params of `adStart`.
pub(super) static AD: &[Dimension] = &[
    of("media.ad.id", Field::new("advertisingDetails.name", "a.media.ad.name", "Ad", RULE)),
    of(
        "media.ad.name",
        Field::new(
            "advertisingDetails.friendlyName",
            "a.media.ad.friendlyName",
            "Ad name (variable)",
            RULE,
        ),
    ),
    of(
        "media.ad.length",
        Field::new("advertisingDetails.length", "a.media.ad.length", "Ad length (variable)", RULE),
    ),
    of(
        "media.ad.podPosition",
        Field::new(
            "advertisingDetails.podPosition",
            "a.media.ad.podPosition",
            "Ad in pod position",
            RULE,
        ),
    ),
    of(
        "media.ad.playerName",
        Field::new(
            "advertisingDetails.playerName",
            "a.media.ad.playerName",
            "Ad player name",
            RULE,
        ),
    ),
    of(
        "media.ad.advertiser",
        Field::new("advertisingDetails.advertiser", "a.media.ad.advertiser", "Advertiser", RULE),
    ),
    of(
        "media.ad.campaignId",
        Field::new("advertisingDetails.campaignID", "a.media.ad.campaign", "Campaign ID", RULE),
    ),
    of(
        "media.ad.creativeId",
        Field::new("advertisingDetails.creativeID", "a.media.ad.creative", "Creative ID", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.ad.siteId",
        Field::new("advertisingDetails.siteID", "a.media.ad.site", "Site ID", RULE)
            .by_processing_rule(),
    ),
    of(
        "media.ad.creativeURL",
        Field::new(
            "advertisingDetails.creativeURL",
            "a.media.ad.creativeURL",
            "Creative URL",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.ad.placementId",
        Field::new("advertisingDetails.placementID", "a.media.ad.placement", "Placement ID", RULE)
            .by_processing_rule(),
    ),
];

/// Those of the params of `adBreakStart`.
pub(super) static POD: &[Dimension] = &[
    of(
        "media.ad.podFriendlyName",
        Field::new(
            "advertisingPodDetails.friendlyName",
            "a.media.ad.podFriendlyName",
            "Pod name",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.ad.podSecond",
        Field::new("advertisingPodDetails.offset", "a.media.ad.podSecond", "Pod position", RULE)
            .by_processing_rule(),
    ),
];

/// Those of the params of `chapterStart`.
pub(super) static CHAPTER: &[Dimension] = &[
    of(
        "media.chapter.friendlyName",
        Field::new(
            "chapterDetails.friendlyName",
            "a.media.chapter.friendlyName",
            "Chapter name (variable)",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.chapter.index",
        Field::new(
            "chapterDetails.index",
            "a.media.chapter.position",
            "Chapter position (variable)",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.chapter.offset",
        Field::new(
            "chapterDetails.offset",
            "a.media.chapter.offset",
            "Chapter offset (variable)",
            RULE,
        )
        .by_processing_rule(),
    ),
    of(
        "media.chapter.length",
        Field::new(
            "chapterDetails.length",
            "a.media.chapter.length",
            "Chapter length (variable)",
            RULE,
        )
        .by_processing_rule(),
    ),
];

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static Dimension> {
    [START, AD, POD, CHAPTER].into_iter().flatten()
}
