//! What is lost on the way to the older API is what does not come back.

use std::collections::BTreeSet;

use media_collection::Event;
use media_collection::edge::{Content, Item, ReadOptions, Request, lost_in_collection};
use serde_json::{Value, json};

use super::accepting::change;
use super::disagreements::minimal;
use super::judges::Judge;
use super::places::{self, Path, Step};
use super::real;
use crate::fixtures::random::Random;

/// A body, and that of its events alone, without what stands around them.
fn both<T: Content + Clone>(endpoint: &str, body: &Value) -> Option<(Value, BTreeSet<String>)> {
    let text = body.to_string();
    let request = Request::<T>::decode(endpoint, text.as_bytes(), &ReadOptions::new()).ok()?;
    let alone = request.items.iter().map(|item| {
        let content = item.content.clone();
        match &item.session_id {
            Some(id) => Item::new(content).with_session_id(id),
            None => Item::new(content),
        }
    });
    let alone = Request::new(alone.collect()).encode().expect("what was read can be written");
    let lost = lost_in_collection(&request);
    assert!(lost.iter().all(|lost| !lost.reason.is_empty() && !lost.is_setting), "{lost:?}");
    let pointers: Vec<_> = lost.into_iter().map(|lost| lost.pointer).collect();
    let told: BTreeSet<_> = pointers.iter().cloned().collect();
    assert_eq!(told.len(), pointers.len(), "each is told once: {pointers:?}");
    Some((serde_json::from_slice(&alone).unwrap(), told))
}

fn told(endpoint: &str, body: &Value) -> Option<(Value, BTreeSet<String>)> {
    match endpoint {
        "downloaded" => both::<Vec<Event>>(endpoint, body),
        _ => both::<Event>(endpoint, body),
    }
}

/// Whether the place is in an item of metadata, and the depth of its index.
fn depth_of_pair(body: &Value, path: &Path) -> Option<usize> {
    let key = |key: &str| Step::Key(key.to_owned());
    let depth = path.iter().position(|step| *step == key("customMetadata"))?;
    let (media, around) = path[..depth].split_last()?;
    let event = places::get(body, around)?;
    let name = ["eventType", "mediaEventType"].iter().find_map(|key| event[*key].as_str())?;
    let is_list = matches!(path.get(depth + 1), Some(Step::Index(_)));
    let starts = ["media.sessionStart", "media.adStart", "media.chapterStart"];
    // In an item itself, or in the list of a downloaded session.
    let is_event = match around.last()? {
        Step::Key(xdm) => around.len() == 3 && xdm == "xdm",
        Step::Index(_) => around.len() == 5 && around[3] == key("mediaDownloadedEvents"),
    };
    let is_it = *media == key("mediaCollection") && is_list && is_event && starts.contains(&name);
    is_it.then_some(depth + 1)
}

/// The name of an item that is metadata.
fn name(item: &Value) -> Option<&str> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
    let name = item["name"].as_str()?;
    let is_key = !name.is_empty() && name.bytes().all(fits) && item["value"].is_string();
    is_key.then_some(name)
}

/// The value that comes back for one.
fn back<'a>(body: &Value, alone: &'a Value, path: &Path) -> Option<&'a Value> {
    let Some(depth) = depth_of_pair(body, path) else { return places::get(alone, path) };
    fn list<'v>(root: &'v Value, path: &[Step]) -> Option<&'v Vec<Value>> {
        places::get(root, path)?.as_array()
    }
    let Step::Index(index) = path[depth] else { unreachable!("it is an index") };
    let sent = list(body, &path[..depth])?;
    let own = name(&sent[index])?;
    if sent[index + 1..].iter().any(|item| name(item) == Some(own)) {
        return None;
    }
    let item = list(alone, &path[..depth])?.iter().find(|item| name(item) == Some(own))?;
    places::get(item, &path[depth + 1..])
}

fn is_equal(one: &Value, other: &Value) -> bool {
    match (one.as_i64(), other.as_i64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other || one.is_number() && one.as_f64() == other.as_f64(),
    }
}

/// More than 32 bits of quality: the event has the value, and is written without.
fn is_left_out(path: &Path, value: &Value) -> bool {
    let bits = value.as_i64().or_else(|| value.as_f64().map(|number| number as i64));
    let quality = ["bitrate", "droppedFrames", "framesPerSecond", "timeToStart"];
    let is_quality = |key: &String| quality.contains(&key.as_str());
    let [.., Step::Key(media), Step::Key(object), Step::Key(key)] = &path[..] else { return false };
    (media.as_str(), object.as_str()) == ("mediaCollection", "qoeDataDetails")
        && is_quality(key)
        && bits.is_some_and(|bits| i32::try_from(bits).is_err())
}

fn expected(body: &Value, alone: &Value) -> BTreeSet<String> {
    let leaves = places::leaves(body).into_iter();
    let is_lost = |path: &Path| {
        let value = places::get(body, path).expect("it is a place");
        let comes_back = back(body, alone, path).is_some_and(|back| is_equal(back, value));
        !comes_back && !is_left_out(path, value)
    };
    leaves.filter(is_lost).map(|path| places::shown(&path)).collect()
}

/// Whatever a valid body has.
fn all_is_told(count: usize, seed: u64) {
    let names: Vec<_> = Judge::ours().types().map(str::to_owned).collect();
    let captured: Vec<_> = real::captured().into_iter().collect();
    let mut random = Random::new(seed);
    let (mut valid, mut lost) = (0, 0);
    for _ in 0..count {
        let (endpoint, mut body) = match random.below(4) {
            0 => {
                let one = &captured[random.below(captured.len())];
                (one.event_type.clone(), one.body.clone())
            }
            1 => ("downloaded".to_owned(), minimal("downloaded")),
            _ => {
                let name = names[random.below(names.len())].clone();
                let body = minimal(&name);
                (name, body)
            }
        };
        for _ in 0..=random.below(4) {
            change(&mut body, &mut random);
        }
        let Some((alone, told)) = told(&endpoint, &body) else { continue };
        assert_eq!(told, expected(&body, &alone), "{endpoint}: {body}\n{alone}");
        valid += 1;
        lost += usize::from(!told.is_empty());
    }
    assert!(valid > count / 10 && lost > count / 20, "{valid} valid, {lost} with a loss");
}

#[test]
fn what_does_not_come_back_is_told_and_nothing_else() {
    all_is_told(8_000, 3);
}

#[test]
#[ignore = "takes a minute"]
fn what_does_not_come_back_of_a_hundred_thousand_requests_is_told() {
    all_is_told(100_000, 4);
}

fn reasons<T: Content>(endpoint: &str, body: &Value) -> Vec<(String, &'static str)> {
    let text = body.to_string();
    let request = Request::<T>::decode(endpoint, text.as_bytes(), &ReadOptions::new()).unwrap();
    lost_in_collection(&request).into_iter().map(|lost| (lost.pointer, lost.reason)).collect()
}

/// A part of the reason for each.
fn assert_told(found: &[(String, &str)], expected: &[(&str, &str)]) {
    let pointers: Vec<_> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
    let wanted: Vec<_> = expected.iter().map(|(pointer, _)| *pointer).collect();
    assert_eq!(pointers, wanted);
    for ((pointer, reason), (_, part)) in found.iter().zip(expected) {
        assert!(reason.contains(part), "{pointer}: {reason}");
    }
}

#[test]
fn each_loss_of_a_start_has_its_reason() {
    let mut body = minimal("sessionStart");
    let xdm = &mut body["events"][0]["xdm"];
    xdm["timestamp"] = json!("2026-01-02T05:04:05.6789+02:00");
    xdm["identityMap"] = json!({"email": [{"authenticatedState": "authenticated"}]});
    let media = &mut xdm["mediaCollection"];
    media["sessionID"] = json!("mine");
    media["customMetadata"] = json!([{"name": "e", "value": "f", "unit": "x"}]);
    media["sessionDetails"]["length"] = json!(9_007_199_254_740_993_i64);
    assert_told(
        &reasons::<Event>("sessionStart", &body),
        &[
            ("/events/0/xdm/identityMap/email/0/authenticatedState", "a first item without an id"),
            ("/events/0/xdm/mediaCollection/customMetadata/0/unit", "what an item has besides"),
            ("/events/0/xdm/mediaCollection/sessionDetails/length", "more digits"),
            ("/events/0/xdm/mediaCollection/sessionID", "with the response"),
            ("/events/0/xdm/timestamp", "The offset from UTC, and digits"),
        ],
    );
}

#[test]
fn each_loss_of_a_downloaded_session_has_its_reason() {
    let mut body = minimal("downloaded");
    let xdm = &mut body["events"][0]["xdm"];
    xdm["timestamp"] = json!("t");
    xdm["mediaCollection"] = json!({"q": 1});
    let start = &mut xdm["mediaDownloadedEvents"][0];
    start["mediaEventTimestamp"] = json!("2026-01-02T05:04:05+02:00");
    start["more"] = json!(1);
    start["mediaCollection"]["sessionID"] = json!("mine");
    start["mediaCollection"]["sessionDetails"]["isDownloaded"] = json!(false);
    let inside = "/events/0/xdm/mediaDownloadedEvents/0";
    let of_start = ["mediaCollection/sessionDetails/isDownloaded", "mediaCollection/sessionID"]
        .map(|at| format!("{inside}/{at}"));
    let rest = ["mediaEventTimestamp", "more"].map(|at| format!("{inside}/{at}"));
    assert_told(
        &reasons::<Vec<Event>>("downloaded", &body),
        &[
            ("/events/0/xdm/mediaCollection/q", "no such member"),
            (&of_start[0], "Always true in a downloaded session"),
            (&of_start[1], "with the response"),
            (&rest[0], "The offset from UTC"),
            (&rest[1], "no such member"),
            ("/events/0/xdm/timestamp", "no such member"),
        ],
    );
}
