//! The usual solution: plain types with serde's derive, with the names of the API.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

macro_rules! object {
    ($name:ident { $($field:ident: $type:ty,)* }) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )*
        }
    };
}

#[derive(Serialize, Deserialize)]
pub struct Request {
    pub events: Vec<Item>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<Map<String, Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xdm: Option<Box<Xdm>>,
}

#[derive(Serialize, Deserialize)]
pub struct Item {
    pub xdm: Xdm,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<Map<String, Value>>,
}

#[derive(Serialize, Deserialize)]
pub enum EventType {
    #[serde(rename = "media.sessionStart")]
    SessionStart,
    #[serde(rename = "media.play")]
    Play,
    #[serde(rename = "media.ping")]
    Ping,
    #[serde(rename = "media.pauseStart")]
    PauseStart,
    #[serde(rename = "media.bufferStart")]
    BufferStart,
    #[serde(rename = "media.bitrateChange")]
    BitrateChange,
    #[serde(rename = "media.error")]
    Error,
    #[serde(rename = "media.adBreakStart")]
    AdBreakStart,
    #[serde(rename = "media.adBreakComplete")]
    AdBreakComplete,
    #[serde(rename = "media.adStart")]
    AdStart,
    #[serde(rename = "media.adComplete")]
    AdComplete,
    #[serde(rename = "media.adSkip")]
    AdSkip,
    #[serde(rename = "media.chapterStart")]
    ChapterStart,
    #[serde(rename = "media.chapterComplete")]
    ChapterComplete,
    #[serde(rename = "media.chapterSkip")]
    ChapterSkip,
    #[serde(rename = "media.statesUpdate")]
    StatesUpdate,
    #[serde(rename = "media.sessionComplete")]
    SessionComplete,
    #[serde(rename = "media.sessionEnd")]
    SessionEnd,
    #[serde(rename = "media.downloaded")]
    Downloaded,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Xdm {
    #[serde(rename = "_id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_type: Option<EventType>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub identity_map: BTreeMap<String, Vec<Identity>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implementation_details: Option<Box<Implementation>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_collection: Option<MediaCollection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_downloaded_events: Option<Vec<Inner>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Inner {
    pub media_collection: MediaCollection,
    pub media_event_timestamp: String,
    pub media_event_type: EventType,
}

object! { Identity { authenticated_state: String, id: String, primary: bool, } }
object! { Implementation { environment: String, name: String, version: String, } }

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MediaCollection {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advertising_details: Option<Box<Ad>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advertising_pod_details: Option<Box<Pod>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapter_details: Option<Box<Chapter>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_metadata: Option<Vec<Pair>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_details: Option<Box<Fault>>,
    pub playhead: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qoe_data_details: Option<Box<Quality>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_details: Option<Box<Session>>,
    #[serde(rename = "sessionID", skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub states_end: Option<Vec<State>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub states_start: Option<Vec<State>>,
}

object! { Pair { name: String, value: String, } }
object! { State { name: String, } }
object! { Fault { name: String, source: String, } }
object! { Chapter { friendly_name: String, index: i64, length: i64, offset: i64, } }
object! { Pod { friendly_name: String, index: i64, offset: i64, } }
object! { Quality { bitrate: i64, dropped_frames: i64, frames_per_second: i64, time_to_start: i64, } }

/// Members whose names end in `ID` or `URL` are among the standard metadata.
macro_rules! standard {
    ($name:ident { $($field:ident: $type:ty,)* } $($key:literal $more:ident,)* $(; $flag_key:literal $flag:ident)*) => {
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(pub $field: $type,)*
            $(
                #[serde(rename = $key, skip_serializing_if = "Option::is_none")]
                pub $more: Option<String>,
            )*
            $(
                #[serde(rename = $flag_key, skip_serializing_if = "Option::is_none")]
                pub $flag: Option<bool>,
            )*
        }
    };
}

standard! { Ad { length: i64, name: String, player_name: String, pod_position: i64, }
    "advertiser" advertiser, "campaignID" campaign, "creativeID" creative, "creativeURL" url,
    "friendlyName" friendly, "placementID" placement, "siteID" site,
}

standard! { Session { channel: String, content_type: String, length: i64, name: String,
        player_name: String, }
    "adLoad" ad_load, "album" album, "appVersion" app, "artist" artist, "assetID" asset,
    "author" author, "authorized" authorized, "dayPart" day_part, "episode" episode, "feed" feed,
    "firstAirDate" air, "firstDigitalDate" digital, "friendlyName" friendly, "genre" genre,
    "label" label, "mvpd" mvpd, "network" network, "originator" originator, "publisher" publisher,
    "rating" rating, "season" season, "show" show, "showType" show_type, "station" station,
    "streamFormat" format, "streamType" stream,
    ; "hasResume" resume; "isDownloaded" downloaded
}
