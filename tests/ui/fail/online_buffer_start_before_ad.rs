//! Nothing buffers between the start of a break and that of its ad.

use media_collection::PlayerTime;
use media_collection::typed::OnlineAdBreak;

fn wrong(mut session: OnlineAdBreak, at: PlayerTime) {
    let _ = session.buffer_start(at);
}

fn main() {}
