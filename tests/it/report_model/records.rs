//! The records of a session as a report has them.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::closing::Closed;
use super::reference::{Interval, Opened, Options, State, Walk, What};
use super::rounding::{quotient, seconds, whole};

/// Members of the start, and what reports call them.
const DIMENSIONS: &[(&str, &str)] = &[
    ("media.name", "friendlyName"),
    ("media.playerName", "playerName"),
    ("media.channel", "channel"),
    ("media.streamType", "streamType"),
    ("media.show", "show"),
    ("media.season", "season"),
    ("media.episode", "episode"),
    ("media.genre", "genre"),
    ("media.rating", "rating"),
    ("media.originator", "originator"),
    ("media.network", "network"),
    ("media.adLoad", "adLoad"),
    ("media.dayPart", "dayPart"),
    ("media.feed", "feed"),
    ("media.artist", "artist"),
    ("media.album", "album"),
    ("media.label", "label"),
    ("media.author", "author"),
    ("media.station", "station"),
    ("media.publisher", "publisher"),
    ("media.assetId", "assetID"),
    ("media.firstAirDate", "firstAirDate"),
    ("media.firstDigitalDate", "firstDigitalDate"),
    ("media.streamFormat", "streamFormat"),
    ("media.showType", "showType"),
    ("media.pass.mvpd", "mvpd"),
    ("media.pass.auth", "authorized"),
    ("media.contentType", "contentType"),
    ("media.sdkVersion", "appVersion"),
    ("media.id", "name"),
];

/// The same for an ad.
const AD: &[(&str, &str)] = &[
    ("media.ad.id", "name"),
    ("media.ad.name", "friendlyName"),
    ("media.ad.playerName", "playerName"),
    ("media.ad.advertiser", "advertiser"),
    ("media.ad.campaignId", "campaignID"),
    ("media.ad.creativeId", "creativeID"),
    ("media.ad.siteId", "siteID"),
    ("media.ad.creativeURL", "creativeURL"),
    ("media.ad.placementId", "placementID"),
    ("media.ad.podPosition", "podPosition"),
];

type Members = Map<String, Value>;

fn copied(params: &Value, names: &[(&str, &str)]) -> Members {
    let copied = names.iter().filter_map(|(wire, reported)| {
        let value = params.get(wire).filter(|value| **value != "")?;
        Some(((*reported).to_owned(), value.clone()))
    });
    copied.collect()
}

/// Counts and times: zero is left out.
fn count(members: &mut Members, name: &str, number: i64) {
    if number != 0 {
        members.insert(name.to_owned(), number.into());
    }
}

/// A time in seconds, and exactly: what rounds to no second is left out, and still known.
fn time(members: &mut Members, name: &str, ms: i64, options: Options) {
    count(members, name, seconds(ms, options));
    count(members, &exact(name), ms);
}

/// The member that has the milliseconds of another.
pub fn exact(name: &str) -> String {
    format!("{name} in ms")
}

fn flag(members: &mut Members, name: &str, is_set: bool) {
    if is_set {
        members.insert(name.to_owned(), true.into());
    }
}

fn session_details(walk: &Walk, kind: &str) -> Members {
    let params = &walk.start["params"];
    let mut details = copied(params, DIMENSIONS);
    if let Some(length) = params.get("media.length") {
        details.insert("length".into(), whole(length, walk.options));
    }
    if !details.contains_key("contentType") {
        details.insert("contentType".into(), "missing_content_type".into());
    }
    if let Some(genre) = details.get("genre").and_then(Value::as_str) {
        let list: Vec<_> = genre.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
        details.insert("genreList".into(), list.into());
    }
    if kind != "start" {
        let stream = if params["media.streamType"] == "audio" { "audio" } else { "video" };
        let suffix = if kind == "ad" { "Ad" } else { "" };
        details.insert("pev3".into(), format!("{stream}{suffix}").into());
        details.insert("pccr".into(), true.into());
    }
    details
}

/// A record; the session's metadata with that of the event, if any.
fn record(
    walk: &Walk,
    event_type: &str,
    own: Option<&Value>,
    parts: Vec<(&str, Members)>,
) -> Value {
    let mut record = json!({ "eventType": event_type, "ts": walk.now });
    for (name, part) in parts {
        if !part.is_empty() {
            record[name] = part.into();
        }
    }
    let mut metadata = Members::new();
    for event in [Some(&walk.start), own].into_iter().flatten() {
        let more = event["customMetadata"].as_object();
        metadata
            .extend(more.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
    }
    if !metadata.is_empty() {
        let list = metadata.iter().map(|(name, value)| json!({ "name": name, "value": value }));
        record["customMetadata"] = list.collect();
    }
    record
}

pub fn start(walk: &Walk) -> Value {
    let mut details = session_details(walk, "start");
    flag(&mut details, "isViewed", true);
    flag(&mut details, "hasResume", walk.start["params"]["media.resume"] == true);
    flag(&mut details, "isDownloaded", walk.start["params"]["media.downloaded"] == true);
    record(walk, "media.sessionStart", None, vec![("sessionDetails", details)])
}

/// The content and a number of it, as an id.
fn id(walk: &Walk, number: &Value) -> Value {
    let content = walk.start["params"]["media.id"].as_str().expect("the content has an id");
    format!("{:x}_{number}", md5::compute(content)).into()
}

fn ad(walk: &Walk, ad: &Opened, event_type: &str, more: impl FnOnce(&mut Members)) -> Value {
    let params = &ad.event["params"];
    let mut details = copied(params, AD);
    details.insert("length".into(), whole(&params["media.ad.length"], walk.options));
    more(&mut details);
    let mut pod = copied(&ad.pod, &[("media.ad.podFriendlyName", "friendlyName")]);
    pod.insert("offset".into(), whole(&ad.pod["media.ad.podSecond"], walk.options));
    pod.insert("ID".into(), id(walk, &ad.pod["media.ad.podIndex"]));
    let parts = vec![
        ("sessionDetails", session_details(walk, "ad")),
        ("advertisingDetails", details),
        ("advertisingPodDetails", pod),
    ];
    record(walk, event_type, Some(&ad.event), parts)
}

pub fn ad_start(walk: &Walk, opened: &Opened) -> Value {
    ad(walk, opened, "media.adStart", |details| flag(details, "isStarted", true))
}

pub fn ad_close(walk: &Walk, opened: &Opened, is_completed: bool) -> Value {
    let number = opened.number;
    let played = sum(walk, |it| it.what == What::Ad && it.ad == Some(number));
    ad(walk, opened, "media.adComplete", |details| {
        time(details, "timePlayed", played, walk.options);
        flag(details, "isCompleted", is_completed);
    })
}

pub fn chapter_close(walk: &Walk, opened: &Opened, is_completed: bool) -> Value {
    let params = &opened.event["params"];
    let number = opened.number;
    let names = [("media.chapter.friendlyName", "friendlyName"), ("media.chapter.index", "index")];
    let mut details = copied(params, &names);
    for name in ["offset", "length"] {
        let sent = &params[format!("media.chapter.{name}")];
        details.insert(name.into(), whole(sent, walk.options));
    }
    details.insert("ID".into(), id(walk, &params["media.chapter.index"]));
    flag(&mut details, "isStarted", true);
    flag(&mut details, "isCompleted", is_completed);
    let played = sum(walk, |it| it.what == What::Content && it.chapter == Some(number));
    time(&mut details, "timePlayed", played, walk.options);
    let parts = vec![("sessionDetails", session_details(walk, "")), ("chapterDetails", details)];
    record(walk, "media.chapterComplete", Some(&opened.event), parts)
}

/// The sum of the intervals that belong to a number.
fn sum(walk: &Walk, belongs: impl Fn(&Interval) -> bool) -> i64 {
    walk.intervals.iter().filter(|it| belongs(it)).map(|it| it.ms).sum()
}

fn raw_sum(walk: &Walk, what: What) -> i64 {
    walk.intervals.iter().filter(|it| it.what == what).map(|it| it.raw).sum()
}

/// The length of the union of what was played, in milliseconds.
fn unique(walk: &Walk) -> i64 {
    let played = walk.intervals.iter().filter(|it| it.what == What::Content);
    let mut played: Vec<_> = played.filter_map(|it| it.played).collect();
    played.sort_by(|left, right| left.partial_cmp(right).expect("they are numbers"));
    let mut length = 0.0;
    let mut end = f64::NEG_INFINITY;
    for (from, to) in played {
        length += (to - from.max(end)).max(0.0);
        end = end.max(to);
    }
    (length * 1_000.0).round() as i64
}

fn segment(walk: &Walk) -> Option<String> {
    if !walk.is_played {
        return None;
    }
    let least = walk.seen.iter().copied().reduce(f64::min)?;
    let most = walk.seen.iter().copied().reduce(f64::max)?;
    let from = (least / 60.0).floor() as i64;
    let to = ((most / 60.0).ceil() as i64).max(from + 1);
    Some(format!("[{from}-{to}]"))
}

pub fn close(walk: &Walk, closed: Closed, since_last: i64) -> Value {
    let options = walk.options;
    let mut details = session_details(walk, "");
    let content = sum(walk, |it| it.what == What::Content);
    let media = content + sum(walk, |it| it.what == What::Ad);
    flag(&mut details, "isPlayed", walk.is_played);
    flag(&mut details, "hasSegmentView", walk.is_played);
    flag(&mut details, "isCompleted", walk.is_completed);
    time(&mut details, "timePlayed", content, options);
    time(&mut details, "totalTimePlayed", media, options);
    let [content, media] = [content, media].map(|ms| seconds(ms, options));
    time(&mut details, "uniqueTimePlayed", unique(walk), options);
    for mark in &walk.markers {
        flag(&mut details, &format!("hasProgress{mark}"), true);
    }
    let length = walk.start["params"]["media.length"].as_f64().unwrap_or(0.0);
    if length > 0.0 && content > 0 {
        details.insert("averageMinuteAudience".into(), (content as f64 / length).into());
    }
    let since_last = if walk.is_completed || closed == Closed::ByEvent { 0 } else { since_last };
    time(&mut details, "secondsSinceLastCall", since_last, options);
    count(&mut details, "estimatedStreams", media / 1_800 + 1);
    count(&mut details, "pauseCount", walk.pauses);
    flag(&mut details, "hasPauseImpactedStreams", walk.pauses > 0);
    let pause = sum(walk, |it| it.what == What::Pause);
    time(&mut details, "pauseTime", pause, options);
    count(&mut details, "adCount", walk.ads as i64);
    count(&mut details, "chapterCount", walk.chapters as i64);
    if let Some(segment) = segment(walk) {
        details.insert("segment".into(), segment.into());
    }
    let parts = vec![("sessionDetails", details), ("qoeDataDetails", quality(walk))];
    let mut record = record(walk, "media.sessionComplete", None, parts);
    let mut states: Vec<_> = walk.states.iter().map(|state| state_details(state, walk)).collect();
    states.sort_by_key(|state| state["name"].to_string());
    if !states.is_empty() {
        record["states"] = states.into();
    }
    record
}

fn quality(walk: &Walk) -> Members {
    let options = walk.options;
    let mut details = Members::new();
    let time_to_start = walk.time_to_start.unwrap_or(0);
    time(&mut details, "timeToStart", time_to_start, options);
    flag(&mut details, "isDroppedBeforeStart", !walk.is_played);
    count(&mut details, "bufferCount", walk.buffers);
    flag(&mut details, "hasBufferImpactedStreams", walk.buffers > 0);
    let buffer = sum(walk, |it| it.what == What::Buffer);
    time(&mut details, "bufferTime", buffer, options);
    count(&mut details, "bitrateChangeCount", walk.bitrate_changes);
    flag(&mut details, "hasBitrateChangeImpactedStreams", walk.bitrate_changes > 0);
    if let Some(average) = bitrate(walk).filter(|average| *average != 0) {
        details.insert("bitrateAverage".into(), average.into());
        let low = average / 100 * 100;
        details.insert("bitrateAverageBucket".into(), format!("{low}-{}", low + 99).into());
    }
    let number = |key: &str| walk.quality[key].as_i64().unwrap_or(0);
    count(&mut details, "droppedFrames", number("media.qoe.droppedFrames"));
    let dropped = number("media.qoe.droppedFrames") > 0;
    flag(&mut details, "hasDroppedFrameImpactedStreams", dropped);
    count(&mut details, "framesPerSecond", number("media.qoe.framesPerSecond"));
    count(&mut details, "errorCount", walk.errors);
    flag(&mut details, "hasErrorImpactedStreams", walk.errors > 0);
    for (source, name) in [("player", "playerSdkErrors"), ("external", "externalErrors")] {
        let ids = walk.error_ids.iter().filter(|(of, _)| of == source).map(|(_, id)| id.as_str());
        let ids: BTreeSet<_> = ids.collect();
        if !ids.is_empty() {
            details.insert(name.into(), ids.into_iter().collect::<Vec<_>>().into());
        }
    }
    count(&mut details, "stallCount", walk.stalls);
    flag(&mut details, "hasStallImpactedStreams", walk.stalls > 0);
    time(&mut details, "stallTime", raw_sum(walk, What::Stall), options);
    details
}

/// The average of the bitrates by the time for which each was played.
fn bitrate(walk: &Walk) -> Option<i64> {
    let played = walk.intervals.iter().filter(|it| matches!(it.what, What::Content | What::Ad));
    let (mut sum, mut time) = (0_i128, 0_i128);
    for interval in played {
        if let Some(bitrate) = interval.bitrate {
            sum += i128::from(bitrate) * i128::from(interval.ms);
            time += i128::from(interval.ms);
        }
    }
    (time > 0).then(|| quotient(sum, time, walk.options))
}

fn state_details(state: &State, walk: &Walk) -> Value {
    let mut details = Members::new();
    details.insert("name".into(), state.name.as_str().into());
    flag(&mut details, "isSet", true);
    count(&mut details, "count", state.count);
    time(&mut details, "time", state.ms, walk.options);
    details.into()
}
