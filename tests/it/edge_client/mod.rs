//! Clients of the Media Edge API: the same recorders, trackers and stores, with another collector.
//!
//! [`Service`] takes a request only if both judges, the schemas and the published contract, accept it.

mod addresses;
mod large;
mod not_encoded;
mod replies;
mod requests;
mod sessions;

use std::collections::BTreeMap;

use media_collection::edge::{
    Answer, Detail, Details, Handle, Identity, LocationHint, MediaCode, Problem, ProblemReport,
    StateEntry,
};
use media_collection::http::{Request, Response};
use media_collection::{Call, Collector, Event, EventType};
use serde_json::Value;

use crate::edge::judges as published;
use crate::edge::judges::Judge;

pub const DATASTREAM: &str = "11111111-2222-3333-4444-555555555555";

pub fn edge() -> Collector {
    Collector::edge("https://edge.adobedc.net", DATASTREAM).unwrap()
}

/// A collector that identifies the viewer.
pub fn identified() -> Collector {
    edge().with_identity("FPID", Identity::new("a3f4c1de-0000-4000-8000-000000000001"))
}

/// What a service does about the next request, instead of taking it.
pub type Script = fn(usize) -> Option<Response<Vec<u8>>>;

/// A service that checks and remembers what it is sent.
pub struct Service {
    judges: [Judge; 2],
    pub script: Script,
    /// Each request that came: its path and query, and its body.
    pub asked: Vec<(String, Value)>,
    /// The event types of each session that was opened, in order; of downloaded ones, too.
    pub sessions: BTreeMap<String, Vec<String>>,
}

impl Service {
    pub fn new() -> Self {
        Self {
            judges: [Judge::ours(), published::Judge::contract()],
            script: |_| None,
            asked: Vec::new(),
            sessions: BTreeMap::new(),
        }
    }

    pub fn send(&mut self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let path = request.uri().path_and_query().unwrap().to_string();
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        let endpoint = request.uri().path().rsplit('/').next().unwrap().to_owned();
        self.asked.push((path.clone(), body.clone()));
        assert!(path.contains(&format!("configId={DATASTREAM}")), "{path}");
        assert_eq!(request.headers()["content-type"], "application/json");
        assert!(request.body().len() < 65_536);
        for judge in &self.judges {
            assert_eq!(judge.faults(&endpoint, &body), [""; 0], "{endpoint}: {body}");
        }
        if let Some(response) = (self.script)(self.asked.len() - 1) {
            return response;
        }
        match endpoint.as_str() {
            "sessionStart" | "downloaded" => self.open(&body),
            name => self.take(name, &body),
        }
    }

    fn open(&mut self, body: &Value) -> Response<Vec<u8>> {
        let mut answer = Answer::new("3f0c6f0e-6a51-4c56-9f0d-1d2e3f405162");
        for (index, item) in body["events"].as_array().unwrap().iter().enumerate() {
            let id = format!("{:064x}", self.sessions.len() + 1);
            let inner = item["xdm"]["mediaDownloadedEvents"].as_array();
            let names = inner.map_or_else(
                || vec!["sessionStart".to_owned()],
                |inner| inner.iter().map(|event| name_of(&event["mediaEventType"])).collect(),
            );
            self.sessions.insert(id.clone(), names);
            answer = answer.with_handle(Handle::new_session(&id, index as u64));
        }
        let hints =
            [LocationHint::new("AAM", "9", 1_800), LocationHint::new("EdgeNetwork", "or2", 1_800)];
        let state = [StateEntry::new("kndctr_0A1B2C_AdobeOrg_identity", "opaque", 34_128_000)];
        let answer =
            answer.with_handle(Handle::location_hints(&hints)).with_handle(Handle::state(&state));
        response(200, &answer)
    }

    fn take(&mut self, name: &str, body: &Value) -> Response<Vec<u8>> {
        let id = body["events"][0]["xdm"]["mediaCollection"]["sessionID"].as_str().unwrap();
        match self.sessions.get_mut(id) {
            Some(events) => {
                events.push(name.to_owned());
                Response::builder().status(204).body(Vec::new()).unwrap()
            }
            None => response(404, &unknown()),
        }
    }
}

fn name_of(value: &Value) -> String {
    value.as_str().unwrap().trim_start_matches("media.").to_owned()
}

/// The problem of a session that the service does not know.
pub fn unknown() -> Problem {
    let text = "Session not found. Please open a new one if it is older than 24 hours.";
    let report = ProblemReport::new(None).with_details(Details::Text(text.to_owned()));
    Problem::new(MediaCode::UnknownSession.as_str(), 404, "Not Found").with_report(report)
}

/// The problem of a request that is not valid.
pub fn invalid(name: &str) -> Problem {
    let details = Details::List(vec![Detail::new(name, "Missing required field")]);
    let report = ProblemReport::new(None).with_details(details);
    Problem::new(MediaCode::Invalid.as_str(), 400, "Invalid request").with_report(report)
}

pub fn response(status: u16, body: &impl serde::Serialize) -> Response<Vec<u8>> {
    Response::builder().status(status).body(serde_json::to_vec(body).unwrap()).unwrap()
}

/// The request of one event of an open session.
pub fn event_call(event: &Event) -> Call {
    Call::event(&"0".repeat(64).parse().unwrap(), event).unwrap()
}

/// Whether it is a start.
pub fn is_start(event: &Event) -> bool {
    event.event_type() == Some(EventType::SessionStart)
}
