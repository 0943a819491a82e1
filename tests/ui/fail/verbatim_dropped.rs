//! A session that was recorded as it is must be sent.
#![deny(unused_must_use)]

use media_collection::recorder::Verbatim;

fn wrong(recorder: Verbatim) {
    recorder.into_session();
}

fn main() {}
