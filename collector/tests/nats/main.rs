//! Collectors that share NATS JetStream, with real servers on the loopback interface.
//!
//! `NATS_SERVER` is the path of `nats-server`, or it is in `PATH`. Without it the tests pass, and say so:
//! `.ci/run` installs it, and fails if it cannot.

mod backup;
mod compose;
mod credentials;
mod cut_off;
#[path = "../it/edge/mod.rs"]
mod edge;
#[path = "../it/encoding.rs"]
mod encoding;
mod faults;
#[path = "../it/forget.rs"]
mod forget;
mod forgetting;
#[path = "../it/forward/mod.rs"]
mod forward;
mod forwarding;
mod full;
mod here;
#[path = "../it/hostile.rs"]
mod hostile;
mod network;
#[path = "../it/order.rs"]
mod order;
mod owners;
#[path = "../it/protocol.rs"]
mod protocol;
#[path = "../it/redaction.rs"]
mod redaction;
mod rights;
#[path = "../it/sdks.rs"]
mod sdks;
mod servers;
#[path = "../it/sessions.rs"]
mod sessions;
mod several;
mod snapshots;
mod streams;
#[path = "../support/mod.rs"]
mod support;
mod takeover;
#[path = "../it/tracker.rs"]
mod tracker;
mod versions;

/// The CORS headers that let a web page of any origin report.
const CORS: [(&str, &str); 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Allow-Methods", "OPTIONS,POST,PUT"),
    ("Access-Control-Allow-Headers", "Content-Type"),
    ("Access-Control-Expose-Headers", "Location"),
];
