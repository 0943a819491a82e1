//! What the other side needs, and a session does not say.

use std::str::FromStr;

use clap::Args;
use media_collection::edge::{Envelope, lost_in_edge};
use media_collection::{Event, Policy};
use media_collection_cli::input::Options;
use serde_json::{Map, Value, json};

use crate::identity::{Named, identities};

/// Options for `--to edge`.
#[derive(Debug, Args)]
pub struct EdgeOptions {
    /// Write bodies for the endpoint `downloaded`, for --to edge
    #[arg(long)]
    pub downloaded: bool,
    /// An identity of the viewer, such as FPID=6f1c0b4e-..., for --to edge; can be repeated. The first
    /// of several namespaces is the primary one
    #[arg(long = "identity", value_name = "NAMESPACE=ID")]
    identities: Vec<Named>,
    /// The id of the session, for --to edge
    #[arg(long, value_name = "ID")]
    pub session_id: Option<String>,
}

impl EdgeOptions {
    /// Whether one of them is given.
    pub fn is_given(&self) -> bool {
        self.downloaded || !self.identities.is_empty() || self.session_id.is_some()
    }

    /// The envelope with the identities.
    pub fn identified(&self, envelope: Envelope) -> Envelope {
        identities(&self.identities)
            .fold(envelope, |envelope, (name, id)| envelope.with_identity(name, id))
    }
}

/// A setting of the datastream.
#[derive(Debug, Clone)]
pub struct Setting {
    key: String,
    value: Value,
}

impl FromStr for Setting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (key, value) = text.split_once('=').ok_or("must be KEY=VALUE")?;
        // A text, or what the text says: `true`.
        let values = [Value::from(value), serde_json::from_str(value).unwrap_or_default()];
        let value = values.into_iter().find(|value| is_setting(key, value));
        let value = value.ok_or_else(|| match is_known(key) {
            true => format!("{key} takes another value"),
            false => {
                format!("a datastream has no setting {key}: {} are some", required().join(", "))
            }
        })?;
        Ok(Self { key: key.to_owned(), value })
    }
}

/// A start with a setting, if that is valid.
fn start(key: &str, value: &Value, policy: &Policy) -> Option<Event> {
    let mut params = json!({"media.id": "c", "media.length": 1, "media.contentType": "vod",
        "media.playerName": "p", "media.channel": "c"});
    for (key, value) in Options::default().settings {
        params[key] = value;
    }
    params[key] = value.clone();
    let time = json!({"playhead": 0, "ts": 0});
    let start = json!({"eventType": "sessionStart", "playerTime": time, "params": params});
    Event::decode(start.to_string().as_bytes(), policy).ok()
}

fn is_setting(key: &str, value: &Value) -> bool {
    start(key, value, &Policy::strict()).is_some_and(|start| {
        let place = format!("/params/{key}");
        lost_in_edge(&start).iter().any(|lost| lost.is_setting && lost.pointer == place)
    })
}

fn is_known(key: &str) -> bool {
    [json!("text"), json!(true), json!(1)].iter().any(|value| is_setting(key, value))
}

/// The settings that each start needs.
fn required() -> Vec<String> {
    Options::default().settings.keys().cloned().collect()
}

pub fn settings(given: &[Setting]) -> Map<String, Value> {
    given.iter().map(|Setting { key, value }| (key.clone(), value.clone())).collect()
}

/// Says which settings are empty.
pub fn tell_missing(settings: &Map<String, Value>) {
    let missing = required().into_iter().filter(|key| !settings.contains_key(key));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        let keys = missing.join(", ");
        eprintln!(
            "empty, since Media Edge has them in the datastream: {keys}; give them with --set"
        );
    }
}
