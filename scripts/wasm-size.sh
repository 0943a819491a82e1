#!/bin/sh
# Measures what this crate adds to a program in WebAssembly.
#
#   scripts/wasm-size.sh
#
# Builds small libraries for wasm32-unknown-unknown without the crate's features, optimised for size,
# in a temporary folder, offline: one that is empty, one with an online recorder that the player
# drives by hand, and one with a tracker. Prints their sizes in bytes.
set -eu

repository=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Creates a library NAME; standard input is its source.
library() {
    mkdir -p "$folder/$1/src"
    cat >"$folder/$1/src/lib.rs"
    cp "$repository/Cargo.lock" "$folder/$1/"
    cat >"$folder/$1/Cargo.toml" <<TOML
[package]
name = "$1"
version = "0.0.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[dependencies]
media-collection = { path = "$repository", default-features = false }

[profile.release]
opt-level = "s"
lto = "fat"
codegen-units = 1
panic = "abort"
strip = true

[workspace]
TOML
}

library empty <<'RUST'
#[unsafe(no_mangle)]
pub extern "C" fn ping(at: i64) -> i64 {
    at
}
RUST

# What both libraries know: the parameters, and what becomes of a request.
common() {
    cat <<'RUST'
use std::cell::RefCell;

use media_collection::recorder::{NextRequest, Ticket};
use media_collection::{ResponseParts, SessionStartParams};

fn params() -> SessionStartParams {
    SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build()
}

fn parts(status: u32) -> Option<ResponseParts<'static>> {
    let parts = ResponseParts::new(u16::try_from(status).ok()?).ok()?;
    Some(parts.with_location("/api/v1/sessions/3f2a"))
}

thread_local! {
    static TICKET: RefCell<Option<Ticket>> = const { RefCell::new(None) };
}

/// The length of the next request, which the page would send.
fn sent(next: Option<NextRequest>) -> usize {
    let Some(NextRequest::Send(outgoing)) = next else { return 0 };
    TICKET.set(Some(outgoing.ticket));
    outgoing.call.path().len() + outgoing.call.body().len()
}
RUST
}

{
    common
    cat <<'RUST'
use media_collection::recorder::Online;
use media_collection::{
    AdBreakStartParams, AdStartParams, Event, PlayerTime, Recorder, SessionStart,
};

thread_local! {
    static RECORDER: RefCell<Option<Recorder<Online>>> = const { RefCell::new(None) };
}

#[unsafe(no_mangle)]
pub extern "C" fn start(now: i64) {
    let start = SessionStart::new(PlayerTime::new(0.0, now), params());
    RECORDER.set(Some(Recorder::online(start)));
}

#[unsafe(no_mangle)]
pub extern "C" fn said(what: u32, now: i64, playhead: f64) -> bool {
    let at = PlayerTime::new(playhead, now);
    RECORDER.with_borrow_mut(|recorder| {
        let Some(recorder) = recorder else { return false };
        let event = match what {
            0 => Event::play(at),
            1 => Event::pause_start(at),
            2 => Event::buffer_start(at),
            3 => Event::ad_break_start(at, AdBreakStartParams::new(1, playhead)),
            4 => {
                let ad = AdStartParams::builder().id("spot").length(15.0).pod_position(1);
                Event::ad_start(at, ad.player_name("living-room").build())
            }
            5 => Event::ad_complete(at),
            6 => Event::ad_break_complete(at),
            7 => return recorder.finish(at).is_ok(),
            _ => Event::ping(at),
        };
        recorder.record(event).is_ok()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn next(now: i64) -> usize {
    let next = RECORDER.with_borrow_mut(|recorder| recorder.as_mut()?.next_request(now).ok());
    sent(next)
}

#[unsafe(no_mangle)]
pub extern "C" fn responded(status: u32, now: i64) {
    let Some(ticket) = TICKET.take() else { return };
    RECORDER.with_borrow_mut(|recorder| {
        if let (Some(recorder), Some(parts)) = (recorder, parts(status)) {
            let _ = recorder.responded(ticket, parts, now, 0.5);
        }
    });
}
RUST
} | library recorder

{
    common
    cat <<'RUST'
use media_collection::tracker::{OnlineSessions, Tracker};
use media_collection::{AdBreakStartParams, AdStartParams};

thread_local! {
    static TRACKER: RefCell<Option<Tracker<OnlineSessions>>> = const { RefCell::new(None) };
}

#[unsafe(no_mangle)]
pub extern "C" fn start(now: i64) {
    let mut tracker = Tracker::new(OnlineSessions::new());
    let _ = tracker.session_start(now, params());
    TRACKER.set(Some(tracker));
}

#[unsafe(no_mangle)]
pub extern "C" fn said(what: u32, now: i64, playhead: f64) -> bool {
    TRACKER.with_borrow_mut(|tracker| {
        let Some(tracker) = tracker else { return false };
        let done = match what {
            0 => tracker.play(now),
            1 => tracker.pause(now),
            2 => tracker.buffer_start(now),
            3 => tracker.ad_break_start(now, AdBreakStartParams::new(1, playhead)),
            4 => {
                let ad = AdStartParams::builder().id("spot").length(15.0).pod_position(1);
                tracker.ad_start(now, ad.player_name("living-room").build())
            }
            5 => tracker.ad_complete(now),
            6 => tracker.ad_break_complete(now),
            7 => tracker.complete(now),
            8 => tracker.handle_timeout(now),
            _ => tracker.playhead(now, playhead),
        };
        done.is_ok()
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn timer() -> i64 {
    TRACKER.with_borrow(|tracker| tracker.as_ref()?.poll_timeout()).unwrap_or(-1)
}

#[unsafe(no_mangle)]
pub extern "C" fn next(now: i64) -> usize {
    let next = TRACKER.with_borrow_mut(|tracker| {
        tracker.as_mut()?.sessions_mut().next_request(now).ok()
    });
    sent(next)
}

#[unsafe(no_mangle)]
pub extern "C" fn responded(status: u32, now: i64) {
    let Some(ticket) = TICKET.take() else { return };
    TRACKER.with_borrow_mut(|tracker| {
        if let (Some(tracker), Some(parts)) = (tracker, parts(status)) {
            let _ = tracker.sessions_mut().responded(ticket, parts, now, 0.5);
        }
    });
}
RUST
} | library tracker

printf '%-10s %10s %12s\n' library bytes compressed
for name in empty recorder tracker; do
    (cd "$folder/$name" && CARGO_TARGET_DIR="$folder/target" RUSTFLAGS='' \
        cargo build --offline --release --target wasm32-unknown-unknown 2>"$folder/$name/log") || {
        cat "$folder/$name/log" >&2
        exit 1
    }
    built="$folder/target/wasm32-unknown-unknown/release/$name.wasm"
    printf '%-10s %10d %12d\n' "$name" "$(wc -c <"$built")" "$(gzip -9c "$built" | wc -c)"
done
