//! Reads sessions from files and standard input.
//!
//! | module | content |
//! |---|---|
//! | `text` | bytes to text: byte order marks, UTF-16, gzip; files of other programs by their first bytes |
//! | `json` | which kind of JSON a text is |
//! | `events` | an event, an array of events, JSON Lines |
//! | `collected` | what a collector stored |
//! | `exchange` | a request and its response in JSON of any tool: HAR, Charles, logs |
//! | `log` | requests in plain text |
//! | `traffic` | requests to sessions |
//! | `edge` | bodies of the Media Edge API |
//! | `joining` | which request belongs to which session |
//! | `mending` | events whose values violate the schemas so that they cannot be decoded |
//! | `near_miss` | names what else a text is |

mod collected;
mod edge;
mod events;
mod exchange;
mod fields;
mod joining;
mod json;
mod log;
mod mending;
mod near_miss;
mod session;
mod text;
mod time;
mod traffic;

use std::io::{self, Read as _};
use std::path::Path;

use media_collection_collector::received;
use serde_json::{Map, Value};

pub use self::near_miss::counted;
pub use self::session::{Api, Origin, Problem, Requests, Sent, Session, refused, told};

/// How an input is read.
#[derive(Debug, Clone)]
pub struct Options {
    /// The last segment of the path for bodies of Media Edge that stand by themselves. `None`: the type
    /// of the event.
    pub endpoint: Option<String>,
    /// Params of `sessionStart` that the datastream of Media Edge has, such as the report suite.
    pub settings: Map<String, Value>,
    /// The prefix of the customer's own fields, which names of metadata have in Media Edge, such as
    /// `_acme`.
    pub tenant: Option<String>,
}

impl Default for Options {
    /// With settings that only stand for those of the datastream.
    fn default() -> Self {
        Self { endpoint: None, settings: edge::settings(), tenant: None }
    }
}

/// The sessions of an input.
#[derive(Debug, Default)]
pub struct Input {
    /// At least one.
    pub sessions: Vec<Session>,
    /// What else is in it, and how it was read: sentences.
    pub notes: Vec<String>,
}

/// Why an input has no session.
#[derive(Debug)]
pub struct NoSession {
    /// What the input is, and what to do.
    pub message: String,
}

impl NoSession {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

/// The bytes of a file, or of the file in a collector's folder; `-` is standard input.
///
/// # Errors
///
/// When it cannot be read.
pub fn read(file: &str) -> io::Result<Vec<u8>> {
    if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    let path = Path::new(file);
    if !path.is_dir() {
        return std::fs::read(path);
    }
    let stored = received::files(path)?;
    if !stored.is_empty() {
        let mut bytes = Vec::new();
        for file in stored {
            let read = received::open(&file).and_then(|mut lines| lines.read_to_end(&mut bytes));
            read.map_err(|error| {
                io::Error::new(error.kind(), format!("{}: {error}", file.display()))
            })?;
        }
        return Ok(bytes);
    }
    let message = format!(
        "is a folder, and not a collector's: it has no {}; give the names of files",
        received::FILE
    );
    Err(io::Error::other(message))
}

/// Reads the sessions in the bytes of a file.
///
/// # Errors
///
/// When they contain no session. The error says what they are instead.
pub fn parse(bytes: &[u8]) -> Result<Input, NoSession> {
    parse_with(bytes, &Options::default())
}

/// Reads the sessions in the bytes of a file, with options.
///
/// # Errors
///
/// As for [`parse`].
pub fn parse_with(bytes: &[u8], options: &Options) -> Result<Input, NoSession> {
    let text = text::of(bytes)?;
    json::parse(&text, options)
}
