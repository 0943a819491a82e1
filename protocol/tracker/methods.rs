//! The tracker's methods for what a player opens: generated, nothing else is in this module.
#![allow(clippy::all, clippy::pedantic)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/tracker.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/tracker.rs");
