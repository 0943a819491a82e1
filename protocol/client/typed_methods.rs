//! The typed online session's method for each event type: generated, nothing else is in this module.
#![allow(clippy::all, clippy::pedantic)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/online.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/online.rs");
