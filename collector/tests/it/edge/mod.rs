//! The Media Edge API, over HTTP.

mod both;
mod clients;
mod library;
mod rejected;
mod stored;

use crate::here::Here;

/// How many requests the page lists as rejected.
fn rejected(collector: &Here) -> usize {
    let overview = collector.get("/page/overview").json();
    overview["refused"]["list"].as_array().expect("a list").len()
}
