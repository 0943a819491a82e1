//! An answer must be looked at.
#![deny(unused_must_use)]

use media_collection::{Uploaded, http::Response};

fn wrong(answer: Response<Vec<u8>>) {
    Uploaded::from_response(&answer);
}

fn main() {}
