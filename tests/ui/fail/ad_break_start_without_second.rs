//! What `adBreakStart` requires must be set.

use media_collection::AdBreakStartParams;

fn wrong() {
    let _ = AdBreakStartParams::builder().pod_index(1).build();
}

fn main() {}
