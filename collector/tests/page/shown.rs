//! What the page shows after its scripts ran, and that received text never is markup.

use std::path::Path;
use std::process::{Command, Stdio};

use media_collection::Policy;

use crate::here::Here;
use crate::support::{folder, start};
use crate::{chromium, replay};

/// The page's DOM after its scripts have run for a while.
fn page(chromium: &Path, collector: &Here, place: &str) -> String {
    let name: String = place.chars().filter(char::is_ascii_alphanumeric).take(20).collect();
    let profile = folder(&format!("chromium-{name}-{}", collector.address.replace(':', "-")));
    let output = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--disable-dev-shm-usage", "--window-size=1280,900", "--virtual-time-budget=3000"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg("--dump-dom")
        .arg(format!("http://{}/{place}", collector.address))
        .stderr(Stdio::null())
        .output()
        .expect("Chromium can be started");
    let _ = std::fs::remove_dir_all(profile);
    let dom = String::from_utf8(output.stdout).expect("a page is UTF-8");
    assert!(dom.contains("</html>"), "Chromium shows nothing: {dom:?}");
    dom
}

#[track_caller]
fn shows(dom: &str, parts: &[&str]) {
    for part in parts {
        assert!(dom.contains(part), "{part} is not shown in {dom}");
    }
}

#[test]
fn a_session_shows_as_a_picture_a_table_and_its_findings() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::start();
    shows(&page(&chromium, &collector, ""), &["Nothing received yet", &collector.address]);

    let rich = replay(&collector, "js-online-everything").remove(0);
    let cut_off =
        replay(&collector, "android-downloaded-pause_idle_restart_full_context").remove(0);
    let odd = replay(&collector, "js-online-odd_playheads").remove(0);

    let list = page(&chromium, &collector, "");
    shows(&list, &["sample video click-baby", "<title>Collector (4)</title>", "Rejected requests"]);
    shows(&list, &["<a href=\"#rejected\" id=\"show-rejected\" class=\"entry\">"]);
    for id in [&rich, &cut_off, &odd] {
        shows(&list, &[&format!("data-id=\"{id}\"")]);
    }

    let dom = page(&chromium, &collector, &format!("#{rich}"));
    shows(&dom, &[&format!("data-id=\"{rich}\" aria-current=\"true\""), "<svg class=\"timeline\""]);
    for bar in ["playing", "in-ad", "paused", "buffering", "break completed", "ad completed"] {
        shows(&dom, &[&format!("<g class=\"bar {bar}")]);
    }
    for bar in ["ad skipped", "chapter completed", "chapter skipped", "state ended"] {
        shows(&dom, &[&format!("<g class=\"bar {bar}")]);
    }
    for mark in ["error", "bitrate", "ping", "complete", "start"] {
        shows(&dom, &[&format!("class=\"mark {mark}\"")]);
    }
    let count = |part: &str| dom.matches(part).count();
    assert_eq!(count("data-type=\"stateStart\""), 2);
    assert_eq!(count("<tr id=\"event-"), 27);
    assert_eq!(count("<td class=\"payload\"><details"), 27);
    // What the lint finds, and what the report does, each at its event.
    let detail = collector.get(&format!("/page/session/{rich}")).json();
    let found = detail["findings"].as_array().unwrap();
    assert_eq!(found.iter().filter(|found| found["rule"] == "timestamps-differ").count(), 5);
    assert!(found.len() > 5, "{found:?}");
    let events: std::collections::HashSet<_> =
        found.iter().map(|found| found["event"].as_u64()).collect();
    assert_eq!(count("class=\"finding advice\" role=\"button\""), events.len());
    assert_eq!(count("<tr class=\"finding-row advice\""), found.len());
    assert_eq!(count("event before; no time lies between the two, whichever came first. </td>"), 4);
    shows(&dom, &["timestamps-differ", "advice", "class=\"legend\"", "0:05"]);
    shows(&dom, &["bitrate-unit", "completed-early"]);

    let dom = page(&chromium, &collector, &format!("#{cut_off}"));
    shows(&dom, &["bar break left-open", "bar ad left-open", "bar chapter left-open"]);
    shows(
        &dom,
        &[
            "ad-break-closed",
            "chapter-closed",
            "timestamps-differ",
            "data lost",
            "finding-row advice",
        ],
    );

    let dom = page(&chromium, &collector, &format!("#{odd}"));
    shows(&dom, &["Rejected requests of this session (1)", "/playerTime/playhead"]);
    shows(&dom, &["must be a number, not null"]);
}

#[test]
fn received_text_is_never_markup() {
    let Some(chromium) = chromium() else { return };
    let collector = Here::with(|options| options.policy = Policy::tolerant());
    let scripts =
        ["<script>document.title='x'</script>", "<img src=x onerror=\"document.title='x'\">"];
    for script in scripts {
        let text = |text: &str| text.replace("NAME", &script.replace('"', "\\\""));
        let at = |second: i64| {
            format!(
                r#""playerTime":{{"playhead":{second},"ts":{}}}"#,
                1_700_000_000_000 + second * 1_000
            )
        };
        let events = [
            start(script),
            format!(
                r#"{{"eventType":"chapterStart",{},"params":{{"media.chapter.index":1,"media.chapter.offset":0,"media.chapter.length":9,"media.chapter.friendlyName":"NAME"}},"customMetadata":{{"a":"NAME"}}}}"#,
                at(1)
            ),
            format!(
                r#"{{"eventType":"stateStart",{},"params":{{"media.state.name":"NAME"}}}}"#,
                at(2)
            ),
            format!(
                r#"{{"eventType":"adBreakStart",{},"params":{{"media.ad.podIndex":1,"media.ad.podSecond":3,"media.ad.podFriendlyName":"NAME"}}}}"#,
                at(3)
            ),
            format!(
                r#"{{"eventType":"adStart",{},"params":{{"media.ad.id":"NAME","media.ad.length":9,"media.ad.podPosition":1,"media.ad.playerName":"NAME"}}}}"#,
                at(4)
            ),
            format!(
                r#"{{"eventType":"error",{},"qoeData":{{"media.qoe.errorID":"NAME"}}}}"#,
                at(5)
            ),
            format!(r#"{{"eventType":"NAME",{}}}"#, at(30)),
            format!(r#"{{"eventType":"constructor",{}}}"#, at(40)),
        ];
        let batch = text(&format!("[{}]", events.join(",")));
        assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201);
        let wrong = text(r#"{"eventType":"play","playerTime":{"NAME":"NAME"}}"#);
        assert_eq!(collector.post("/api/v1/sessions", wrong).status, 400);
    }
    let ids = collector.sessions();
    let pages = ids.iter().map(|session| session["id"].as_str().unwrap()).chain(["", "rejected"]);
    for fragment in pages {
        let dom = page(&chromium, &collector, &format!("#{fragment}"));
        shows(&dom, &["<title>Collector (2)</title>"]);
        if fragment != "rejected" {
            shows(&dom, &["&lt;script&gt;document.title='x'&lt;/script&gt;", "&lt;img src=x"]);
        }
        assert!(!dom.contains("<script>"), "{dom}");
        assert!(!dom.contains("<img"), "{dom}");
    }
    // Nor does a fragment that names no session.
    shows(&page(&chromium, &collector, "#%zz"), &["There is no such session", ">connected<"]);
    // Chromium's --dump-dom fails on an address with an apostrophe that is not percent-encoded.
    let script = "#%3Cimg%20src=x%20onerror=%22document.title=%27x%27%22%3E";
    let dom = page(&chromium, &collector, script);
    shows(&dom, &["<title>Collector (2)</title>", "There is no such session"]);
}
