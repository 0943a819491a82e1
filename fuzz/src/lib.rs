//! What must hold for every input, one function a fuzz target.
//!
//! They are plain functions of bytes, so that a stored input runs in a test as well.

pub mod batch;
pub mod documents;
pub mod event;
pub mod location;
pub mod recorder;
pub mod router;
pub mod scratch;
pub mod steps;
pub mod store;
