//! The collector over real HTTP, in the process of the test. Crashes, signals and a full disk are
//! tested with the command `media-collection collect`.

#[path = "../here/mod.rs"]
mod here;
#[path = "../support/mod.rs"]
mod support;

mod clients;
mod edge;
mod embedded;
mod encoding;
mod folder;
mod forget;
mod forget_files;
mod forward;
mod hostile;
mod metrics;
mod order;
mod persisted;
mod protocol;
mod redaction;
mod sdks;
mod segments;
mod sessions;
mod tracker;
mod unreadable;

/// The CORS headers that let a web page of any origin report.
const CORS: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Methods", "OPTIONS,POST,PUT"),
    ("Access-Control-Allow-Headers", "Content-Type"),
    ("Access-Control-Expose-Headers", "Location"),
];
