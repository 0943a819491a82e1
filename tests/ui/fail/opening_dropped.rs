//! A session is open only when its start was sent.
#![deny(unused_must_use)]

use media_collection::{Session, SessionStart};

fn wrong(start: SessionStart) {
    Session::online(start);
}

fn main() {}
