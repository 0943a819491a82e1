//! Only generated code: how the generated types are read and written.
#![allow(clippy::all, clippy::pedantic)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/json.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/json.rs");
