//! A recording is taken out of its recorder before it is sent.

use media_collection::{Collector, Recorder};

fn wrong(to: Collector, recorder: Recorder) {
    let _ = to.upload(&recorder);
}

fn main() {}
