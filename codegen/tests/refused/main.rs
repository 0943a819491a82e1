//! Every refusal, with its message to the letter.
//!
//! A case is one change to a document that is taken as it is, so that the change is all there is
//! to see. Each message's pointer is looked up in the file.

mod annotations;
#[path = "../common/mod.rs"]
mod common;
mod load;
mod merge;
mod names;
mod normalise;
mod split;

use common::{Folder, document, put, remove};
use serde_json::Value;

/// The schema of the only parameter of `ping`.
const X: &str = "/definitions/ping/properties/params/properties/x";
const PARAMS: &str = "/definitions/ping/properties/params";

#[track_caller]
fn refused(folder: &Folder, message: &str) {
    assert_eq!(folder.refusal(), message);
}

/// One member of `ping.json` set to a value.
#[track_caller]
fn set(pointer: &str, value: Value, message: &str) {
    let mut ping = document("ping");
    put(&mut ping, pointer, value);
    refused(&Folder::of(&ping), message);
}

/// The parameter's schema set to a value; the message goes on from the parameter's place.
#[track_caller]
fn set_x(value: Value, message: &str) {
    set(X, value, &format!("FOLDER/ping.json#{X}{message}"));
}

#[track_caller]
fn taken_away(pointer: &str, message: &str) {
    let mut ping = document("ping");
    remove(&mut ping, pointer);
    refused(&Folder::of(&ping), message);
}
