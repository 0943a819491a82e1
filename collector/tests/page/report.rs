//! The report on the page: totals as an analyst expects them, live, with the events that made them.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::chromium;
use crate::here::Here;
use crate::support::start;

/// Sends an event of a session at a second after its start, in milliseconds, with params.
fn send(collector: &Here, id: &str, kind: &str, ms: i64, playhead: f64, params: Value) {
    let ts = 1_700_000_000_000_i64 + ms;
    let mut event = json!({"eventType": kind, "playerTime": {"playhead": playhead, "ts": ts}});
    if !params.is_null() {
        event["params"] = params;
    }
    let path = format!("/api/v1/sessions/{id}/events");
    assert_eq!(collector.post(&path, event.to_string()).status, 204, "{kind}");
}

/// The value of a total with this name, as it is shown.
fn total(name: &str) -> String {
    format!(
        "[...document.querySelectorAll('.metric')].find((one) => one.querySelector('dt').textContent === '{name}')
           .querySelector('button').childNodes[1].textContent"
    )
}

/// A pre-roll of 10 s, 20 s of content, a pause of 5 s, and 6 s of content.
fn watch(collector: &Here, id: &str) {
    let pod = json!({"media.ad.podIndex": 1, "media.ad.podSecond": 0});
    let ad = json!({
        "media.ad.id": "ad-1", "media.ad.name": "Detergent", "media.ad.length": 10,
        "media.ad.podPosition": 1, "media.ad.playerName": "p",
    });
    send(collector, id, "adBreakStart", 1, 0.0, pod);
    send(collector, id, "adStart", 2, 0.0, ad);
    send(collector, id, "adComplete", 10_002, 0.0, Value::Null);
    send(collector, id, "adBreakComplete", 10_003, 0.0, Value::Null);
    send(collector, id, "play", 10_004, 0.0, Value::Null);
    send(collector, id, "ping", 20_004, 10.0, Value::Null);
    send(collector, id, "pauseStart", 30_004, 20.0, Value::Null);
    send(collector, id, "play", 35_004, 20.0, Value::Null);
    send(collector, id, "ping", 41_004, 26.0, Value::Null);
}

#[test]
fn totals_follow_an_open_session() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let id = collector.open("watched");
    let browser = Browser::open(&chromium, "totals");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser
        .wait(&format!("document.querySelector('.metric') && {} === '1'", total("Media starts")));
    for name in ["Content starts", "Content completes", "Ads"] {
        assert_eq!(browser.text(&total(name)), "0", "{name}");
    }
    watch(&collector, &id);
    browser.wait("document.querySelectorAll('tr.event').length === 10");
    for (name, expected) in [
        ("Media time", "0:36"),
        ("Content time", "0:26"),
        ("Ad time", "0:10"),
        ("Pause time", "0:05"),
        ("Buffer time", "0:00"),
        ("Media starts", "1"),
        ("Content starts", "1"),
        ("Content completes", "0"),
        ("Ads", "1"),
        ("Pauses", "1"),
    ] {
        assert_eq!(browser.text(&total(name)), expected, "{name}");
    }
    let section = "document.querySelector('section[aria-label=Report]')";
    assert!(browser.text(&format!("{section}.textContent")).contains("So far: as it would be"));
    let set = "[...document.querySelectorAll('.chip.set')].map((one) => one.childNodes[0].textContent).join()";
    assert_eq!(browser.text(set), "10 %,25 %");
    let marks =
        "[...document.querySelectorAll('.progress')].map((one) => one.dataset.percent).join()";
    assert_eq!(browser.text(marks), "10,25");
    let ads = "document.querySelector('.part tbody').innerText.replace(/\\s+/g, ' ').replace(' ,', ',').trim()";
    assert_eq!(browser.text(ads), "Detergent 1 Detergent, time: 0:10, exact 0:10 completed");

    // The end makes it final.
    send(&collector, &id, "sessionComplete", 45_004, 30.0, Value::Null);
    send(&collector, &id, "sessionEnd", 45_005, 30.0, Value::Null);
    browser.wait(&format!("{} === '1'", total("Content completes")));
    assert!(browser.text(&format!("{section}.textContent")).contains("closed by its end"));
    assert_eq!(browser.text(&total("Content time")), "0:30");
    assert_eq!(browser.text(set), "10 %,25 %,50 %");
    // All values, with their names elsewhere.
    browser.value("document.querySelector('.all').open = true");
    browser.wait("document.querySelector('.all table')");
    let all = browser.text("document.querySelector('.all table').textContent");
    for part in ["Content time spent", "sessionDetails.timePlayed", "a.media.timePlayed"] {
        assert!(all.contains(part), "{part} is not in {all}");
    }
    assert_eq!(browser.complaints(), [""; 0]);
}

/// A value shows on focus and under the pointer which events made it; pressed, it lists them.
#[test]
fn a_value_shows_the_events_that_made_it() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let id = collector.open("explained");
    watch(&collector, &id);
    let browser = Browser::open(&chromium, "explained");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    let hint = "document.querySelector('section[aria-label=Report] .hint').textContent";
    browser.wait("document.querySelector('[data-value=\"sessionDetails.timePlayed\"]')");
    browser.wait("document.querySelectorAll('tr.event').length === 10");
    browser.value("document.querySelector('[data-value=\"sessionDetails.timePlayed\"]').focus()");
    browser.wait(&format!("{hint}.includes('Made by 5 events: 5, 6, 7, 8, 9.')"));
    let text = browser.text(hint);
    assert!(text.starts_with("Content time spent: 0:26 (26.000 s), "), "{text}");
    let marked = "document.querySelector('.made').getAttribute('d').match(/V/g).length";
    assert_eq!(browser.number(marked), 5.0);

    browser.point_at("[data-value=\"sessionDetails.pauseTime\"]");
    browser.wait(&format!("{hint}.includes('Made by 2 events: 7, 8.')"));
    assert_eq!(browser.number(marked), 2.0);

    let ad = "document.querySelector('.part [data-value^=ads]')";
    browser.value(&format!("{ad}.focus()"));
    browser.press("Enter");
    let links =
        "[...document.querySelectorAll('.made-by .link')].map((one) => one.textContent).join()";
    browser.wait(&format!("{links} === '2,3'"));
    assert_eq!(browser.text(&format!("{ad}.getAttribute('aria-pressed')")), "true");
    // It stays while events arrive, and its links lead to the events.
    send(&collector, &id, "ping", 51_004, 36.0, Value::Null);
    browser.wait("document.querySelectorAll('tr.event').length === 11");
    assert_eq!(browser.text(links), "2,3");
    assert_eq!(browser.value(&format!("document.activeElement === {ad}")), true);
    browser.value("document.querySelector('.made-by .link').click()");
    assert_eq!(browser.text("document.activeElement.id"), "event-2");
    assert_eq!(browser.complaints(), [""; 0]);
}

fn value(detail: &Value, xdm: &str) -> Value {
    let values = detail["report"]["values"].as_array().expect("a report").iter();
    let found = values.clone().find(|value| value["xdm"] == xdm);
    found.unwrap_or_else(|| panic!("no {xdm} in {detail}")).clone()
}

/// Only sessions in the list have a report in memory; that of another one is made when it is asked
/// for, and is the same.
#[test]
fn the_report_of_an_older_session_is_made_again() {
    let collector = Here::start();
    let id = collector.open("older");
    watch(&collector, &id);
    let detail = |id: &str| collector.get(&format!("/page/session/{id}")).json();
    let before = detail(&id)["report"].clone();
    assert_eq!(value(&detail(&id), "sessionDetails.timePlayed")["ms"], 26_000);
    for number in 0..1_001 {
        collector.open(&format!("newer {number}"));
    }
    assert!(collector.sessions().iter().all(|session| session["id"] != *id));
    assert_eq!(detail(&id)["report"], before);
    // It goes on from there.
    send(&collector, &id, "ping", 51_004, 36.0, Value::Null);
    assert_eq!(value(&detail(&id), "sessionDetails.timePlayed")["ms"], 36_000);
    send(&collector, &id, "sessionEnd", 53_004, 38.0, Value::Null);
    let ended = detail(&id);
    assert_eq!(value(&ended, "sessionDetails.timePlayed")["ms"], 38_000);
    assert_eq!(ended["report"]["closing"]["reason"], "End");
}

/// What cannot be reported in bounded memory, or without all events, is said to have no report.
#[test]
fn a_report_needs_all_events_and_has_a_part_of_large_ones() {
    let collector = Here::with(|options| options.limits.events = 5);
    let mut large: Value = serde_json::from_str(&start("large")).unwrap();
    large["customMetadata"] = json!({"a": "x".repeat(70_000)});
    let large = collector.post("/api/v1/sessions", large.to_string()).session();
    let detail = |id: &str| collector.get(&format!("/page/session/{id}")).json();
    let of_large = detail(&large);
    assert_eq!(value(&of_large, "sessionDetails.name")["value"], "large");
    let rules: Vec<_> = of_large["findings"].as_array().unwrap().iter().collect();
    assert!(rules.iter().any(|found| found["rule"] == "large-event"), "{rules:?}");
    // While somebody looks, the report needs no events in memory; the second look does.
    collector.sessions();
    let long = collector.open("long");
    watch(&collector, &long);
    assert_eq!(value(&detail(&long), "sessionDetails.timePlayed")["ms"], 26_000);
    let explain = |id: &str, record: &str, xdm: &str| {
        collector.get(&format!("/page/session/{id}/explain/{record}/{xdm}"))
    };
    assert_eq!(explain(&long, "all", "sessionDetails.timePlayed").status, 404);
    let short = collector.open("short");
    send(&collector, &short, "play", 1, 0.0, Value::Null);
    send(&collector, &short, "ping", 10_001, 10.0, Value::Null);
    assert_eq!(explain(&short, "all", "sessionDetails.timePlayed").json(), json!([1, 2]));
    assert_eq!(explain(&short, "0", "sessionDetails.isViewed").json(), json!([0]));
    assert_eq!(explain(&short, "7", "sessionDetails.timePlayed").json(), json!([]));
    assert_eq!(explain(&short, "all", "states%5Bmute%5D.time").json(), json!([]));
    assert_eq!(explain("none", "all", "sessionDetails.timePlayed").status, 404);
    let fields = collector.get("/page/fields").json();
    assert_eq!(fields["sessionDetails.timePlayed"]["name"], "Content time spent");
}

/// Diagnostics of the report stand among the findings, and the list counts them.
#[test]
fn what_the_report_finds_is_told_once() {
    let collector = Here::start();
    let id = collector.open("resumed");
    send(&collector, &id, "play", 1, 0.0, Value::Null);
    send(&collector, &id, "ping", 10_001, 10.0, Value::Null);
    send(&collector, &id, "sessionComplete", 20_001, 20.0, Value::Null);
    let detail = collector.get(&format!("/page/session/{id}")).json();
    let rules: Vec<_> = detail["findings"].as_array().unwrap().iter().collect();
    let early: Vec<_> = rules.iter().filter(|found| found["rule"] == "completed-early").collect();
    assert_eq!(early.len(), 1, "{rules:?}");
    assert_eq!(early[0]["event"], 3);
    assert!(early[0]["spoils"].as_array().unwrap().contains(&"sessionDetails.isCompleted".into()));
    let counted = &collector.sessions()[0];
    let count = |name: &str| counted[name].as_u64().unwrap();
    assert_eq!(count("errors") + count("losses") + count("advice"), rules.len() as u64);
}

/// Sessions from before the page was opened have a report soon, and the list counts what it finds.
#[test]
fn the_list_gets_the_reports_of_earlier_sessions() {
    let collector = Here::start();
    let id = collector.open("earlier");
    send(&collector, &id, "play", 1, 0.0, Value::Null);
    send(&collector, &id, "ping", 10_001, 10.0, Value::Null);
    send(&collector, &id, "sessionComplete", 20_001, 20.0, Value::Null);
    let whole = collector.get("/page/overview").json();
    let advice = |overview: &Value| overview["sessions"][0]["advice"].as_u64().unwrap();
    let since = format!("/page/overview?since={}&run={}", whole["version"], whole["run"]);
    let changed = collector.get(&since).json();
    assert_eq!(advice(&changed), advice(&whole) + 1, "it completes early");
    let detail = collector.get(&format!("/page/session/{id}")).json();
    assert_eq!(detail["summary"]["advice"], advice(&changed));
}
