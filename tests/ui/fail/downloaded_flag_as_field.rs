//! The downloaded flag follows from the endpoint and is not set by hand.

use media_collection::SessionStart;

fn wrong(mut start: SessionStart) {
    start.params.downloaded = Some(false);
}

fn main() {}
