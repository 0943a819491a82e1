//! A member is set once.

use media_collection::AdBreakStartParams;

fn wrong() {
    let _ = AdBreakStartParams::builder().pod_index(1).pod_index(2);
}

fn main() {}
