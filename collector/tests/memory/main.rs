//! Very many open sessions: the memory that each takes, by an allocator that counts, and what the page shows
//! of those that are packed. One after the other in a process of their own, since it counts for all threads.

#[allow(dead_code, reason = "the bench counts allocations, too")]
#[path = "../../../benches/allocations/counting.rs"]
mod counting;
#[path = "../here/mod.rs"]
mod here;
#[path = "../support/mod.rs"]
mod support;

use std::io::{BufRead as _, BufReader, Write as _};

use here::Here;
use media_collection_collector::Options;
use serde_json::Value;
use support::{folder, start};

#[global_allocator]
static COUNTING: counting::Counting = counting::Counting;

/// The most bytes of an open session of very many, without the texts of its events. Those have a limit of
/// their own, 256 MiB: of a million sessions 268 bytes each.
const MOST: usize = 700 - 268;
/// More are packed while they are open.
const WHOLE: usize = 16_384;

fn main() {
    an_open_session_of_very_many_is_small();
    a_packed_session_is_shown_as_before(None);
    a_packed_session_is_shown_as_before(Some("collector-packed"));
}

/// Opens so many sessions.
fn open(collector: &Here, count: usize) {
    let body = start("one of many");
    let length = body.len();
    let request = format!(
        "POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    let mut stream = collector.connect();
    let mut lines = BufReader::new(stream.try_clone().expect("a socket")).lines();
    for _ in 0..count.div_ceil(100) {
        stream.write_all(request.repeat(100).as_bytes()).expect("it is read");
        let accepted = lines
            .by_ref()
            .filter(|line| line.as_ref().expect("a response").starts_with("HTTP/1.1 201"));
        assert_eq!(accepted.take(100).count(), 100);
    }
}

fn with(change: impl FnOnce(&mut Options)) -> Here {
    Here::with(|options| {
        options.limits.open = 1_000_000;
        change(options);
    })
}

fn an_open_session_of_very_many_is_small() {
    let collector = with(|options| options.limits.bytes = 1024 * 1024);
    open(&collector, WHOLE + 4_000);
    // Tables double their size now and then, so the worst place is measured, too.
    let mut worst = 0;
    let (mut before, mut opened) = (counting::in_use(), 0);
    let first = before;
    for _ in 0..8 {
        open(&collector, 6_000);
        opened += 6_000;
        let now = counting::in_use();
        worst = worst.max(now.saturating_sub(before) / 6_000);
        before = now;
    }
    let each = before.saturating_sub(first) / opened;
    println!("an open session of very many: {each} bytes without its texts, at worst {worst}");
    assert!(each <= MOST, "{each} bytes each");
}

fn found(collector: &Here, id: &str) -> Value {
    let mut shown = collector.get(&format!("/page/session/{id}")).json();
    let members = ["events", "findings", "report", "settled", "more"];
    members.into_iter().map(|member| (member.to_owned(), shown[member].take())).collect()
}

/// What the page shows of a session does not depend on how many others there are, nor on whether it goes on
/// while it is packed.
fn a_packed_session_is_shown_as_before(data: Option<&str>) {
    let data = data.map(folder);
    let collector = with(|options| options.data.clone_from(&data));
    let [looked_at, goes_on, ends] = ["looked at", "goes on", "ends"].map(|name| {
        let id = collector.open(name);
        for (kind, playhead) in [("play", 0.0), ("adComplete", 1.0), ("ping", 11.0)] {
            assert_eq!(collector.event(&id, kind, playhead).status, 204);
        }
        id
    });
    let before = found(&collector, &looked_at);
    assert_eq!(before["events"].as_array().map(Vec::len), Some(4), "{before}");
    let has_fault = |shown: &Value| shown["findings"].to_string().contains("ad-in-ad-break");
    assert!(has_fault(&before), "{before}");
    open(&collector, WHOLE + 200);
    assert_eq!(found(&collector, &looked_at), before);
    for (id, kind) in [(&goes_on, "ping"), (&ends, "sessionEnd")] {
        assert_eq!(collector.event(id, kind, 21.0).status, 204);
        let shown = found(&collector, id);
        assert_eq!(shown["events"].as_array().map(Vec::len), Some(5), "{shown}");
        assert!(has_fault(&shown) && shown["report"].is_object(), "{shown}");
    }
    assert_eq!(collector.event(&ends, "sessionEnd", 21.0).status, 204, "safe to repeat");
    assert_eq!(collector.event(&ends, "ping", 31.0).status, 410);
    let file = collector.get(&format!("/page/session/{goes_on}/events.json")).json();
    assert_eq!(file.as_array().map(Vec::len), Some(5));
    let Some(data) = data else { return };
    drop(collector);
    let again = with(|options| options.data = Some(data));
    assert_eq!(again.event(&looked_at, "ping", 21.0).status, 204);
    let shown = found(&again, &looked_at);
    assert_eq!(shown["events"].as_array().map(Vec::len), Some(5), "{shown}");
    assert!(has_fault(&shown), "{shown}");
}
