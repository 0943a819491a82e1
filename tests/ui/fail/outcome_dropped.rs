//! A response must be looked at.
#![deny(unused_must_use)]

use media_collection::{Uploaded, http::Response};

fn wrong(response: Response<Vec<u8>>) {
    Uploaded::from_response(&response);
}

fn main() {}
