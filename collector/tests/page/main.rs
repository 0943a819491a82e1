//! The collector's page in headless Chromium: what it shows, how it is used, and that received text
//! never runs.
//!
//! The path of Chromium is `/usr/bin/chromium`, or the variable `CHROMIUM`. Without it, the tests
//! print a message and pass.

mod accessible;
mod browser;
#[path = "../here/mod.rs"]
mod here;
mod hostile;
mod long;
mod report;
mod search;
mod session;
mod shown;
#[path = "../support/mod.rs"]
mod support;
mod web_sdk;

use std::path::PathBuf;

use here::Here;
use media_collection::SessionId;
use support::captures;

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found =
        named.into_iter().chain([PathBuf::from("/usr/bin/chromium")]).find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: there is no Chromium; install it, or say where it is with CHROMIUM");
    }
    found
}

/// Sends a captured scenario, and returns the ids of its sessions in order.
fn replay(collector: &Here, scenario: &str) -> Vec<String> {
    let before = collector.sessions().len();
    let mut open = String::new();
    for request in captures::requests() {
        if request.scenario != scenario {
            continue;
        }
        if request.path.ends_with("/events") {
            collector.post(&format!("/api/v1/sessions/{open}/events"), &request.raw);
        } else {
            let response = collector.post(&request.path, &request.raw);
            let id = response.header("Location").and_then(SessionId::from_location);
            open = id.map(|id| id.to_string()).unwrap_or_default();
        }
    }
    let sessions = collector.sessions();
    let added = sessions.len() - before;
    let ids =
        sessions[..added].iter().rev().map(|session| session["id"].as_str().unwrap().to_owned());
    ids.collect()
}
