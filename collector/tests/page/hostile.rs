//! Sessions that are made to disturb the page, and many others beside the one that is shown.

use std::fmt::Write as _;
use std::thread::sleep;
use std::time::Duration;

use crate::browser::Browser;
use crate::chromium;
use crate::here::Here;
use crate::support::start;

/// A session that is older than those in the list is asked for when it changed, and not when others did.
#[test]
fn an_unlisted_session_is_asked_for_only_when_it_changed() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let id = collector.open("the oldest");
    for number in 0..1_000 {
        collector.open(&format!("number {number}"));
    }
    let browser = Browser::open(&chromium, "unlisted");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelector('tr.event')");
    browser.wait("document.getElementById('older').textContent.includes('1 older')");
    let fetches = format!(
        "performance.getEntriesByType('resource').filter((one) => one.name.includes('/page/session/{id}')).length"
    );
    // The lists are asked for each second; the first changes are reports that are made.
    sleep(Duration::from_secs(2));
    let before = browser.number(&fetches);
    for number in 0..8 {
        collector.open(&format!("another {number}"));
        sleep(Duration::from_millis(400));
    }
    assert_eq!(browser.number(&fetches), before);
    assert_eq!(collector.event(&id, "play", 1.0).status, 204);
    browser.wait("document.querySelectorAll('tr.event').length === 2");
    // One that is not there is asked for once.
    browser.visit(&format!("http://{}/#none", collector.address));
    browser.wait("document.body.innerText.includes('There is no such session')");
    let missing = fetches.replace(&id, "none");
    let before = browser.number(&missing);
    collector.open("one more");
    sleep(Duration::from_millis(2_500));
    assert_eq!(browser.number(&missing), before);
}

#[test]
fn a_list_of_100_000_states_makes_few_lanes() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let mut names = String::new();
    for number in 0..100_000 {
        write!(names, ",{{\"media.state.name\":\"s{number}\"}}").unwrap();
    }
    let update = format!(
        r#"{{"eventType":"statesUpdate","playerTime":{{"playhead":1,"ts":1700000001000}},"params":{{"statesStart":[{}]}}}}"#,
        &names[1..]
    );
    let batch = format!("[{},{update}]", start("states"));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    let id = collector.sessions()[0]["id"].as_str().unwrap().to_owned();
    let browser = Browser::open(&chromium, "states");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelector('tr.event')");
    browser
        .wait("document.querySelector('svg.timeline').textContent.includes('99,988 more states')");
    let elements = browser.number("document.querySelectorAll('*').length");
    assert!(elements < 5_000.0, "{elements}");
    let text = browser.number("document.body.textContent.length");
    assert!(text < 1_000_000.0, "{text} characters");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn numbers_without_measure_draw_nothing_odd() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let mut events = vec![start("odd").replace("\"media.length\":60", "\"media.length\":1.7e308")];
    let times = [0, 1_700_000_000_000, -9_223_372_036_854_775_808, 9_223_372_036_854_775_807_i64];
    let playheads = ["1.797e308", "-1.797e308", "5e-324", "-0.0", "1e20", "-1e20", "1e12", "0"];
    for (number, playhead) in playheads.iter().enumerate() {
        let ts = times[number % times.len()];
        for kind in ["ping", "play", "bufferStart"] {
            events.push(format!(
                r#"{{"eventType":"{kind}","playerTime":{{"playhead":{playhead},"ts":{ts}}}}}"#
            ));
        }
    }
    let batch = format!("[{}]", events.join(","));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
    let id = collector.sessions()[0]["id"].as_str().unwrap().to_owned();
    let browser = Browser::open(&chromium, "odd");
    browser.visit(&format!("http://{}/#{id}", collector.address));
    browser.wait("document.querySelector('tr.event')");
    for scale in ["", "document.getElementById('to-scale').click()"] {
        browser.value(scale);
        let odd = browser.value(
            "[...document.querySelectorAll('svg.timeline, svg.timeline *')].flatMap((one) =>
                [...one.attributes].map((attribute) => attribute.name + '=' + attribute.value))
                .concat([document.getElementById('main').innerText.match(/.{0,40}(NaN|Infinity|undefined).{0,40}/)?.[0] ?? ''])
                .filter((text) => /NaN|Infinity|undefined/.test(text)).slice(0, 5)",
        );
        assert_eq!(odd, serde_json::json!([]));
    }
    assert_eq!(browser.complaints(), [""; 0]);
}
