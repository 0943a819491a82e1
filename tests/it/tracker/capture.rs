//! Reading captures: the calls that an app made, and the sessions that an SDK sent.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::fixtures::files::payloads;

#[derive(Deserialize)]
pub struct Capture {
    pub name: String,
    mode: String,
    pub t0_ts: i64,
    pub calls: Vec<Call>,
    pub requests: Vec<Request>,
}

/// What the app called, or what happened to the device, in parentheses.
#[derive(Deserialize)]
pub struct Call {
    pub t_ms: i64,
    pub ts: i64,
    /// A number, except where a test of the SDK gave something else.
    #[serde(default)]
    pub playhead: Value,
    pub api: String,
    #[serde(default)]
    pub args: Option<Map<String, Value>>,
    #[serde(flatten)]
    pub repeated: Option<Repeated>,
}

/// A run of playhead updates.
#[derive(Deserialize)]
pub struct Repeated {
    pub every_ms: String,
    pub count: usize,
    pub until_t_ms: i64,
    pub until_playhead: f64,
}

#[derive(Deserialize)]
pub struct Request {
    pub t_ms: i64,
    pub path: String,
    pub body: Value,
    pub response_status: Option<u16>,
    pub response_location: Option<String>,
}

impl Capture {
    pub fn is_android(&self) -> bool {
        self.name.starts_with("android")
    }

    pub fn is_downloaded(&self) -> bool {
        self.mode == "downloaded"
    }

    /// The name without the SDK and the mode.
    pub fn scenario(&self) -> &str {
        self.name.splitn(3, '-').last().unwrap_or_default()
    }
}

/// The folder that an environment variable names, or the one of the repository.
pub fn folder(variable: &str, name: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| payloads().join(name), PathBuf::from)
}

/// All captures of the folder, in order of their names.
pub fn captures() -> Vec<Capture> {
    let folder = folder("MEDIA_COLLECTION_CAPTURES", "captures");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("it can be read").path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

/// A JSON file, which may hold lone surrogates.
pub fn read<T: for<'de> Deserialize<'de>>(file: &Path) -> T {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    serde_json::from_str(&without_lone_surrogates(&text))
        .unwrap_or_else(|error| panic!("{file:?}: {error}"))
}

/// Writes `?` for a lone surrogate, as Android does when it sends one. No Rust string can hold it.
fn without_lone_surrogates(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (unit(rest), rest.get(6..).and_then(unit)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                written.push('?');
                rest = &rest[6..];
                continue;
            }
            (Some(_), _) => 6,
            // Another escape: the character after the backslash is no backslash of its own.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        written.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    written.push_str(rest);
    written
}

/// The code unit of the escape with which a text begins.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}
