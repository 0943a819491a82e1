//! The untyped arguments of the SDKs, made into the typed calls of a tracker.
//!
//! This is the host's half: an argument that no typed call can express is refused here.

use media_collection::tracker::{Media, Quality};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, Event, EventBody, Policy,
    SessionStartParams, WithMetadata,
};
use serde_json::{Map, Value, json};

/// In place of everything that the SDKs fill in when they send.
pub const ENVIRONMENT: &str = "(environment)";

const STANDARD_MEDIA: [(&str, &str); 23] = [
    ("a.media.show", "media.show"),
    ("a.media.season", "media.season"),
    ("a.media.episode", "media.episode"),
    ("a.media.asset", "media.assetId"),
    ("a.media.genre", "media.genre"),
    ("a.media.airDate", "media.firstAirDate"),
    ("a.media.digitalDate", "media.firstDigitalDate"),
    ("a.media.rating", "media.rating"),
    ("a.media.originator", "media.originator"),
    ("a.media.network", "media.network"),
    ("a.media.type", "media.showType"),
    ("a.media.adLoad", "media.adLoad"),
    ("a.media.pass.mvpd", "media.pass.mvpd"),
    ("a.media.pass.auth", "media.pass.auth"),
    ("a.media.dayPart", "media.dayPart"),
    ("a.media.feed", "media.feed"),
    ("a.media.format", "media.streamFormat"),
    ("a.media.artist", "media.artist"),
    ("a.media.album", "media.album"),
    ("a.media.label", "media.label"),
    ("a.media.author", "media.author"),
    ("a.media.station", "media.station"),
    ("a.media.publisher", "media.publisher"),
];

const STANDARD_AD: [(&str, &str); 6] = [
    ("a.media.ad.advertiser", "media.ad.advertiser"),
    ("a.media.ad.campaign", "media.ad.campaignId"),
    ("a.media.ad.creative", "media.ad.creativeId"),
    ("a.media.ad.placement", "media.ad.placementId"),
    ("a.media.ad.site", "media.ad.siteId"),
    ("a.media.ad.creativeURL", "media.ad.creativeURL"),
];

/// A call of the tracker.
#[derive(Debug, Clone)]
pub enum Told {
    Start(Box<Media>),
    Complete,
    End,
    Play,
    Pause,
    BufferStart,
    BufferComplete,
    SeekStart,
    SeekComplete,
    AdBreakStart(Box<AdBreakStartParams>),
    AdBreakComplete,
    AdStart(Box<WithMetadata<AdStartParams>>),
    AdComplete,
    AdSkip,
    ChapterStart(Box<WithMetadata<ChapterStartParams>>),
    ChapterComplete,
    ChapterSkip,
    BitrateChange,
    Error(String),
    StateStart(String),
    StateEnd(String),
    Quality(Quality),
    Playhead(f64),
    /// The host has refused it.
    Refused,
}

/// How the arguments of an SDK are read.
#[derive(Debug, Clone)]
pub struct Arguments {
    pub android: bool,
    /// The configuration of the tracker.
    pub config: Map<String, Value>,
}

type Object = Map<String, Value>;

impl Arguments {
    pub fn is_downloaded(&self) -> bool {
        self.android && self.config.get("config.downloadedcontent") == Some(&Value::Bool(true))
    }

    /// The call of the SDK with this name, such as `trackPlay`, and its arguments.
    pub fn told(&self, api: &str, args: &Object) -> Told {
        let object = |name: &str| args.get(name).and_then(Value::as_object);
        let empty = Object::new();
        let metadata = object("metadata").unwrap_or(&empty);
        match api {
            "trackEvent" => {
                let info = object("info").unwrap_or(&empty);
                let event = args.get("event").and_then(Value::as_str).unwrap_or_default();
                self.event(event, info, metadata).unwrap_or(Told::Refused)
            }
            "trackSessionStart" => {
                let media = object("mediaObject").unwrap_or(&empty);
                Told::Start(Box::new(self.media(media, metadata).unwrap_or_else(no_media)))
            }
            "trackError" => args
                .get("errorId")
                .and_then(Value::as_str)
                .map_or(Told::Refused, |id| Told::Error(id.to_owned())),
            "updateQoEObject" => {
                let values = object("qoe").unwrap_or(&empty);
                let value = |key: &str| number(values.get(key), 0.0);
                let quality = || {
                    Some(Quality::new(
                        value("qoe.bitrate")?,
                        value("qoe.startuptime")?,
                        value("qoe.fps")?,
                        value("qoe.droppedframes")?,
                    ))
                };
                quality().map_or(Told::Refused, Told::Quality)
            }
            "trackSessionEnd" => Told::End,
            "trackComplete" => Told::Complete,
            "trackPlay" => Told::Play,
            "trackPause" => Told::Pause,
            api if api.starts_with("update") => Told::Playhead(playhead(args.get("time"))),
            _ => panic!("unknown call {api}"),
        }
    }

    fn event(&self, event: &str, info: &Object, metadata: &Object) -> Option<Told> {
        let state = || {
            let key = if self.android { "state.name" } else { "customstate.name" };
            info.get(key)?.as_str().map(str::to_owned)
        };
        // Android's names begin with a capital letter.
        let mut event = event.to_owned();
        if let Some(first) = event.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        Some(match event.as_str() {
            "bufferStart" => Told::BufferStart,
            "bufferComplete" => Told::BufferComplete,
            "seekStart" => Told::SeekStart,
            "seekComplete" => Told::SeekComplete,
            "adBreakStart" => {
                // A break that is refused ends the hold all the same: position 0 says so.
                let params = self.ad_break(info).unwrap_or_else(no_break);
                Told::AdBreakStart(Box::new(params))
            }
            "adBreakComplete" => Told::AdBreakComplete,
            "adStart" => Told::AdStart(Box::new(self.ad(info, metadata)?)),
            "adComplete" => Told::AdComplete,
            "adSkip" => Told::AdSkip,
            "chapterStart" => Told::ChapterStart(Box::new(self.chapter(info, metadata)?)),
            "chapterComplete" => Told::ChapterComplete,
            "chapterSkip" => Told::ChapterSkip,
            "bitrateChange" => Told::BitrateChange,
            "stateStart" => Told::StateStart(state()?),
            "stateEnd" => Told::StateEnd(state()?),
            _ => return None,
        })
    }

    fn media(&self, info: &Object, metadata: &Object) -> Option<Media> {
        let kind = info.get("media.type").and_then(Value::as_str);
        let kind = match (self.android, kind.map(str::to_lowercase)) {
            (true, Some(kind)) if kind == "audio" || kind == "video" => kind,
            (true, _) => return None,
            (false, _) if kind == Some("audio") => "audio".to_owned(),
            (false, _) => "video".to_owned(),
        };
        let is_true = |key: &str| info.get(key) == Some(&Value::Bool(true));
        let mut params = json!({
            "media.id": text(info.get("media.id"))?,
            "media.name": text(info.get("media.name"))?,
            "media.length": number(info.get("media.length"), 0.0)?,
            "media.contentType": text(info.get("media.streamtype"))?,
            "media.streamType": kind,
            "media.resume": is_true("media.resumed"),
            "media.channel": ENVIRONMENT,
            "media.playerName": ENVIRONMENT,
            "analytics.trackingServer": ENVIRONMENT,
            "analytics.reportSuite": ENVIRONMENT,
            "visitor.marketingCloudOrgId": ENVIRONMENT,
        });
        let custom = self.split(metadata, &STANDARD_MEDIA, &mut params);
        let overrides: &[(&str, &str)] = if self.android {
            &[("media.channel", "config.channel")]
        } else {
            &[("media.channel", "media.channel"), ("media.playerName", "media.playerName")]
        };
        for (key, setting) in overrides {
            if let Some(value) = text(self.config.get(*setting)) {
                params[key] = value.into();
            }
        }
        let EventBody::SessionStart(start) = typed("sessionStart", params, custom)? else {
            return None;
        };
        let WithMetadata { params, custom_metadata, .. } = *start;
        let media = match custom_metadata {
            Some(custom) => Media::new((params, custom)),
            None => Media::new(params),
        };
        let media = match self.hold(info) {
            Some(hold) => media.with_hold(hold),
            None => media,
        };
        Some(media.with_granular_ad_pings(is_true("media.granularadtracking")))
    }

    /// How long calls are held; `None` for as long as always.
    fn hold(&self, info: &Object) -> Option<i64> {
        let key = if self.android { "media.prerollwaitingtime" } else { "media.prerollwaittime" };
        let hold = info.get(key)?.as_f64()?;
        if self.android {
            return Some(hold as i64);
        }
        (hold >= 0.0 && hold.fract() == 0.0).then_some(hold as i64)
    }

    fn ad_break(&self, info: &Object) -> Option<AdBreakStartParams> {
        let params = json!({
            "media.ad.podFriendlyName": text(info.get("adbreak.name"))?,
            "media.ad.podIndex": position(info.get("adbreak.position"))?,
            "media.ad.podSecond": number(info.get("adbreak.starttime"), 0.0)?,
        });
        match typed("adBreakStart", params, Object::new())? {
            EventBody::AdBreakStart(params) => Some(*params),
            _ => None,
        }
    }

    fn ad(&self, info: &Object, metadata: &Object) -> Option<WithMetadata<AdStartParams>> {
        let mut params = json!({
            "media.ad.id": text(info.get("ad.id"))?,
            "media.ad.name": text(info.get("ad.name"))?,
            "media.ad.podPosition": position(info.get("ad.position"))?,
            "media.ad.length": number(info.get("ad.length"), 0.0)?,
            "media.ad.playerName": ENVIRONMENT,
        });
        let custom = self.split(metadata, &STANDARD_AD, &mut params);
        match typed("adStart", params, custom)? {
            EventBody::AdStart(ad) => Some(*ad),
            _ => None,
        }
    }

    fn chapter(
        &self,
        info: &Object,
        metadata: &Object,
    ) -> Option<WithMetadata<ChapterStartParams>> {
        let mut params = json!({
            "media.chapter.friendlyName": text(info.get("chapter.name"))?,
            "media.chapter.index": position(info.get("chapter.position"))?,
            "media.chapter.offset": number(info.get("chapter.starttime"), 0.0)?,
            "media.chapter.length": number(info.get("chapter.length"), 0.0)?,
        });
        let custom = self.split(metadata, &[], &mut params);
        match typed("chapterStart", params, custom)? {
            EventBody::ChapterStart(chapter) => Some(*chapter),
            _ => None,
        }
    }

    /// Puts the standard metadata into the parameters, and returns the rest.
    fn split(&self, metadata: &Object, standard: &[(&str, &str)], params: &mut Value) -> Object {
        let is_text = |value: &Value| value.is_string() || value.is_null();
        if self.android && !metadata.values().all(is_text) {
            return Object::new();
        }
        let mut custom = Object::new();
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
        for (key, value) in metadata {
            if key.is_empty() || !key.bytes().all(is_plain) || value.is_null() {
                continue;
            }
            match standard.iter().find(|(name, _)| name == key) {
                Some((_, member)) => params[*member] = script_text(value).into(),
                None => drop(custom.insert(key.clone(), script_text(value).into())),
            }
        }
        custom
    }
}

/// A start that no tracker takes.
fn no_media() -> Media {
    let params = SessionStartParams::builder()
        .analytics_tracking_server(ENVIRONMENT)
        .analytics_report_suite(ENVIRONMENT)
        .visitor_marketing_cloud_org_id(ENVIRONMENT)
        .id("")
        .length(0.0)
        .content_type("vod")
        .player_name(ENVIRONMENT)
        .channel(ENVIRONMENT);
    Media::new(params.build())
}

/// An ad break that no tracker takes.
fn no_break() -> AdBreakStartParams {
    AdBreakStartParams::builder().pod_index(0).pod_second(0.0).build()
}

fn typed(event_type: &str, params: Value, custom: Object) -> Option<EventBody> {
    let mut event = json!({
        "eventType": event_type,
        "playerTime": { "playhead": 0, "ts": 0 },
        "params": params,
    });
    if !custom.is_empty() {
        event["customMetadata"] = custom.into();
    }
    let event = Event::decode(event.to_string().as_bytes(), &Policy::tolerant());
    Some(event.unwrap_or_else(|error| panic!("{error}")).body)
}

fn text(value: Option<&Value>) -> Option<&str> {
    value?.as_str().filter(|text| !text.is_empty())
}

fn number(value: Option<&Value>, least: f64) -> Option<f64> {
    value?.as_f64().filter(|number| *number >= least)
}

/// Whole in both SDKs: Android's typed objects have no others.
fn position(value: Option<&Value>) -> Option<i64> {
    number(value, 1.0).filter(|number| number.fract() == 0.0).map(|number| number as i64)
}

/// JSON has no infinity; the captures write it as a text.
fn playhead(value: Option<&Value>) -> f64 {
    match value {
        Some(Value::String(text)) if text == "Infinity" => f64::INFINITY,
        value => value.and_then(Value::as_f64).unwrap_or(f64::NAN),
    }
}

/// A value as JavaScript turns it into a text.
fn script_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(_) => "[object Object]".to_owned(),
        Value::Array(values) => {
            let text = |value: &Value| match value {
                Value::Null => String::new(),
                value => script_text(value),
            };
            values.iter().map(text).collect::<Vec<_>>().join(",")
        }
        Value::Number(number) => match number.as_f64() {
            Some(large) if large.abs() >= 1e21 => format!("{large:e}").replace('e', "e+"),
            Some(small) if small != 0.0 && small.abs() < 1e-6 => format!("{small:e}"),
            Some(number) => number.to_string(),
            None => number.to_string(),
        },
        other => other.to_string(),
    }
}
