//! The schemas of the Media Edge API, judged by what real clients send, by Adobe's published
//! contract, and by conversions of sessions of the older API.
//!
//! [`table`] reads `schemas/edge/mapping.json` in the plainest way: what the library converts is
//! compared with it.

pub mod judges;
pub mod places;
pub mod table;
pub mod values;
/// The generator's tests read the same document.
#[path = "../../../codegen/tests/edge/yaml.rs"]
mod yaml;

mod conversions;
mod converting;
mod disagreements;
mod mutated;
mod reading;
mod real;
mod relay;
