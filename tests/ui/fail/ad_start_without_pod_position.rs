//! What `adStart` requires must be set.

use media_collection::AdStartParams;

fn wrong() {
    let _ = AdStartParams::builder().id("spot-7").length(15.0).player_name("living-room").build();
}

fn main() {}
