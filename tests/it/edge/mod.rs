//! The schemas of the Media Edge API, judged by what real clients send, by Adobe's published
//! contract, and by conversions of sessions of the older API.
//!
//! [`table`] reads `schemas/edge/mapping.json` in the plainest way: what the library converts is
//! compared with it.

pub mod judges;
pub mod places;
pub mod refused;
pub mod table;
pub mod values;
/// The generator's tests read the same document.
#[path = "../../../codegen/tests/edge/yaml.rs"]
mod yaml;

mod accepting;
mod conversions;
mod converting;
mod disagreements;
mod items;
mod lost;
mod mutated;
mod open;
mod page;
mod paths;
mod reading;
mod real;
mod relay;
mod returns;
mod serving;

use judges::{Judge, request};
use serde_json::{Map, Value, json};

/// The id of a session, as long as they are.
pub const ID: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// What a datastream is asked for in the other direction.
pub fn settings() -> Map<String, Value> {
    let settings = json!({"analytics.trackingServer": "t.example.com",
        "analytics.reportSuite": "rs1", "visitor.marketingCloudOrgId": "ORG@AdobeOrg"});
    settings.as_object().expect("it is an object").clone()
}

/// Valid for both judges, as an event of its own.
pub fn assert_valid(judges: &(Judge, Judge), event_type: &str, item: &Value) {
    let body = request(std::slice::from_ref(item));
    assert_eq!(judges.0.faults(event_type, &body), [""; 0], "{item}");
    assert_eq!(judges.1.faults(event_type, &body), [""; 0], "{item}");
}

pub fn judges() -> (Judge, Judge) {
    (Judge::ours(), Judge::contract())
}
