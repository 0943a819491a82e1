//! Adobe's Web SDK against the collector.
//!
//! It is not in the repository: the variable `ALLOY` names its `alloy.min.js` (npm, `@adobe/alloy`,
//! `dist/alloy.min.js`), which `.ci/run` installs. Without it, the tests print a message and pass.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;

use serde_json::Value;

use crate::browser::Browser;
use crate::chromium;
use crate::here::Here;

fn alloy() -> Option<String> {
    let Some(path) = std::env::var_os("ALLOY") else {
        eprintln!("skipped: the variable ALLOY does not name alloy.min.js of @adobe/alloy");
        return None;
    };
    let script = std::fs::read_to_string(&path);
    Some(script.unwrap_or_else(|error| panic!("ALLOY={}: {error}", path.display())))
}

/// Serves the page of a player, of another origin than the collector. Returns its address.
fn player(alloy: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut line = String::new();
            let mut reader = BufReader::new(&stream);
            let _ = reader.read_line(&mut line);
            let mut head = String::new();
            while reader.read_line(&mut head).is_ok_and(|read| read > 2) {
                head.clear();
            }
            let (kind, text) = match line.split(' ').nth(1) {
                Some("/") => ("text/html", include_str!("web_sdk.html")),
                Some("/alloy.js") => ("text/javascript", &*alloy),
                Some("/player.js") => ("text/javascript", include_str!("web_sdk.js")),
                _ => ("text/plain", ""),
            };
            let length = text.len();
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {length}\r\n\
                 Connection: close\r\n\r\n"
            );
            let _ = (&stream).write_all(&[head.as_bytes(), text.as_bytes()].concat());
        }
    });
    format!("http://{address}")
}

/// A page of a player that reports to a collector.
struct Player {
    collector: Here,
    browser: Browser,
}

impl Player {
    fn open(name: &str) -> Option<Self> {
        let (chromium, alloy) = (chromium()?, alloy()?);
        let collector = Here::start();
        let browser = Browser::open(&chromium, name);
        browser.visit(&format!("{}/#http://{}", player(alloy), collector.address));
        browser.wait("window.byTracker");
        browser.value("window.ready");
        Some(Self { collector, browser })
    }

    /// Views something, and returns the id of the session. Everything was accepted.
    #[track_caller]
    fn view(&self, how: &str) -> String {
        let id = self.browser.text(how);
        assert_eq!(id.len(), 64);
        let wrong = self
            .browser
            .value("window.sent.filter((one) => one.status !== 200 && one.status !== 204)");
        assert_eq!(wrong, Value::Array(Vec::new()), "{how}");
        let overview = self.collector.get("/page/overview").json();
        assert_eq!(overview["refused"]["list"], Value::Array(Vec::new()), "{how}");
        assert_eq!(self.browser.complaints(), [""; 0], "{how}");
        id
    }

    fn detail(&self, id: &str) -> Value {
        self.collector.get(&format!("/page/session/{id}")).json()
    }
}

/// The types of a session's events, in order, without pings.
fn types(detail: &Value) -> Vec<&str> {
    let events = detail["events"].as_array().expect("it has events").iter();
    let types = events.map(|shown| shown["event"]["eventType"].as_str().expect("it has a type"));
    types.filter(|name| *name != "ping").collect()
}

#[track_caller]
fn reported(detail: &Value, xdm: &str) -> Value {
    let values = detail["report"]["values"].as_array().expect("it is reported");
    let value = values.iter().find(|value| value["xdm"] == xdm);
    value.unwrap_or_else(|| panic!("{xdm} is not in {values:?}"))["value"].clone()
}

#[test]
fn each_event_by_hand() {
    let Some(player) = Player::open("sdk-hand") else { return };
    let id = player.view("window.byHand()");
    let detail = player.detail(&id);
    let expected = [
        "sessionStart",
        "play",
        "chapterStart",
        "bufferStart",
        "play",
        "pauseStart",
        "play",
        "adBreakStart",
        "adStart",
        "adComplete",
        "adStart",
        "adSkip",
        "adBreakComplete",
        "statesUpdate",
        "statesUpdate",
        "bitrateChange",
        "error",
        "chapterComplete",
        "chapterStart",
        "chapterSkip",
        "sessionComplete",
        "sessionEnd",
    ];
    assert_eq!(types(&detail), expected);
    let summary = &detail["summary"];
    assert_eq!((&summary["api"], &summary["closed"]), (&"media-edge".into(), &"ended".into()));
    assert_eq!(summary["datastream"], "11111111-2222-3333-4444-555555555555");
    assert_eq!(summary["errors"], 0, "{}", detail["findings"]);
    assert_eq!(detail["edge"]["library"], "https://ns.adobe.com/experience/alloy");
    assert_eq!(reported(&detail, "sessionDetails.isCompleted"), true);
    assert_eq!(reported(&detail, "sessionDetails.adCount"), 2);
    assert_eq!(detail["report"]["ads"]["list"].as_array().unwrap().len(), 2);
    assert_eq!(detail["report"]["chapters"]["list"].as_array().unwrap().len(), 2);

    // The page of the collector shows it.
    let (browser, collector) = (&player.browser, &player.collector);
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length > 20");
    let facts = browser.text("document.querySelector('.facts').textContent");
    assert!(facts.contains("APIMedia Edge"), "{facts}");
    let entry = browser.text("document.querySelector('a.entry[aria-current] .api').textContent");
    assert_eq!(entry, "Edge");
    let around = browser.text("document.querySelector('details.envelope').textContent");
    for said in ["11111111-2222-3333-4444-555555555555", "experience/alloy", "browser"] {
        assert!(around.contains(said), "{around}");
    }
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn pings_by_the_sdk() {
    let Some(player) = Player::open("sdk-pings") else { return };
    let id = player.view("window.bySdk()");
    let detail = player.detail(&id);
    let expected = [
        "sessionStart",
        "play",
        "adBreakStart",
        "adStart",
        "adComplete",
        "adBreakComplete",
        "play",
        "sessionComplete",
    ];
    assert_eq!(types(&detail), expected);
    assert_eq!(detail["summary"]["complete"], true);
    assert!(detail["summary"]["received"].as_u64().unwrap() >= 11, "{}", detail["summary"]);
    for shown in detail["events"].as_array().unwrap() {
        assert_eq!(shown["event"]["qoeData"]["media.qoe.bitrate"], 1000, "{shown}");
    }
}

#[test]
fn the_tracker_of_the_older_interface() {
    let Some(player) = Player::open("sdk-tracker") else { return };
    for with_quality in [true, false] {
        let id = player.view(&format!("window.byTracker({with_quality})"));
        let detail = player.detail(&id);
        let expected = [
            "sessionStart",
            "play",
            "adBreakStart",
            "adStart",
            "adComplete",
            "adBreakComplete",
            "play",
            "chapterStart",
            "pauseStart",
            "play",
            "bufferStart",
            "play",
            "statesUpdate",
            "statesUpdate",
            "bitrateChange",
            "error",
            "pauseStart",
            "play",
            "chapterComplete",
            "sessionComplete",
            "sessionEnd",
        ];
        assert_eq!(types(&detail), expected);
        assert_eq!(detail["summary"]["closed"], "ended");
        let start = &detail["events"][0]["event"];
        assert_eq!(start["params"]["media.show"], "A show");
        assert_eq!(start["customMetadata"]["plan"], "gold");
        assert!(start["qoeData"].is_null(), "{start}");
        let play = &detail["events"][1]["event"];
        assert_eq!(play["qoeData"].is_null(), !with_quality, "{play}");
        assert_eq!(reported(&detail, "sessionDetails.isCompleted"), true);
    }
}
