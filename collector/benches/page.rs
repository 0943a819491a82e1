//! How quickly the collector's page shows many sessions and long ones, in headless Chromium.
//!
//! ```text
//! cargo bench -p media-collection-collector --bench page
//! ```
//!
//! Times are milliseconds in the page: from the beginning of a visit until the first paint, and until
//! the list or the session is painted; and how long a key in the search is worked on. The ratios
//! compare them with a page of ten sessions, in the same run. Needs Chromium, as the tests of the page
//! do.
#![forbid(unsafe_code)]

#[path = "../tests/page/browser.rs"]
#[allow(dead_code)]
mod browser;
#[path = "../tests/here/mod.rs"]
mod here;
#[path = "../tests/support/mod.rs"]
mod support;

use std::fmt::Write as _;
use std::path::PathBuf;

use browser::Browser;
use here::Here;
use support::{event, start};

const ROUNDS: usize = 9;

/// When the first paint was, and when something of the page's data was painted.
const SHOWN: &str = "new Promise((done) => {
    const first = () => performance.getEntriesByName('first-contentful-paint')[0].startTime;
    const look = () => { if (document.querySelector(SELECTOR))
        requestAnimationFrame(() => setTimeout(() => { const painted = performance.now();
            setTimeout(() => done([first(), painted]), 50); }, 0));
        else requestAnimationFrame(look); }; look(); })";
/// How long a key in the search is worked on, until the list can be painted.
const KEY: &str = "new Promise((done) => { const search = document.getElementById('search');
    const begun = performance.now(); search.value = WORDS; search.dispatchEvent(new Event('input'));
    document.getElementById('sessions').getBoundingClientRect();
    const worked = performance.now() - begun; requestAnimationFrame(() => done(worked)); })";

fn main() {
    if std::env::args().any(|argument| argument == "--list" || argument == "--test") {
        return;
    }
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let chromium = named.unwrap_or_else(|| PathBuf::from("/usr/bin/chromium"));
    if !chromium.exists() {
        println!("skipped: there is no Chromium");
        return;
    }
    let collector = Here::start();
    let long = upload(&collector, 50_000);
    let short = upload(&collector, 50);
    for number in 0..8 {
        collector.open(&format!("number {number}"));
    }
    let browser = Browser::open(&chromium, "bench");
    let visit = |fragment: &str, selector| visits(&browser, &collector, fragment, selector);
    let (entry, row) = ("#sessions .entry", "tr.event");
    let ten = visit("", entry);
    let ten_key = keys(&browser);
    let few_events = visit(&short, row);
    let many_events = visit(&long, row);
    browser.wait("document.querySelector('.cut').hidden");
    let many_events_key = keys(&browser);
    for number in 8..498 {
        collector.open(&format!("number {number}"));
    }
    let many = visit("", entry);
    let many_key = keys(&browser);
    println!("\nmilliseconds, ratio to 10 sessions    first paint     list or session");
    print("10 sessions", &ten, &ten);
    print("500 sessions", &many, &ten);
    print("a session of 50 events", &few_events, &ten);
    print("a session of 50,000 events", &many_events, &ten);
    println!("\nmilliseconds, ratio to 10 sessions    a key in the search");
    print("10 sessions", &[ten_key], &[ten_key]);
    print("500 sessions", &[many_key], &[ten_key]);
    print("beside a session of 50,000 events", &[many_events_key], &[ten_key]);
}

fn print(what: &str, times: &[f64], base: &[f64]) {
    let pairs = times.iter().zip(base);
    let figures: String =
        pairs.map(|(time, base)| format!("{time:>8.1} {:>6.2}   ", time / base)).collect();
    println!("  {what:<34} {figures}");
}

/// Uploads a session of so many events, of all kinds that a long session has.
fn upload(collector: &Here, count: u32) -> String {
    let kinds = ["play", "ping", "ping", "pauseStart", "play", "ping", "bufferStart", "ping"];
    let mut batch = format!("[{}", start("long"));
    for number in 1..count {
        let kind = kinds[number as usize % kinds.len()];
        write!(batch, ",{}", event(kind, f64::from(number) / 10.0)).expect("a string grows");
    }
    batch.push(']');
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    collector.sessions()[0]["id"].as_str().expect("an id").to_owned()
}

fn visits(browser: &Browser, collector: &Here, fragment: &str, selector: &str) -> [f64; 2] {
    let expression = SHOWN.replace("SELECTOR", &format!("'{selector}'"));
    let visits = (0..=ROUNDS).map(|_| {
        browser.visit("about:blank");
        browser.wait("location.protocol === 'about:'");
        browser.visit(&format!("http://{}/#{fragment}", collector.address));
        browser.wait("location.protocol === 'http:' && document.readyState === 'complete'");
        let times = browser.value(&expression);
        [0, 1].map(|at| times[at].as_f64().expect("a time"))
    });
    let visits: Vec<_> = visits.skip(1).collect();
    [0, 1].map(|at| median(visits.iter().map(|times| times[at]).collect()))
}

fn keys(browser: &Browser) -> f64 {
    let words = ["'n'", "'nu'", "'num'", "'number'", "'number 4'", "'number 49'", "''"];
    let words = words.iter().cycle().take(3 * words.len());
    median(words.map(|words| browser.number(&KEY.replace("WORDS", words))).collect())
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
