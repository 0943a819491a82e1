//! The input of the command `media-collection`, as a library for its tests and fuzz targets.
//!
//! It is not an interface for other programs: it may change with every version.
#![forbid(unsafe_code)]

pub mod input;
