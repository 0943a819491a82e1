//! The page about Media Edge in the documentation: its bodies are those that the library makes, and its
//! tables those of the mapping.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use media_collection::edge::{Identity, Item, Request};
use media_collection::{
    AdBreakStartParams, AdStartParams, Collector, CustomMetadata, Event, PlayerTime, Policy,
    Recorder, SessionId, SessionStart, StateStartParams, http,
};
use serde_json::Value;

use super::ID;
use crate::fixtures::{files, start_params};

fn at(second: u32, playhead: f64) -> PlayerTime {
    PlayerTime::new(playhead, 1_767_323_045_678 + i64::from(second) * 1_000)
}

/// A short session that has something of everything that differs.
fn session() -> Vec<Event> {
    let mut start = SessionStart::new(at(0, 0.0), start_params());
    start.params.name = Some("Episode 42".into());
    let mut metadata = CustomMetadata::new();
    metadata.insert("plan", "gold").unwrap();
    start.custom_metadata = Some(metadata);
    let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1);
    let mut recorder = Recorder::downloaded(start);
    recorder.play(at(1, 0.0)).unwrap();
    recorder.state_start(at(5, 4.0), StateStartParams::new("fullscreen")).unwrap();
    recorder.ad_break_start(at(13, 12.4), AdBreakStartParams::new(1, 12.0)).unwrap();
    recorder.ad_start(at(14, 12.4), spot.player_name("living-room").build()).unwrap();
    let failed = r#"{"eventType":"error","playerTime":{"playhead":12.4,"ts":1767323061678},
        "qoeData":{"media.qoe.errorID":"E7","media.qoe.errorSource":"player"}}"#;
    recorder.record(Event::decode(failed.as_bytes(), &Policy::strict()).unwrap()).unwrap();
    recorder.finish(at(1_900, 1_800.0)).unwrap();
    recorder.into_session().into_events()
}

/// A request as it goes over the wire, with its body in readable form.
fn shown(request: &http::Request<Vec<u8>>) -> String {
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    format!("```text\n{} {}\n\n{body:#}\n```\n", request.method(), request.uri())
}

fn both() -> String {
    let there: Collector = "https://example.hb-api.omtrdc.net".parse().unwrap();
    let datastream = "11111111-2222-3333-4444-555555555555";
    let here = Collector::edge("https://edge.adobedc.net", datastream)
        .unwrap()
        .with_identity("FPID", Identity::new("a3f4c1de-0000-4000-8000-000000000001"));
    let (old, new): (SessionId, SessionId) = ("4f1a9c".parse().unwrap(), ID.parse().unwrap());
    let mut text = String::new();
    let mut told = Vec::new();
    for event in session() {
        let name = event.event_name().to_owned();
        // One of each kind is enough.
        let is_shown = ["sessionStart", "play", "stateStart", "adStart", "error"].contains(&&*name);
        if !is_shown || told.contains(&name) {
            continue;
        }
        let request =
            |collector: &Collector, id: &SessionId| match SessionStart::try_from(event.clone()) {
                Ok(start) => collector.start(&start).unwrap(),
                Err(_) => collector.event(id, &event).unwrap(),
            };
        let _ = write!(
            text,
            "### `{name}`\n\nMedia Collection:\n\n{}\nMedia Edge:\n\n{}\n",
            shown(&request(&there, &old)),
            shown(&request(&here, &new)),
        );
        told.push(name);
    }
    assert_eq!(told.len(), 5, "{told:?}");
    text
}

fn downloaded() -> String {
    let mut events = session();
    events.truncate(3);
    let body = Request::from(Item::new(events)).encode().unwrap();
    let body: Value = serde_json::from_slice(&body).unwrap();
    format!("```json\n{body:#}\n```\n")
}

fn mapping() -> Value {
    files::json(&files::edge_schemas().join("mapping.json"))
}

fn rows(of: &str) -> Vec<Value> {
    mapping()[of].as_array().expect("it is a list").clone()
}

fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// A member of the older API.
fn there(pointer: &str) -> String {
    let inside = pointer.trim_start_matches('/');
    match inside.split_once('/') {
        Some(("params", member)) => format!("`{}`", member.replace('/', ".")),
        Some((around, member)) => format!("`{}` in `{around}`", member.replace('/', ".")),
        None => format!("`{inside}`"),
    }
}

/// A member of Media Edge.
fn here(pointer: &str) -> String {
    let inside = pointer.strip_prefix("/xdm/mediaCollection/").unwrap_or(&pointer[1..]);
    format!("`{}`", inside.replace('/', "."))
}

/// The event types of a row.
fn events(row: &Value) -> String {
    let Some(list) = row["events"].as_array() else { return "all".to_owned() };
    let names: Vec<_> = list.iter().filter_map(Value::as_str).collect();
    match names.len() {
        0..=3 => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        // Rows that are not for all leave out one or two.
        _ if names.contains(&"sessionStart") => "all but `error`".to_owned(),
        _ => "all but `sessionStart`".to_owned(),
    }
}

fn members() -> String {
    let mut text = "| Media Collection | Media Edge | on | to Media Edge | to Media Collection |\n\
                    |---|---|---|---|---|\n"
        .to_owned();
    for row in rows("members") {
        let (to, from) = (self::text(&row, "to_edge"), self::text(&row, "to_collection"));
        let (there, here) = (there(self::text(&row, "collection")), here(self::text(&row, "edge")));
        let _ = writeln!(text, "| {there} | {here} | {} | {to} | {from} |", events(&row));
    }
    text
}

fn renamed() -> String {
    let mut text = "| Media Collection | Media Edge |\n|---|---|\n".to_owned();
    let events = mapping()["events"].as_object().expect("it is an object").clone();
    let mut count = 0;
    for (from, to) in events.iter().filter(|(from, to)| *from != *to) {
        let _ = writeln!(text, "| `{from}` | `{}` |", to.as_str().unwrap());
        count += 1;
    }
    assert_eq!(count, 2);
    text
}

fn lost(of: &str) -> String {
    let mut text = "| member | on | why |\n|---|---|---|\n".to_owned();
    // Members of several events with one reason are one row.
    let mut known: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in rows(of) {
        let member = match of {
            "lost_in_edge" => there(self::text(&row, "collection")),
            _ => here(self::text(&row, "edge")),
        };
        let what = match self::text(&row, "weight") {
            "configured" => "Setting. ",
            "error if true" => "Error if true. ",
            _ => "",
        };
        let reason = format!("{what}{}", self::text(&row, "reason"));
        *known.entry((member.clone(), reason.clone())).or_default() += 1;
        if known[&(member.clone(), reason.clone())] == 1 {
            let _ = writeln!(text, "| {member} | {} | {reason} |", events(&row));
        }
    }
    text
}

#[test]
fn what_the_page_shows_is_what_the_library_does() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/media-edge.md");
    let page = fs::read_to_string(&file).expect("the page is there");
    let mut parts = BTreeMap::from([
        ("session", both()),
        ("downloaded", downloaded()),
        ("members", members()),
        ("events", renamed()),
        ("lost in edge", lost("lost_in_edge")),
        ("lost in collection", lost("lost_in_collection")),
    ]);
    let mut made = String::new();
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once("<!-- written: ") {
        let (name, after) = after.split_once(" -->").expect("the mark is closed");
        let (_, after) = after.split_once("<!-- end -->").expect("the part has an end");
        let part = parts.remove(name).unwrap_or_else(|| panic!("nobody writes {name}"));
        let _ = write!(made, "{before}<!-- written: {name} -->\n\n{}\n\n<!-- end -->", part.trim());
        rest = after;
    }
    made += rest;
    assert!(parts.is_empty(), "the page has no place for {:?}", parts.keys());
    files::assert_committed(&file, &made);
}
