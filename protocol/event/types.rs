//! The generated types: nothing else is in this module.
#![allow(clippy::all, clippy::pedantic, unused_qualifications)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/bindings.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/bindings.rs");
