//! Only the generated types.
#![allow(clippy::all, clippy::pedantic)]

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/types.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/types.rs");
