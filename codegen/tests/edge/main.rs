//! The schemas of the Media Edge API say what Adobe's published documents say, with the deviations
//! in `schemas/edge/deviations.json` and no others; and the tables beside them miss no member.
//!
//! `MEDIA_COLLECTION_EDGE_SCHEMAS` names a folder with newer documents, in the places that they
//! have in `schemas/edge/published`.

mod differences;
mod documents;
mod mapping;
mod members;
mod own;
mod published;
mod yaml;
