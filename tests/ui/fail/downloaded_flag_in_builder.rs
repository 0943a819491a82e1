//! The downloaded flag follows from the endpoint and is not set by hand.

use media_collection::SessionStartParams;

fn wrong() {
    let _ = SessionStartParams::builder().downloaded(false);
}

fn main() {}
