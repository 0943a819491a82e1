//! Only the generated tables.

#[cfg(feature = "codegen")]
include!(concat!(env!("OUT_DIR"), "/edge.rs"));
#[cfg(not(feature = "codegen"))]
include!("../../schemas/snapshot/edge.rs");
