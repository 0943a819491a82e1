//! Every error, with its exact message.
//!
//! Each case makes one change to a valid schema. The pointer in the message must exist in the file.

mod annotations;
#[path = "../common/mod.rs"]
mod common;
mod load;
mod merge;
mod names;
mod normalise;
mod rules;
mod split;

use common::{Folder, put, remove, schema_of};
use serde_json::Value;

/// The schema of the only parameter of `ping`.
const X: &str = "/definitions/ping/properties/params/properties/x";
const PARAMS: &str = "/definitions/ping/properties/params";

#[track_caller]
fn refused(folder: &Folder, message: &str) {
    assert_eq!(folder.refusal(), message);
}

/// Sets one member of `ping.json`.
#[track_caller]
fn set(pointer: &str, value: Value, message: &str) {
    let mut ping = schema_of("ping");
    put(&mut ping, pointer, value);
    refused(&Folder::of(&ping), message);
}

/// Sets the schema of the parameter; `message` begins after the pointer to it.
#[track_caller]
fn set_x(value: Value, message: &str) {
    set(X, value, &format!("FOLDER/ping.json#{X}{message}"));
}

#[track_caller]
fn taken_away(pointer: &str, message: &str) {
    let mut ping = schema_of("ping");
    remove(&mut ping, pointer);
    refused(&Folder::of(&ping), message);
}
