//! The properties that every input must satisfy: one function per fuzz target.
//!
//! They are plain functions of bytes, so that a test can run a stored input.

pub mod batch;
pub mod edge;
pub mod event;
pub mod gzip;
pub mod har;
pub mod location;
pub mod log;
pub mod recorder;
pub mod report;
pub mod router;
pub mod schemas;
pub mod scratch;
pub mod steps;
pub mod store;
pub mod tracker;
pub mod traffic;
