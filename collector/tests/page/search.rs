//! The list of sessions: search, filters, and its keys.

use crate::browser::Browser;
use crate::chromium;
use crate::here::Here;
use crate::support::start;

/// A start with another player, report suite and content type.
fn start_of(name: &str, player: &str, suite: &str, content_type: &str) -> String {
    let mut start: serde_json::Value = serde_json::from_str(&start(name)).unwrap();
    start["params"]["media.playerName"] = player.into();
    start["params"]["analytics.reportSuite"] = suite.into();
    start["params"]["media.contentType"] = content_type.into();
    start.to_string()
}

fn open(collector: &Here, start: String) -> String {
    collector.post("/api/v1/sessions", start).session()
}

/// The titles of the entries in the document, from top to bottom.
const TITLES: &str = "[...document.querySelectorAll('#sessions .row:first-child .name')]
    .map((one) => one.textContent).join(' ')";

/// Types into the search as a user does.
fn search(browser: &Browser, words: &str) {
    browser.value(
        "document.getElementById('search').focus(); document.getElementById('search').select()",
    );
    browser.call("Input.insertText", serde_json::json!({"text": words}));
}

fn choose(browser: &Browser, filter: &str, value: &str) {
    browser.value(&format!(
        "(() => {{ const one = document.getElementById('filter-{filter}'); one.value = '{value}';
           one.dispatchEvent(new Event('change', {{bubbles: true}})); return one.value; }})()"
    ));
}

#[test]
fn sessions_are_found_by_words_and_filters() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let film = open(&collector, start_of("Film", "Web player", "suite-a", "vod"));
    let song = open(&collector, start_of("Song", "Car radio", "suite-b", "audiobook"));
    let news = open(&collector, start_of("News", "TV box", "suite-b", "live"));
    // The film is complete and open; the song is over, and loses an ad; the news have a rejected
    // request.
    assert_eq!(collector.event(&film, "play", 1.0).status, 204);
    assert_eq!(collector.event(&film, "sessionComplete", 60.0).status, 204);
    assert_eq!(collector.event(&song, "adComplete", 1.0).status, 204);
    assert_eq!(collector.event(&song, "sessionEnd", 2.0).status, 204);
    assert_eq!(collector.post(&format!("/api/v1/sessions/{news}/events"), "{}").status, 400);

    let browser = Browser::open(&chromium, "search");
    browser.visit(&format!("http://{}/", collector.address));
    browser.wait(&format!("{TITLES} === 'News Song Film'"));
    for (words, expected) in [
        ("film", "Film"),
        ("RADIO", "Song"),
        ("suite-b", "News Song"),
        ("suite-b box", "News"),
        ("live", "News"),
        (&film[10..40], "Film"),
        ("nothing like it", ""),
        ("", "News Song Film"),
    ] {
        search(&browser, words);
        if words.is_empty() {
            browser.press("Backspace");
            browser.value(
                "(() => { const one = document.getElementById('search'); one.value = '';
                   one.dispatchEvent(new Event('input')); })()",
            );
        }
        assert_eq!(browser.text(TITLES), expected, "{words}");
    }
    for (filter, value, expected) in [
        ("state", "open", "News Film"),
        ("state", "complete", "Film"),
        ("state", "ended", "Song"),
        ("state", "timed out", ""),
        ("finding", "rejected", "News"),
        ("finding", "none", "Film"),
        ("type", "live", "News"),
        ("player", "Car radio", "Song"),
        ("suite", "suite-b", "News Song"),
    ] {
        choose(&browser, filter, value);
        assert_eq!(browser.text(TITLES), expected, "{filter} {value}");
        assert!(browser.text("document.getElementById('matches').textContent").contains(" of 3 "));
        choose(&browser, filter, "");
    }
    // A session that begins now is only listed if it matches.
    choose(&browser, "suite", "suite-a");
    open(&collector, start_of("Other", "Web player", "suite-b", "vod"));
    open(&collector, start_of("Same", "Web player", "suite-a", "vod"));
    browser.wait(&format!("{TITLES} === 'Same Film'"));
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn only_the_entries_in_view_are_made_and_the_others_are_reached_by_keys() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    for number in 0..300 {
        collector.open(&format!("number-{number}"));
    }
    let browser = Browser::open(&chromium, "keys");
    browser.visit(&format!("http://{}/", collector.address));
    browser.wait("document.querySelectorAll('#sessions .entry').length > 5");
    let count = "document.querySelectorAll('#sessions li').length";
    assert!(browser.number(count) < 40.0);

    // A key in the search makes new entries for those that come into view, and no others.
    browser.value(
        "window.made = 0; new MutationObserver((all) => { for (const one of all) window.made += one.addedNodes.length; })
           .observe(document.getElementById('sessions'), {childList: true}); 0",
    );
    search(&browser, "number-29");
    let expected = "number-299 number-298 number-297 number-296 number-295 number-294 number-293 \
                    number-292 number-291 number-290 number-29";
    browser.wait(&format!("{TITLES} === '{expected}'"));
    assert!(browser.number("window.made") < 40.0);

    // From the search into the list, and through it.
    let focused = "document.activeElement.dataset.id && document.activeElement.querySelector('.name').textContent";
    browser.press("ArrowDown");
    assert_eq!(browser.text(focused), "number-299");
    browser.press("ArrowDown");
    assert_eq!(browser.text(focused), "number-298");
    browser.value(
        "(() => { const one = document.getElementById('search'); one.value = '';
           one.dispatchEvent(new Event('input')); })()",
    );
    assert_eq!(browser.text(focused), "number-298", "the focused entry keeps the focus");
    browser.press("End");
    assert_eq!(browser.text(focused), "number-0");
    assert!(browser.number(count) < 40.0);
    browser.press("PageUp");
    browser.press("ArrowUp");
    browser.press("Home");
    assert_eq!(browser.text(focused), "number-299");
    assert_eq!(browser.text("document.activeElement.parentElement.ariaPosInSet"), "1");
    assert_eq!(browser.text("document.activeElement.parentElement.ariaSetSize"), "300");
    // New sessions do not take it either.
    collector.open("latest");
    browser.wait(&format!("{TITLES}.startsWith('latest ')"));
    assert_eq!(browser.text(focused), "number-299");
    browser.press("Enter");
    browser.wait("document.querySelector('main h2') && document.querySelector('main h2').textContent === 'number-299'");
    assert_eq!(browser.text("document.activeElement.id"), "main");
    assert_eq!(browser.complaints(), [""; 0]);
}

/// Sessions of both APIs are listed alike, and can be told apart.
#[test]
fn the_api_is_a_filter() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    let (older, edge) = (collector.open("older"), collector.open_edge("edge"));
    let browser = Browser::open(&chromium, "search-api");
    browser.visit(&format!("http://{}/", collector.address));
    browser.wait("document.querySelectorAll('#sessions a.entry').length === 2");
    let height = |id: &str| {
        browser.number(&format!(
            "document.querySelector('[data-id=\"{id}\"]').getBoundingClientRect().height"
        ))
    };
    assert_eq!(height(&older), height(&edge), "the list counts on it");
    for (filter, value, left) in [
        ("api", "media-edge", &edge),
        ("api", "media-collection", &older),
        ("datastream", "11111111-2222-3333-4444-555555555555", &edge),
    ] {
        browser.value("document.getElementById('show-facets').click()");
        let choose = |value: &str| {
            browser.value(&format!(
                "(() => {{ const one = document.getElementById('filter-{filter}'); one.value = '{value}';
                   one.dispatchEvent(new Event('change')); }})()"
            ));
        };
        choose(value);
        browser.wait("document.querySelectorAll('#sessions a.entry').length === 1");
        assert_eq!(&browser.text("document.querySelector('#sessions a.entry').dataset.id"), left);
        choose("");
        browser.wait("document.querySelectorAll('#sessions a.entry').length === 2");
    }
    let found =
        "(() => { const one = document.getElementById('search'); one.value = '11111111-2222';
        one.dispatchEvent(new Event('input')); })()";
    browser.value(found);
    browser.wait("document.querySelectorAll('#sessions a.entry').length === 1");
    assert_eq!(browser.text("document.querySelector('#sessions a.entry').dataset.id"), edge);
    assert_eq!(browser.complaints(), [""; 0]);
}
