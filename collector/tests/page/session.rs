//! A session on the page: downloads, live playheads, and that it follows what arrives.

use std::time::Duration;

use media_collection::report::{Report, ReportOptions};
use media_collection::{Event, Policy};
use serde_json::Value;

use crate::browser::Browser;
use crate::here::Here;
use crate::support::{event, start};
use crate::{chromium, replay};

/// The session as the collector has it, and its events as a test fixture.
#[test]
fn a_session_can_be_downloaded() {
    let collector = Here::start();
    let id = replay(&collector, "js-online-everything").remove(0);
    let events = collector.get(&format!("/page/session/{id}/events.json"));
    let name = |what: &str| format!("attachment; filename=\"{what}-{}.json\"", &id[..12]);
    assert_eq!(events.header("Content-Disposition"), Some(&*name("events")));
    let events: Vec<Value> = serde_json::from_str(&events.body).unwrap();
    let read = events.iter().map(|event| {
        Event::decode(event.to_string().as_bytes(), &Policy::strict()).expect("an event")
    });
    let read: Vec<_> = read.collect();
    assert_eq!(read.len(), 27);

    let session = collector.get(&format!("/page/session/{id}/session.json"));
    assert_eq!(session.header("Content-Disposition"), Some(&*name("session")));
    let session = session.json();
    assert_eq!(session["summary"]["id"], *id);
    assert_eq!(session["events"].as_array().map(Vec::len), Some(27));
    // The fixture has the findings and the report that the page shows.
    let report = Report::with(&ReportOptions::new().session_id(&id), &read);
    let told = |all: &Value| -> Vec<String> {
        let all = all.as_array().unwrap().iter();
        all.map(|found| format!("{} {}", found["event"], found["rule"])).collect()
    };
    // The session is open: what is said of one that is closed is not said yet.
    let at_close = ["player-state-left-open", "progress-marker-passed"];
    let expected = report.diagnostics.iter().filter(|at| !at_close.contains(&at.rule));
    let expected: Vec<_> = expected.map(|at| format!("{} {:?}", at.event, at.rule)).collect();
    assert_eq!(told(&session["findings"]), expected);
    assert!(expected.len() > 5, "{expected:?}");
    let content = report.close().and_then(|close| close.get("sessionDetails.timePlayed")).unwrap();
    let shown = session["report"]["values"].as_array().unwrap().iter();
    let shown = shown.filter(|value| value["xdm"] == "sessionDetails.timePlayed");
    let shown: Vec<_> = shown.map(|value| value["ms"].as_i64()).collect();
    assert_eq!(shown, [content.ms()]);
    for path in ["events.json", "session.json"] {
        assert_eq!(collector.get(&format!("/page/session/none/{path}")).status, 404);
    }
}

/// A long session comes in parts, and all of it can be downloaded.
#[test]
fn a_session_comes_in_parts() {
    let collector = Here::start();
    let many = (1..12_000).map(|second| event("ping", f64::from(second)));
    let batch: Vec<_> = std::iter::once(start("long")).chain(many).collect();
    let response = collector.post("/api/v1/downloaded", format!("[{}]", batch.join(",")));
    assert_eq!(response.status, 201);
    let id = collector.sessions()[0]["id"].as_str().unwrap().to_owned();
    let (mut indices, mut number, mut parts) = (Vec::new(), 0, 0);
    loop {
        let known = format!("?events={}&findings={number}", indices.len());
        let part = collector.get(&format!("/page/session/{id}{known}")).json();
        let events = part["events"].as_array().unwrap();
        assert!(events.len() <= 5_000);
        assert_eq!(part["settled"], events.len(), "the session is closed");
        indices.extend(events.iter().map(|event| event["index"].as_u64().unwrap()));
        // What is wrong is sent once.
        assert_eq!(part.get("findings").is_some(), parts == 0);
        number = part["findings_number"].as_u64().unwrap();
        parts += 1;
        if part["more"] == false {
            break;
        }
    }
    assert_eq!((indices.len(), parts), (12_000, 3));
    assert!(indices.iter().copied().eq(0..12_000));
    let fixture = collector.get(&format!("/page/session/{id}/events.json")).json();
    assert_eq!(fixture.as_array().map(Vec::len), Some(12_000));
}

/// The list is sent once, and then what changed in it.
#[test]
fn the_overview_says_what_changed() {
    let collector = Here::start();
    let first = collector.open("first");
    collector.open("second");
    let whole = collector.get("/page/overview").json();
    assert_eq!((&whole["whole"], whole["sessions"].as_array().unwrap().len()), (&true.into(), 2));
    let since = |overview: &Value| {
        format!("/page/overview?since={}&run={}", overview["version"], overview["run"])
    };
    // Their reports are made when the lists were shown.
    let reported = collector.get(&since(&whole)).json();
    assert_eq!((&reported["whole"], &reported["listed"]), (&false.into(), &whole["listed"]));
    let whole = serde_json::json!({"version": reported["version"], "run": whole["run"]});
    assert_eq!(collector.get(&since(&whole)).status, 204);
    collector.event(&first, "play", 1.0);
    let changed = collector.get(&since(&whole)).json();
    assert_eq!(changed["whole"], false);
    let sessions = changed["sessions"].as_array().unwrap();
    assert_eq!((sessions.len(), &sessions[0]["id"]), (1, &(*first).into()));
    assert_eq!(changed["listed"], serde_json::json!([1, 0]));
    assert!(changed.get("refused").is_none());
    // Versions of another run, and of the future, mean nothing.
    for query in ["since=1&run=1".to_owned(), format!("since=99999&run={}", whole["run"])] {
        let again = collector.get(&format!("/page/overview?{query}")).json();
        assert_eq!(
            (&again["whole"], again["sessions"].as_array().unwrap().len()),
            (&true.into(), 2)
        );
    }
}

#[test]
fn live_playheads_are_times_of_day() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let live = replay(&collector, "android-online-live_stream").remove(0);
    let film = replay(&collector, "js-online-vod_simple").remove(0);
    let browser = Browser::open(&chromium, "live");
    browser.visit(&format!("http://{}/#{live}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length > 5");
    let playhead = "document.querySelectorAll('tr.event')[3].children[2].textContent";
    assert_eq!(browser.text(playhead), "20:42:27.5");
    assert!(
        browser
            .text("document.querySelector('.facts').textContent")
            .contains("20:43:25 (time of day)")
    );
    let range =
        "[...document.querySelectorAll('.lane-note')].map((one) => one.textContent).join(' ')";
    assert_eq!(browser.text(range), "20:42:16 – 20:43:25");
    browser.visit(&format!("http://{}/#{film}", collector.address));
    browser.wait("document.querySelector('main h2').textContent === 'Short film'");
    assert_eq!(browser.text(playhead), "11.1");
    assert_eq!(browser.complaints(), [""; 0]);
}

/// Times and playheads that are none are written as they are, and nothing fails.
#[test]
fn absurd_numbers_are_shown() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let at = |kind: &str, playhead: f64, ts: i64| {
        let time = serde_json::json!({"playhead": playhead, "ts": ts});
        serde_json::json!({"eventType": kind, "playerTime": time}).to_string()
    };
    let batch = [
        start("absurd"),
        at("play", -1e300, i64::MIN),
        at("ping", 1e308, i64::MAX),
        at("ping", 1.6e9, 0),
        at("sessionComplete", 5.0, 1_700_000_000_000),
    ];
    let response = collector.post("/api/v1/downloaded", format!("[{}]", batch.join(",")));
    assert_eq!(response.status, 201);
    let id = collector.sessions()[0]["id"].as_str().unwrap().to_owned();
    let browser = Browser::open(&chromium, "absurd");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length === 5");
    browser.wait("document.querySelector('.metric')");
    let page = browser.text("document.body.innerText + document.querySelector('svg').outerHTML");
    for wrong in ["NaN", "undefined", "Infinity", "[object"] {
        assert!(!page.contains(wrong), "{wrong} in {page}");
    }
    assert_eq!(browser.complaints(), [""; 0]);
}

/// Findings of the same kind share an entry, and the timeline and the table do not repeat them.
#[test]
fn repeated_findings_are_folded() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let id = replay(&collector, "android-online-network_lost_midway").remove(0);
    let browser = Browser::open(&chromium, "folded");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length === 20");
    // Eleven events have the timestamp of the one before.
    let count =
        |selector: &str| browser.number(&format!("document.querySelectorAll({selector:?}).length"));
    let entry = "[...document.querySelectorAll('.findings li')].filter((one) => one.textContent.includes('equals that of the event before'))";
    assert_eq!(browser.number(&format!("{entry}.length")), 1.0);
    assert!(browser.text(&format!("{entry}[0].textContent")).contains("11 times"));
    let rows = "[...document.querySelectorAll('.finding-row')].filter((one) => one.textContent.includes('equals that')).length";
    assert_eq!(browser.number(rows), 5.0);
    assert_eq!(count(".folded"), 6.0);
    let sign = "[...document.querySelectorAll('.finding[role=button]')].map((one) => one.getAttribute('aria-label')).join()";
    assert!(browser.text(sign).contains("(11 times)"), "{}", browser.text(sign));
    assert_eq!(browser.complaints(), [""; 0]);
}

/// What the user opened, and where the focus is, stays while events arrive.
#[test]
fn an_open_session_is_followed() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let id = collector.open("followed");
    collector.event(&id, "play", 1.0);
    let browser = Browser::open(&chromium, "followed");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length === 2");
    browser.value("document.querySelector('#event-0 summary').click(); document.getElementById('event-1').focus()");
    for second in 2..40 {
        collector.event(&id, "pauseStart", f64::from(second));
        collector.event(&id, "play", f64::from(second) + 0.5);
    }
    browser.wait("document.querySelectorAll('tr.event').length === 78");
    assert_eq!(browser.text("document.activeElement.id"), "event-1");
    assert_eq!(browser.value("document.querySelector('#event-0 details').open"), true);
    let state = "document.querySelector('.facts dd').textContent";
    assert!(browser.text(state).starts_with("open waiting"), "{}", browser.text(state));

    // A mark of the timeline keeps the focus, too.
    browser.value("document.querySelector('.mark-place[role=button]').focus()");
    let focused = "document.activeElement.getAttribute('aria-label')";
    let sentence = browser.text(focused);
    collector.event(&id, "sessionComplete", 60.0);
    browser.wait("document.querySelectorAll('tr.event').length === 79");
    assert_eq!(browser.text(focused), sentence);
    assert!(browser.text(state).starts_with("opencomplete"), "{}", browser.text(state));
    // Its ads are open, not left open, as long as it is.
    assert_eq!(browser.number("document.querySelectorAll('.left-open').length"), 0.0);
    std::thread::sleep(Duration::from_millis(1));
    assert_eq!(browser.complaints(), [""; 0]);
}

/// A collector that cannot say now, as while a partition has no owner, is asked again.
#[test]
fn a_session_that_cannot_be_shown_now_is_asked_for_again() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let (first, second) = (collector.open("first"), collector.open("second"));
    let browser = Browser::open(&chromium, "later");
    browser.visit(&format!("http://{}/#{first}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length === 1");
    browser.value(
        "{ const { fetch } = window; window.later = true; window.refused = 0;\
         window.fetch = (path) => {\
           if (!later || !path.startsWith('/page/session/')) return fetch(path);\
           refused += 1;\
           return Promise.resolve(new Response('', { status: 503 })); } }",
    );
    // What is shown stays.
    assert_eq!(collector.event(&first, "play", 1.0).status, 204);
    browser.wait("refused >= 2");
    assert_eq!(browser.number("document.querySelectorAll('tr.event').length"), 1.0);
    browser.value("later = false");
    browser.wait("document.querySelectorAll('tr.event').length === 2");

    browser.value("later = true; refused = 0");
    browser.value(&format!("location.hash = '{second}'"));
    browser.wait("document.body.innerText.includes('The session cannot be shown now')");
    browser.wait("refused >= 2");
    browser.value("later = false");
    browser.wait("document.querySelectorAll('tr.event').length === 1");
}
