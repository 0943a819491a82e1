//! Long sessions and many sessions: the work of the page is bounded.

use std::fmt::Write as _;

use crate::browser::Browser;
use crate::chromium;
use crate::here::Here;
use crate::support::{event, start};

/// Uploads a session of so many events.
fn upload(collector: &Here, count: u32, kind: impl Fn(u32) -> &'static str) -> String {
    let mut batch = format!("[{}", start("long"));
    for number in 1..count {
        write!(batch, ",{}", event(kind(number), f64::from(number) / 10.0)).unwrap();
    }
    batch.push(']');
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    collector.sessions()[0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_session_of_50_000_events_is_shown_in_a_bounded_document() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let kinds =
        ["play", "ping", "pauseStart", "ping", "bufferStart", "ping", "ping", "bitrateChange"];
    let id = upload(&collector, 50_000, |number| kinds[number as usize % kinds.len()]);
    let browser = Browser::open(&chromium, "long");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    let heading = "document.querySelector('section[aria-label=Events] h3').textContent";
    browser.wait("document.querySelectorAll('tr.event').length > 10");
    assert_eq!(browser.text(heading), "Events (50,000)");
    browser.value("document.getElementById('show-pings').click()");
    browser
        .wait("document.querySelector('table.events').getAttribute('aria-rowcount') === '50001'");
    browser.wait("document.querySelector('.cut').hidden");

    let elements = "document.querySelectorAll('*').length";
    assert!(browser.number(elements) < 10_000.0, "{}", browser.number(elements));
    // The last event is reached by a jump, and its row is made.
    browser.value("document.querySelector('tbody:last-child').scrollIntoView({block: 'end'})");
    browser.wait("document.getElementById('event-49999')");
    browser.wait("document.querySelectorAll('tr.event').length < 400");
    assert!(browser.number(elements) < 10_000.0, "{}", browser.number(elements));
    assert_eq!(
        browser.text("document.getElementById('event-49999').getAttribute('aria-rowindex')"),
        "50001"
    );
    browser.value("document.querySelector('.findings .link').click()");
    browser.wait("document.activeElement.classList.contains('event')");
    assert_eq!(browser.complaints(), [""; 0]);
}

/// Thousands of ads, chapters and player states do not make thousands of lanes and rows.
#[test]
fn whatever_a_session_has_is_shown_in_a_bounded_document() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let mut batch = format!("[{}", start("wide"));
    let mut ts = 1_700_000_000_000_i64;
    for number in 0..3_000 {
        let mut add = |kind: &str, params: serde_json::Value| {
            ts += 100;
            let time = serde_json::json!({"playhead": 1, "ts": ts});
            let event =
                serde_json::json!({"eventType": kind, "playerTime": time, "params": params});
            write!(batch, ",{event}").unwrap();
        };
        let state = serde_json::json!({"media.state.name": format!("state-{number}")});
        add("stateStart", state);
        let chapter = serde_json::json!({
            "media.chapter.index": number + 1, "media.chapter.offset": 0, "media.chapter.length": 1,
        });
        add("chapterStart", chapter);
        let pod = serde_json::json!({"media.ad.podIndex": number, "media.ad.podSecond": 0});
        add("adBreakStart", pod);
        let ad = serde_json::json!({
            "media.ad.id": format!("ad-{number}"), "media.ad.length": 1,
            "media.ad.podPosition": 1, "media.ad.playerName": "p",
        });
        add("adStart", ad);
    }
    batch.push(']');
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    let id = collector.sessions()[0]["id"].as_str().unwrap().to_owned();
    let browser = Browser::open(&chromium, "wide");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelector('.part tbody tr')");
    browser.wait("document.querySelector('.cut').hidden");
    assert!(
        browser
            .text("document.querySelector('svg.timeline').textContent")
            .contains("2,988 more states")
    );
    assert!(browser.text("document.querySelector('.part').textContent").contains("Ads (3,000)"));
    let elements = browser.number("document.querySelectorAll('*').length");
    assert!(elements < 14_000.0, "{elements}");
    assert_eq!(browser.complaints(), [""; 0]);
}
