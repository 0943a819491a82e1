//! The same wire format as handwritten serde types, the reference for the build cost.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlayerTime {
    pub playhead: f64,
    pub ts: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QoeData {
    #[serde(rename = "media.qoe.bitrate", default, skip_serializing_if = "Option::is_none")]
    pub bitrate: Option<i64>,
    #[serde(rename = "media.qoe.droppedFrames", default, skip_serializing_if = "Option::is_none")]
    pub dropped_frames: Option<i64>,
    #[serde(
        rename = "media.qoe.framesPerSecond",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub frames_per_second: Option<i64>,
    #[serde(rename = "media.qoe.timeToStart", default, skip_serializing_if = "Option::is_none")]
    pub time_to_start: Option<i64>,
    #[serde(rename = "media.qoe.errorID", default, skip_serializing_if = "Option::is_none")]
    pub error_id: Option<String>,
    #[serde(rename = "media.qoe.errorSource", default, skip_serializing_if = "Option::is_none")]
    pub error_source: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    #[serde(rename = "media.state.name")]
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerId {
    pub id: String,
    #[serde(rename = "authState")]
    pub auth_state: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionStartParams {
    #[serde(rename = "appInstallationId", default, skip_serializing_if = "Option::is_none")]
    pub app_installation_id: Option<String>,
    #[serde(rename = "analytics.trackingServer")]
    pub tracking_server: String,
    #[serde(rename = "analytics.reportSuite")]
    pub report_suite: String,
    #[serde(rename = "analytics.enableSSL", default, skip_serializing_if = "Option::is_none")]
    pub enable_ssl: Option<bool>,
    #[serde(rename = "analytics.visitorId", default, skip_serializing_if = "Option::is_none")]
    pub visitor_id: Option<String>,
    #[serde(rename = "analytics.aid", default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<String>,
    #[serde(
        rename = "analytics.optOutServerSideForwarding",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub opt_out_server_side_forwarding: Option<bool>,
    #[serde(rename = "analytics.optOutShare", default, skip_serializing_if = "Option::is_none")]
    pub opt_out_share: Option<bool>,
    #[serde(rename = "visitor.marketingCloudOrgId")]
    pub marketing_cloud_org_id: String,
    #[serde(
        rename = "visitor.marketingCloudUserId",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub marketing_cloud_user_id: Option<String>,
    #[serde(rename = "visitor.aamLocationHint", default, skip_serializing_if = "Option::is_none")]
    pub aam_location_hint: Option<i64>,
    #[serde(rename = "visitor.customerIDs", default, skip_serializing_if = "Option::is_none")]
    pub customer_ids: Option<BTreeMap<String, CustomerId>>,
    #[serde(rename = "media.id")]
    pub id: String,
    #[serde(rename = "media.name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "media.length")]
    pub length: f64,
    #[serde(rename = "media.contentType")]
    pub content_type: String,
    #[serde(rename = "media.streamType", default, skip_serializing_if = "Option::is_none")]
    pub stream_type: Option<String>,
    #[serde(rename = "media.playerName")]
    pub player_name: String,
    #[serde(rename = "media.channel")]
    pub channel: String,
    #[serde(rename = "media.publisher", default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(rename = "media.resume", default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<bool>,
    #[serde(rename = "media.downloaded", default, skip_serializing_if = "Option::is_none")]
    pub downloaded: Option<bool>,
    #[serde(rename = "media.sdkVersion", default, skip_serializing_if = "Option::is_none")]
    pub sdk_version: Option<String>,
    #[serde(rename = "media.libraryVersion", default, skip_serializing_if = "Option::is_none")]
    pub library_version: Option<String>,
    #[serde(rename = "media.streamFormat", default, skip_serializing_if = "Option::is_none")]
    pub stream_format: Option<String>,
    #[serde(rename = "media.show", default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    #[serde(rename = "media.season", default, skip_serializing_if = "Option::is_none")]
    pub season: Option<String>,
    #[serde(rename = "media.episode", default, skip_serializing_if = "Option::is_none")]
    pub episode: Option<String>,
    #[serde(rename = "media.assetId", default, skip_serializing_if = "Option::is_none")]
    pub asset_id: Option<String>,
    #[serde(rename = "media.genre", default, skip_serializing_if = "Option::is_none")]
    pub genre: Option<String>,
    #[serde(rename = "media.firstAirDate", default, skip_serializing_if = "Option::is_none")]
    pub first_air_date: Option<String>,
    #[serde(rename = "media.firstDigitalDate", default, skip_serializing_if = "Option::is_none")]
    pub first_digital_date: Option<String>,
    #[serde(rename = "media.rating", default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<String>,
    #[serde(rename = "media.originator", default, skip_serializing_if = "Option::is_none")]
    pub originator: Option<String>,
    #[serde(rename = "media.network", default, skip_serializing_if = "Option::is_none")]
    pub network: Option<String>,
    #[serde(rename = "media.showType", default, skip_serializing_if = "Option::is_none")]
    pub show_type: Option<String>,
    #[serde(rename = "media.adLoad", default, skip_serializing_if = "Option::is_none")]
    pub ad_load: Option<String>,
    #[serde(rename = "media.pass.mvpd", default, skip_serializing_if = "Option::is_none")]
    pub mvpd: Option<String>,
    #[serde(rename = "media.pass.auth", default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<String>,
    #[serde(rename = "media.dayPart", default, skip_serializing_if = "Option::is_none")]
    pub day_part: Option<String>,
    #[serde(rename = "media.feed", default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<String>,
    #[serde(rename = "media.artist", default, skip_serializing_if = "Option::is_none")]
    pub artist: Option<String>,
    #[serde(rename = "media.album", default, skip_serializing_if = "Option::is_none")]
    pub album: Option<String>,
    #[serde(rename = "media.label", default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "media.author", default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    #[serde(rename = "media.station", default, skip_serializing_if = "Option::is_none")]
    pub station: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorParams {
    #[serde(rename = "media.errorId", default, skip_serializing_if = "Option::is_none")]
    pub error_id: Option<String>,
    #[serde(rename = "media.errorSource", default, skip_serializing_if = "Option::is_none")]
    pub error_source: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdBreakStartParams {
    #[serde(rename = "media.ad.podFriendlyName", default, skip_serializing_if = "Option::is_none")]
    pub pod_friendly_name: Option<String>,
    #[serde(rename = "media.ad.podIndex")]
    pub pod_index: i64,
    #[serde(rename = "media.ad.podSecond")]
    pub pod_second: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdStartParams {
    #[serde(rename = "media.ad.podPosition")]
    pub pod_position: i64,
    #[serde(rename = "media.ad.name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "media.ad.id")]
    pub id: String,
    #[serde(rename = "media.ad.length")]
    pub length: f64,
    #[serde(rename = "media.ad.playerName")]
    pub player_name: String,
    #[serde(rename = "media.ad.podFriendlyName", default, skip_serializing_if = "Option::is_none")]
    pub pod_friendly_name: Option<String>,
    #[serde(rename = "media.ad.advertiser", default, skip_serializing_if = "Option::is_none")]
    pub advertiser: Option<String>,
    #[serde(rename = "media.ad.campaignId", default, skip_serializing_if = "Option::is_none")]
    pub campaign_id: Option<String>,
    #[serde(rename = "media.ad.creativeId", default, skip_serializing_if = "Option::is_none")]
    pub creative_id: Option<String>,
    #[serde(rename = "media.ad.siteId", default, skip_serializing_if = "Option::is_none")]
    pub site_id: Option<String>,
    #[serde(rename = "media.ad.creativeURL", default, skip_serializing_if = "Option::is_none")]
    pub creative_url: Option<String>,
    #[serde(rename = "media.ad.placementId", default, skip_serializing_if = "Option::is_none")]
    pub placement_id: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterStartParams {
    #[serde(rename = "media.chapter.index")]
    pub index: i64,
    #[serde(rename = "media.chapter.offset")]
    pub offset: f64,
    #[serde(rename = "media.chapter.length")]
    pub length: f64,
    #[serde(
        rename = "media.chapter.friendlyName",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub friendly_name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateStartParams {
    #[serde(rename = "media.state.name")]
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateEndParams {
    #[serde(rename = "media.state.name")]
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatesUpdateParams {
    #[serde(rename = "statesStart", default, skip_serializing_if = "Option::is_none")]
    pub states_start: Option<Vec<State>>,
    #[serde(rename = "statesEnd", default, skip_serializing_if = "Option::is_none")]
    pub states_end: Option<Vec<State>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "eventType",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Event {
    SessionStart {
        player_time: PlayerTime,
        params: Box<SessionStartParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    Play {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    Ping {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    PauseStart {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    BufferStart {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    BitrateChange {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    Error {
        player_time: PlayerTime,
        params: Box<ErrorParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    AdBreakStart {
        player_time: PlayerTime,
        params: Box<AdBreakStartParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    AdBreakComplete {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    AdStart {
        player_time: PlayerTime,
        params: Box<AdStartParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    AdComplete {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    AdSkip {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    ChapterStart {
        player_time: PlayerTime,
        params: Box<ChapterStartParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    ChapterComplete {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    ChapterSkip {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    StateStart {
        player_time: PlayerTime,
        params: Box<StateStartParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    StateEnd {
        player_time: PlayerTime,
        params: Box<StateEndParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    StatesUpdate {
        player_time: PlayerTime,
        params: Box<StatesUpdateParams>,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    SessionComplete {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
    SessionEnd {
        player_time: PlayerTime,
        custom_metadata: Option<BTreeMap<String, String>>,
        qoe_data: Option<Box<QoeData>>,
    },
}
