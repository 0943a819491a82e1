//! What the library promises, a module a subject.
//!
//! [`fixtures`] has the values and files that the tests begin with, [`scenario`] brings a session
//! of any kind to any state in a line, and [`recorders`] is the one place that knows how recorders
//! are made, ended and sent.

mod fixtures;
mod recorders;
mod scenario;

mod client;
#[cfg(all(feature = "quickcheck", feature = "schemars", feature = "validator"))]
mod derived;
mod edge;
mod edge_client;
mod found;
mod lint;
#[cfg(feature = "quickcheck")]
mod model;
mod online;
mod oracle;
mod persisted;
mod reading;
mod recording;
mod replay;
mod report;
mod report_model;
#[cfg(feature = "quickcheck")]
mod round_trip;
mod schemas;
mod server;
mod sessions;
mod snapshot;
mod store;
mod structure;
mod tracker;
#[cfg(feature = "quickcheck")]
mod tracker_model;
mod traits;
mod typed;
mod viewings;
mod writing;
