//! The SDKs' names of things, and ours.

use media_collection::{
    AdStartParams, CustomMetadata, PlayerTime, QoeData, SessionStart, SessionStartParams,
    WithMetadata,
};
use serde_json::Value;

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Metadata pairs: standard ones go where `standard` puts them, keys that the wire does not
/// allow are left out.
pub fn custom(
    metadata: &Value,
    mut standard: impl FnMut(&str, &str) -> bool,
) -> Option<CustomMetadata> {
    let mut pairs = CustomMetadata::default();
    for (key, value) in metadata.as_object()? {
        let Some(value) = value.as_str() else { continue };
        if !standard(key, value) {
            let _ = pairs.insert(key.as_str(), value);
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// Puts a value into the field if the key is the one that goes there.
macro_rules! fields {
    ($params:ident, $key:expr, $value:expr, $($name:literal => $field:ident,)*) => {
        match $key {
            $($name => $params.$field = Some($value.into()),)*
            _ => return false,
        }
    };
}

/// The start, if the media object is one that the SDKs take.
pub fn start(
    object: &Value,
    metadata: &Value,
    config: &Value,
    at: PlayerTime,
) -> Option<SessionStart> {
    let configured = |key: &str| config["params"][key].as_str().unwrap().to_owned();
    let mut params = SessionStartParams::builder()
        .analytics_tracking_server(configured("analytics.trackingServer"))
        .analytics_report_suite(configured("analytics.reportSuite"))
        .visitor_marketing_cloud_org_id(configured("visitor.marketingCloudOrgId"))
        .id(object["media.id"].as_str()?)
        .length(object["media.length"].as_f64()?)
        .content_type(object["media.streamtype"].as_str()?)
        .player_name(configured("media.playerName"))
        .channel(configured("media.channel"))
        .name(text(&object["media.name"]))
        .stream_type(text(&object["media.type"]))
        .resume(object["media.resumed"].as_bool().unwrap_or_default())
        .build();
    let pairs = custom(metadata, |key, value| {
        fields!(params, key, value,
            "a.media.show" => show, "a.media.season" => season, "a.media.episode" => episode,
            "a.media.network" => network, "a.media.dayPart" => day_part,
            "a.media.artist" => artist, "a.media.album" => album, "a.media.author" => author,
            "a.media.publisher" => publisher, "a.media.station" => station,
            "a.media.label" => label, "a.media.feed" => feed, "a.media.format" => stream_format,
        );
        true
    });
    let start = SessionStart::new(at, params);
    Some(match pairs {
        Some(pairs) => start.with_metadata(pairs),
        None => start,
    })
}

pub fn ad(info: &Value, metadata: &Value, player_name: &str) -> WithMetadata<AdStartParams> {
    let mut params = AdStartParams::builder()
        .id(text(&info["ad.id"]))
        .length(info["ad.length"].as_f64().unwrap())
        .pod_position(info["ad.position"].as_i64().unwrap())
        .player_name(player_name)
        .name(text(&info["ad.name"]))
        .build();
    let pairs = custom(metadata, |key, value| {
        fields!(params, key, value,
            "a.media.ad.advertiser" => advertiser, "a.media.ad.campaign" => campaign_id,
            "a.media.ad.creative" => creative_id, "a.media.ad.creativeURL" => creative_url,
            "a.media.ad.placement" => placement_id, "a.media.ad.site" => site_id,
        );
        true
    });
    WithMetadata::new(params, pairs)
}

pub fn state(info: &Value) -> Option<String> {
    let name = ["state.name", "customstate.name"].iter().find_map(|key| info[key].as_str())?;
    Some(name.to_owned())
}

/// The quality, cut to whole numbers as the SDKs do it; nothing if a number is missing or below 0.
pub fn qoe(object: &Value) -> Option<QoeData> {
    let number = |key: &str| object[key].as_f64().filter(|n| *n >= 0.0).map(|n| n as i64);
    Some(
        QoeData::builder()
            .bitrate(number("qoe.bitrate")?)
            .dropped_frames(number("qoe.droppedframes")?)
            .frames_per_second(number("qoe.fps")?)
            .time_to_start(number("qoe.startuptime")?)
            .build(),
    )
}
