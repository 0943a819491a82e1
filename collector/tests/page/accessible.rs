//! Keyboard and screen reader: the order of the focus, and what axe-core finds.
//!
//! axe-core's licence (MPL-2.0) is not ours, so it is not in the repository: the variable `AXE_CORE`
//! names its `axe.min.js`, which `.ci/run` installs. Without it, its test prints a message and
//! passes.

use serde_json::Value;

use crate::browser::Browser;
use crate::here::Here;
use crate::{chromium, replay};

fn axe() -> Option<String> {
    let Some(path) = std::env::var_os("AXE_CORE") else {
        eprintln!("skipped: the variable AXE_CORE does not name axe-core's axe.min.js");
        return None;
    };
    let script = std::fs::read_to_string(&path);
    Some(script.unwrap_or_else(|error| panic!("AXE_CORE={}: {error}", path.display())))
}

/// What axe-core finds wrong on the page.
fn violations(browser: &Browser, script: &str) -> Vec<String> {
    browser.value(&format!("{script}; 0"));
    let found = browser.value(
        "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a',
           'wcag21aa', 'wcag22aa', 'best-practice']}).then((found) => found.violations.map((one) =>
           ({id: one.id, help: one.help, nodes: one.nodes.slice(0, 3).map((node) => node.html + ' ' + node.failureSummary)})))",
    );
    found.as_array().expect("a list").iter().map(Value::to_string).collect()
}

#[test]
fn axe_core_finds_nothing() {
    let Some(chromium) = chromium() else { return };
    let Some(script) = axe() else { return };
    let collector = Here::start();
    let rich = replay(&collector, "js-online-everything").remove(0);
    let odd = replay(&collector, "js-online-odd_playheads").remove(0);
    let long = replay(&collector, "js-online-long_session_1h").remove(0);
    let edge = collector.open_edge("by Media Edge");
    for scheme in ["light", "dark"] {
        let browser = Browser::open(&chromium, &format!("axe-{scheme}"));
        let feature = serde_json::json!([{"name": "prefers-color-scheme", "value": scheme}]);
        browser.call("Emulation.setEmulatedMedia", serde_json::json!({"features": feature}));
        for (fragment, ready) in [
            ("", "document.querySelector('.welcome')"),
            ("rejected", "document.querySelector('main .rejection')"),
            (&rich, "document.querySelectorAll('tr.event').length > 10"),
            (&odd, "document.querySelectorAll('tr.event').length > 10"),
            (&long, "document.querySelectorAll('tr.event').length > 2"),
            (&edge, "document.querySelector('details.envelope')"),
        ] {
            browser.visit(&format!("http://{}/#{fragment}", collector.address));
            browser.wait(ready);
            browser.value(
                "for (const one of document.querySelectorAll('details')) one.open = true; 0",
            );
            let found = violations(&browser, &script);
            assert!(found.is_empty(), "{scheme} #{fragment}: {found:#?}");
        }
        assert_eq!(browser.complaints(), [""; 0]);
    }
}

/// The parts of the page are reached with the Tab key in the order in which they are seen, and each
/// list of alike things is one stop.
#[test]
fn the_focus_moves_in_the_order_of_the_page() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let rich = replay(&collector, "js-online-everything").remove(0);
    replay(&collector, "js-online-odd_playheads");
    let browser = Browser::open(&chromium, "focus");
    browser.visit(&format!("http://{}/#{rich}", collector.address));
    browser.wait("document.querySelectorAll('tr.event').length > 10");
    browser.value("document.activeElement.blur()");
    let mut order = Vec::new();
    for _ in 0..100 {
        browser.press("Tab");
        let place = browser.text(
            "(() => { const one = document.activeElement; if (one === document.body) return 'end';
               const box = one.getBoundingClientRect(); const style = getComputedStyle(one);
               if (box.width === 0 || style.visibility === 'hidden') return 'unseen ' + one.outerHTML;
               if (!one.matches(':focus-visible')) return 'unmarked ' + one.outerHTML;
               return one.id || one.dataset.value || one.className.baseVal || one.className || one.textContent.trim() || one.tagName; })()",
        );
        if place == "end" {
            break;
        }
        order.push(place);
    }
    let places = [
        "skip",
        "Collector",
        "show-rejected",
        "search",
        "show-facets",
        "entry",
        "the session",
        "its events as a fixture",
        "mark-place",
        "to-scale",
        "link",
        "sessionDetails.totalTimePlayed",
        "sessionDetails.hasProgress95",
        "ads 2",
        "states[fullscreen].time",
        "show-pings",
        "payload",
    ];
    let mut rest = order.iter();
    for place in places {
        assert!(rest.any(|found| found == place), "{place} is not in its place: {order:#?}");
    }
    assert!(!order.iter().any(|place| place.starts_with("un")), "{order:#?}");
    for once in ["entry", "mark-place", "search"] {
        let count = order.iter().filter(|place| *place == once).count();
        assert_eq!(count, 1, "{once}: {order:#?}");
    }
    // The way back passes the same places.
    let last = browser.text("document.activeElement.outerHTML");
    browser.press_with_shift("Tab");
    assert_ne!(browser.text("document.activeElement.outerHTML"), last);

    // The marks of the timeline are reached with the arrow keys, and Enter goes to the event.
    browser.value("document.querySelector('.timeline [tabindex=\"0\"]').focus()");
    browser.press("ArrowRight");
    let hint = "document.querySelector('.hint').textContent";
    let sentence = browser.text(hint);
    assert_eq!(browser.text("document.activeElement.getAttribute('aria-label')"), sentence);
    browser.press("End");
    assert!(
        browser.text(hint).starts_with("advice: the session completes"),
        "{}",
        browser.text(hint)
    );
    browser.press("ArrowLeft");
    assert!(browser.text(hint).starts_with("sessionComplete at "), "{}", browser.text(hint));
    browser.press("Enter");
    assert_eq!(browser.text("document.activeElement.id"), "event-26");
    assert_eq!(browser.complaints(), [""; 0]);
}
