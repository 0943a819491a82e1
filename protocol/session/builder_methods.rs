//! The typed builder's method for each event type: generated, nothing else is in this module.
#![allow(clippy::all, clippy::pedantic)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/builder.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/builder.rs");
