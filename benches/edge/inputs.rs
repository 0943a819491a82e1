//! The inputs: pings, a recorded session that was converted, and what Adobe's Web SDK sent.

use std::sync::OnceLock;

use media_collection::edge::{Item, ReadOptions, Request};
use media_collection::{Event, PlayerTime, Policy};
use serde_json::Value;

use crate::rounds;
use crate::typed;

/// About so many events one by one.
const EVENTS: usize = 5_000;
/// Pings in a downloaded session.
const PINGS: usize = 500;
/// Recorded sessions in a request.
const SESSIONS: usize = 20;

const ID: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

pub struct Input {
    name: &'static str,
    /// A request for each event: endpoint and body.
    pub each: Vec<(String, String)>,
    /// Downloaded sessions in one request, and the number of their events. Empty if there are none.
    pub batch: String,
    of_batch: usize,
    decoded: OnceLock<Decoded>,
}

/// The requests in memory, for writing.
pub struct Decoded {
    pub ours: Vec<Request<Event>>,
    pub typed: Vec<typed::Request>,
    pub ours_batch: Option<Request<Vec<Event>>>,
    pub typed_batch: Option<typed::Request>,
}

/// Strict, and for batches that are larger than Adobe takes.
pub fn options() -> ReadOptions {
    ReadOptions::new().with_policy(Policy::strict())
}

impl Input {
    pub fn decoded(&self) -> &Decoded {
        self.decoded.get_or_init(|| {
            let ours = |(endpoint, text): &(String, String)| {
                Request::decode(endpoint, text.as_bytes(), &options()).expect("it is valid")
            };
            let typed = |text: &str| serde_json::from_str(text).expect("it is valid");
            let has_batch = !self.batch.is_empty();
            let batch = || Request::decode("downloaded", self.batch.as_bytes(), &options());
            Decoded {
                ours: self.each.iter().map(ours).collect(),
                typed: self.each.iter().map(|(_, text)| typed(text)).collect(),
                ours_batch: has_batch.then(|| batch().expect("it is valid")),
                typed_batch: has_batch.then(|| typed(&self.batch)),
            }
        })
    }

    pub const fn in_batch(&self) -> usize {
        self.of_batch
    }
}

impl rounds::Input for Input {
    fn name(&self) -> &'static str {
        self.name
    }

    fn events(&self, group: &str) -> usize {
        if group.ends_with("batch") { self.of_batch } else { self.each.len() }
    }

    fn bytes(&self, group: &str) -> usize {
        match group.ends_with("batch") {
            true => self.batch.len(),
            false => self.each.iter().map(|(_, text)| text.len()).sum(),
        }
    }

    fn prepare(&self) {
        self.decoded();
    }
}

pub fn all() -> Vec<Input> {
    let session = include_str!("../../tests/payloads/recorded-session.jsonl");
    let read = |line: &str| Event::decode(line.as_bytes(), &Policy::strict()).expect("an event");
    let session: Vec<Event> = session.lines().map(read).collect();
    let start = session.first().expect("a start").clone();
    let pings = |count: usize| (0..count).map(ping);
    let downloaded: Vec<Event> = [start].into_iter().chain(pings(PINGS)).collect();
    let mixed: Vec<Event> = session.iter().cycle().take(EVENTS).cloned().collect();
    vec![
        of_events("pings", pings(EVENTS), vec![downloaded]),
        of_events("mix", mixed.into_iter(), vec![session; SESSIONS]),
        captured(),
    ]
}

fn ping(index: usize) -> Event {
    let second = index as i64 * 10;
    Event::ping(PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000))
}

fn of_events(
    name: &'static str,
    events: impl Iterator<Item = Event>,
    sessions: Vec<Vec<Event>>,
) -> Input {
    let body = |event: Event| {
        let request = Request::from(Item::new(event).with_session_id(ID));
        let endpoint = request.endpoint().expect("it has one").to_owned();
        (endpoint, String::from_utf8(request.encode().expect("it has a form")).expect("UTF-8"))
    };
    let of_batch = sessions.iter().map(Vec::len).sum();
    let batch = Request::new(sessions.into_iter().map(Item::new).collect());
    let batch = String::from_utf8(batch.encode().expect("it has a form")).expect("UTF-8");
    Input { name, each: events.map(body).collect(), batch, of_batch, decoded: OnceLock::new() }
}

/// All captured requests, one after the other.
fn captured() -> Input {
    let captures = [
        include_str!("../../tests/payloads/edge/alloy-manual-everything.json"),
        include_str!("../../tests/payloads/edge/alloy-auto-pings.json"),
        include_str!("../../tests/payloads/edge/alloy-live.json"),
        include_str!("../../tests/payloads/edge/alloy-manual-end.json"),
    ];
    let mut each = Vec::new();
    for capture in captures {
        let capture: Value = serde_json::from_str(capture).expect("it is JSON");
        for request in capture["requests"].as_array().expect("it has requests") {
            let text = |key: &str| request[key].as_str().expect("a text").to_owned();
            let path = text("path");
            let name = path.rsplit('/').next().expect("it has a name");
            let name = if name == "interact" { "sessionStart" } else { name };
            each.push((name.to_owned(), text("raw")));
        }
    }
    let each = each.iter().cycle().take(EVENTS).cloned().collect();
    let (batch, decoded) = (String::new(), OnceLock::new());
    Input { name: "captured", each, batch, of_batch: 0, decoded }
}
