//! Forwarding from one collector to another, through a way that fails in many ways.

mod apis;
mod faults;
mod kept;
mod order;
mod sdks;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use media_collection_collector::media_collection::Collector;
use media_collection_collector::media_collection::http::{Request, Response};
use media_collection_collector::{Forward, Options, Sender};
use serde_json::Value;

use crate::here::Here;
use crate::support::client::Client;
use crate::support::scenarios::{self, named};

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Sent,
    /// The other collector takes it, and nobody hears of it.
    Unheard,
    /// It never arrives.
    Lost,
    /// A response of this status comes from elsewhere.
    Answered(u16),
}

/// Most of their time passes in waiting.
#[test]
fn scenarios() {
    scenarios::run(&[
        named(&apis::a_session_arrives_as_it_is),
        named(&apis::envelopes_of_media_edge_arrive),
        named(&apis::a_downloaded_session_of_media_edge_arrives),
        named(&apis::from_media_edge_to_the_older_api),
        named(&apis::from_the_older_api_to_media_edge),
        named(&faults::everything_arrives_through_a_way_that_fails),
        named(&faults::after_restarts_one_request_of_a_session_may_arrive_twice),
        named(&faults::an_event_that_is_rejected_is_set_aside_and_the_session_goes_on),
        named(&faults::a_session_whose_start_is_rejected_is_set_aside_and_no_other),
        named(&faults::a_session_that_the_other_collector_has_lost_goes_on_in_another),
        named(&faults::one_session_that_is_never_taken_holds_up_no_other),
        named(&faults::figures_say_what_waits_and_for_how_long),
        named(&faults::an_outage_costs_nothing_and_the_collector_goes_on),
        named(&kept::forwarding_needs_a_folder),
        named(&kept::what_a_folder_has_is_forwarded_once),
        named(&kept::only_what_is_new_is_forwarded_if_that_is_asked_for),
        named(&kept::a_journal_of_a_newer_version_is_left_as_it_is),
        named(&order::what_the_end_overtook_arrives_before_it),
        named(&sdks::what_the_sdks_sent_arrives),
    ]);
}

type Decide = Box<dyn FnMut(u64, &Request<Vec<u8>>) -> Fate + Send>;

/// The way to the other collector, at whatever address that is at the moment.
pub struct Way {
    address: Mutex<String>,
    decide: Mutex<Decide>,
    pub sent: AtomicU64,
}

impl Way {
    pub fn to(
        other: &Here,
        decide: impl FnMut(u64, &Request<Vec<u8>>) -> Fate + Send + 'static,
    ) -> Arc<Self> {
        Self::at(&other.address, decide)
    }

    pub fn at(
        address: &str,
        decide: impl FnMut(u64, &Request<Vec<u8>>) -> Fate + Send + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            address: Mutex::new(address.to_owned()),
            decide: Mutex::new(Box::new(decide)),
            sent: AtomicU64::new(0),
        })
    }

    pub fn open(other: &Here) -> Arc<Self> {
        Self::to(other, |_, _| Fate::Sent)
    }

    pub fn lead_to(&self, other: &Here) {
        self.address.lock().unwrap().clone_from(&other.address);
    }

    fn post(&self, request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        let address = self.address.lock().unwrap().clone();
        if std::net::TcpStream::connect(&address).is_err() {
            return Err("nobody listens".to_owned());
        }
        let path = request.uri().path_and_query().unwrap().as_str();
        let kind = request.headers().get("content-type");
        let kind = kind
            .map_or(String::new(), |kind| format!("Content-Type: {}\r\n", kind.to_str().unwrap()));
        let response = Client { address }.send("POST", path, &kind, request.body());
        let mut made = Response::builder().status(response.status);
        for name in ["location", "retry-after", "content-type"] {
            if let Some(value) = response.header(name) {
                made = made.header(name, value);
            }
        }
        Ok(made.body(response.body.into_bytes()).unwrap())
    }
}

impl Sender for Way {
    fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        let number = self.sent.fetch_add(1, Ordering::SeqCst);
        let fate = (self.decide.lock().unwrap())(number, &request);
        match fate {
            Fate::Sent => self.post(&request),
            Fate::Unheard => {
                let _ = self.post(&request);
                Err("reset".to_owned())
            }
            Fate::Lost => Err("no route".to_owned()),
            Fate::Answered(status) => Ok(Response::builder()
                .status(status)
                .header("retry-after", "1")
                .body(b"no".to_vec())
                .unwrap()),
        }
    }
}

/// The address has no meaning: the way knows where the other collector is.
pub fn collection() -> Collector {
    "http://upstream.example".parse().unwrap()
}

pub fn edge() -> Collector {
    Collector::edge("http://upstream.example", "upstream-datastream").unwrap()
}

/// A collector that forwards.
pub fn gateway(
    data: &Path,
    to: Collector,
    way: &Arc<Way>,
    more: impl FnOnce(&mut Options),
) -> Here {
    Here::with(|options| {
        options.data = Some(data.to_owned());
        options.forward = Some(Forward::new(to, Arc::clone(way) as Arc<dyn Sender>));
        more(options);
    })
}

/// A collector that stores where the gateway does.
pub fn stores(data: &Path) -> Here {
    Here::with(|options| options.data = Some(data.to_owned()))
}

/// The other collector, which stores in a folder.
pub fn takes(data: &Path) -> Here {
    Here::embedded(|options| options.data = Some(data.to_owned()))
}

/// The lines of a log.
pub fn lines(data: &Path) -> Vec<Value> {
    crate::here::lines(data).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The sessions of a folder, by the names that their starts have: their events as they are stored.
pub fn sessions(data: &Path) -> BTreeMap<String, Vec<Vec<Value>>> {
    let mut names = BTreeMap::new();
    let mut by_id: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in lines(data) {
        let id = line["session"].as_str().unwrap().to_owned();
        let events = match (&line["start"], &line["event"], &line["events"]) {
            (start @ Value::Object(_), _, _) => vec![start.clone()],
            (_, event @ Value::Object(_), _) => vec![event.clone()],
            (_, _, Value::Array(events)) => events.clone(),
            _ => continue,
        };
        if let Some(name) = name(&events[0]) {
            names.insert(id.clone(), name);
        }
        by_id.entry(id).or_default().extend(events);
    }
    let mut found: BTreeMap<String, Vec<Vec<Value>>> = BTreeMap::new();
    for (id, events) in by_id {
        found.entry(names[&id].clone()).or_default().push(events);
    }
    found
}

fn name(start: &Value) -> Option<String> {
    let params = &start["params"];
    [&params["media.id"], &params["media.name"]]
        .into_iter()
        .find_map(|name| name.as_str())
        .map(str::to_owned)
}

/// Waits until this holds.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < Duration::from_secs(120), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What was set aside.
pub fn aside(data: &Path) -> Vec<Value> {
    crate::here::aside(data).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Two folders for a test.
pub fn folders(name: &str) -> (PathBuf, PathBuf) {
    let folder = |part: &str| crate::support::folder(&format!("collector-forward-{name}-{part}"));
    (folder("here"), folder("there"))
}

/// Whether every event of a session is among those that arrived, in order; they may be there twice.
pub fn has_all(sent: &[Value], arrived: &[Value]) -> bool {
    let mut arrived = arrived.iter().peekable();
    sent.iter().all(|event| {
        let is_there = arrived.next() == Some(event);
        while arrived.next_if_eq(&event).is_some() {}
        is_there
    }) && arrived.next().is_none()
}
